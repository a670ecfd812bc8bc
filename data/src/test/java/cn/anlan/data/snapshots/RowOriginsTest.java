package cn.anlan.data.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.snapshots.RowOrigins.RowOrigin;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A row's version and coordinates as delivered, also after it was changed. */
class RowOriginsTest {
  private final Database database = TestDatabase.open();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aRowSaysWhichVersionWroteItWhenAndByWhom() {
    long id =
        database.inTransaction(
            "张工",
            "试验",
            connection -> {
              run(
                  connection,
                  "INSERT INTO layer.coverage (code, covers_layer, statement, geom, source_geom,"
                      + " source_crs, sigma_m, source, is_demo) VALUES ('C1', 'shoreline', 's',"
                      + " ST_GeomFromText('MULTIPOLYGON(((115 28,116 28,116 29,115 28)))', 4490),"
                      + " ST_GeomFromText('POLYGON((1 2,3 2,3 4,1 2))'), 'EPSG:4547', 1, 't',"
                      + " false)");
              return 1L;
            });
    Layer layer = database.catalog().getLayer("coverage");
    RowOrigins origins = new RowOrigins(database);
    long first = database.dataVersion();
    RowOrigin origin = origins.find(layer, id, first).orElseThrow();
    assertThat(origin.rowVersion()).isEqualTo(first);
    assertThat(origin.author()).isEqualTo("张工");
    assertThat(origin.writtenAt()).isAfter(OffsetDateTime.now().minusMinutes(5));
    assertThat(origin.sourceCrs()).isEqualTo("EPSG:4547");
    assertThat(origin.sourceShape()).isEqualTo("POLYGON((1 2,3 2,3 4,1 2))");
    assertThat(origin.deliveryId()).isNull();

    database.inTransaction(
        "李工",
        "改正",
        connection -> {
          run(connection, "UPDATE layer.coverage SET statement = 't' WHERE code = 'C1'");
          return null;
        });
    long second = database.dataVersion();
    assertThat(origins.find(layer, id, second).orElseThrow().author()).isEqualTo("李工");
    assertThat(origins.find(layer, id, first).orElseThrow().author()).isEqualTo("张工");
    assertThat(origins.find(layer, id + 1, second)).isEmpty();
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
