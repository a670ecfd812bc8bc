package cn.anlan.data.basemap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.VariableBuffer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * 示例岸线: shores for the demonstration, drawn from the mapped waters and declared to be surveyed, so
 * that a check can come out as PASS or FAIL. They are invented: the Yangtze and the lake are
 * GSHHG's outline smoothed, the five rivers are their centre lines smoothed and widened from source
 * to mouth. Their declared σ of 2.5 m says nothing about the real shore.
 */
final class DemoShores {
  private static final double SIGMA_M = 2.5;
  private static final double COARSE_M = 60;
  private static final double FINE_M = 4;
  private static final int SMOOTHING_ROUNDS = 3;
  private static final double SMALLEST_PART_M2 = 20_000;

  private DemoShores() {}

  /**
   * @param waters the rows and their geometry in degrees; those that are demonstrated are taken
   */
  static List<BaseFeature> build(Map<WaterName, Geometry> waters) {
    Map<WaterName, Geometry> shores = new LinkedHashMap<>();
    waters.forEach(
        (name, water) -> {
          if (name.isDemonstrated()) {
            shores.put(name, shore(name, Planes.toMetres(water)));
          }
        });
    List<Geometry> wide =
        shores.entrySet().stream()
            .filter(e -> e.getKey().halfWidthsM().length == 0)
            .map(Map.Entry::getValue)
            .toList();
    List<BaseFeature> features = new ArrayList<>();
    shores.forEach(
        (name, shore) -> {
          boolean river = name.halfWidthsM().length > 0;
          features.add(feature(name, store(river ? without(shore, wide) : shore)));
        });
    return features;
  }

  private static Geometry shore(WaterName name, Geometry metres) {
    if (metres.getDimension() == 2) {
      List<Polygon> smooth = new ArrayList<>();
      Geometry coarse = TopologyPreservingSimplifier.simplify(metres, COARSE_M);
      Polygons.of(coarse).forEach(p -> smooth.add(smooth(p)));
      return Polygons.collect(smooth, 0).buffer(0);
    }
    LineString coarse = (LineString) DouglasPeuckerSimplifier.simplify(metres, COARSE_M);
    LineString course =
        coarse.getFactory().createLineString(smooth(coarse.getCoordinates(), false));
    double[] halfWidthsM = name.halfWidthsM();
    return VariableBuffer.buffer(course, halfWidthsM[0], halfWidthsM[1]);
  }

  /** A river ends where the lake or the Yangtze begins. */
  private static Geometry without(Geometry river, List<Geometry> wide) {
    Geometry rest = river;
    for (Geometry water : wide) {
      rest = OverlayNGRobust.overlay(rest, water, OverlayNG.DIFFERENCE);
    }
    return rest;
  }

  private static Geometry store(Geometry metres) {
    Geometry simple = TopologyPreservingSimplifier.simplify(metres, FINE_M);
    Geometry stored =
        Planes.toStoredDegrees(Polygons.collect(Polygons.of(simple), SMALLEST_PART_M2));
    if (!stored.isValid()) {
      // Rounding to a metre can fold a needle; the fold is cut off.
      stored = Polygons.collect(Polygons.of(Planes.roundedDegrees(stored.buffer(0))), 0);
    }
    return stored;
  }

  private static Polygon smooth(Polygon polygon) {
    List<LinearRing> holes = new ArrayList<>();
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      holes.add(smooth(polygon.getInteriorRingN(i)));
    }
    return polygon
        .getFactory()
        .createPolygon(smooth(polygon.getExteriorRing()), holes.toArray(LinearRing[]::new));
  }

  private static LinearRing smooth(LinearRing ring) {
    return ring.getFactory().createLinearRing(smooth(ring.getCoordinates(), true));
  }

  /**
   * Chaikin's corner cutting: each round replaces a corner by two points at a quarter of its sides.
   */
  private static Coordinate[] smooth(Coordinate[] line, boolean closed) {
    Coordinate[] current = line;
    for (int round = 0; round < SMOOTHING_ROUNDS; round++) {
      List<Coordinate> next = new ArrayList<>();
      if (!closed) {
        next.add(current[0]);
      }
      for (int i = 1; i < current.length; i++) {
        next.add(between(current[i - 1], current[i], 0.25));
        next.add(between(current[i - 1], current[i], 0.75));
      }
      next.add(closed ? next.get(0).copy() : current[current.length - 1]);
      current = next.toArray(Coordinate[]::new);
    }
    return current;
  }

  private static Coordinate between(Coordinate a, Coordinate b, double share) {
    return new Coordinate(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y));
  }

  private static BaseFeature feature(WaterName water, Geometry geometry) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("name", "示例岸线·" + water.name());
    properties.put("name_en", "Demo shoreline (示例, invented): " + water.nameEn());
    properties.put("water_code", water.code());
    properties.put("river_system", water.riverSystem());
    properties.put("definition", "demo");
    properties.put("sigma_m", SIGMA_M);
    properties.put("sigma_definition_m", 0.0);
    properties.put("is_demo", true);
    properties.put("source", "示例数据: 由底图水系虚构,不是真实岸线");
    return new BaseFeature(
        "DEMO-SL-" + water.code().substring("W-".length()), properties, geometry);
  }
}
