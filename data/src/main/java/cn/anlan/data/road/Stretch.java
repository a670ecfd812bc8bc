package cn.anlan.data.road;

import cn.anlan.geo.road.GradeLimits;
import cn.anlan.geo.road.MeasuredLine;
import cn.anlan.geo.road.height.HeightModel;
import cn.anlan.geo.road.height.LineHeights;
import cn.anlan.geo.road.topology.RoadPiece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The heights of a piece of road, or of a part of it, by rising stakes.
 *
 * @param stakeKm of each point, two or more
 * @param heightM of each
 */
record Stretch(double[] stakeKm, double[] heightM, boolean isFast, boolean isFromGround) {
  /** Null for a line without a length. */
  static Stretch delivered(RoadPiece piece, MeasuredLine line) {
    double[] measures = new double[line.size()];
    double[] heights = new double[line.size()];
    for (int i = 0; i < measures.length; i++) {
      measures[i] = line.measureM(i);
      heights[i] = line.point(i).getZ();
    }
    return of(piece, measures, heights, false);
  }

  /** Null where the model does not know the whole piece. */
  static Stretch onGround(
      RoadPiece piece, MeasuredLine line, ElevationModel ground, RoadStructures structures) {
    LineHeights heights =
        LineHeights.of(
            line, ground.heights(), structures.on(piece, line.lengthM()), HeightModel.shipped());
    return heights.unknown() > 0 ? null : of(piece, heights.measureM(), heights.heightM(), true);
  }

  private static Stretch of(
      RoadPiece piece, double[] measureM, double[] heightM, boolean fromGround) {
    int size = measureM.length;
    double lengthM = measureM[size - 1];
    boolean rising = piece.fromStakeKm() < piece.toStakeKm();
    double low = Math.min(piece.fromStakeKm(), piece.toStakeKm());
    double high = Math.max(piece.fromStakeKm(), piece.toStakeKm());
    double[] stakes = new double[size];
    double[] heights = new double[size];
    int kept = 0;
    for (int i = 0; i < size && lengthM > 0; i++) {
      int at = rising ? i : size - 1 - i;
      double share = (rising ? measureM[at] : lengthM - measureM[at]) / lengthM;
      double stake = i + 1 == size ? high : low + share * (high - low);
      if (kept == 0 || stake > stakes[kept - 1]) { // a doubled point has no stake of its own
        stakes[kept] = stake;
        heights[kept++] = heightM[at];
      }
    }
    return kept < 2
        ? null
        : new Stretch(
            Arrays.copyOf(stakes, kept),
            Arrays.copyOf(heights, kept),
            GradeLimits.isFast(piece.roadClass()),
            fromGround);
  }

  double fromKm() {
    return stakeKm[0];
  }

  double toKm() {
    return stakeKm[stakeKm.length - 1];
  }

  /** Begins a ring at its highest point, which no descent passes. */
  static List<Stretch> openedAtTop(List<Stretch> ring) {
    int piece = 0;
    int point = 0;
    for (int i = 0; i < ring.size(); i++) {
      for (int k = 0; k < ring.get(i).heightM.length; k++) {
        if (ring.get(i).heightM[k] > ring.get(piece).heightM[point]) {
          piece = i;
          point = k;
        }
      }
    }
    Stretch cut = ring.get(piece);
    List<Stretch> opened = new ArrayList<>();
    if (point + 1 < cut.stakeKm.length) {
      opened.add(cut.part(point, cut.stakeKm.length - 1));
    }
    opened.addAll(ring.subList(piece + 1, ring.size()));
    opened.addAll(ring.subList(0, piece));
    if (point > 0) {
      opened.add(cut.part(0, point));
    }
    return opened;
  }

  private Stretch part(int from, int to) {
    return new Stretch(
        Arrays.copyOfRange(stakeKm, from, to + 1),
        Arrays.copyOfRange(heightM, from, to + 1),
        isFast,
        isFromGround);
  }
}
