package cn.anlan.geo.road.slope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.road.GradeLimits;
import cn.anlan.geo.road.LongDowngrade.Verdict;
import cn.anlan.geo.road.MeasuredLine;
import cn.anlan.geo.road.graph.RoadGraph;
import cn.anlan.geo.road.height.HeightModel;
import cn.anlan.geo.road.height.Heights;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;

/** Roads over ground of a known shape. */
class NetworkDowngradesTest {
  private static final GradeLimits LIMITS = GradeLimits.shipped();
  private static final double SIGMA_M = HeightModel.shipped().sigmaM();
  private static final double U_M = 2 * Math.sqrt(2) * SIGMA_M;

  @TempDir Path dir;

  private List<NetworkDowngrade> find(MadeRoads roads, Heights ground) throws Exception {
    try (RoadGraph graph = roads.open(dir)) {
      ChainProfiles drawn =
          ChainProfiles.of(
              graph,
              ground,
              HeightModel.shipped(),
              List.of(new ChainProfiles.Place("示例村", MadeRoads.at(0, 500).x, 28)));
      drawn.write(dir.resolve("profiles.bin"));
      return new NetworkDowngrades(graph, ChainProfiles.read(dir.resolve("profiles.bin"), graph))
          .find(LIMITS, 12, SIGMA_M);
    }
  }

  /** Heights by the way east, straight between given ones. */
  private static Heights along(double... eastAndHeightM) {
    return (lon, lat) -> {
      double x = MadeRoads.xM(lon);
      int i = 0;
      while (i + 4 < eastAndHeightM.length && x > eastAndHeightM[i + 2]) {
        i += 2;
      }
      double share = (x - eastAndHeightM[i]) / (eastAndHeightM[i + 2] - eastAndHeightM[i]);
      return eastAndHeightM[i + 1] + share * (eastAndHeightM[i + 3] - eastAndHeightM[i + 1]);
    };
  }

  /** A road due east, a node every 2 km, in as many ways as there are tags. */
  private static MadeRoads eastward(String... tags) {
    MadeRoads roads = new MadeRoads();
    for (int i = 0; i <= tags.length; i++) {
      roads.node(i + 1, 2000 * i, 0);
    }
    for (int i = 0; i < tags.length; i++) {
      roads.way(i + 1, "highway=primary " + tags[i], i + 1, i + 2);
    }
    return roads;
  }

  @Test
  void aTentGoesDownOnEitherSideInItsDirectionWithItsPlaces() throws Exception {
    MadeRoads roads = eastward("ref=G1", "ref=G1", "ref=G1", "ref=G1", "ref=G1", "ref=G1");
    roads.node(90, 6000, 900).way(90, "highway=residential", 4, 90); // a junction in the middle
    List<NetworkDowngrade> found = find(roads, along(0, 100, 6000, 580, 12_000, 40));
    assertThat(found).hasSize(2);
    NetworkDowngrade east = found.get(0);
    assertThat(east.road()).isEqualTo("G1");
    assertThat(east.found().verdict()).isEqualTo(Verdict.EXCEEDS);
    assertThat(east.bearingDeg()).isCloseTo(90, within(1.0));
    assertThat(east.found().lengthKm()).isCloseTo(6, within(0.1));
    assertThat(east.found().dropM()).isCloseTo(540, within(6.0)); // the summit is rounded
    assertThat(east.found().averageGradePct()).isCloseTo(9, within(0.1));
    assertThat(east.found().gradeUncertaintyPct())
        .isCloseTo(U_M / east.found().lengthKm() / 10, within(1e-9));
    assertThat(MadeRoads.xM(east.top().x)).isCloseTo(6000, within(60.0));
    assertThat(MadeRoads.xM(east.foot().x)).isCloseTo(12_000, within(1.0));
    assertThat(east.top().getZ() - east.foot().getZ())
        .isCloseTo(east.found().dropM(), within(0.01));
    assertThat(east.topPlace()).isNull();
    NetworkDowngrade west = found.get(1);
    assertThat(west.bearingDeg()).isCloseTo(270, within(1.0));
    assertThat(west.found().dropM()).isCloseTo(480, within(6.0));
    assertThat(west.footPlace().name()).isEqualTo("示例村");
    assertThat(west.footPlace().distanceM()).isCloseTo(0, within(1.0));
  }

