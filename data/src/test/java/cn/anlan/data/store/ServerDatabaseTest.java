package cn.anlan.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.fault.UserFault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of the office's own, reached by ANLAN_DB_URL with an ordinary login. */
class ServerDatabaseTest {
  private static final String OUTSIDE =
      """
      SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n
        ON n.oid = c.relnamespace
      WHERE n.nspname NOT IN ('anlan', 'layer', 'history') AND n.nspname !~ '^pg_'
      UNION ALL SELECT p.oid::regprocedure::text FROM pg_proc p
        WHERE p.pronamespace = 'public'::regnamespace
      UNION ALL SELECT rolname FROM pg_roles
      UNION ALL SELECT coalesce(datacl::text, '') FROM pg_database WHERE datname = 'office'
      ORDER BY 1
      """;

  @TempDir Path var;

  @BeforeEach
  void makeOffice() throws SQLException {
    try (Connection c = TestDatabase.cluster().superuser("postgres").connect()) {
      Sql.run(c, "DROP DATABASE IF EXISTS office WITH (FORCE)");
      Sql.run(c, "DROP ROLE IF EXISTS office");
      Sql.run(c, "CREATE ROLE office LOGIN PASSWORD 'pä ss''=&w'");
      Sql.run(c, "CREATE DATABASE office OWNER office");
    }
  }

  @AfterEach
  void dropOffice() throws SQLException {
    try (Connection c = TestDatabase.cluster().superuser("postgres").connect()) {
      Sql.run(c, "DROP DATABASE IF EXISTS office WITH (FORCE)");
      Sql.run(c, "DROP ROLE IF EXISTS office");
    }
  }

  @Test
  void withoutPermissionItSaysWhatTheAdministratorMustRun() {
    assertThatThrownBy(() -> Database.open(settings("pä ss'=&w"), Progress.silent()))
        .isInstanceOfSatisfying(
            UserFault.class,
            fault -> assertThat(fault.remedy()).contains("CREATE EXTENSION postgis;", "office"));
  }

  @Test
  void itWorksInItsThreeSchemasAndChangesNothingElse() throws SQLException {
    try (Connection c = TestDatabase.cluster().superuser("office").connect()) {
      Sql.run(c, "CREATE SCHEMA gis");
      Sql.run(c, "GRANT USAGE ON SCHEMA gis TO PUBLIC");
      Sql.run(c, "CREATE EXTENSION postgis SCHEMA gis");
      Sql.run(c, "CREATE TABLE public.theirs (a int)");
      var before = Rows.of(c, OUTSIDE);
      try (Database database = Database.open(settings("pä ss'=&w"), Progress.silent())) {
        assertThat(database.hasReaderLogin())
            .as("the login may make no roles, and anlan_reader is another's")
            .isFalse();
        assertThat(database.cluster()).isEmpty();
        Rows.run(
            database.owner(),
            "INSERT INTO layer.region (code, name, admin_level, geom) VALUES ('1', 'x', 'city',"
                + " ST_GeomFromText('MULTIPOLYGON(((115 28,116 28,116 29,115 28)))', 4490))",
            "UPDATE layer.region SET name = 'y'");
        assertThat(Rows.of(database.reader(), "SELECT name FROM history.region_at(1)"))
            .containsExactly("x");
        assertThatThrownBy(() -> Rows.run(database.reader(), "DELETE FROM layer.region"))
            .hasMessageContaining("read-only");
      }
      assertThat(Rows.of(c, OUTSIDE)).isEqualTo(before);
      Database.open(settings("pä ss'=&w"), Progress.silent()).close();
    }
  }

  @Test
  void aWrongPasswordAndAServerThatDoesNotAnswerAreOneLineWithoutThePassword() {
    assertThatThrownBy(() -> Database.open(settings("wr0ng"), Progress.silent()))
        .isInstanceOfSatisfying(
            UserFault.class,
            fault ->
                assertThat(fault.line())
                    .contains("office", "ANLAN_DB_PASSWORD")
                    .doesNotContain("wr0ng"));
    Settings nobody =
        new Settings(
            var,
            Optional.of("jdbc:postgresql://127.0.0.1:1/office?password=s3cret"),
            Optional.empty(),
            Optional.empty());
    assertThatThrownBy(() -> Database.open(nobody, Progress.silent()))
        .isInstanceOfSatisfying(
            UserFault.class,
            fault ->
                assertThat(fault.line()).contains("127.0.0.1:1/office").doesNotContain("s3cret"));
    assertThat(nobody.toString()).doesNotContain("s3cret");
  }

  private Settings settings(String password) {
    return new Settings(
        var,
        Optional.of("jdbc:postgresql://127.0.0.1:" + TestDatabase.cluster().port() + "/office"),
        Optional.of("office"),
        Optional.of(password));
  }
}
