package cn.anlan.geo.road.linear;

import static cn.anlan.geo.road.topology.Pieces.line;
import static cn.anlan.geo.road.topology.Pieces.piece;
import static cn.anlan.geo.road.topology.Pieces.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.road.topology.RoadPiece;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Random routes: every stake by walking along each piece, every distance by the exact engine. */
class RouteIndexAgainstBruteForceTest {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  @Test
  void stakesPlacesAndDistancesAreThoseOfPieceByPiece() {
    for (int round = 0; round < 20; round++) {
      long seed = 8000 + round;
      Random random = new Random(seed);
      List<RoadPiece> pieces = routes(random);
      RouteIndex index = RouteIndex.of(pieces);
      for (int i = 0; i < 100; i++) {
        String route = "G" + (1 + random.nextInt(4));
        double stakeKm = 30 * random.nextDouble();
        List<RoutePlace> found = index.find(route, stakeKm, Direction.BOTH);
        List<Coordinate> expected = new ArrayList<>();
        for (RoadPiece piece : pieces) {
          if (piece.routeNo().equals(route)
              && (piece.fromStakeKm() - stakeKm) * (piece.toStakeKm() - stakeKm) < 0) {
            expected.add(walk(piece, stakeKm));
          }
        }
        String as = "seed %d, %s %s".formatted(seed, route, stakeKm);
        assertThat(found).as(as).hasSameSizeAs(expected);
        for (RoutePlace place : found) {
          assertThat(expected)
              .as(as)
              .anyMatch(c -> Cgcs2000.distanceM(c.x, c.y, place.lonDeg(), place.latDeg()) < 0.001);
          comesBack(index, place, as);
        }
      }
      for (int i = 0; i < 100; i++) {
        Coordinate at = place(20_000 * random.nextDouble(), 6_000 * random.nextDouble());
        nearestIsNearest(index, pieces, at, "seed %d, %s".formatted(seed, at));
      }
    }
  }

  private static void comesBack(RouteIndex index, RoutePlace place, String as) {
    assertThat(index.name(place.lonDeg(), place.latDeg(), 5, place.routeNo()))
        .as(as)
        .anyMatch(
            n -> n.distanceM() < 0.01 && Math.abs(n.place().stakeKm() - place.stakeKm()) < 0.00002);
  }

  private static void nearestIsNearest(
      RouteIndex index, List<RoadPiece> pieces, Coordinate at, String as) {
    double leastM = Double.POSITIVE_INFINITY;
    for (RoadPiece piece : pieces) {
      double d = GeodesicTarget.of(piece.line()).nearest(GEOMETRIES.createPoint(at)).distanceM();
      leastM = Math.min(leastM, d);
    }
    List<NamedPlace> named = index.name(at.x, at.y, 3_000, null);
    if (leastM < 2_999) {
      assertThat(named.get(0).distanceM()).as(as).isCloseTo(leastM, within(0.01 + 1e-6 * leastM));
    } else if (leastM > 3_001) {
      assertThat(named).as(as).isEmpty();
    }
  }

  /** Four winding routes, cut into pieces, some drawn against the stakes, some left out. */
  private static List<RoadPiece> routes(Random random) {
    List<RoadPiece> pieces = new ArrayList<>();
    for (int route = 1; route <= 4; route++) {
      double km = 0;
      double east = 0;
      double north = 1500 * route;
      for (int i = 0; i < 15; i++) {
        double[] line = new double[8];
        for (int p = 0; p < 4; p++) {
          line[2 * p] = east;
          line[2 * p + 1] = north;
          if (p < 3) {
            east += 100 + 500 * random.nextDouble();
            north += 300 * random.nextGaussian();
          }
        }
        double next = km + 1 + random.nextDouble();
        if (random.nextInt(8) > 0) {
          boolean against = random.nextBoolean();
          pieces.add(
              piece(
                  "R" + route + "-" + i,
                  "G" + route,
                  against ? next : km,
                  against ? km : next,
                  against ? line(line).reverse() : line(line)));
        }
        km = random.nextInt(6) == 0 ? next - 0.4 : next;
      }
    }
    return pieces;
  }

  /** From the beginning vertex by vertex, by geodesics. */
  private static Coordinate walk(RoadPiece piece, double stakeKm) {
    double lengthM = 0;
    Coordinate[] c = piece.line().getCoordinates();
    for (int i = 1; i < c.length; i++) {
      lengthM += Cgcs2000.distanceM(c[i - 1].x, c[i - 1].y, c[i].x, c[i].y);
    }
    double leftM =
        lengthM * (stakeKm - piece.fromStakeKm()) / (piece.toStakeKm() - piece.fromStakeKm());
    for (int i = 1; i < c.length; i++) {
      double edgeM = Cgcs2000.distanceM(c[i - 1].x, c[i - 1].y, c[i].x, c[i].y);
      if (leftM <= edgeM) {
        double t = leftM / edgeM;
        return new Coordinate(
            c[i - 1].x + t * (c[i].x - c[i - 1].x), c[i - 1].y + t * (c[i].y - c[i - 1].y));
      }
      leftM -= edgeM;
    }
    return c[c.length - 1];
  }
}
