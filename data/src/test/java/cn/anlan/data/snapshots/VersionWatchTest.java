package cn.anlan.data.snapshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.data.store.Database;
import cn.anlan.data.store.Rows;
import cn.anlan.data.store.TestDatabase;
import cn.anlan.data.store.TestLayer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Waits are far longer than a test may take: what is not announced fails by its time-out. */
@Timeout(60)
class VersionWatchTest {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration SHORT = Duration.ofMillis(20);
  private static final String FIELDS =
      """
      - {name: name, type: text, title: {zh: 名称, en: Name}}
      """;

  @TempDir Path conf;
  private Database database;
  private VersionWatch watch;

  @BeforeEach
  void open() throws Exception {
    TestLayer.write(conf, "small", "none", FIELDS);
    database = TestDatabase.open(conf);
    watch = new VersionWatch(database);
    assertThat(watch.await(LONG).version()).as("at first it asks at once").isZero();
  }

  @AfterEach
  void close() {
    watch.close();
    database.close();
  }

  @Test
  void aCommitInPlainSqlWakesItAtOnce() throws Exception {
    CompletableFuture<Long> heard = CompletableFuture.supplyAsync(this::awaitLong);
    run("INSERT INTO layer.small (code) VALUES ('W1')");
    assertThat(heard.get()).isEqualTo(1);
  }

  @Test
  void aVersionIsNotAnnouncedBeforeItIsCommittedAndNotAtAllIfItIsNot() throws Exception {
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("INSERT INTO layer.small (code) VALUES ('W1')");
      assertThat(watch.await(SHORT).version()).isZero();
      connection.rollback();
    }
    assertThat(watch.await(SHORT).version()).isZero();
  }

  @Test
  void aBrokenConnectionIsSaidAndMadeAnew() throws Exception {
    Rows.one(
        database.reader(),
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            + " WHERE datname = current_database()"
            + " AND query = 'SELECT version FROM anlan.current_version'");
    assertThatThrownBy(() -> watch.await(LONG)).isInstanceOf(SQLException.class);
    assertThat(watch.await(LONG).version()).isZero();
    CompletableFuture<Long> heard = CompletableFuture.supplyAsync(this::awaitLong);
    run("INSERT INTO layer.small (code) VALUES ('W1')");
    assertThat(heard.get()).isEqualTo(1);
  }

  @Test
  void aDatabasePutBackIsRecognisedAlsoWhenItHasReachedTheSameVersionAgain() throws Exception {
    run("INSERT INTO layer.small (code) VALUES ('W1')");
    run("INSERT INTO layer.small (code) VALUES ('W2')");
    watch.remember(2);
    assertThat(watch.await(SHORT).sameHistory()).isTrue();
    run("INSERT INTO layer.small (code) VALUES ('W3')");
    assertThat(watch.await(SHORT)).isEqualTo(new VersionWatch.Seen(3, true));
    putBackTo(1);
    assertThat(watch.await(SHORT)).isEqualTo(new VersionWatch.Seen(1, false));
    run("INSERT INTO layer.small (code) VALUES ('W4')");
    assertThat(watch.await(SHORT)).isEqualTo(new VersionWatch.Seen(2, false));
    watch.remember(2);
    assertThat(watch.await(SHORT).sameHistory()).isTrue();
  }

  @Test
  void whatCouldNotBeRememberedIsNotTakenForTheSameHistory() throws Exception {
    run("INSERT INTO layer.small (code) VALUES ('W1')");
    watch.remember(1);
    run("INSERT INTO layer.small (code) VALUES ('W2')");
    endTheWatchersConnection();
    assertThatThrownBy(() -> watch.remember(2)).isInstanceOf(SQLException.class);
    assertThat(watch.await(SHORT)).isEqualTo(new VersionWatch.Seen(2, false));
    watch.remember(2);
    assertThat(watch.await(SHORT)).isEqualTo(new VersionWatch.Seen(2, true));
  }

  private void endTheWatchersConnection() throws SQLException {
    Rows.one(
        database.reader(),
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            + " AND usename = current_user");
  }

  private void putBackTo(long version) {
    run("TRUNCATE layer.small");
    run("DELETE FROM anlan.version_log WHERE version > " + version);
    run("UPDATE anlan.data_version SET version = " + version);
  }

  private long awaitLong() {
    try {
      return watch.await(LONG).version();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void run(String sql) {
    Rows.run(database.owner(), sql);
  }
}
