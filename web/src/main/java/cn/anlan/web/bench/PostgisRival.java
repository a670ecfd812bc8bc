package cn.anlan.web.bench;

import cn.anlan.data.store.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The same questions asked of PostGIS as well as we can ask them: geography, shores subdivided,
 * both sides GiST-indexed, in the order of their index, analysed and in memory, on all cores.
 */
final class PostgisRival implements AutoCloseable {
  /** Which sites have a shore within 1 km: no more than the rule needs, without the distance. */
  static final String WITHIN =
      """
      SELECT DISTINCT s.id FROM bench.shore_%d t
      JOIN bench.site s ON ST_DWithin(s.geog, t.geog, 1000)""";

  /** The finding with its distance. */
  static final String DISTANCE =
      """
      SELECT s.id, min(ST_Distance(s.geog, t.geog)) AS d FROM bench.shore_%d t
      JOIN bench.site s ON ST_DWithin(s.geog, t.geog, 1000) GROUP BY s.id""";

  /** The nearest shore of each site, however far. */
  static final String KNN =
      """
      SELECT s.id, near.d FROM bench.site s CROSS JOIN LATERAL (
        SELECT ST_Distance(s.geog, t.geog) AS d FROM bench.shore_%d t
        ORDER BY s.geog <-> t.geog LIMIT 1) near WHERE s.id < %d""";

  static final List<Integer> PARTS = List.of(8, 16, 32, 64);

  private final Connection connection;

  PostgisRival(Connection connection) {
    this.connection = connection;
  }

  /** Sites are numbered from 0. */
  void load(List<Geometry> shores, double[][] sites) throws SQLException, IOException {
    Sql.run(connection, "SET jit = off");
    Sql.run(connection, "SET work_mem = '512MB'");
    Sql.run(connection, "SET maintenance_work_mem = '512MB'");
    Sql.run(connection, "SET parallel_setup_cost = 0");
    Sql.run(connection, "SET parallel_tuple_cost = 0");
    int cores = Runtime.getRuntime().availableProcessors();
    Sql.run(
        connection,
        "SET max_parallel_workers_per_gather = " + Math.max(1, cores - 1)); // the leader works too
    Sql.run(connection, "CREATE SCHEMA bench");
    Sql.run(connection, "CREATE UNLOGGED TABLE bench.shore (id int, geom geometry)");
    Sql.run(connection, "CREATE UNLOGGED TABLE bench.site (id int, geog geography(Point, 4490))");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < shores.size(); i++) {
      lines.append(i).append("\tSRID=4490;").append(shores.get(i).toText()).append('\n');
    }
    copy("bench.shore", lines);
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < sites[0].length; i++) {
      points.append(i).append("\tSRID=4490;POINT(").append(sites[0][i]).append(' ');
      points.append(sites[1][i]).append(")\n");
    }
    copy("bench.site", points);
    index("bench.site", Math.max(1, cores - 1));
    Sql.run(
        connection,
        "CREATE UNLOGGED TABLE bench.edge AS SELECT id, (ST_DumpSegments(geom)).geom::geography"
            + " AS geog FROM bench.shore");
    index("bench.edge", Math.max(1, cores - 1));
    Sql.run(connection, "CREATE INDEX site_id ON bench.site (id)");
    Sql.run(connection, "ANALYZE bench.site");
    for (int part : PARTS) {
      String table = "bench.shore_" + part;
      Sql.run(
          connection,
          "CREATE UNLOGGED TABLE "
              + table
              + " AS SELECT id, ST_Subdivide(geom, "
              + part
              + ")::geography AS geog FROM bench.shore");
      index(table, Math.max(1, cores - 1));
    }
  }

  /**
   * One site's distance to the nearest of the shores' edges, each asked for alone: PostGIS's tree
   * of a long line's edges and its nearest-neighbour order are off by up to hundreds of metres at
   * times.
   */
  double edgeByEdgeM(int site, double aboutM) throws SQLException {
    String sql =
        """
        SELECT min(ST_Distance(e.geog, s.geog)) FROM bench.site s
        JOIN bench.edge e ON ST_DWithin(e.geog, s.geog, %s) WHERE s.id = %d""";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql.formatted(1.01 * aboutM + 10, site))) {
      row.next();
      return row.getDouble(1);
    }
  }

  private void index(String table, int workers) throws SQLException {
    String name = table.substring(table.indexOf('.') + 1) + "_geog";
    Sql.run(connection, "CREATE INDEX " + name + " ON " + table + " USING gist (geog)");
    Sql.run(connection, "CLUSTER " + table + " USING " + name);
    Sql.run(connection, "ALTER TABLE " + table + " SET (parallel_workers = " + workers + ")");
    Sql.run(connection, "VACUUM ANALYZE " + table);
  }

  private void copy(String table, CharSequence rows) throws SQLException {
    CopyIn copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + table + " FROM STDIN");
    int chunk = 1 << 20;
    for (int from = 0; from < rows.length(); from += chunk) {
      byte[] bytes =
          rows.subSequence(from, Math.min(rows.length(), from + chunk))
              .toString()
              .getBytes(StandardCharsets.UTF_8);
      copy.writeToCopy(bytes, 0, bytes.length);
    }
    copy.endCopy();
  }

  /** How long the server takes to find and count the rows; the least of some tries, seconds. */
  double seconds(String sql, int tries) throws SQLException {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < tries; i++) {
      long start = System.nanoTime();
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SELECT count(*) FROM (" + sql + ") q")) {
        row.next();
      }
      least = Math.min(least, BenchDatabase.secondsSince(start));
    }
    return least;
  }

  /** The answer itself: a distance for each site, NaN where the statement names none. */
  double[] distances(String sql, int sites) throws SQLException, IOException {
    double[] distances = new double[sites];
    Arrays.fill(distances, Double.NaN);
    try (Lines lines = new Lines(distances)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut("COPY (" + sql + ") TO STDOUT", lines);
    }
    return distances;
  }

  String plan(String sql) throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("EXPLAIN SELECT count(*) FROM (" + sql + ") q")) {
      while (row.next()) {
        plan.append(row.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /** Reads "id TAB distance" lines, one per write. */
  private static final class Lines extends OutputStream {
    private final double[] distances;

    Lines(double[] distances) {
      this.distances = distances;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      String line = new String(bytes, from, length, StandardCharsets.US_ASCII).strip();
      int tab = line.indexOf('\t');
      distances[Integer.parseInt(line.substring(0, tab))] =
          Double.parseDouble(line.substring(tab + 1));
    }

    @Override
    public void write(int one) {
      throw new UnsupportedOperationException("rows come whole");
    }
  }
}
