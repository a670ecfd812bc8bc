package cn.anlan.geo.road.reach;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.geo.road.graph.EdgeFactors;
import cn.anlan.geo.road.graph.RoadGraph;
import cn.anlan.geo.road.graph.SmallNetwork;
import cn.anlan.geo.road.graph.TankerSpeeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class IsochronesTest {
  private static final double METRES_PER_DEGREE = 111_200;

  @TempDir Path directory;

  @Test
  void whatIsReachedAllRoundIsInsideAndWhatIsNotIsOutside() throws Exception {
    long seed = 20;
    Random random = new Random(seed);
    try (RoadGraph graph = RandomNetwork.build(directory, random)) {
      ReachNetwork network = ReachNetwork.of(graph, ReachModel.shipped());
      double[][] at = RandomNetwork.places(2, random);
      Placing teams = network.place(at[0], at[1]);
      Arrivals arrivals = Arrivals.of(teams, new double[] {60, 60}, 900);
      List<Double> minutes = List.of(3.0, 6.0, 10.0);
      Isochrones.Areas areas = Isochrones.of(arrivals, minutes, 40);
      assertThat(areas.cellM()).isEqualTo(40);
      double diagonal = 1.01 * Math.sqrt(2) * 40;
      int inside = 0;
      int outside = 0;
      for (int i = 0; i < 3_000; i++) {
        double[][] one = RandomNetwork.places(1, random);
        for (Isochrones.Band band : areas.bands()) {
          int reached = reachedRound(network, arrivals, one, diagonal, band.minutes() * 60);
          boolean in = holds(band.area(), one[0][0], one[1][0]);
          String what =
              "seed %d, %s, %s min".formatted(seed, List.of(one[0][0], one[1][0]), band.minutes());
          if (reached == 1) {
            inside++;
            assertThat(in).as(what).isTrue();
          } else if (reached == 0) {
            outside++;
            assertThat(in).as(what).isFalse();
          }
        }
      }
      assertThat(inside).isGreaterThan(300);
      assertThat(outside).isGreaterThan(1000);
      for (int i = 1; i < 3; i++) {
        assertThat(areas.bands().get(i).area().getArea())
            .isGreaterThan(areas.bands().get(i - 1).area().getArea());
        assertThat(areas.bands().get(i).area().isValid()).isTrue();
      }
    }
  }

  /** Junctions are 9 km apart and roads bulge between them: most time runs out far from any. */
  @Test
  void whatIsReachedBetweenFarJunctionsIsInside() throws Exception {
    double side = 0.09 * 4;
    int reachedPlaces = 0;
    for (long seed = 1; seed <= 3; seed++) {
      Random random = new Random(seed);
      try (RoadGraph graph = farJunctions(directory.resolve("s" + seed), random)) {
        ReachNetwork network = ReachNetwork.of(graph, ReachModel.shipped());
        for (int start = 0; start < 8; start++) {
          Placing team =
              network.place(
                  new double[] {RandomNetwork.WEST + side * random.nextDouble()},
                  new double[] {RandomNetwork.SOUTH + side * random.nextDouble()});
          Arrivals arrivals = Arrivals.of(team, new double[] {60}, 1200);
          Isochrones.Areas areas = Isochrones.of(arrivals, List.of(20.0), 250);
          double diagonal = 1.01 * Math.sqrt(2) * areas.cellM();
          for (int i = 0; i < 500; i++) {
            double[][] one = {
              {RandomNetwork.WEST + side * (1.2 * random.nextDouble() - 0.1)},
              {RandomNetwork.SOUTH + side * (1.2 * random.nextDouble() - 0.1)}
            };
            if (reachedRound(network, arrivals, one, diagonal, 1200) == 1) {
              reachedPlaces++;
              assertThat(holds(areas.bands().get(0).area(), one[0][0], one[1][0]))
                  .as("seed %d, start %d, %s %s", seed, start, one[0][0], one[1][0])
                  .isTrue();
            }
          }
        }
      }
    }
    assertThat(reachedPlaces).isGreaterThan(200);
  }

  /** Five by five junctions, every road with three bends up to 3 km beside the straight line. */
  private static RoadGraph farJunctions(Path place, Random random) throws IOException {
    SmallNetwork roads = new SmallNetwork();
    for (int i = 0; i < 25; i++) {
      roads.node(i + 1, RandomNetwork.WEST + 0.09 * (i % 5), RandomNetwork.SOUTH + 0.09 * (i / 5));
    }
    long id = 100;
    for (int i = 0; i < 25; i++) {
      for (int to : new int[] {i % 5 < 4 ? i + 1 : -1, i + 5}) {
        if (to > 0 && to < 25) {
          double[] a = roads.at(i + 1);
          double[] b = roads.at(to + 1);
          for (int bend = 1; bend <= 3; bend++) {
            roads.node(
                id + bend,
                a[0] + (b[0] - a[0]) * bend / 4 + 0.06 * (random.nextDouble() - 0.5),
                a[1] + (b[1] - a[1]) * bend / 4 + 0.06 * (random.nextDouble() - 0.5));
          }
          roads.way(id, "highway=secondary", i + 1, id + 1, id + 2, id + 3, to + 1);
          id += 10;
        }
      }
    }
    Files.createDirectories(place);
    RoadGraph.build(
        roads.write(place.resolve("far.osm")),
        place.resolve("graph"),
        null,
        new TankerSpeeds(80, 60),
        EdgeFactors.NONE);
    return RoadGraph.open(place.resolve("graph"));
  }

  /**
   * Where roads go both ways the time at a place changes from one place to another by no more than
   * the slowest road and the way off it cost for the metres between, so the corner of the cell that
   * decided where the border runs is as late as the place to within that of the cell's diagonal.
   */
  @Test
  void aPlaceIsAsLateAsItsBandSaysToWithinACell() throws Exception {
    double cellM = 40;
    double slackS = Math.sqrt(2) * cellM * 1.01 * (3.6 / 15 + 3.6 / 25); // residential: 25 km/h
    for (long seed = 31; seed <= 33; seed++) {
      Random random = new Random(seed);
      try (RoadGraph graph = RandomNetwork.build(directory.resolve("s" + seed), random, 0)) {
        ReachNetwork network = ReachNetwork.of(graph, ReachModel.shipped());
        double[][] at = RandomNetwork.places(2, random);
        Arrivals arrivals = Arrivals.of(network.place(at[0], at[1]), new double[] {60, 60}, 1000);
        Isochrones.Areas areas = Isochrones.of(arrivals, List.of(3.0, 6.0, 10.0), cellM);
        double[][] asked = RandomNetwork.places(2_000, random);
        ArrivalTimes times = arrivals.at(network.place(asked[0], asked[1]));
        for (int i = 0; i < 2_000; i++) {
          for (Isochrones.Band band : areas.bands()) {
            String what = "seed %d, place %d, %s min".formatted(seed, i, band.minutes());
            if (holds(band.area(), asked[0][i], asked[1][i])) {
              assertThat(times.seconds(i)).as(what).isLessThan(band.minutes() * 60 + slackS);
            } else {
              assertThat(times.seconds(i)).as(what).isGreaterThan(band.minutes() * 60 - slackS);
            }
          }
        }
      }
    }
  }

  @Test
  void noTeamReachesNothing() throws Exception {
    Random random = new Random(2);
    try (RoadGraph graph = RandomNetwork.build(directory, random)) {
      ReachNetwork network = ReachNetwork.of(graph, ReachModel.shipped());
      Placing nowhere = network.place(new double[] {100}, new double[] {30});
      Arrivals arrivals = Arrivals.of(nowhere, new double[1], 900);
      assertThat(Isochrones.of(arrivals, List.of(15.0), 100).bands().get(0).area().isEmpty())
          .isTrue();
    }
  }

  @Test
  void contoursOfNoiseAreValidAndPartTheCorners() {
    GeometryFactory factory = new GeometryFactory();
    for (long seed = 1; seed <= 30; seed++) {
      Random random = new Random(seed);
      int columns = 5 + random.nextInt(30);
      double[] values = new double[columns * (5 + random.nextInt(30))];
      for (int i = 0; i < values.length; i++) {
        values[i] =
            random.nextInt(9) == 0 ? Double.POSITIVE_INFINITY : random.nextInt(11); // many at 5
      }
      Geometry area = Contour.area(values, columns, 5);
      assertThat(area.isValid()).as("seed " + seed).isTrue();
      for (int i = 0; i < values.length; i++) {
        int column = i % columns;
        int row = i / columns;
        boolean border =
            column == 0 || row == 0 || column == columns - 1 || row == values.length / columns - 1;
        assertThat(area.contains(factory.createPoint(new Coordinate(column, row))))
            .as("seed %d, corner %d %d", seed, column, row)
            .isEqualTo(!border && values[i] <= 5);
      }
    }
  }

  /** 1: all of the place and 16 round it are reached, 0: none, −1: some. */
  private static int reachedRound(
      ReachNetwork network, Arrivals arrivals, double[][] at, double radiusM, double limitS) {
    int n = 128;
    double[] lon = new double[n + 1];
    double[] lat = new double[n + 1];
    for (int i = 0; i < n; i++) {
      double r = radiusM * (1 + i / 16) / 8 / METRES_PER_DEGREE;
      double angle = Math.PI * i / 8;
      lon[i] = at[0][0] + r * Math.cos(angle) / Math.cos(Math.toRadians(at[1][0]));
      lat[i] = at[1][0] + r * Math.sin(angle);
    }
    lon[n] = at[0][0];
    lat[n] = at[1][0];
    ArrivalTimes times = arrivals.at(network.place(lon, lat));
    int reached = 0;
    for (int i = 0; i <= n; i++) {
      reached += times.seconds(i) <= limitS ? 1 : 0;
    }
    return reached == n + 1 ? 1 : reached == 0 ? 0 : -1;
  }

  private static boolean holds(Geometry area, double lonDeg, double latDeg) {
    return area.contains(area.getFactory().createPoint(new Coordinate(lonDeg, latDeg)));
  }
}
