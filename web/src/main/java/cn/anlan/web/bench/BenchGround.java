package cn.anlan.web.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Invented shores and sites of a province's size (113.6–118.4°E, 24.6–30.0°N), always the same for
 * the same seed: 40 winding rivers and 20 lakes with 2,000 vertices each, some 40 m apart, and
 * sites spread evenly, so that some of twenty to fifty sites stand within a kilometre of a shore.
 */
final class BenchGround {
  static final long SEED = 20_210_301;

  private static final int RIVERS = 40;
  private static final int LAKES = 20;
  private static final int VERTICES = 2_000;
  private static final double STEP_M = 40;
  private static final double METRES_PER_DEGREE_LON = 98_000;
  private static final double METRES_PER_DEGREE_LAT = 110_800;

  private final GeometryFactory factory = new GeometryFactory();
  private final Random random = new Random(SEED);

  /** Lines with 120,000 vertices in all; that of a lake is closed. */
  List<Geometry> shores() {
    List<Geometry> shores = new ArrayList<>();
    for (int i = 0; i < RIVERS; i++) {
      shores.add(river());
    }
    for (int i = 0; i < LAKES; i++) {
      shores.add(lake());
    }
    return shores;
  }

  /** {longitudes, latitudes}. */
  double[][] sites(int count) {
    Random spread = new Random(SEED + 1);
    double[][] sites = new double[2][count];
    for (int i = 0; i < count; i++) {
      sites[0][i] = 113.6 + 4.8 * spread.nextDouble();
      sites[1][i] = 24.6 + 5.4 * spread.nextDouble();
    }
    return sites;
  }

  private Geometry river() {
    Coordinate[] path = new Coordinate[VERTICES];
    double lon = 113.8 + 4.4 * random.nextDouble();
    double lat = 24.8 + 5 * random.nextDouble();
    double course = 2 * Math.PI * random.nextDouble();
    double bend = 20 + 60 * random.nextDouble();
    for (int i = 0; i < VERTICES; i++) {
      path[i] = new Coordinate(lon, lat);
      course += 0.01 * random.nextGaussian();
      double heading = course + 1.1 * Math.sin(i / bend) + 0.15 * random.nextGaussian();
      lon += STEP_M * Math.sin(heading) / METRES_PER_DEGREE_LON;
      lat += STEP_M * Math.cos(heading) / METRES_PER_DEGREE_LAT;
    }
    return factory.createLineString(path);
  }

  private Geometry lake() {
    Coordinate[] ring = new Coordinate[VERTICES + 1];
    double lon = 113.9 + 4.2 * random.nextDouble();
    double lat = 24.9 + 4.8 * random.nextDouble();
    double radiusM = VERTICES * STEP_M / 8;
    double phase = 2 * Math.PI * random.nextDouble();
    for (int i = 0; i < VERTICES; i++) {
      double angle = 2 * Math.PI * i / VERTICES;
      double bays = 0.2 * Math.sin(5 * angle + phase) + 0.08 * Math.sin(23 * angle);
      double r = radiusM * (1 + bays) + STEP_M * 0.3 * random.nextGaussian();
      ring[i] =
          new Coordinate(
              lon + r * Math.sin(angle) / METRES_PER_DEGREE_LON,
              lat + r * Math.cos(angle) / METRES_PER_DEGREE_LAT);
    }
    ring[VERTICES] = ring[0].copy();
    return factory.createLineString(ring);
  }
}