  @Test
  void itsPartsAreTheMetresOfTheEdgesThatItRunsOver() throws Exception {
    MadeRoads roads = eastward("ref=G1", "ref=G1", "ref=G1", "ref=G1");
    try (RoadGraph graph = roads.open(dir)) {
      ChainProfiles drawn =
          ChainProfiles.of(
              graph, along(0, 100, 5000, 100, 8000, 850), HeightModel.shipped(), List.of());
      NetworkDowngrade down = new NetworkDowngrades(graph, drawn).find(LIMITS, 12, SIGMA_M).get(0);
      double sum = 0;
      Coordinate at = down.top();
      for (NetworkDowngrade.Part part : down.parts()) {
        MeasuredLine line = MeasuredLine.of(graph.line(part.edge()));
        Coordinate from = line.at(part.forward() ? part.fromM() : part.toM());
        assertThat(Cgcs2000.distanceM(at.x, at.y, from.x, from.y)).isLessThan(0.02);
        at = line.at(part.forward() ? part.toM() : part.fromM());
        sum += part.toM() - part.fromM();
      }
      assertThat(Cgcs2000.distanceM(at.x, at.y, down.foot().x, down.foot().y)).isLessThan(0.02);
      assertThat(sum).isCloseTo(down.found().lengthKm() * 1000, within(0.01));
      assertThat(down.parts()).hasSizeGreaterThanOrEqualTo(2);
      assertThat(drawn.withoutHeightsM(graph)).isZero();
    }
  }

  @Test
  void aShortRiseIsGoneOverAndALongOneIsNot() throws Exception {
    MadeRoads roads = eastward("ref=G1", "ref=G1", "ref=G1", "ref=G1", "ref=G1", "ref=G1");
    double[] short10 = {0, 900, 5700, 450, 6000, 460, 12_000, 0};
    double[] long25 = {0, 900, 5700, 450, 6300, 475, 12_000, 0};
    assertThat(find(roads, along(short10))).hasSize(1);
    dir = dir.resolve("long");
    dir.toFile().mkdir();
    List<NetworkDowngrade> two = find(roads, along(long25));
    assertThat(two).hasSize(2);
    assertThat(two).allMatch(d -> d.found().verdict() == Verdict.EXCEEDS);
  }

  @Test
  void aOneWayRoadGoesDownTheWayItIsDriven() throws Exception {
    Heights ground = along(0, 700, 8000, 100);
    MadeRoads uphill = new MadeRoads().node(1, 0, 0).node(2, 8000, 0);
    uphill.way(1, "highway=primary ref=G1 oneway=-1", 1, 2);
    assertThat(find(uphill, ground)).isEmpty();
    MadeRoads down = new MadeRoads().node(1, 0, 0).node(2, 8000, 0);
    down.way(1, "highway=primary ref=G1 oneway=yes", 1, 2);
    dir = dir.resolve("down");
    dir.toFile().mkdir();
    assertThat(find(down, ground)).hasSize(1);
  }

  @Test
  void aTunnelsMountainIsNoSlopeAlsoWhereItIsOfSeveralEdges() throws Exception {
    MadeRoads roads =
        eastward("ref=G1", "ref=G1 tunnel=yes", "ref=G1 tunnel=yes", "ref=G1")
            .node(90, 4000, -3000)
            .way(90, "highway=primary ref=G9 tunnel=yes", 3, 90); // begins inside the mountain
    Heights mountain = along(0, 100, 2000, 110, 4000, 700, 6000, 120, 8000, 130);
    assertThat(find(roads, mountain)).isEmpty();
    dir = dir.resolve("open");
    dir.toFile().mkdir();
    MadeRoads open = eastward("ref=G1", "ref=G1", "ref=G1", "ref=G1");
    assertThat(find(open, mountain)).hasSize(2);
  }

  @Test
  void whereTheGroundIsNotKnownNothingIsSaidAndTheLengthIsTold() throws Exception {
    MadeRoads roads = eastward("ref=G1", "ref=G1", "ref=G1", "ref=G1");
    Heights slope = along(0, 900, 8000, 100);
    Heights hole = (lon, lat) -> MadeRoads.xM(lon) > 4100 ? Double.NaN : slope.heightM(lon, lat);
    List<NetworkDowngrade> found = find(roads, hole);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).found().lengthKm()).isCloseTo(4.1, within(0.05));
    try (RoadGraph graph = RoadGraph.open(dir.resolve("graph"))) {
      assertThat(ChainProfiles.read(dir.resolve("profiles.bin"), graph).withoutHeightsM(graph))
          .isCloseTo(4000, within(5.0));
    }
  }
}
