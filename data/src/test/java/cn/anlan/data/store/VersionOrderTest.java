package cn.anlan.data.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

class VersionOrderTest {
  private static final int WRITERS = 4;
  private static final int CHANGES = 25;

  /**
   * The server delivers notifications in the order of commits, so that they come as 1, 2, 3 … says
   * that versions are taken in that order; a reader beside it must never see a version whose
   * predecessor is still missing. Writers touch shared rows in random order, which also shows that
   * they do not deadlock.
   */
  @Test
  void versionsAreInTheOrderOfCommitsWithoutGapsUnderConcurrency() throws Exception {
    long seed = System.nanoTime();
    ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
    try (Database database = TestDatabase.open();
        Connection listener = database.ownerLogin().connect()) {
      Sql.run(listener, "LISTEN anlan_version");
      Rows.run(database.owner(), insert("R0"), insert("R1"), insert("R2"));
      List<Future<?>> writers = new ArrayList<>();
      for (int w = 0; w < WRITERS; w++) {
        Random random = new Random(seed + w);
        int writer = w;
        writers.add(pool.submit(() -> write(database, random, writer)));
      }
      while (writers.stream().anyMatch(f -> !f.isDone())) {
        assertThat(
                Rows.one(
                    database.reader(),
                    "SELECT count(*) = coalesce(max(version), 0) FROM anlan.versions"))
            .as("no gap is ever seen, seed %d", seed)
            .isEqualTo("t");
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
      int expected = 3 + WRITERS * CHANGES;
      assertThat(delivered(listener, expected))
          .as("seed %d", seed)
          .isEqualTo(LongStream.rangeClosed(1, expected).boxed().toList());
    } finally {
      pool.shutdownNow();
    }
  }

  private static Void write(Database database, Random random, int writer) {
    for (int i = 0; i < CHANGES; i++) {
      String added = "W" + writer + "_" + i;
      database.inTransaction(
          "写者" + writer,
          "并发",
          c -> {
            Sql.run(
                c,
                "UPDATE layer.water_body SET name = 'x' WHERE code = 'R" + random.nextInt(3) + "'");
            Sql.run(c, "SELECT pg_sleep(" + random.nextInt(10) / 1000.0 + ")");
            Sql.run(c, insert(added));
            Sql.run(
                c,
                "UPDATE layer.water_body SET name = 'y' WHERE code = 'R" + random.nextInt(3) + "'");
            return null;
          });
    }
    return null;
  }

  private static List<Long> delivered(Connection listener, int expected) throws Exception {
    List<Long> versions = new ArrayList<>();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (versions.size() < expected && System.nanoTime() < deadline) {
      PGNotification[] some = listener.unwrap(PGConnection.class).getNotifications(200);
      if (some != null) {
        Arrays.stream(some).forEach(n -> versions.add(Long.parseLong(n.getParameter())));
      }
    }
    return versions;
  }

  private static String insert(String code) {
    return "INSERT INTO layer.water_body (code, name, kind, river_system, yangtze_basin, sigma_m)"
        + " VALUES ('"
        + code
        + "', '水', 'river', 'other', true, 10)";
  }
}
