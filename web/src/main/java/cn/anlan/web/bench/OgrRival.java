package cn.anlan.web.bench;

import cn.anlan.data.store.ConnectionInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** ogr2ogr at its quickest: COPY, one transaction, no types to guess. */
final class OgrRival {
  static final String LAYER = "layer.enterprise";
  static final String PLAIN = "bench.enterprise";

  private static final String NO_DEFAULTS =
      """
      DECLARE name text;
      BEGIN
        FOR name IN SELECT column_name FROM information_schema.columns
            WHERE table_schema = 'bench' AND is_identity = 'NO'
              AND (column_default IS NOT NULL OR column_name = 'data_version')
        LOOP
          EXECUTE format('ALTER TABLE bench.enterprise ALTER %I DROP DEFAULT, ALTER %I DROP NOT NULL', name, name);
        END LOOP;
      END
      """;

  private final BenchDatabase bench;

  OgrRival(BenchDatabase bench) {
    this.bench = bench;
  }

  /**
   * The layer's table without its triggers and foreign keys, and without defaults: a column that
   * has one and is not in the file would make ogr2ogr insert row by row.
   */
  void makePlainTable() throws SQLException {
    run("CREATE SCHEMA bench");
    run("CREATE TABLE bench.enterprise (LIKE layer.enterprise INCLUDING ALL)");
    run("GRANT USAGE ON SCHEMA bench TO PUBLIC; GRANT SELECT ON bench.enterprise TO PUBLIC");
    run("DO '%s'".formatted(NO_DEFAULTS.replace("'", "''")));
  }

  /** Empties both tables and what they left. */
  void empty() throws SQLException {
    run("TRUNCATE layer.enterprise, history.enterprise, bench.enterprise CASCADE");
    run("TRUNCATE history.enterprise");
  }

  /**
   * @return how long the command took, from its start to its end
   */
  double seconds(String table, Path csv, int rows)
      throws IOException, SQLException, InterruptedException {
    ConnectionInfo login = bench.database().ownerLogin();
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                "ogr2ogr",
                "-f",
                "PostgreSQL",
                "PG:host=%s port=%d dbname=%s user=%s"
                    .formatted(login.host(), login.port(), login.database(), login.user()),
                csv.toString(),
                "-append",
                "-nln",
                table,
                "-a_srs",
                "EPSG:4490",
                "-gt",
                "unlimited",
                "-oo",
                "X_POSSIBLE_NAMES=lon",
                "-oo",
                "Y_POSSIBLE_NAMES=lat",
                "-oo",
                "KEEP_GEOM_COLUMNS=NO",
                "--config",
                "PG_USE_COPY",
                "YES"));
    builder.environment().put("PGPASSWORD", login.password());
    builder.redirectErrorStream(true);
    long start = System.nanoTime();
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    double seconds = BenchDatabase.secondsSince(start);
    long there = Long.parseLong(bench.ask("SELECT count(*) FROM " + table));
    if (exit != 0 || there != rows) {
      throw new IllegalStateException(
          "ogr2ogr: exit " + exit + ", " + there + " rows: " + said.lines().findFirst().orElse(""));
    }
    return seconds;
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = bench.database().owner().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
