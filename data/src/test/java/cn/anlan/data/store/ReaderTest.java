package cn.anlan.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the read-only login may and may not, also when it switches its read-only setting off. */
class ReaderTest {
  private static Database database;

  @BeforeAll
  static void open() {
    database = TestDatabase.open();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM layer.region",
        "SELECT * FROM history.region",
        "SELECT * FROM history.region_at(1)",
        "SELECT * FROM anlan.current_version",
        "SELECT * FROM anlan.versions",
        "SELECT ST_AsText('SRID=4490;POINT(115 28)'::geometry)",
      })
  void mayRead(String statement) {
    assertThatCode(() -> run(statement)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM anlan.version_log",
        "SELECT * FROM anlan.data_version",
        "SELECT * FROM anlan.delivery",
        "SELECT * FROM anlan.layer_table",
        "SELECT * FROM anlan.migration",
        "SELECT rolpassword FROM pg_authid",
        "SELECT pg_read_file('/etc/hostname')",
        "SELECT anlan.tx_version()",
        "INSERT INTO layer.region (code, name, admin_level) VALUES ('1', 'x', 'city')",
        "UPDATE layer.region SET name = 'x'",
        "DELETE FROM layer.region",
        "TRUNCATE layer.region",
        "DELETE FROM history.region",
        "CREATE TABLE public.mine (a int)",
        "CREATE TABLE layer.mine (a int)",
        "CREATE TEMP TABLE mine (a int)",
        "CREATE SCHEMA mine",
        "SELECT lo_create(0)",
        "SET ROLE anlan_owner",
      })
  void mayNot(String statement) {
    assertThatThrownBy(() -> run(statement))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
  }

  @Test
  void thePoolReadsOnlyAndGivesUpAfterAMinute() {
    assertThat(Rows.one(database.reader(), "SHOW statement_timeout")).isEqualTo("1min");
    assertThat(Rows.one(database.reader(), "SHOW default_transaction_read_only")).isEqualTo("on");
    assertThat(Rows.one(database.reader(), "SELECT current_user")).isEqualTo("anlan_reader");
  }

  @Test
  void theOwnerIsNoSuperuserEither() {
    assertThat(
            Rows.one(
                database.owner(),
                "SELECT rolname, rolsuper, rolcreaterole, rolcreatedb, rolreplication FROM"
                    + " pg_roles WHERE rolname = current_user"))
        .isEqualTo("anlan_owner|f|f|f|f");
  }

  private static void run(String statement) throws SQLException {
    try (Connection connection = database.readerLogin().connect()) {
      Sql.run(connection, "SET default_transaction_read_only = off");
      Sql.run(connection, statement);
    }
  }
}
