package cn.anlan.web.watch;

import cn.anlan.data.store.Database;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.checks.CheckRun;
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

/**
 * Looks at the watches whenever the layers in memory are of another data version, and on every new
 * day, on a thread of its own: a long look keeps nobody waiting, and versions that come meanwhile
 * are looked at together.
 */
@Configuration
class WatchLoop {
  private static final Logger LOG = LoggerFactory.getLogger(WatchLoop.class);
  private static final long POLL_MS = 500;
  private static final long RETRY_MS = 30_000;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "watches");
            thread.setDaemon(true);
            return thread;
          });
  private Generation seen;
  private LocalDate day;
  private long pauseUntilMs;

  @Bean
  WatchKeeper watchKeeper(Database database, CheckRun checks, LiveSnapshots snapshots) {
    WatchKeeper keeper = new WatchKeeper(database, checks);
    timer.scheduleWithFixedDelay(
        () -> look(keeper, snapshots), POLL_MS, POLL_MS, TimeUnit.MILLISECONDS);
    return keeper;
  }

  private void look(WatchKeeper keeper, LiveSnapshots snapshots) {
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
      LOG.warn("the watches could not be looked at; trying again later", e);
      pauseUntilMs = System.currentTimeMillis() + RETRY_MS;
    }
  }

  @PreDestroy
  void stop() {
    timer.shutdownNow();
  }
}
