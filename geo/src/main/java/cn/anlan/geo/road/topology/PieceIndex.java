package cn.anlan.geo.road.topology;

import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.road.FlatPlane;
import cn.anlan.geo.road.MeasuredLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Finds the pieces of road near a point. Immutable; any number of threads may ask.
 *
 * <p>Which place of a piece is the nearest is decided in a {@link FlatPlane} about the point:
 * within 1 m of the true foot at 5 km, a millimetre at 150 m; the distance to that place is the
 * geodesic.
 */
public final class PieceIndex {
  private static final int RUN = 8;
  private static final double LEAST_DEGREE_M = 110_574;

  /** Consecutive edges of a piece. */
  private record Run(int piece, int fromEdge, int toEdge) {}

  private record Candidate(int edge, double share, double squareM, double cross) {}

  private final List<RoadPiece> pieces;
  private final MeasuredLine[] lines;
  private final HPRtree runs = new HPRtree();

  private PieceIndex(List<RoadPiece> pieces) {
    this.pieces = List.copyOf(pieces);
    this.lines = new MeasuredLine[pieces.size()];
    for (int p = 0; p < lines.length; p++) {
      lines[p] = MeasuredLine.of(pieces.get(p).line().getCoordinates());
      for (int from = 0; from + 1 < lines[p].size(); from += RUN) {
        int to = Math.min(lines[p].size() - 1, from + RUN);
        Envelope box = new Envelope();
        for (int i = from; i <= to; i++) {
          box.expandToInclude(lines[p].point(i));
        }
        runs.insert(box, new Run(p, from, to));
      }
    }
    runs.build();
  }

  public static PieceIndex of(List<RoadPiece> pieces) {
    return new PieceIndex(pieces);
  }

  /** In the order in which they were given; the place in it is a piece's number. */
  public List<RoadPiece> pieces() {
    return pieces;
  }

  public MeasuredLine line(int piece) {
    return lines[piece];
  }

  /** As {@link #near(double, double, double, IntPredicate)}, of all pieces. */
  public List<Foot> near(double lonDeg, double latDeg, double withinM) {
    return near(lonDeg, latDeg, withinM, any -> true);
  }

  /** For each piece that comes so near its nearest place, the nearest piece first. */
  public List<Foot> near(double lonDeg, double latDeg, double withinM, IntPredicate which) {
    FlatPlane plane = FlatPlane.at(lonDeg, latDeg);
    Map<Integer, Candidate> best = new HashMap<>();
    runs.query(
        around(lonDeg, latDeg, withinM),
        item -> {
          Run run = (Run) item;
          if (which.test(run.piece)) {
            for (int edge = run.fromEdge; edge < run.toEdge; edge++) {
              Candidate here = candidate(plane, lines[run.piece], edge);
              Candidate known = best.get(run.piece);
              if (known == null
                  || here.squareM < known.squareM
                  || here.squareM == known.squareM && here.edge < known.edge) {
                best.put(run.piece, here);
              }
            }
          }
        });
    List<Foot> feet = new ArrayList<>();
    best.forEach(
        (piece, candidate) -> {
          Foot foot = foot(piece, candidate, lonDeg, latDeg);
          if (foot.distanceM() <= withinM) {
            feet.add(foot);
          }
        });
    feet.sort(Comparator.comparingDouble(Foot::distanceM).thenComparingInt(Foot::piece));
    return feet;
  }

  /** The nearest place of a range of one piece's edges. */
  Foot on(int piece, int fromEdge, int toEdge, double lonDeg, double latDeg) {
    FlatPlane plane = FlatPlane.at(lonDeg, latDeg);
    Candidate best = candidate(plane, lines[piece], fromEdge);
    for (int edge = fromEdge + 1; edge < toEdge; edge++) {
      Candidate here = candidate(plane, lines[piece], edge);
      if (here.squareM < best.squareM) {
        best = here;
      }
    }
    return foot(piece, best, lonDeg, latDeg);
  }

  private static Candidate candidate(FlatPlane plane, MeasuredLine line, int edge) {
    double ax = plane.x(line.point(edge).x);
    double ay = plane.y(line.point(edge).y);
    double dx = plane.x(line.point(edge + 1).x) - ax;
    double dy = plane.y(line.point(edge + 1).y) - ay;
    double square = dx * dx + dy * dy;
    double share = square == 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / square));
    double footX = ax + share * dx;
    double footY = ay + share * dy;
    return new Candidate(edge, share, footX * footX + footY * footY, dy * ax - dx * ay);
  }

  private Foot foot(int piece, Candidate candidate, double lonDeg, double latDeg) {
    MeasuredLine line = lines[piece];
    Coordinate at = line.between(candidate.edge, candidate.share);
    double edgeM = line.measureM(candidate.edge + 1) - line.measureM(candidate.edge);
    return new Foot(
        piece,
        line.measureM(candidate.edge) + candidate.share * edgeM,
        at.x,
        at.y,
        Cgcs2000.distanceM(lonDeg, latDeg, at.x, at.y),
        candidate.cross < 0);
  }

  private static Envelope around(double lonDeg, double latDeg, double withinM) {
    double north = withinM / LEAST_DEGREE_M * 1.001;
    double farthest = Math.min(89, Math.abs(latDeg) + north);
    double east = north * 1.01 / Math.cos(Math.toRadians(farthest));
    return new Envelope(lonDeg - east, lonDeg + east, latDeg - north, latDeg + north);
  }
}
