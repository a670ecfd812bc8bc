package cn.anlan.geo.road.check;

import cn.anlan.geo.road.topology.RoadPiece;
import cn.anlan.geo.road.topology.Topology;
import cn.anlan.geo.road.topology.Topology.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds pieces whose stakes do not fit their line or their neighbours. */
final class StakeCheck {
  /** Neighbours' stakes at a junction agree within 10 m. */
  private static final double SAME_KM = 0.01;

  private static final double MOST_OFF = 0.05;

  /** A piece's stake where it begins or ends. */
  private record End(int piece, boolean isFirst) {}

  private final Topology topology;
  private final Map<Integer, List<End>> endsAt = new HashMap<>();

  private StakeCheck(Topology topology) {
    this.topology = topology;
    for (Part part : topology.parts()) {
      if (part.fromM() == 0) {
        add(part.fromJunction(), new End(part.piece(), true));
      }
      if (part.toM() == topology.index().line(part.piece()).lengthM()) {
        add(part.toJunction(), new End(part.piece(), false));
      }
    }
  }

  private void add(int junction, End end) {
    endsAt.computeIfAbsent(junction, any -> new ArrayList<>()).add(end);
  }

  static List<OddStakes> of(Topology topology) {
    return new StakeCheck(topology).odd();
  }

  private List<OddStakes> odd() {
    int[] asIs = new int[topology.pieces().size()];
    int[] exchanged = new int[asIs.length];
    for (List<End> ends : endsAt.values()) {
      for (End end : ends) {
        for (End other : ends) {
          if (end.piece != other.piece && piece(end).routeNo().equals(piece(other).routeNo())) {
            double there = stakeKm(other, other.isFirst);
            asIs[end.piece] += near(stakeKm(end, end.isFirst), there);
            exchanged[end.piece] += near(stakeKm(end, !end.isFirst), there);
          }
        }
      }
    }
    List<OddStakes> odd = new ArrayList<>();
    for (int p = 0; p < asIs.length; p++) {
      RoadPiece piece = topology.pieces().get(p);
      double stakesKm = Math.abs(piece.toStakeKm() - piece.fromStakeKm());
      double lengthM = topology.index().line(p).lengthM();
      boolean reversed = asIs[p] == 0 && exchanged[p] > 0;
      boolean off = Math.abs(lengthM / 1000 - stakesKm) > MOST_OFF * stakesKm + SAME_KM;
      if (reversed || off) {
        odd.add(
            new OddStakes(
                piece.label(),
                piece.routeNo(),
                piece.fromStakeKm(),
                piece.toStakeKm(),
                reversed,
                stakesKm == 0 ? null : lengthM / stakesKm));
      }
    }
    return odd;
  }

  private RoadPiece piece(End end) {
    return topology.pieces().get(end.piece);
  }

  private double stakeKm(End end, boolean first) {
    return first ? piece(end).fromStakeKm() : piece(end).toStakeKm();
  }

  private static int near(double oneKm, double otherKm) {
    return Math.abs(oneKm - otherKm) <= SAME_KM ? 1 : 0;
  }
}
