package cn.anlan.geo.road.topology;

import cn.anlan.geo.road.MeasuredLine;
import cn.anlan.geo.road.Unions;
import cn.anlan.geo.road.topology.Topology.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Makes a {@link Topology}. What is joined are spots: places on pieces by their measures. Spots 2p
 * and 2p+1 are the ends of the piece p; further ones are made where an end meets a line and where
 * lines share a vertex.
 */
final class Joining {
  private static final double SAME_VERTEX_M = 0.01;

  /** The lesser, the more it says where a junction stands. */
  private enum Kind {
    MET,
    VERTEX,
    END
  }

  private record Spot(int piece, double measureM, Kind kind) {}

  private final PieceIndex index;
  private final double toleranceM;
  private final List<Spot> spots = new ArrayList<>();
  private final Unions unions = new Unions(0);

  Joining(PieceIndex index, double toleranceM) {
    this.index = index;
    this.toleranceM = toleranceM;
  }

  Topology topology() {
    for (int p = 0; p < index.pieces().size(); p++) {
      spot(p, 0, Kind.END);
      spot(p, index.line(p).lengthM(), Kind.END);
    }
    joinEnds();
    int ends = spots.size();
    for (int end = 0; end < ends; end++) {
      meetOthers(end);
      meetItself(end);
    }
    shareVertices();
    return cut();
  }

  private int spot(int piece, double measureM, Kind kind) {
    spots.add(new Spot(piece, measureM, kind));
    return unions.add();
  }

  private Coordinate place(int spot) {
    Spot s = spots.get(spot);
    MeasuredLine line = index.line(s.piece);
    return s.kind == Kind.END
        ? line.point(spot % 2 == 0 ? 0 : line.size() - 1)
        : line.at(s.measureM);
  }

  private void joinEnds() {
    List<Coordinate> places = new ArrayList<>();
    for (int end = 0; end < spots.size(); end++) {
      places.add(place(end));
    }
    NearPairs.within(places, toleranceM, unions::join);
  }

  private void meetOthers(int end) {
    int own = end / 2;
    int level = index.pieces().get(own).level();
    Coordinate at = place(end);
    for (Foot foot :
        index.near(
            at.x, at.y, toleranceM, p -> p != own && index.pieces().get(p).level() == level)) {
      meet(end, foot);
    }
  }

  private void meet(int end, Foot foot) {
    if (foot.measureM() <= toleranceM) {
      unions.join(end, 2 * foot.piece());
    } else if (foot.measureM() >= index.line(foot.piece()).lengthM() - toleranceM) {
      unions.join(end, 2 * foot.piece() + 1);
    } else {
      unions.join(end, spot(foot.piece(), foot.measureM(), Kind.MET));
    }
  }

  /** As a line does that is drawn like a 6. */
  private void meetItself(int end) {
    int piece = end / 2;
    MeasuredLine line = index.line(piece);
    int first = 0;
    int last = line.size() - 1;
    double clearM = 2 * toleranceM;
    if (end % 2 == 0) {
      while (first < last && line.measureM(first) < clearM) {
        first++;
      }
    } else {
      while (last > first && line.measureM(last) > line.lengthM() - clearM) {
        last--;
      }
    }
    if (first < last) {
      Coordinate at = place(end);
      Foot foot = index.on(piece, first, last, at.x, at.y);
      if (foot.distanceM() <= toleranceM) {
        meet(end, foot);
      }
    }
  }

  private void shareVertices() {
    List<Coordinate> places = new ArrayList<>();
    List<Spot> inner = new ArrayList<>();
    for (int p = 0; p < index.pieces().size(); p++) {
      MeasuredLine line = index.line(p);
      for (int v = 1; v + 1 < line.size(); v++) {
        places.add(line.point(v));
        inner.add(new Spot(p, line.measureM(v), Kind.VERTEX));
      }
    }
    int[] spotOf = new int[places.size()];
    Arrays.fill(spotOf, -1);
    NearPairs.within(
        places,
        SAME_VERTEX_M,
        (a, b) -> {
          if (meet(inner.get(a), inner.get(b))) {
            for (int vertex : new int[] {a, b}) {
              if (spotOf[vertex] < 0) {
                Spot s = inner.get(vertex);
                spotOf[vertex] = spot(s.piece, s.measureM, s.kind);
              }
            }
            unions.join(spotOf[a], spotOf[b]);
          }
        });
  }

