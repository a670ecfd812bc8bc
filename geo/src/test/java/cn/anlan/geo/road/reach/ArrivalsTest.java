package cn.anlan.geo.road.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.distance.PointDistances;
import cn.anlan.geo.distance.PointSet;
import cn.anlan.geo.distance.TargetIndex;
import cn.anlan.geo.road.graph.EdgeFactors;
import cn.anlan.geo.road.graph.RoadGraph;
import cn.anlan.geo.road.graph.SmallNetwork;
import cn.anlan.geo.road.graph.TankerSpeeds;
import cn.anlan.geo.text.Text;
import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.routing.util.TraversalMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

class ArrivalsTest {
  private static final ReachModel MODEL = ReachModel.shipped();

  @TempDir Path directory;

  @Test
  void oneRunFromAllTeamsIsTheBestOfARunForEachTeamAndOfAllFeetOnAllRoads() throws Exception {
    int fartherRoads = 0;
    for (long seed = 1; seed <= 5; seed++) {
      Random random = new Random(seed);
      try (RoadGraph graph = RandomNetwork.build(directory.resolve("s" + seed), random)) {
        ReachNetwork network = ReachNetwork.of(graph, MODEL);
        double[][] at = RandomNetwork.places(6, random);
        double[] turnout = random.doubles(6, 0, 300).toArray();
        double[][] asked = RandomNetwork.places(120, random);
        Placing teams = network.place(at[0], at[1]);
        Placing places = network.place(asked[0], asked[1]);
        ArrivalTimes all = Arrivals.of(teams, turnout, Double.POSITIVE_INFINITY).at(places);
        Arrivals early = Arrivals.of(teams, turnout, 400);
        SlowReach slow = new SlowReach(graph, MODEL);
        List<List<SlowReach.Foot>> starts = new ArrayList<>();
        List<double[]> single = new ArrayList<>();
        for (int team = 0; team < 6; team++) {
          starts.add(slow.feet(at[0][team], at[1][team]));
          single.add(slow.fromTeam(starts.get(team), turnout[team]));
        }
        for (int i = 0; i < places.size(); i++) {
          double best = Double.POSITIVE_INFINITY;
          double nearestM = Double.POSITIVE_INFINITY;
          for (SlowReach.Foot foot : slow.feet(asked[0][i], asked[1][i])) {
            nearestM = Math.min(nearestM, foot.awayM());
            for (int team = 0; team < 6; team++) {
              double there = slow.atFoot(foot, starts.get(team), turnout[team], single.get(team));
              best = Math.min(best, there + slow.offRoadS(foot));
            }
          }
          String what = "seed %d, place %d".formatted(seed, i);
          assertThat(all.seconds(i)).as(what).isEqualTo(best, within(0.02));
          assertThat(places.nearestRoadM(i)).as(what).isEqualTo(nearestM, within(0.02));
          fartherRoads += all.offRoadM(i) > nearestM + 1 ? 1 : 0;
          double told = early.at(places).seconds(i);
          double toldWithin = early.at(places, 400).seconds(i);
          if (best <= 400) {
            assertThat(told).as(what).isEqualTo(best, within(0.02));
            assertThat(toldWithin).as(what).isEqualTo(told);
          } else {
            assertThat(told).as(what).isGreaterThan(400);
            assertThat(toldWithin).as(what).isInfinite();
          }
        }
      }
    }
    assertThat(fartherRoads).isBetween(100, 590); // of 600: it matters, and not everywhere
  }

