package cn.anlan.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.data.ingest.ImportReport;
import cn.anlan.data.ingest.Importer;
import cn.anlan.data.ingest.request.ImportRequest;
import cn.anlan.data.initial.InitialData;
import cn.anlan.geo.fault.UserFault;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever interrupts an import, the database holds the old version whole, or the new one. */
class InterruptedImportTest {
  private static final int ROWS = 60_000;
  private static final String STATE =
      "SELECT (SELECT count(*) FROM layer.enterprise) || ' ' ||"
          + " (SELECT count(*) FROM anlan.delivery WHERE layer = 'enterprise') || ' ' ||"
          + " (SELECT count(*) FROM history.enterprise) || ' ' ||"
          + " (SELECT version FROM anlan.data_version)";

  @TempDir static Path folder;
  private static Path var;
  private static Path file;

  @BeforeAll
  static void make() {
    var = TestDirectories.fresh("interrupted");
    file = folder.resolve("firms.csv");
    try (Database database = open();
        BufferedWriter out = Files.newBufferedWriter(file)) {
      InitialData.ensureBaseMap(database, Progress.silent());
      out.write("code,name,sector,county_code,address,lon,lat\n");
      String address = "某路某号".repeat(40);
      for (int i = 0; i < ROWS; i++) {
        out.write(
            String.format(
                Locale.ROOT,
                "E%06d,企业%d,fire,360102,%s,%.6f,%.6f%n",
                i,
                i,
                address,
                115.88 + i % 200 * 1e-4,
                28.68 + i / 200 * 1e-4));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void remove() {
    TestDirectories.delete(var);
  }

  @Test
  void aServerKilledWhileRowsAreCheckedOrWrittenComesBackWithTheOldVersion() {
    for (String step : List.of("checked", "writing")) {
      Database before = open();
      String state = Rows.one(before.owner(), STATE);
      assertThatThrownBy(
              () ->
                  run(
                      before,
                      said -> {
                        if (said.contains(step)) {
                          kill(before, step.equals("writing") ? 150 : 0);
                        }
                      }))
          .as(step)
          .isInstanceOf(UserFault.class)
          .hasMessageContaining("连接中断");
      before.close();
      try (Database after = open()) {
        assertThat(Rows.one(after.owner(), STATE)).as(step).isEqualTo(state);
      }
    }
  }

  @Test
  void aConnectionThatIsCutLeavesTheOldVersionAndTheNextImportGoesThrough() throws SQLException {
    try (Database database = open()) {
      Rows.run(database.owner(), "DELETE FROM layer.enterprise");
      String state = Rows.one(database.owner(), STATE);
      for (String step : List.of("checked", "writing")) {
        assertThatThrownBy(
                () ->
                    run(
                        database,
                        said -> {
                          if (said.contains(step)) {
                            cut(database, step.equals("writing") ? 150 : 0);
                          }
                        }))
            .as(step)
            .isInstanceOf(UserFault.class)
            .hasMessageContaining("连接中断");
        assertThat(Rows.one(database.owner(), STATE)).as(step).isEqualTo(state);
      }
      assertThat(run(database, said -> {}).inserted()).isEqualTo(ROWS);
      Rows.run(database.owner(), "DELETE FROM layer.enterprise");
    }
  }

  @Test
  void aFileThatCannotGrowLeavesTheOldVersion() {
    try (Database database = open()) {
      String state = Rows.one(database.owner(), STATE);
      assertThatThrownBy(
              () ->
                  run(
                      database,
                      said -> {
                        if (said.contains("writing")) {
                          backends(database).forEach(pid -> letNoFileGrow(database, pid));
                        }
                      }))
          .isInstanceOf(StoreException.class)
          .hasStackTraceContaining("File too large");
      assertThat(Rows.one(database.owner(), STATE)).isEqualTo(state);
    }
  }

  @Test
  void aProgramKilledAtAnyMomentLeavesTheOldVersionOrTheNewOne() {
    for (int delayMs : new int[] {0, 60, 150, 400, 1_200}) {
      String state;
      try (Database database = open()) {
        Rows.run(database.owner(), "DELETE FROM layer.enterprise");
        state = Rows.one(database.owner(), STATE);
      }
      try (OtherProgram program = OtherProgram.start("import", var, file.toString())) {
        assertThat(program.awaitLine()).contains("writing");
        Pause.millis(delayMs);
        program.kill();
      }
      try (Database database = open()) {
        awaitNoWriter(database);
        String after = Rows.one(database.owner(), STATE);
        if (!after.equals(state)) {
          String[] was = state.split(" ");
          assertThat(after)
              .as("killed after %d ms", delayMs)
              .isEqualTo(
                  "%d %d %s %d"
                      .formatted(
                          ROWS, Long.parseLong(was[1]) + 1, was[2], Long.parseLong(was[3]) + 1));
        }
      }
    }
  }

  /** The server may still be at the dead program's last statement. */
  private static void awaitNoWriter(Database database) {
    Rows.run(database.owner(), "BEGIN; SELECT FROM anlan.data_version FOR UPDATE; COMMIT");
  }

  static ImportReport run(Database database, Progress progress) {
    return Importer.run(
        database,
        ImportRequest.of("enterprise", file)
            .crs("EPSG:4490")
            .sigmaM(5.0)
            .rejectedDir(folder)
            .build(),
        progress);
  }

  private static void kill(Database database, int delayMs) {
    later(delayMs, () -> TestDirectories.killServer(data(database)));
  }

  private static void cut(Database database, int delayMs) {
    later(
        delayMs,
        () ->
            Rows.run(
                database.owner(),
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE pid <> pg_backend_pid() AND usename = 'anlan_owner'"));
  }

  /** At once, or beside what goes on. */
  private static void later(int delayMs, Runnable action) {
    if (delayMs == 0) {
      action.run();
      return;
    }
    new Thread(
            () -> {
              Pause.millis(delayMs);
              action.run();
            })
        .start();
  }

  private static List<Long> backends(Database database) {
    return Rows.of(
            database.owner(),
            "SELECT pid FROM pg_stat_activity WHERE usename = 'anlan_owner'"
                + " AND pid <> pg_backend_pid()")
        .stream()
        .map(Long::valueOf)
        .toList();
  }

  /**
   * As on a full disk, a write fails: the table would grow beyond what a file of this one process
   * may be. Segments of the write-ahead log, of 16 MB, still can be.
   */
  private static void letNoFileGrow(Database database, long pid) {
    Path data = data(database);
    ServerCommand.Result limited =
        ServerCommand.run(
            ServerUser.ownerOf(data),
            Path.of("/"),
            List.of("prlimit", "--pid", Long.toString(pid), "--fsize=" + (16 << 20)));
    assertThat(limited.ok()).as(limited.output()).isTrue();
  }

  private static Path data(Database database) {
    return database.cluster().orElseThrow().homeDir().resolve("data");
  }

  private static Database open() {
    return Database.open(Settings.privateIn(var), Progress.silent());
  }
}
