package cn.anlan.data.demo.mine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.DemoSink;
import cn.anlan.data.demo.draw.Planted;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.industry.Industry;
import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.distance.GeodesicTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** The theme drawn once at scale 0.01, and how tests look into it. */
abstract class DrawnMines {
  static final GeometryFactory FACTORY = new GeometryFactory();
  static final DemoPlan PLAN = new DemoPlan(DemoPlan.DEFAULT_SEED, 0.01);

  static Ground ground;
  static Settlements settlements;
  static Industry industry;
  static Map<String, List<DemoRow>> layers;
  static List<Planted> planted;

  @BeforeAll
  static void draw() {
    ground = Ground.of(PLAN);
    settlements = Settlements.draw(ground, PLAN);
    industry = Industry.draw(ground, settlements, PLAN, (layer, rows) -> {});
    layers = new LinkedHashMap<>();
    planted = Mines.draw(ground, settlements, industry, PLAN, into(layers)).planted();
  }

  static DemoSink into(Map<String, List<DemoRow>> taken) {
    return (layer, rows) -> {
      List<DemoRow> list = new ArrayList<>();
      rows.accept(list::add);
      assertThat(taken.put(layer, list)).as("layer handed over twice").isNull();
    };
  }

  /** The least geodesic distance between the edges of two shapes that do not meet. */
  static double distanceM(Geometry a, Geometry b) {
    return Math.min(verticesToEdges(a, b), verticesToEdges(b, a));
  }

  static double verticesToEdges(Geometry a, Geometry b) {
    double nearest = Double.MAX_VALUE;
    GeodesicTarget target = GeodesicTarget.of(b);
    for (Coordinate c : a.getCoordinates()) {
      nearest = Math.min(nearest, target.nearest(FACTORY.createPoint(c)).distanceM());
    }
    return nearest;
  }

  static Polygon area(DemoRow ring) {
    return FACTORY.createPolygon(ring.geometry().getCoordinates());
  }

  static double distanceM(Coordinate a, Coordinate b) {
    return Cgcs2000.distanceM(a.x, a.y, b.x, b.y);
  }

  static List<String> plantedFirst(String kind) {
    return planted.stream()
        .filter(p -> p.kind().equals(kind))
        .map(p -> p.subjects().get(0))
        .toList();
  }

  static Map<String, DemoRow> byCode(String layer) {
    return by(layer, DemoRow::code);
  }

  static Map<String, DemoRow> by(String layer, Function<DemoRow, String> key) {
    Map<String, DemoRow> rows = new HashMap<>();
    layers.get(layer).forEach(row -> rows.put(key.apply(row), row));
    return rows;
  }

  static String text(DemoRow row, String field) {
    return (String) row.values().get(field);
  }

  static boolean is(DemoRow row, String field) {
    return (Boolean) row.values().get(field);
  }
}
