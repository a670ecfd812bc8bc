package cn.anlan.web.bench;

import cn.anlan.data.store.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Plain {@code ST_AsMVT} on the same points, as well as it can be had: places in EPSG:3857 from the
 * start, GiST-indexed, in the order of the index, analysed and in memory, on all cores, with the
 * two attributes that a tile of ours has.
 */
final class TilesRival implements AutoCloseable {
  private static final String TILE =
      """
      WITH b AS (SELECT ST_TileEnvelope(?, ?, ?) AS box)
      SELECT length(ST_AsMVT(t, 'hazard', 4096, 'geom', 'id')) FROM (
        SELECT h.id, h.hazard_grade, ST_AsMVTGeom(h.geom, b.box, 4096, 64, true) AS geom
        FROM bench.hazard h, b WHERE h.geom && b.box AND (%s)) t""";

  private final Connection connection;

  TilesRival(Connection connection) throws SQLException {
    this.connection = connection;
    int cores = Runtime.getRuntime().availableProcessors();
    Sql.run(connection, "SET jit = off");
    Sql.run(connection, "SET work_mem = '512MB'");
    Sql.run(connection, "SET maintenance_work_mem = '512MB'");
    Sql.run(connection, "SET max_parallel_workers_per_gather = " + Math.max(1, cores - 1));
    Sql.run(connection, "CREATE SCHEMA bench");
    Sql.run(
        connection,
        "CREATE UNLOGGED TABLE bench.hazard AS SELECT id, hazard_grade, status, found_on,"
            + " county_code, name, ST_Transform(ST_SetSRID(geom, 4326), 3857) AS geom"
            + " FROM layer.hazard WHERE geom IS NOT NULL");
    Sql.run(connection, "CREATE INDEX hazard_geom ON bench.hazard USING gist (geom)");
    Sql.run(connection, "CLUSTER bench.hazard USING hazard_geom");
    Sql.run(connection, "ANALYZE bench.hazard");
    try (Statement statement = connection.createStatement();
        ResultSet all = statement.executeQuery("SELECT sum(id) FROM bench.hazard")) {
      all.next(); // in memory from here on
    }
  }

  /** The tile's bytes before compression. */
  long bytes(int zoom, int col, int row, String condition) throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement(TILE.formatted(condition))) {
      ask.setInt(1, zoom);
      ask.setInt(2, col);
      ask.setInt(3, row);
      try (ResultSet tile = ask.executeQuery()) {
        tile.next();
        return tile.getLong(1);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
