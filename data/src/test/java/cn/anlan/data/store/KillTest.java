package cn.anlan.data.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** kill -9, of the program, of the server and of both: the next start puts things in order. */
class KillTest {
  private static final String PRESENT = "SELECT code FROM layer.region ORDER BY code";

  private static Path var;

  /** One cluster for all, so that each test also starts from what the one before left. */
  @BeforeAll
  static void make() {
    var = TestDirectories.fresh("kill");
  }

  @AfterAll
  static void remove() {
    TestDirectories.delete(var);
  }

  @AfterEach
  void empty() {
    try (Database database = open()) {
      Rows.run(database.owner(), "DELETE FROM layer.region");
    }
  }

  @Test
  void aServerKilledInATransactionComesBackWithTheOldState() throws SQLException {
    Database before = open();
    Rows.run(before.owner(), insert("360000"));
    long version = before.dataVersion();
    Path data = before.cluster().orElseThrow().homeDir().resolve("data");
    try (Connection open = before.ownerLogin().connect()) {
      open.setAutoCommit(false);
      Sql.run(open, insert("360100"));
      Sql.run(open, "UPDATE layer.region SET name = 'x'");
      TestDirectories.killServer(data);
    }
    before.close();
    try (Database after = open()) {
      assertThat(Rows.of(after.reader(), PRESENT)).containsExactly("360000");
      assertThat(after.dataVersion()).isEqualTo(version);
      assertThat(
              Rows.of(after.owner(), "SELECT * FROM history.region WHERE version_to > " + version))
          .isEmpty();
      Rows.run(after.owner(), insert("360200"));
      assertThat(Rows.of(after.reader(), PRESENT)).containsExactly("360000", "360200");
      assertThat(after.dataVersion()).isEqualTo(version + 1);
    }
  }

  @Test
  void theUsersOfAKilledServerGoOnWhenAnotherProgramHasStartedItAgain() {
    try (Database mine = open()) {
      Rows.run(mine.owner(), insert("360000"));
      TestDirectories.killServer(mine.cluster().orElseThrow().homeDir().resolve("data"));
      try (OtherProgram other = OtherProgram.start("database", var)) {
        assertThat(other.awaitLine()).isEqualTo("port " + mine.ownerLogin().port());
        assertThat(Rows.of(mine.reader(), PRESENT)).containsExactly("360000");
      }
    }
  }

  @Test
  void backendsThatOutliveTheirServerAreEnded() throws SQLException {
    Database before = open();
    Path data = before.cluster().orElseThrow().homeDir().resolve("data");
    try (Connection busy = before.ownerLogin().connect()) {
      Thread query =
          new Thread(
              () -> {
                try {
                  Sql.run(busy, "SELECT count(*) FROM generate_series(1, 100000000000)");
                } catch (SQLException ended) {
                  return;
                }
              });
      query.start();
      Pause.millis(300);
      kill(before.cluster().orElseThrow().findServerPid().orElseThrow());
      Pause.millis(500);
      assertThat(Postmaster.processesIn(data)).as("an orphaned backend").isNotEmpty();
      before.close();
      try (Database after = open()) {
        assertThat(Rows.of(after.reader(), PRESENT)).isEmpty();
      }
    }
  }

  @Test
  void aPidFileThatNamesAnotherProcessIsNoServer() throws IOException {
    Database before = open();
    Path pidFile =
        before.cluster().orElseThrow().homeDir().resolve("data").resolve("postmaster.pid");
    List<String> lines = Files.readAllLines(pidFile);
    TestDirectories.killServer(pidFile.getParent());
    before.close();
    lines.set(0, Long.toString(TestDatabase.cluster().findServerPid().orElseThrow()));
    Files.write(pidFile, lines);
    try (Database after = open()) {
      assertThat(Rows.of(after.reader(), PRESENT)).isEmpty();
    }
  }

  private static Database open() {
    return Database.open(Settings.privateIn(var), Progress.silent());
  }

  private static void kill(long pid) {
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }

  private static String insert(String code) {
    return "INSERT INTO layer.region (code, name, admin_level) VALUES ('"
        + code
        + "', '县', 'county')";
  }
}
