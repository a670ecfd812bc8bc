package cn.anlan.geo.road.route;

import cn.anlan.geo.road.graph.GraphHeights;
import cn.anlan.geo.road.graph.RoadGraph;
import cn.anlan.geo.road.graph.SmallNetwork;
import cn.anlan.geo.road.hazard.DangerousGoods;
import cn.anlan.geo.road.hazard.EdgeRisk;
import cn.anlan.geo.road.hazard.Hazard;
import cn.anlan.geo.road.hazard.HazardKind;
import cn.anlan.geo.text.Text;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** A grid of roads of several classes with people, a closed centre and an island. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnTheGrid {
  static final long SEED = 91;
  static final int SIDE = 9;
  static final DangerousGoods MODEL = DangerousGoods.shipped();
  static final String CARGO = "flammable_liquid";
  static final int NIGHT = 3;
  static final int NOON = 12;
  private static final double STEP_DEG = 0.02;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  RoadNetwork network;
  Routing routing;

  @BeforeAll
  void prepare(@TempDir Path dir) throws Exception {
    Random random = new Random(SEED);
    SmallNetwork osm = new SmallNetwork();
    for (int i = 0; i < SIDE * SIDE; i++) {
      osm.node(
          i + 1,
          115 + STEP_DEG * (i % SIDE) + 0.004 * random.nextDouble(),
          28 + STEP_DEG * (i / SIDE) + 0.004 * random.nextDouble(),
          20 + 10 * random.nextDouble());
    }
    String[] classes = {"motorway", "primary", "secondary", "tertiary", "residential"};
    long way = 1000;
    for (int i = 0; i < SIDE * SIDE; i++) {
      String tags = "highway=" + classes[random.nextInt(classes.length)] + " ref=R" + way;
      String oneWay = random.nextInt(6) == 0 ? " oneway=yes" : " oneway=no";
      if (i % SIDE + 1 < SIDE) {
        osm.way(way++, tags + oneWay, i + 1, i + 2);
      }
      if (i / SIDE + 1 < SIDE) {
        osm.way(way++, tags + oneWay, i + 1 + SIDE, i + 1);
      }
    }
    osm.node(900, 115.3, 28.0, 5).node(901, 115.31, 28.0, 5);
    osm.way(way, "highway=primary", 900, 901);
    Path file = osm.write(dir.resolve("grid.osm"));
    RoadNetwork.prepare(
        new NetworkOrder(
            "grid",
            new Text("测试", "test"),
            file,
            GraphHeights.ofNodes(),
            DangerousGoods.shippedText(),
            List.of(CARGO),
            hazards(random),
            List.of(),
            null,
            "",
            0,
            0,
            false,
            List.of(file)),
        dir.resolve("network"));
    network = RoadNetwork.open(dir.resolve("network"));
    routing = new Routing(network);
  }

  @AfterAll
  void close() {
    network.close();
  }

  private static List<Hazard> hazards(Random random) {
    List<Hazard> hazards = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      hazards.add(
          point(
              "settlement",
              115 + SIDE * STEP_DEG * random.nextDouble(),
              28 + SIDE * STEP_DEG * random.nextDouble(),
              3000 * random.nextDouble()));
    }
    hazards.add(point("city_centre", 115.082, 28.082, 30_000));
    return hazards;
  }

  private static Hazard point(String kind, double lon, double lat, double persons) {
    int number = MODEL.hazards().stream().map(HazardKind::kind).toList().indexOf(kind);
    return new Hazard(
        number,
        "t",
        kind + lon,
        "示例" + kind,
        persons,
        FACTORY.createPoint(new Coordinate(lon, lat)),
        null);
  }

  final EdgeRisk risk(int hour) {
    return routing.risk(MODEL.cargo(CARGO), MODEL.band(hour));
  }

  final TankerQuestion between(int from, int to, int hour) {
    RoadGraph graph = network.graph();
    return new TankerQuestion(
        graph.lonDeg(from),
        graph.latDeg(from),
        graph.lonDeg(to),
        graph.latDeg(to),
        CARGO,
        at(hour));
  }

  static LocalTime at(int hour) {
    return LocalTime.of(hour, 0);
  }
}
