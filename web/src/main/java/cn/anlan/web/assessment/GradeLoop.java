package cn.anlan.web.assessment;

import cn.anlan.data.store.Database;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.snapshot.LiveSnapshots;
import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the {@link GradeKeeper} look at every new generation and day, on a thread of its own. */
@Configuration
class GradeLoop {
  private static final Logger LOG = LoggerFactory.getLogger(GradeLoop.class);
  private static final long POLL_MS = 500;
  private static final long RETRY_MS = 30_000;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "grades");
            thread.setDaemon(true);
            return thread;
          });
  private Generation seen;
  private LocalDate day;
  private long pauseUntilMs;

  @Bean
  GradeKeeper gradeKeeper(Database database, Assessments assessments, LiveSnapshots snapshots) {
    GradeKeeper keeper = new GradeKeeper(database, assessments);
    timer.scheduleWithFixedDelay(
        () -> look(keeper, snapshots), POLL_MS, POLL_MS, TimeUnit.MILLISECONDS);
    return keeper;
  }

  private void look(GradeKeeper keeper, LiveSnapshots snapshots) {
    Generation now = snapshots.current();
    LocalDate today = LocalDate.now();
    boolean same = now == seen && today.equals(day);
    if (same || !snapshots.isComplete() || System.currentTimeMillis() < pauseUntilMs) {
      return;
    }
    try {
      keeper.look(now, today);
      seen = now;
      day = today;
    } catch (Throwable e) { // the loop must go on: PostGIS may be away
      LOG.warn("the grades could not be written; trying again later", e);
      pauseUntilMs = System.currentTimeMillis() + RETRY_MS;
    }
  }

  @PreDestroy
  void stop() {
    timer.shutdownNow();
  }
}
