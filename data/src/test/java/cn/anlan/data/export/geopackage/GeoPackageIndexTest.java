package cn.anlan.data.export.geopackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

/** The packed tree beside one that SQLite's own module has filled with the same boxes. */
class GeoPackageIndexTest {
  private static final long SEED = 42;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 51, 52, 2_601, 2_602, 51_000, 51_001, 140_000})
  void findsWhatTheModulesOwnTreeFinds(int size) throws SQLException {
    Random random = new Random(SEED);
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("index.db"));
        Statement sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      sql.execute("CREATE VIRTUAL TABLE packed USING rtree(id, minx, maxx, miny, maxy)");
      sql.execute("CREATE VIRTUAL TABLE own USING rtree(id, minx, maxx, miny, maxy)");
      try (GeoPackageIndex index = new GeoPackageIndex(connection, "packed");
          var insert = connection.prepareStatement("INSERT INTO own VALUES (?, ?, ?, ?, ?)")) {
        for (int i = 0; i < size; i++) {
          double x = 113 + 5 * random.nextDouble();
          double y = 24 + 6 * random.nextDouble();
          double extent = i % 3 == 0 ? 0 : 0.1 * random.nextDouble();
          index.add(i * 3L + 1, new Envelope(x, x + extent, y, y + extent));
          insert.setLong(1, i * 3L + 1);
          insert.setDouble(2, x);
          insert.setDouble(3, x + extent);
          insert.setDouble(4, y);
          insert.setDouble(5, y + extent);
          insert.addBatch();
        }
        insert.executeBatch();
        index.finish();
      }
      connection.commit();

      assertThat(one(sql, "SELECT rtreecheck('packed')")).isEqualTo("ok");
      for (int i = 0; i < 20; i++) {
        double x = 113 + 5 * random.nextDouble();
        double y = 24 + 6 * random.nextDouble();
        String found =
            "SELECT count(*) || ' ' || total(id) FROM %s WHERE maxx >= "
                + x
                + " AND minx <= "
                + (x + 0.5)
                + " AND maxy >= "
                + y
                + " AND miny <= "
                + (y + 0.5);
        assertThat(one(sql, found.formatted("packed")))
            .as("seed %d, %d boxes", SEED, size)
            .isEqualTo(one(sql, found.formatted("own")));
      }
      // The tree goes on living: rows may be deleted and come anew.
      sql.execute("DELETE FROM packed WHERE id % 2 = 0");
      sql.execute("INSERT INTO packed VALUES (2, 114, 114, 25, 25)");
      assertThat(one(sql, "SELECT rtreecheck('packed')")).isEqualTo("ok");
    }
  }

  private static String one(Statement sql, String query) throws SQLException {
    try (ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