  /**
   * A trunk road along 28° N; 557 m north of it a lane that joins it at the eastern end only. What
   * stands beside the lane is reached across the field.
   */
  @Test
  void aRoadFartherAwayServesWhereItIsSooner() throws Exception {
    SmallNetwork small =
        new SmallNetwork()
            .node(1, 115, 28)
            .node(2, 115.1, 28)
            .node(3, 115, 28.005)
            .node(4, 115.1, 28.005);
    small.way(1, "highway=trunk", 1, 2);
    small.way(2, "highway=residential", 3, 4, 2);
    try (RoadGraph graph = built(small)) {
      ReachNetwork network = ReachNetwork.of(graph, MODEL);
      Placing ends = network.place(new double[] {115, 115.03}, new double[] {28, 28.004});
      double roadM = Cgcs2000.distanceM(115, 28, 115.03, 28);
      double fieldM = Cgcs2000.distanceM(115.03, 28, 115.03, 28.004);
      double seconds = 60 + roadM / (60 / 3.6) + fieldM / (15 / 3.6); // reach.yaml: trunk 60 km/h
      // a geodesic of 10 km from west to east leaves its parallel by up to 1 m
      assertThat(ends.nearestRoadM(1)).isEqualTo(fieldM / 4, within(1.0));
      for (int station = 0; station < 2; station++) { // there, and from there
        ArrivalTimes times =
            Arrivals.of(ends.only(station), new double[] {60}, Double.POSITIVE_INFINITY)
                .at(ends.only(1 - station));
        assertThat(times.seconds(0)).isEqualTo(seconds, within(0.5));
        assertThat(times.offRoadM(0)).isEqualTo(station == 0 ? fieldM : 0, within(1.0));
      }
    }
  }

  /** A lane, one edge, up a valley and back on its other side: the near arm is not the soon one. */
  @Test
  void aBentRoadIsLeftOnTheArmThatIsSooner() throws Exception {
    SmallNetwork small =
        new SmallNetwork()
            .node(1, 115, 28)
            .node(2, 115.08, 28)
            .node(3, 115.08, 28.005)
            .node(4, 115, 28.005);
    small.way(1, "highway=tertiary", 1, 2, 3, 4);
    try (RoadGraph graph = built(small)) {
      ReachNetwork network = ReachNetwork.of(graph, MODEL);
      Placing station = network.place(new double[] {115}, new double[] {28});
      Placing place = network.place(new double[] {115.01}, new double[] {28.003});
      ArrivalTimes times =
          Arrivals.of(station, new double[] {0}, Double.POSITIVE_INFINITY).at(place);
      assertThat(graph.edges()).isEqualTo(1);
      assertThat(place.nearestRoadM(0)).isEqualTo(221.6, within(0.5)); // 0.002° of latitude
      assertThat(times.offRoadM(0)).isEqualTo(332.4, within(0.5)); // 0.003°
    }
  }

  @Test
  void travelTimesAreThoseOfGraphHoppersShortestPathTree() throws Exception {
    // nobody goes off the road: across a field a junction may be nearer than by road
    ReachModel asCars =
        new ReachModel(1, new Text("试", "test"), Map.of(), 0, Map.of(), 10, 1, List.of());
    Random random = new Random(7);
    try (RoadGraph graph = RandomNetwork.build(directory, random)) {
      ReachNetwork network = ReachNetwork.of(graph, asCars);
      int start = 0;
      Placing team = network.place(lon(graph, start), lat(graph, start));
      Arrivals arrivals = Arrivals.of(team, new double[1], Double.POSITIVE_INFINITY);
      var weighting = graph.hierarchy(RoadGraph.CAR).getWeighting();
      int[] seen = new int[1];
      ShortestPathTree tree =
          new ShortestPathTree(graph.base(), weighting, false, TraversalMode.NODE_BASED);
      tree.setTimeLimit(1e9);
      tree.search(
          start,
          label -> {
            Placing node = network.place(lon(graph, label.node), lat(graph, label.node));
            if (node.nearestRoadM(0) > 0.01) {
              return; // only a motorway or a tunnel comes here
            }
            // GraphHopper rounds each edge's milliseconds
            assertThat(arrivals.at(node).seconds(0))
                .as("node " + label.node)
                .isEqualTo(label.time / 1000.0, within(0.2));
            seen[0]++;
          });
      assertThat(seen[0]).isGreaterThan(100);
    }
  }

