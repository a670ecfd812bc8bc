package cn.anlan.data.demo.mine;

import cn.anlan.data.demo.DrawnLayers;
import cn.anlan.data.demo.DrawnProvince;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.Planted;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.distance.GeodesicTarget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** The theme drawn once at a small scale, and how tests look into it. */
abstract class DrawnMines {
  static final GeometryFactory FACTORY = new GeometryFactory();

  final Ground ground = DrawnProvince.ground();
  final Settlements settlements = DrawnProvince.settlements();
  final DrawnLayers layers = DrawnProvince.mines().layers();
  final List<Planted> planted = DrawnProvince.mines().drawn().planted();

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

  List<String> plantedFirst(String kind) {
    return planted.stream()
        .filter(p -> p.kind().equals(kind))
        .map(p -> p.subjects().get(0))
        .toList();
  }

  Map<String, DemoRow> by(String layer, Function<DemoRow, String> key) {
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
