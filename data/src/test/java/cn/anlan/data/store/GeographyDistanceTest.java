package cn.anlan.data.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.distance.Hit;
import cn.anlan.geo.distance.PointDistances;
import cn.anlan.geo.distance.PointSet;
import cn.anlan.geo.distance.TargetIndex;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The distance engine against PostGIS geography, which takes the foot point on a sphere: within 1
 * mm + 2·10⁻⁵·d. PostGIS answers some pairs of long lines wrongly when asked for whole lines, so
 * each pair of edges is asked for, and whether shapes meet is asked of the engine's own reference
 * elsewhere.
 */
class GeographyDistanceTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int SHAPES = 60;
  private static final int SITES = 40;
  private static final String EDGES =
      """
      SELECT min(ST_Distance(a.geom::geography, b.geom::geography))
      FROM ST_DumpSegments(ST_SetSRID(?::geometry, 4490)) a,
        ST_DumpSegments(ST_SetSRID(?::geometry, 4490)) b
      """;
  private static final String POINT =
      """
      SELECT min(ST_Distance(a.geom::geography, ST_SetSRID(?::geometry, 4490)::geography))
      FROM ST_DumpSegments(ST_SetSRID(?::geometry, 4490)) a
      """;

  /**
   * PostGIS finds the foot point on a great circle, which leaves the geodesic by up to 0.7 mm in
   * the middle of an edge of 2 km, by 11 mm of 8 km (reckoned with GeographicLib at 29° N).
   */
  private static final double LONGEST_EDGE_M = 2_000;

  @Test
  void linesAndPointsAreAsFarAsPostgisSays() throws SQLException {
    long seed = System.nanoTime() & 0xffffff;
    Random random = new Random(seed);
    List<Geometry> shapes = new ArrayList<>();
    for (int i = 0; i < SHAPES; i++) {
      shapes.add(line(random, 10, i % 5 == 0 ? LONGEST_EDGE_M : 400));
    }
    TargetIndex index = TargetIndex.of(shapes);
    double[] lon = new double[SITES];
    double[] lat = new double[SITES];
    try (Database database = TestDatabase.open();
        Connection connection = database.owner().getConnection()) {
      for (int i = 0; i < SITES; i++) {
        Geometry line = line(random, 4, 300);
        Geometry point = FACTORY.createPoint(line.getCoordinate());
        lon[i] = line.getCoordinate().x;
        lat[i] = line.getCoordinate().y;
        compare(connection, EDGES, index, shapes, line, "seed " + seed + ", line " + i);
        compare(connection, POINT, index, shapes, point, "seed " + seed + ", point " + i);
      }
    }
    PointDistances all = index.nearest(PointSet.of(lon, lat), Double.POSITIVE_INFINITY);
    for (int i = 0; i < SITES; i++) {
      Geometry point = FACTORY.createPoint(new Coordinate(lon[i], lat[i]));
      double one = index.nearest(GeodesicTarget.of(point)).orElseThrow().distanceM();
      assertThat(Math.abs(all.distanceM(i) - one))
          .as("seed %d", seed)
          .isLessThan(1e-3 + 1e-6 * one);
    }
  }

  private static void compare(
      Connection connection,
      String sql,
      TargetIndex index,
      List<Geometry> shapes,
      Geometry site,
      String what)
      throws SQLException {
    List<Hit> hits = new ArrayList<>();
    index.within(GeodesicTarget.of(site), 60_000, hits::add);
    for (Hit hit : hits.subList(0, Math.min(12, hits.size()))) {
      double theirs = ask(connection, sql, site, shapes.get(hit.owner()));
      assertThat(Math.abs(hit.distanceM() - theirs))
          .as("%s, shape %d: %s, PostGIS %s", what, hit.owner(), hit, theirs)
          .isLessThan(1e-3 + 2e-5 * theirs);
    }
  }

  private static double ask(Connection connection, String sql, Geometry site, Geometry shape)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, site.toText());
      statement.setString(2, shape.toText());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getDouble(1);
      }
    }
  }

  /** A winding line about 115.5°E, where two zones meet. */
  private static Geometry line(Random random, int edges, double edgeM) {
    Coordinate[] path = new Coordinate[edges + 1];
    path[0] = new Coordinate(115 + random.nextDouble(), 28 + random.nextDouble());
    double course = 2 * Math.PI * random.nextDouble();
    for (int i = 1; i <= edges; i++) {
      course += random.nextGaussian();
      path[i] =
          new Coordinate(
              path[i - 1].x + edgeM * Math.sin(course) / 98_000,
              path[i - 1].y + edgeM * Math.cos(course) / 110_800);
    }
    return FACTORY.createLineString(path);
  }
}
