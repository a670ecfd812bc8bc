package cn.anlan.data.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** kill -9, of the program, of the server and of both: the next start puts things in order. */
class KillTest {
  private static final String PRESENT = "SELECT code, data_version FROM layer.region ORDER BY code";

  private Path var;

  @BeforeEach
  void make() {
    var = TestDirectories.fresh("kill");
  }

  @AfterEach
  void remove() {
    TestDirectories.delete(var);
  }

  @Test
  void aServerKilledInATransactionComesBackWithTheOldState() throws SQLException {
    Database before = open();
    Rows.run(before.owner(), insert("360000"));
    Path data = before.cluster().orElseThrow().homeDir().resolve("data");
    try (Connection open = before.ownerLogin().connect()) {
      open.setAutoCommit(false);
      Sql.run(open, insert("360100"));
      Sql.run(open, "UPDATE layer.region SET name = 'x'");
      killServer(data);
    }
    before.close();
    try (Database after = open()) {
      assertThat(Rows.of(after.reader(), PRESENT)).containsExactly("360000|1");
      assertThat(Rows.of(after.owner(), "SELECT * FROM history.region")).isEmpty();
      Rows.run(after.owner(), insert("360200"));
      assertThat(Rows.of(after.reader(), PRESENT)).containsExactly("360000|1", "360200|2");
    }
  }

  @Test
  void theUsersOfAKilledServerGoOnWhenAnotherProgramHasStartedItAgain() {
    try (Database mine = open()) {
      Rows.run(mine.owner(), insert("360000"));
      killServer(mine.cluster().orElseThrow().homeDir().resolve("data"));
      try (OtherProgram other = OtherProgram.start("database", var)) {
        assertThat(other.awaitLine()).isEqualTo("port " + mine.ownerLogin().port());
        assertThat(Rows.of(mine.reader(), PRESENT)).containsExactly("360000|1");
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
        assertThat(after.dataVersion()).isZero();
      }
    }
  }

  @Test
  void aPidFileThatNamesAnotherProcessIsNoServer() throws IOException {
    Database before = open();
    Path pidFile =
        before.cluster().orElseThrow().homeDir().resolve("data").resolve("postmaster.pid");
    List<String> lines = Files.readAllLines(pidFile);
    killServer(pidFile.getParent());
    before.close();
    lines.set(0, Long.toString(TestDatabase.cluster().findServerPid().orElseThrow()));
    Files.write(pidFile, lines);
    try (Database after = open()) {
      assertThat(after.dataVersion()).isZero();
    }
  }

  @Test
  void whatAKilledInitdbLeftIsRemoved() throws IOException {
    ClusterHome home = ClusterHome.findOrMake(var.toRealPath(), Progress.silent());
    Path half = home.dir().resolve("data.making-killed");
    Files.createDirectories(half.resolve("base").resolve("1"));
    Files.writeString(half.resolve("base").resolve("1").resolve("112"), "half");
    try (PrivateCluster cluster = PrivateCluster.open(var, Progress.silent())) {
      assertThat(cluster.findServerPid()).isPresent();
      try (Stream<Path> entries = Files.list(home.dir())) {
        assertThat(entries.map(p -> p.getFileName().toString()))
            .noneMatch(name -> name.contains("making"));
      }
    }
  }

  /** From an empty directory to a served database, killed again and again on the way. */
  @Test
  void aFirstStartKilledAtAnyMomentIsFinishedByTheNext() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 7; i++) {
      try (OtherProgram other = OtherProgram.start("database", var)) {
        Pause.millis(500L + 400L * i + random.nextInt(400));
        other.kill();
      }
      if (random.nextBoolean()) {
        killServer(var.resolve("postgres").resolve("data"));
      }
    }
    try (Database after = open()) {
      Rows.run(after.owner(), insert("360000"));
      assertThat(Rows.of(after.reader(), PRESENT)).as("seed %d", seed).hasSize(1);
    }
  }

  private Database open() {
    return Database.open(Settings.privateIn(var), Progress.silent());
  }

  private static void killServer(Path data) {
    while (!Postmaster.processesIn(data).isEmpty()) {
      Postmaster.processesIn(data).forEach(KillTest::kill);
      Pause.millis(20);
    }
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
