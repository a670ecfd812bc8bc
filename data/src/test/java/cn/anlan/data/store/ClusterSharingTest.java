package cn.anlan.data.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several programs on one cluster, and where it finds its place. */
class ClusterSharingTest {
  private static Path var;

  @BeforeAll
  static void make() {
    var = TestDirectories.fresh("sharing");
  }

  @AfterAll
  static void remove() {
    TestDirectories.delete(var);
  }

  @Test
  void twoProgramsShareTheClusterAndTheLastOneStopsIt() {
    try (OtherProgram other = OtherProgram.start("cluster", var)) {
      String line = other.awaitLine();
      PrivateCluster mine = PrivateCluster.open(var, Progress.silent());
      assertThat(line).isEqualTo("port " + mine.port());
      assertThat(PrivateCluster.stopIfUnused(var, Progress.silent()))
          .isEqualTo(PrivateCluster.StopOutcome.IN_USE);
      other.finish();
      assertThat(mine.findServerPid()).as("one user is left").isPresent();
      PrivateCluster again = PrivateCluster.open(var, Progress.silent());
      mine.close();
      assertThat(again.findServerPid()).as("one use in this program is left").isPresent();
      again.close();
      assertThat(again.findServerPid()).as("nobody is left").isEmpty();
      assertThat(PrivateCluster.stopIfUnused(var, Progress.silent()))
          .isEqualTo(PrivateCluster.StopOutcome.NOT_RUNNING);
    }
  }

  @Test
  void anOrphanedServerIsTakenOverOrStopped() {
    try (OtherProgram other = OtherProgram.start("cluster", var)) {
      other.awaitLine();
      other.kill();
    }
    PrivateCluster mine = PrivateCluster.open(var, Progress.silent());
    long pid = mine.findServerPid().orElseThrow();
    try (OtherProgram other = OtherProgram.start("cluster", var)) {
      other.awaitLine();
      mine.close();
      assertThat(mine.findServerPid()).contains(pid);
      other.kill();
    }
    assertThat(mine.findServerPid()).contains(pid);
    assertThat(PrivateCluster.stopIfUnused(var, Progress.silent()))
        .isEqualTo(PrivateCluster.StopOutcome.STOPPED);
    assertThat(mine.findServerPid()).isEmpty();
  }

  @Test
  void aTakenPortIsAvoided() throws IOException {
    PrivateCluster first = PrivateCluster.open(var, Progress.silent());
    first.close();
    List<String> told = new ArrayList<>();
    try (ServerSocket taken =
        new ServerSocket(first.port(), 1, InetAddress.getByName("127.0.0.1"))) {
      try (PrivateCluster second = PrivateCluster.open(var, told::add)) {
        assertThat(second.port()).isNotEqualTo(taken.getLocalPort());
        assertThat(told).anyMatch(line -> line.contains("" + first.port()));
      }
    }
  }

  @Test
  void theSamePortIsTakenAgainWhereItIsFree() {
    PrivateCluster first = PrivateCluster.open(var, Progress.silent());
    first.close();
    try (PrivateCluster second = PrivateCluster.open(var, Progress.silent())) {
      assertThat(second.port()).isEqualTo(first.port());
    }
  }

  /** As root the server's account cannot pass a home of mode 700; anyone else's server can. */
  @Test
  void belowAClosedHomeTheDatabaseGoesWhereTheServerCanReachIt() throws IOException {
    Path home = Files.createDirectories(var.resolve("home"));
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    Path inner = Files.createDirectories(home.resolve("var")).toRealPath();
    Path system = var.toRealPath().resolve("system");
    List<String> told = new ArrayList<>();
    ClusterHome chosen = ClusterHome.findOrMake(inner, system, told::add);
    if (ServerUser.programIsRoot()) {
      assertThat(chosen.dir().getParent()).isEqualTo(system);
      assertThat(told).singleElement().asString().contains(chosen.dir().toString());
      assertThat(Files.getOwner(chosen.dir()).getName()).isEqualTo("postgres");
    } else {
      assertThat(chosen.dir()).isEqualTo(inner.resolve("postgres"));
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(chosen.dir())))
        .isEqualTo("rwx------");
  }

  @Test
  void aLongPathDoesWithoutASocket() throws IOException {
    Path deep = Files.createDirectories(var.resolve("很长 的目录名".repeat(6)));
    try (PrivateCluster cluster = PrivateCluster.open(deep, Progress.silent())) {
      assertThat(cluster.findServerPid()).isPresent();
      assertThat(cluster.homeDir().resolve("socket")).doesNotExist();
    }
  }
}