  @Test
  void nobodyComesToAnIslandAndNothingIsSaidOfWhatHasNoRoad() throws Exception {
    // the island is 2 km off: nobody crosses that
    ReachModel near =
        new ReachModel(1, new Text("试", "test"), Map.of(), 0, Map.of(), 10, 500, List.of());
    Random random = new Random(3);
    try (RoadGraph graph = RandomNetwork.build(directory, random)) {
      ReachNetwork network = ReachNetwork.of(graph, near);
      Placing team =
          network.place(new double[] {RandomNetwork.WEST}, new double[] {RandomNetwork.SOUTH});
      Arrivals arrivals = Arrivals.of(team, new double[] {60}, Double.POSITIVE_INFINITY);
      Placing places =
          network.place(
              new double[] {RandomNetwork.WEST + 0.04, 117, Double.NaN},
              new double[] {RandomNetwork.SOUTH - 0.021, 28, 28});
      ArrivalTimes times = arrivals.at(places);
      assertThat(places.isPlaced(0)).isTrue();
      assertThat(places.isPlaced(1)).isFalse();
      assertThat(places.nearestRoadM(1)).isInfinite();
      assertThat(places.isPlaced(2)).isFalse();
      for (int i = 0; i < 3; i++) {
        assertThat(times.seconds(i)).isInfinite();
        assertThat(times.team(i)).isEqualTo(ArrivalTimes.NOBODY);
        assertThat(times.offRoadM(i)).isInfinite();
      }
    }
  }

  /** The motorway is the nearest road, and 120 m farther a lane runs beside it. */
  @Test
  void nobodyStepsOffAMotorwayOrOutOfATunnel() throws Exception {
    SmallNetwork small =
        new SmallNetwork()
            .node(1, 115, 28)
            .node(2, 115.02, 28)
            .node(3, 115, 28.002)
            .node(4, 115.02, 28.002);
    small.way(1, "highway=motorway", 1, 2);
    small.way(2, "highway=tertiary", 3, 4);
    small.way(3, "highway=tertiary tunnel=yes", 1, 3);
    try (RoadGraph graph = built(small)) {
      ReachNetwork network = ReachNetwork.of(graph, MODEL);
      Placing place = network.place(new double[] {115.01}, new double[] {28.0004});
      double laneM = 177.3; // 0.0016° of latitude
      assertThat(place.nearestRoadM(0)).isEqualTo(laneM, within(0.5));
      Placing station = network.place(new double[] {115}, new double[] {28.002});
      ArrivalTimes times =
          Arrivals.of(station, new double[] {0}, Double.POSITIVE_INFINITY).at(place);
      assertThat(times.offRoadM(0)).isEqualTo(laneM, within(0.5));
    }
  }

  @Test
  void nearestRoadsAreThoseOfTheDistanceEngine() throws Exception {
    Random random = new Random(11);
    try (RoadGraph graph = RandomNetwork.build(directory, random)) {
      ReachNetwork network = ReachNetwork.of(graph, MODEL);
      GeometryFactory factory = new GeometryFactory();
      List<LineString> stopping = new ArrayList<>();
      graph.forEachEdge(
          edge -> {
            if (!edge.isTunnel() && !edge.roadClass().equals("motorway")) {
              stopping.add(factory.createLineString(graph.line(edge.id())));
            }
          });
      double[][] at = RandomNetwork.places(300, random);
      PointDistances exact =
          TargetIndex.of(stopping).nearest(PointSet.of(at[0], at[1]), MODEL.offRoadBoundM());
      Placing places = network.place(at[0], at[1]);
      for (int i = 0; i < 300; i++) {
        assertThat(places.nearestRoadM(i))
            .as("place " + i)
            .isEqualTo(exact.distanceM(i), within(0.02));
      }
    }
  }

  private RoadGraph built(SmallNetwork small) throws Exception {
    Path graph = directory.resolve("g");
    RoadGraph.build(
        small.write(directory.resolve("m.osm")),
        graph,
        null,
        new TankerSpeeds(80, 60),
        EdgeFactors.NONE);
    return RoadGraph.open(graph);
  }

  private static double[] lon(RoadGraph graph, int node) {
    return new double[] {graph.lonDeg(node)};
  }

  private static double[] lat(RoadGraph graph, int node) {
    return new double[] {graph.latDeg(node)};
  }
}