  private boolean meet(Spot one, Spot other) {
    return one.piece == other.piece
        ? Math.abs(one.measureM - other.measureM) > 2 * toleranceM
        : index.pieces().get(one.piece).level() == index.pieces().get(other.piece).level();
  }

  private Topology cut() {
    List<List<Integer>> spotsOf = new ArrayList<>();
    index.pieces().forEach(p -> spotsOf.add(new ArrayList<>()));
    for (int s = 0; s < spots.size(); s++) {
      spotsOf.get(spots.get(s).piece).add(s);
    }
    for (List<Integer> onPiece : spotsOf) {
      onPiece.sort(
          Comparator.<Integer>comparingDouble(s -> spots.get(s).measureM)
              .thenComparing(Comparator.naturalOrder()));
      joinNeighbours(onPiece);
    }
    int[] junctionOf = new int[spots.size()];
    List<Coordinate> junctions = junctions(junctionOf);
    List<Part> parts = new ArrayList<>();
    List<Integer> collapsed = new ArrayList<>();
    for (int p = 0; p < spotsOf.size(); p++) {
      int before = parts.size();
      addParts(p, spotsOf.get(p), junctionOf, junctions, parts);
      if (parts.size() == before) {
        collapsed.add(p);
      }
    }
    return new Topology(index, toleranceM, junctions, parts, collapsed);
  }

  /**
   * Two ends that meet a line almost at the same place are one junction. Shared vertices are not
   * drawn together so, or lines that share all of their close vertices would shrink to a point.
   */
  private void joinNeighbours(List<Integer> onPiece) {
    int anchor = -1;
    for (int s : onPiece) {
      boolean isVertex = spots.get(s).kind == Kind.VERTEX;
      if (anchor >= 0
          && !isVertex
          && spots.get(s).kind == Kind.MET
          && spots.get(s).measureM - spots.get(anchor).measureM <= toleranceM) {
        unions.join(anchor, s);
      } else if (!isVertex) {
        anchor = s;
      }
    }
  }

  private List<Coordinate> junctions(int[] junctionOf) {
    int[] best = new int[spots.size()];
    Arrays.fill(best, -1);
    for (int s = 0; s < spots.size(); s++) {
      int root = unions.find(s);
      if (best[root] < 0 || spots.get(s).kind.compareTo(spots.get(best[root]).kind) < 0) {
        best[root] = s;
      }
    }
    List<Coordinate> junctions = new ArrayList<>();
    int[] numberOf = new int[spots.size()];
    for (int s = 0; s < spots.size(); s++) {
      if (best[s] >= 0) {
        numberOf[s] = junctions.size();
        junctions.add(place(best[s]));
      }
      junctionOf[s] = numberOf[unions.find(s)];
    }
    return junctions;
  }

  private void addParts(
      int piece,
      List<Integer> onPiece,
      int[] junctionOf,
      List<Coordinate> junctions,
      List<Part> parts) {
    for (int i = 1; i < onPiece.size(); i++) {
      int from = junctionOf[onPiece.get(i - 1)];
      int to = junctionOf[onPiece.get(i)];
      double fromM = spots.get(onPiece.get(i - 1)).measureM;
      double toM = spots.get(onPiece.get(i)).measureM;
      if (toM > fromM && (from != to || toM - fromM > toleranceM)) {
        Coordinate[] line = index.line(piece).cut(fromM, toM);
        line[0] = junctions.get(from);
        line[line.length - 1] = junctions.get(to);
        parts.add(new Part(piece, from, to, fromM, toM, line));
      }
    }
  }
}
