package cn.anlan.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every statement here is plain SQL, as QGIS or psql would send it. */
class HistoryTest {
  private static final String HISTORY =
      "SELECT code, name, version_from, version_to, operation FROM history.water_body"
          + " ORDER BY id, version_from";
  private static final String PRESENT =
      "SELECT code, name, data_version FROM layer.water_body ORDER BY code";

  private Database database;
  private DataSource sql;

  @BeforeEach
  void open() {
    database = TestDatabase.open();
    sql = database.owner();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void anInsertTakesAVersionWhateverTheClientSupplies() {
    Rows.run(
        sql,
        insert("A", "长江").replace("(code,", "(data_version, code,").replace("('A'", "(99, 'A'"));
    assertThat(Rows.of(sql, PRESENT)).containsExactly("A|长江|1");
    Rows.run(sql, "UPDATE layer.water_body SET data_version = 77, name = '扬子江'");
    assertThat(Rows.of(sql, PRESENT)).containsExactly("A|扬子江|2");
    assertThat(database.dataVersion()).isEqualTo(2);
  }

  @Test
  void updateDeleteAndTruncateKeepTheFormerRows() {
    Rows.run(sql, insert("A", "长江"), insert("B", "赣江"), insert("C", "抚河"));
    Rows.run(sql, "UPDATE layer.water_body SET name = '扬子江' WHERE code = 'A'");
    Rows.run(sql, "DELETE FROM layer.water_body WHERE code = 'B'");
    Rows.run(sql, "TRUNCATE layer.water_body CASCADE");
    assertThat(Rows.of(sql, PRESENT)).isEmpty();
    assertThat(Rows.of(sql, HISTORY))
        .containsExactly(
            "A|长江|1|4|UPDATE", "A|扬子江|4|6|TRUNCATE", "B|赣江|2|5|DELETE", "C|抚河|3|6|TRUNCATE");
  }

  @Test
  void aStatementThatFindsNoRowTakesNoVersion() {
    Rows.run(sql, insert("A", "长江"));
    Rows.run(
        sql,
        "UPDATE layer.water_body SET name = 'x' WHERE code = 'Z'",
        "DELETE FROM layer.water_body WHERE code = 'Z'",
        "INSERT INTO layer.water_body (code) SELECT code FROM layer.water_body WHERE false",
        "TRUNCATE layer.shoreline");
    assertThat(database.dataVersion()).isEqualTo(1);
  }

  @Test
  void aRowChangedTwiceInATransactionLeavesOneHistoryRowThatSaysHowItEnded() {
    Rows.run(sql, insert("A", "长江"), insert("B", "赣江"), insert("C", "抚河"));
    database.inTransaction(
        "测试",
        "两次",
        c -> {
          Sql.run(c, "UPDATE layer.water_body SET name = 'x'");
          Sql.run(c, "UPDATE layer.water_body SET name = 'y'");
          Sql.run(c, "DELETE FROM layer.water_body WHERE code = 'B'");
          Sql.run(c, insert("D", "信江"));
          Sql.run(c, "DELETE FROM layer.water_body WHERE code = 'D'");
          return null;
        });
    assertThat(Rows.of(sql, HISTORY))
        .containsExactly("A|长江|1|4|UPDATE", "B|赣江|2|4|DELETE", "C|抚河|3|4|UPDATE");
    assertThat(Rows.of(sql, PRESENT)).containsExactly("A|y|4", "C|y|4");
    assertThat(Rows.of(sql, "SELECT version, author, reason FROM anlan.versions WHERE version = 4"))
        .containsExactly("4|测试|两次");
  }

  @Test
  void anUpsertKeepsTheFormerRowToo() {
    Rows.run(sql, insert("A", "长江"));
    Rows.run(sql, insert("A", "扬子江") + " ON CONFLICT (code) DO UPDATE SET name = excluded.name");
    assertThat(Rows.of(sql, HISTORY)).containsExactly("A|长江|1|2|UPDATE");
    assertThat(Rows.of(sql, PRESENT)).containsExactly("A|扬子江|2");
  }

  @Test
  void aRollbackToASavepointTakesTheVersionBackWithTheRows() throws SQLException {
    Rows.run(sql, insert("A", "长江"));
    try (Connection c = sql.getConnection()) {
      c.setAutoCommit(false);
      Savepoint before = c.setSavepoint();
      Sql.run(c, insert("B", "赣江"));
      c.rollback(before);
      Sql.run(c, insert("C", "抚河"));
      Savepoint later = c.setSavepoint();
      Sql.run(c, insert("D", "信江"));
      c.rollback(later);
      Sql.run(c, insert("E", "饶河"));
      c.commit();
    }
    assertThat(Rows.of(sql, PRESENT)).containsExactly("A|长江|1", "C|抚河|2", "E|饶河|2");
    assertThat(Rows.of(sql, "SELECT version FROM anlan.versions ORDER BY 1"))
        .containsExactly("1", "2");
  }

  @Test
  void aVersionLeftOverOrMadeUpInTheSessionDoesNotCount() throws SQLException {
    Rows.run(sql, insert("A", "长江"));
    try (Connection c = sql.getConnection()) {
      Sql.run(c, "SET anlan.tx_version = '1:1'");
      Sql.run(c, insert("B", "赣江"));
      c.setAutoCommit(false);
      Sql.run(
          c, "SELECT set_config('anlan.tx_version', pg_current_xact_id()::text || ':500', true)");
      Sql.run(c, insert("C", "抚河"));
      c.commit();
      Sql.run(c, "RESET anlan.tx_version");
      c.commit();
    }
    assertThat(Rows.of(sql, PRESENT)).containsExactly("A|长江|1", "B|赣江|2", "C|抚河|3");
  }

  @Test
  void anAbandonedTransactionLeavesNoGap() {
    Rows.run(sql, insert("A", "长江"));
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    "测试",
                    "失败",
                    c -> {
                      Sql.run(c, insert("B", "赣江"));
                      throw new IllegalStateException("stop");
                    }))
        .hasMessage("stop");
    Rows.run(sql, insert("C", "抚河"));
    assertThat(Rows.of(sql, PRESENT)).containsExactly("A|长江|1", "C|抚河|2");
  }

  @Test
  void aReferenceIsCheckedAtTheCommitAndAbandonsTheWholeTransaction() {
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    "测试",
                    "缺水体",
                    c -> {
                      Sql.run(c, insert("A", "长江"));
                      Sql.run(
                          c,
                          "INSERT INTO layer.shoreline (code, name, water_code, definition, sigma_m, geom)"
                              + " VALUES ('S', '岸', 'Z', 'surveyed', 2.5,"
                              + " 'SRID=4490;LINESTRING (115 28, 115 29)')");
                      return null;
                    }))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.sqlState()).isEqualTo("23503"));
    assertThat(Rows.of(sql, PRESENT)).isEmpty();
    assertThat(database.dataVersion()).isZero();
  }

  private static String insert(String code, String name) {
    return """
    INSERT INTO layer.water_body (code, name, kind, river_system, yangtze_basin, sigma_m)
    VALUES ('%s', '%s', 'river', 'other', true, 10)"""
        .formatted(code, name);
  }
}
