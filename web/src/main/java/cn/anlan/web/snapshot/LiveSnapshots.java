package cn.anlan.web.snapshot;

import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * The layers in memory, kept fresh: the data version is asked for twice a second, and when it has
 * moved the layers that it touched are read anew in one transaction and replaced at once, the
 * others carried over. While PostGIS is away the last state goes on answering, and health says so.
 * Before the first state is loaded the service is not ready.
 */
@Component
public class LiveSnapshots implements HealthIndicator {
  private static final Logger LOG = LoggerFactory.getLogger(LiveSnapshots.class);
  private static final long POLL_MS = 500;

  private final Database database;
  private final SnapshotLoader loader;
  private volatile SnapshotStore store = new SnapshotStore();
  private final ScheduledExecutorService poller =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "snapshots");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean stale;

  LiveSnapshots(Database database) {
    this.database = database;
    this.loader = new SnapshotLoader(database);
    poller.scheduleWithFixedDelay(this::refresh, 0, POLL_MS, TimeUnit.MILLISECONDS);
  }

  /** All layers of one data version; to be taken once per request. */
  public Generation current() {
    return store.current();
  }

  /** Until there are accounts: whoever sits at this machine sees the whole province. */
  public Scope scope() {
    return Scope.wholeProvince("loopback");
  }

  @Override
  public Health health() {
    Health.Builder health =
        store.current().layers().isEmpty()
            ? Health.outOfService()
            : stale ? Health.status("DEGRADED") : Health.up();
    return health.withDetail("dataVersion", store.dataVersion()).build();
  }

  private void refresh() {
    try {
      long version = database.dataVersion();
      if (version < store.dataVersion()) {
        // The database was put back to an earlier state: what we hold is no newer, but other.
        SnapshotStore afresh = new SnapshotStore();
        loader.loadInto(afresh);
        store = afresh;
      } else if (store.current().layers().isEmpty() || version != store.dataVersion()) {
        loader.loadInto(store);
      }
      stale = false;
    } catch (
        Throwable e) { // also an OutOfMemoryError: the polling must go on, and health must say so
      if (!stale) {
        LOG.warn("the layers cannot be read anew; the last state goes on being served", e);
      }
      stale = true;
    }
  }

  @PreDestroy
  void stop() {
    poller.shutdownNow();
  }
}
