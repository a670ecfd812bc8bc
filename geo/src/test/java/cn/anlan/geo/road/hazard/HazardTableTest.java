package cn.anlan.geo.road.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.road.MeasuredLine;
import cn.anlan.geo.road.graph.EdgeFactors;
import cn.anlan.geo.road.graph.RoadEdge;
import cn.anlan.geo.road.graph.RoadGraph;
import cn.anlan.geo.road.graph.SmallNetwork;
import cn.anlan.geo.road.hazard.DangerousGoods.Band;
import cn.anlan.geo.road.hazard.DangerousGoods.Cargo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class HazardTableTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double RADIUS_M = 800;
  private static final DangerousGoods MODEL = DangerousGoods.shipped();
  private static final Cargo PETROL = MODEL.cargo("flammable_liquid");
  private static final Band DAY = MODEL.band(12);

  @TempDir Path dir;
  private RoadGraph graph;

  @BeforeEach
  void crookedRoads() throws Exception {
    Random random = new Random(7);
    SmallNetwork network = new SmallNetwork();
    long node = 1;
    for (int way = 0; way < 12; way++) {
      long[] through = new long[9];
      double lon = 115 + 0.1 * random.nextDouble();
      double lat = 28 + 0.1 * random.nextDouble();
      for (int i = 0; i < through.length; i++) {
        network.node(node, lon, lat);
        through[i] = node++;
        lon += 0.012 * (random.nextDouble() - 0.3);
        lat += 0.012 * (random.nextDouble() - 0.5);
      }
      network.way(100 + way, "highway=primary ref=G" + (100 + way), through);
    }
    RoadGraph.build(
        network.write(dir.resolve("n.osm")),
        dir.resolve("g"),
        null,
        MODEL.speeds(),
        EdgeFactors.NONE);
    graph = RoadGraph.open(dir.resolve("g"));
  }

  @AfterEach
  void close() {
    graph.close();
  }

  private static int kind(String name) {
    return MODEL.hazards().stream().map(HazardKind::kind).toList().indexOf(name);
  }

  private static Hazard point(double lon, double lat, double persons) {
    return new Hazard(
        kind("settlement"),
        "t",
        "P" + lon,
        "place",
        persons,
        FACTORY.createPoint(new Coordinate(lon, lat)),
        null);
  }

  private HazardTable table(List<Hazard> hazards, EdgeStakes.Ways ways) {
    return table(hazards, List.of(), ways);
  }

  private HazardTable table(
      List<Hazard> hazards, List<GraphHazards.Found> found, EdgeStakes.Ways ways) {
    HazardTable table =
        HazardMatcher.table(
            MODEL, graph, EdgeStakes.of(graph, ways), hazards, found, List.of(RADIUS_M));
    Path file = dir.resolve("t.bin");
    table.write(file);
    return HazardTable.read(file); // what is kept is what is tested
  }

  private List<RoadEdge> edges() {
    List<RoadEdge> edges = new ArrayList<>();
    graph.forEachEdge(edges::add);
    return edges;
  }

  /** Walks every edge in steps and asks geodesics whether a place lies within the radius. */
  @Test
  void stretchesWithinARadiusAreThoseThatGeodesicsFind() {
    long seed = 20_261;
    Random random = new Random(seed);
    List<Hazard> hazards = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      hazards.add(point(115 + 0.12 * random.nextDouble(), 27.98 + 0.14 * random.nextDouble(), 10));
    }
    HazardTable table = table(hazards, null);
    double stepM = 2;
    int met = 0;
    for (RoadEdge edge : edges()) {
      double[] found = new double[hazards.size()];
      table.forEach(edge.id(), RADIUS_M, item -> found[item.thing()] += item.toM() - item.fromM());
      MeasuredLine line = MeasuredLine.of(graph.line(edge.id()));
      double[] walked = new double[hazards.size()];
      for (double m = stepM / 2; m < line.lengthM(); m += stepM) {
        Coordinate at = line.at(m);
        for (int h = 0; h < walked.length; h++) {
          Coordinate c = hazards.get(h).at().getCoordinate();
          walked[h] += Cgcs2000.distanceM(at.x, at.y, c.x, c.y) <= RADIUS_M ? stepM : 0;
        }
      }
      for (int h = 0; h < walked.length; h++) {
        met += walked[h] > 0 ? 1 : 0;
        assertThat(found[h])
            .as("seed %d, edge %d, hazard %d", seed, edge.id(), h)
            .isCloseTo(walked[h], within(4 * stepM + 4)); // a grazing line is long in few metres
      }
    }
    assertThat(met).isGreaterThan(20);
  }

  @Test
  void stretchesInAnAreaAreThoseOfJts() {
    Geometry area =
        FACTORY
            .createPoint(new Coordinate(115.05, 28.05))
            .buffer(0.03)
            .difference(FACTORY.createPoint(new Coordinate(115.05, 28.05)).buffer(0.008));
    HazardTable table =
        table(List.of(new Hazard(kind("water_second"), "t", "W", "water", 5000, area, null)), null);
    int met = 0;
    for (RoadEdge edge : edges()) {
      double[] found = new double[1];
      table.forEach(edge.id(), RADIUS_M, item -> found[0] += item.toM() - item.fromM());
      Coordinate[] line = graph.line(edge.id());
      Geometry inside = FACTORY.createLineString(line).intersection(area);
      double expected = 0;
      for (int i = 0; i < inside.getNumGeometries(); i++) {
        Coordinate[] part = inside.getGeometryN(i).getCoordinates();
        expected += part.length < 2 ? 0 : MeasuredLine.of(part).lengthM();
      }
      met += expected > 0 ? 1 : 0;
      assertThat(found[0]).as("edge %d", edge.id()).isCloseTo(expected, within(0.2));
    }
    assertThat(met).isGreaterThan(2);
  }

  @Test
  void riskIsReleasesTimesPersonsTimesConsequenceAndAddsUp() {
    RoadEdge edge = edges().get(0);
    MeasuredLine line = MeasuredLine.of(graph.line(edge.id()));
    Coordinate middle = line.at(line.lengthM() / 2);
    HazardTable table = table(List.of(point(middle.x, middle.y, 1000)), null);
    EdgeRisk risk = new EdgeRisk(MODEL, table, PETROL, DAY);
    double[] metres = new double[1];
    table.forEach(edge.id(), RADIUS_M, item -> metres[0] += item.toM() - item.fromM());
    // 0.117 releases per million km, 60 % of 1,000 at home by day, 20 % of them affected
    double expected = 0.117 * metres[0] / 1000 * 1000 * 0.6 * 0.2;
    double all = risk.risk(edge, 0, edge.lengthM());
    assertThat(all).isCloseTo(expected, within(1e-4)).isGreaterThan(1); // stored as floats
    double cut = edge.lengthM() * 0.4;
    assertThat(risk.risk(edge, 0, cut) + risk.risk(edge, cut, edge.lengthM()))
        .isCloseTo(all, within(1e-9));
    double effects =
        risk.effects(edge, 0, edge.lengthM()).stream().mapToDouble(EdgeRisk.Effect::risk).sum();
    assertThat(effects).isCloseTo(all, within(1e-9));
  }

  @Test
  void whereReleasesAreMoreFrequentTheRiskIsSoManyTimesAsHigh() {
    RoadEdge edge = edges().get(0);
    MeasuredLine line = MeasuredLine.of(graph.line(edge.id()));
    Coordinate middle = line.at(line.lengthM() / 2);
    Hazard people = point(middle.x, middle.y, 1000);
    Hazard downgrade =
        new Hazard(
            kind("long_downgrade"),
            "road_site",
            "D",
            "down",
            0,
            null,
            new Hazard.Stretch("G100", 0, 1000));
    EdgeStakes.Ways ways = id -> new EdgeStakes.Reach("R" + id, "G" + id, "class_2", 10, 20);
    EdgeRisk plain = new EdgeRisk(MODEL, table(List.of(people), ways), PETROL, DAY);
    EdgeRisk twice = new EdgeRisk(MODEL, table(List.of(people, downgrade), ways), PETROL, DAY);
    RoadEdge there =
        edges().stream().filter(e -> e.wayId() == edge.wayId()).findFirst().orElseThrow();
    double before = plain.risk(there, 0, there.lengthM());
    boolean onIt = there.wayId() == 100;
    assertThat(twice.risk(there, 0, there.lengthM()))
        .isCloseTo(onIt ? 2 * before : before, within(1e-9));
    RoadEdge g100 = edges().stream().filter(e -> e.wayId() == 100).findFirst().orElseThrow();
    assertThat(twice.risk(g100, 0, g100.lengthM()))
        .isCloseTo(2 * plain.risk(g100, 0, g100.lengthM()), within(1e-9));
    double own =
        twice.effects(g100, 0, g100.lengthM()).stream()
            .filter(e -> e.persons() == 0)
            .mapToDouble(EdgeRisk.Effect::risk)
            .sum();
    assertThat(own).isCloseTo(plain.risk(g100, 0, g100.lengthM()), within(1e-9));
  }

  private static Hazard stretch(String route, Coordinate at) {
    return new Hazard(
        kind("tunnel_very_long"),
        "tunnel",
        "T",
        "tunnel",
        0,
        at == null ? null : FACTORY.createPoint(at),
        new Hazard.Stretch(route, 12, 15.5));
  }

  @Test
  void aNumberThatOccursInAnotherCountyClosesNothingHere() {
    RoadEdge road = edges().get(0);
    Coordinate here = graph.line(road.id())[3];
    Coordinate elsewhere = new Coordinate(here.x + 1, here.y);
    EdgeStakes.Ways county = id -> new EdgeStakes.Reach("R" + id, "X101", "class_4", 10, 20);
    EdgeStakes.Ways national = id -> new EdgeStakes.Reach("R" + id, "G105", "class_2", 10, 20);
    assertThat(isClosed(stretch("X101", here), county, road)).isTrue();
    assertThat(isClosed(stretch("X101", elsewhere), county, road)).isFalse();
    assertThat(isClosed(stretch("X101", null), county, road)).isTrue();
    assertThat(isClosed(stretch("G105", elsewhere), national, road)).isTrue();
    assertThat(isClosed(stretch("105国道", here), national, road)).isTrue();
    assertThat(isClosed(stretch("G106", here), national, road)).isFalse();
  }

  private boolean isClosed(Hazard hazard, EdgeStakes.Ways ways, RoadEdge edge) {
    HazardTable table = table(List.of(hazard), ways);
    boolean closed = new EdgeRisk(MODEL, table, PETROL, DAY).isClosed(edge.id());
    if (edges().stream().noneMatch(e -> closes(table, e))) {
      assertThat(table.idle().get(0)).isTrue();
    } else {
      assertThat(table.idle().get(0)).isFalse();
    }
    return closed;
  }

  private static boolean closes(HazardTable table, RoadEdge edge) {
    return new EdgeRisk(MODEL, table, PETROL, DAY).isClosed(edge.id());
  }

  @Test
  void aTunnelThatIsDrawnInPartsIsAsLongAsAllOfThem() throws Exception {
    SmallNetwork network = new SmallNetwork();
    for (int i = 0; i < 8; i++) {
      network.node(i + 1, 115 + 0.015 * i, 28); // 1.47 km each
    }
    network.way(1, "highway=primary", 1, 2);
    network.way(2, "highway=primary tunnel=yes", 2, 3);
    network.way(3, "highway=primary tunnel=yes", 3, 4);
    network.way(4, "highway=primary tunnel=yes", 4, 5);
    network.way(5, "highway=primary", 5, 6);
    network.way(6, "highway=primary tunnel=yes", 6, 7, 8);
    RoadGraph.build(
        network.write(dir.resolve("t.osm")),
        dir.resolve("t"),
        null,
        MODEL.speeds(),
        EdgeFactors.NONE);
    try (RoadGraph tunnels = RoadGraph.open(dir.resolve("t"))) {
      HazardTable table =
          HazardMatcher.table(
              MODEL,
              tunnels,
              EdgeStakes.of(tunnels, null),
              List.of(),
              List.of(),
              List.of(RADIUS_M));
      EdgeRisk risk = new EdgeRisk(MODEL, table, PETROL, DAY);
      tunnels.forEachEdge(
          edge ->
              assertThat(risk.isClosed(edge.id()))
                  .as("way %d of %.0f m", edge.wayId(), edge.lengthM())
                  .isEqualTo(edge.wayId() >= 2 && edge.wayId() <= 4));
    }
  }

  @Test
  void whatIsFoundOnTheGraphMakesReleasesMoreFrequentOnItsMetresOnly() {
    RoadEdge edge = edges().get(0);
    MeasuredLine line = MeasuredLine.of(graph.line(edge.id()));
    Coordinate middle = line.at(line.lengthM() / 2);
    List<Hazard> people = List.of(point(middle.x, middle.y, 1000));
    double from = edge.lengthM() * 0.4;
    double to = edge.lengthM() * 0.55;
    GraphHazards.Found downgrade =
        new GraphHazards.Found(
            new HazardTable.Thing(kind("long_downgrade"), "osm", "downgrade-1", "down", 0),
            List.of(new GraphHazards.Stretch(edge.id(), from, to)));
    EdgeRisk plain = new EdgeRisk(MODEL, table(people, null), PETROL, DAY);
    EdgeRisk with = new EdgeRisk(MODEL, table(people, List.of(downgrade), null), PETROL, DAY);
    assertThat(with.risk(edge, 0, edge.lengthM()))
        .isCloseTo(plain.risk(edge, 0, edge.lengthM()) + plain.risk(edge, from, to), within(1e-3));
    assertThat(plain.risk(edge, from, to)).isGreaterThan(0.1);
    assertThat(with.risk(edge, 0, from)).isCloseTo(plain.risk(edge, 0, from), within(1e-3));
    assertThat(with.effects(edge, 0, edge.lengthM())).anyMatch(e -> e.fromM() > from - 0.01);
  }

  @Test
  void closedStretchesCloseTheirEdgeInTheirHoursOnly() {
    RoadEdge edge = edges().get(3);
    Coordinate at = graph.line(edge.id())[1];
    Hazard centre =
        new Hazard(kind("city_centre"), "t", "C", "centre", 30_000, FACTORY.createPoint(at), null);
    HazardTable table = table(List.of(centre), null);
    assertThat(new EdgeRisk(MODEL, table, PETROL, DAY).isClosed(edge.id())).isTrue();
    assertThat(new EdgeRisk(MODEL, table, PETROL, MODEL.band(3)).isClosed(edge.id())).isFalse();
  }

  @Test
  void stakesRunAlongTheEdgesOfAWay() {
    EdgeStakes stakes =
        EdgeStakes.of(
            graph,
            id -> id == 105 ? null : new EdgeStakes.Reach("R" + id, "G" + id, "class_2", 20, 10));
    for (RoadEdge edge : edges()) {
      EdgeStakes.Reach reach = stakes.of(edge.id());
      if (edge.wayId() == 105) {
        assertThat(reach).isNull();
      } else {
        assertThat(reach.code()).isEqualTo("R" + edge.wayId());
        assertThat(reach.fromStakeKm()).isBetween(10.0, 20.0);
        assertThat(reach.stakeKm(edge.lengthM(), edge.lengthM()))
            .isLessThan(reach.stakeKm(0, edge.lengthM()));
      }
    }
  }
}
