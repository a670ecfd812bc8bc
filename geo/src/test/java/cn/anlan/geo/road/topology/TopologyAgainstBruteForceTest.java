package cn.anlan.geo.road.topology;

import static cn.anlan.geo.road.topology.Pieces.line;
import static cn.anlan.geo.road.topology.Pieces.piece;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.distance.NearestPair;
import cn.anlan.geo.road.Unions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Every end against every end and every line, by the exact geodesic engine. */
class TopologyAgainstBruteForceTest {
  private static final double TOLERANCE_M = 1;

  @Test
  void endsAreJoinedAsEveryPairMeasuredByItselfSays() {
    int met = 0;
    for (int round = 0; round < 40; round++) {
      long seed = 20261122 + round;
      List<RoadPiece> pieces = random(new Random(seed));
      Topology topology = Topology.of(pieces, TOLERANCE_M);
      int[] junctionOf = junctionsOfEnds(topology);
      int[] expected = expected(pieces);
      for (int a = 0; a < expected.length; a++) {
        for (int b = 0; b < a; b++) {
          assertThat(junctionOf[a] == junctionOf[b])
              .as("seed %d, ends %d and %d", seed, a, b)
              .isEqualTo(expected[a] == expected[b]);
        }
      }
      Map<Integer, Set<Integer>> onPiece = new HashMap<>();
      topology
          .parts()
          .forEach(
              part ->
                  onPiece
                      .computeIfAbsent(part.piece(), any -> new HashSet<>())
                      .addAll(List.of(part.fromJunction(), part.toJunction())));
      for (int end = 0; end < expected.length; end++) {
        for (int p = 0; p < pieces.size(); p++) {
          if (p != end / 2 && isWithin(pieces, end, p)) {
            met++;
            assertThat(onPiece.get(p))
                .as("seed %d, end %d on piece %d", seed, end, p)
                .contains(junctionOf[end]);
          }
        }
      }
    }
    assertThat(met).isGreaterThan(500);
  }

  /** Ends on a lattice and on lines between its points, each moved by up to some metres. */
  private static List<RoadPiece> random(Random random) {
    List<RoadPiece> pieces = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      double[] ends = new double[4];
      for (int e = 0; e < 4; e += 2) {
        int column = random.nextInt(5);
        boolean onLine = random.nextInt(3) == 0;
        ends[e] = column * 200 + (onLine ? 80 : 0) + jitterM(random);
        ends[e + 1] = random.nextInt(5) * 200 + jitterM(random);
      }
      if (Math.hypot(ends[0] - ends[2], ends[1] - ends[3]) > 50) {
        Integer level = random.nextInt(4) == 0 ? 1 : null;
        pieces.add(piece("P" + i, "G105", 0, 1, false, level, line(ends)));
      }
    }
    return pieces;
  }

  private static double jitterM(Random random) {
    return random.nextBoolean() ? 0 : 1.5 * random.nextGaussian();
  }

  private static int[] junctionsOfEnds(Topology topology) {
    int[] junctionOf = new int[2 * topology.pieces().size()];
    Arrays.fill(junctionOf, -1);
    for (Topology.Part part : topology.parts()) {
      if (part.fromM() == 0) {
        junctionOf[2 * part.piece()] = part.fromJunction();
      }
      if (part.toM() == topology.index().line(part.piece()).lengthM()) {
        junctionOf[2 * part.piece() + 1] = part.toJunction();
      }
    }
    return junctionOf;
  }

  /** The group of each end, named by its least member. */
  private static int[] expected(List<RoadPiece> pieces) {
    int ends = 2 * pieces.size();
    Unions groups = new Unions(ends);
    Map<Integer, List<double[]>> feet = new HashMap<>(); // of each piece: end, measure
    for (int a = 0; a < ends; a++) {
      for (int b = 0; b < a; b++) {
        if (apartM(end(pieces, a), end(pieces, b)) <= TOLERANCE_M) {
          groups.join(a, b);
        }
      }
      for (int p = 0; p < pieces.size(); p++) {
        if (p != a / 2 && isWithin(pieces, a, p)) {
          NearestPair pair = nearest(pieces, a, p);
          Coordinate foot = new Coordinate(pair.targetLonDeg(), pair.targetLatDeg());
          double fromM = apartM(end(pieces, 2 * p), foot);
          double toM = apartM(end(pieces, 2 * p + 1), foot);
          if (fromM <= TOLERANCE_M) {
            groups.join(a, 2 * p);
          } else if (toM <= TOLERANCE_M) {
            groups.join(a, 2 * p + 1);
          } else {
            feet.computeIfAbsent(p, any -> new ArrayList<>()).add(new double[] {a, fromM});
          }
        }
      }
    }
    feet.values().forEach(list -> joinNeighbours(list, groups));
    int[] result = new int[ends];
    for (int a = 0; a < ends; a++) {
      result[a] = groups.find(a);
    }
    return result;
  }

  private static void joinNeighbours(List<double[]> feet, Unions groups) {
    feet.sort((a, b) -> Double.compare(a[1], b[1]));
    double[] anchor = null;
    for (double[] foot : feet) {
      if (anchor != null && foot[1] - anchor[1] <= TOLERANCE_M) {
        groups.join((int) anchor[0], (int) foot[0]);
      } else {
        anchor = foot;
      }
    }
  }

  private static boolean isWithin(List<RoadPiece> pieces, int end, int piece) {
    return pieces.get(end / 2).level() == pieces.get(piece).level()
        && nearest(pieces, end, piece).distanceM() <= TOLERANCE_M;
  }

  private static NearestPair nearest(List<RoadPiece> pieces, int end, int piece) {
    return GeodesicTarget.of(pieces.get(piece).line())
        .nearest(new GeometryFactory().createPoint(end(pieces, end)));
  }

  private static Coordinate end(List<RoadPiece> pieces, int end) {
    var line = pieces.get(end / 2).line();
    return line.getCoordinateN(end % 2 == 0 ? 0 : line.getNumPoints() - 1);
  }

  private static double apartM(Coordinate a, Coordinate b) {
    return Cgcs2000.distanceM(a.x, a.y, b.x, b.y);
  }
}
