package cn.anlan.data.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** kill -9 while there is no cluster yet, or only half of one. */
class FirstStartKillTest {
  private Path var;

  @BeforeEach
  void make() {
    var = TestDirectories.fresh("first-start");
  }

  @AfterEach
  void remove() {
    TestDirectories.delete(var);
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
        TestDirectories.killServer(var.resolve("postgres").resolve("data"));
      }
    }
    try (Database after = Database.open(Settings.privateIn(var), Progress.silent())) {
      assertThat(Rows.one(after.reader(), "SELECT count(*) FROM layer.region"))
          .as("seed %d", seed)
          .isEqualTo("0");
      assertThat(after.hasReaderLogin()).isTrue();
    }
  }
}
