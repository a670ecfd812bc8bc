package cn.anlan.web.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.store.Database;
import cn.anlan.data.store.Rows;
import cn.anlan.data.store.TestDatabase;
import cn.anlan.data.store.TestLayer;
import cn.anlan.geo.snapshot.Query;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;

/** The layers in memory beside a database that changes, goes away and comes back. */
@Timeout(120)
class LiveSnapshotsTest {
  private static final String FIELDS =
      """
      - {name: name, type: text, title: {zh: 名称, en: Name}}
      """;

  @TempDir Path conf;
  private Database database;
  private LiveSnapshots snapshots;
  private SnapshotHealth health;

  @BeforeEach
  void open() throws Exception {
    TestLayer.write(conf, "small", "none", FIELDS);
    database = TestDatabase.open(conf);
    snapshots = new LiveSnapshots(database);
    health = new SnapshotHealth(snapshots);
    until(snapshots::isComplete);
  }

  @AfterEach
  void close() throws InterruptedException {
    snapshots.stop();
    database.close();
  }

  @Test
  void aCommitIsSeen() {
    assertThat(count()).isZero();
    run("INSERT INTO layer.small (code) VALUES ('S1'), ('S2')");
    until(() -> count() == 2);
    assertThat(snapshots.current().dataVersion()).isEqualTo(1);
    assertThat(status()).isEqualTo("UP");
    assertThat(snapshots.findLag()).isEmpty();
  }

  @Test
  void theLastStateAnswersWhileTheDatabaseIsAwayAndTheNextOneWhenItIsBack() throws Exception {
    run("INSERT INTO layer.small (code) VALUES ('S1')");
    until(() -> count() == 1);
    try (Connection kept = database.owner().getConnection()) {
      shutOut(kept, true);
      until(snapshots::isDatabaseAway);
      Lag lag = snapshots.findLag().orElseThrow();
      assertThat(count()).isEqualTo(1);
      assertThat(status()).isEqualTo("DEGRADED");
      assertThat(details()).containsEntry("since", lag.since().toString()).containsKey("reason");
      run(kept, "INSERT INTO layer.small (code) VALUES ('S2')");
      assertThat(count()).as("nobody could read it").isEqualTo(1);
      shutOut(kept, false);
    }
    until(() -> count() == 2);
    until(() -> snapshots.findLag().equals(Optional.empty()));
    assertThat(status()).isEqualTo("UP");
  }

  @Test
  void aDatabaseThatWasPutBackWhileAwayIsReadAnewAlsoAtTheSameVersion() throws Exception {
    run("INSERT INTO layer.small (code) VALUES ('S1')");
    run("INSERT INTO layer.small (code) VALUES ('S2')");
    until(() -> count() == 2);
    try (Connection kept = database.owner().getConnection()) {
      shutOut(kept, true);
      until(snapshots::isDatabaseAway);
      run(kept, "DELETE FROM layer.small WHERE code = 'S2'");
      run(kept, "DELETE FROM anlan.version_log WHERE version > 1");
      run(kept, "UPDATE anlan.data_version SET version = 1");
      run(kept, "INSERT INTO layer.small (code) VALUES ('S3'), ('S4')");
      shutOut(kept, false);
    }
    until(() -> count() == 3);
    assertThat(snapshots.current().dataVersion()).isEqualTo(2);
  }

  /** Ends the readers' connections and lets in no new one, as a server that is away. */
  private void shutOut(Connection kept, boolean out) throws SQLException {
    run(
        kept,
        "DO $$ BEGIN EXECUTE format('%s', %s, '%s'); END $$"
            .formatted(
                out
                    ? "REVOKE CONNECT ON DATABASE %I FROM %I"
                    : "GRANT CONNECT ON DATABASE %I TO %I",
                "current_database()",
                database.readerLogin().user()));
    if (out) {
      Rows.one(
          database.reader(),
          "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND usename = current_user"
              + " AND pid <> pg_backend_pid()");
    }
  }

  private long count() {
    return Query.on(snapshots.current().get("small"), snapshots.scope()).count();
  }

  private String status() {
    return health.health().getStatus().getCode();
  }

  private Map<String, Object> details() {
    Health now = health.health();
    return now.getDetails();
  }

  private static void until(BooleanSupplier holds) {
    while (!holds.getAsBoolean()) {
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new AssertionError("it did not become true", e);
      }
    }
  }

  private void run(String sql) {
    Rows.run(database.owner(), sql);
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
