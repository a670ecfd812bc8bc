package cn.anlan.data.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The former states, put together from the history, against states recorded when they were. */
class AsOfTest {
  private static final int TRANSACTIONS = 120;
  private static final String ROWS =
      "SELECT id, code, name, workers, public.ST_AsText(geom), data_version FROM %s ORDER BY id";

  @TempDir Path conf;

  @Test
  void anyVersionComesBackAsItWasAfterRandomEdits() throws SQLException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    new TestCatalog(conf).layer("place", TestCatalog.PLACE).codes("place_kind", TestCatalog.KINDS);
    Map<Long, List<String>> recorded = new TreeMap<>();
    try (Database database = TestDatabase.open(conf);
        Connection c = database.owner().getConnection()) {
      c.setAutoCommit(false);
      recorded.put(0L, List.of());
      for (int i = 0; i < TRANSACTIONS; i++) {
        for (int edits = 1 + random.nextInt(5); edits > 0; edits--) {
          edit(c, random);
        }
        if (random.nextInt(6) == 0) {
          c.rollback();
        } else {
          c.commit();
        }
        recorded.put(database.dataVersion(), Rows.of(c, ROWS.formatted("layer.place")));
        c.commit();
      }
      assertThat(recorded.size()).as("seed %d", seed).isGreaterThan(TRANSACTIONS / 2);
      for (Map.Entry<Long, List<String>> state : recorded.entrySet()) {
        assertThat(
                Rows.of(
                    database.reader(), ROWS.formatted("history.place_at(" + state.getKey() + ")")))
            .as("version %d, seed %d", state.getKey(), seed)
            .isEqualTo(state.getValue());
      }
    }
  }

  private static void edit(Connection c, Random random) throws SQLException {
    int n = random.nextInt(30);
    String point =
        "'SRID=4490;POINT(" + (113 + random.nextInt(5)) + " " + (25 + random.nextInt(5)) + ")'";
    String statement =
        switch (random.nextInt(10)) {
          case 0, 1, 2, 3 ->
              "INSERT INTO layer.place (code, name, workers, geom) VALUES ('P"
                  + n
                  + "', 'x', "
                  + n
                  + ", "
                  + point
                  + ") ON CONFLICT (code) DO UPDATE SET geom = excluded.geom";
          case 4, 5 -> "UPDATE layer.place SET workers = workers + 1 WHERE workers % 3 = " + n % 3;
          case 6 ->
              "UPDATE layer.place SET name = 'y"
                  + n
                  + "', geom = "
                  + point
                  + " WHERE code = 'P"
                  + n
                  + "'";
          case 7, 8 -> "DELETE FROM layer.place WHERE code = 'P" + n + "'";
          default ->
              n == 0
                  ? "SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE layer.place; SET CONSTRAINTS ALL DEFERRED"
                  : "DELETE FROM layer.place WHERE workers < " + n / 6;
        };
    Savepoint before = c.setSavepoint();
    Sql.run(c, statement);
    if (random.nextInt(5) == 0) {
      c.rollback(before);
    }
  }
}
