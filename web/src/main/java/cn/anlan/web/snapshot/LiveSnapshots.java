package cn.anlan.web.snapshot;

import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.snapshots.VersionWatch;
import cn.anlan.data.snapshots.VersionWatch.Seen;
import cn.anlan.data.store.Database;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import jakarta.annotation.PreDestroy;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The layers in memory, kept fresh: the database announces each new data version, and is asked for
 * it twice a second besides. What a version touched is read and put in at once, the other layers
 * are carried over; readers never wait, and never see half of a version. At the start layers are
 * put in as they are read, and those still missing answer 503. While PostGIS is away the last state
 * goes on answering ({@link #findLag}), and a private server that has died is started again.
 */
@Component
public class LiveSnapshots {
  private static final Logger LOG = LoggerFactory.getLogger(LiveSnapshots.class);
  private static final Duration POLL = Duration.ofMillis(500);

  /** Who stopped the private server, or restarts it, has so long to bring it back himself. */
  private static final Duration LEFT_TO_OTHERS = Duration.ofSeconds(30);

  private final Database database;
  private final SnapshotLoader loader;
  private final VersionWatch watch;
  private final Packing packing;
  private final Thread refreshing = new Thread(this::keepFresh, "snapshots");
  private volatile SnapshotStore store = new SnapshotStore();
  private volatile Lag lag;
  private volatile boolean stopped;

  LiveSnapshots(Database database) {
    this.database = database;
    this.loader = new SnapshotLoader(database);
    this.watch = new VersionWatch(database);
    this.packing = new Packing(loader, database.catalog());
    refreshing.setDaemon(true);
    refreshing.start();
  }

  /** All layers of one data version; to be taken once per request. */
  public Generation current() {
    return store.current();
  }

  /** Until there are accounts: whoever sits at this machine sees the whole province. */
  public Scope scope() {
    return Scope.wholeProvince("loopback");
  }

  /** How many layers there will be. */
  public int expectedLayers() {
    return database.catalog().layers().size();
  }

  /** Whether every layer has been loaded, so that no question is answered with 503. */
  public boolean isComplete() {
    return current().layers().size() == expectedLayers();
  }

  /** Empty where the layers are those of the database's last version, or will be at once. */
  public Optional<Lag> findLag() {
    return Optional.ofNullable(lag);
  }

  /** Whether asking the database is of no use, and would only make the caller wait. */
  public boolean isDatabaseAway() {
    Lag now = lag;
    return now != null && now.databaseAway();
  }

  private void keepFresh() {
    while (!stopped) {
      Seen seen;
      try {
        seen = watch.await(POLL);
      } catch (Throwable e) { // also an OutOfMemoryError: it must go on, and health must say so
        fallBehind(e, true);
        revive();
        continue;
      }
      try {
        refresh(seen);
        catchUp();
      } catch (Throwable e) {
        fallBehind(e, false);
      }
    }
  }

  private void refresh(Seen seen) throws SQLException {
    if (!seen.sameHistory()) {
      // Put back to an earlier state, or another database: what is held may be other than it says.
      LOG.warn("the database does not continue from version {}; reading all", store.dataVersion());
      packing.forget();
      SnapshotStore afresh = new SnapshotStore();
      loader.loadInto(afresh);
      store = afresh;
    } else if (!isComplete() || seen.version() != store.dataVersion() || packing.isDone()) {
      loader.loadInto(store, packing.take());
    } else {
      return;
    }
    watch.remember(store.dataVersion());
    packing.look(store.current());
  }

  private void fallBehind(Throwable why, boolean databaseAway) {
    Lag before = lag;
    if (before == null || before.databaseAway() != databaseAway) {
      lag = new Lag(before == null ? Instant.now() : before.since(), databaseAway);
      if (!stopped) {
        LOG.warn("the layers cannot be kept fresh; the last state goes on being served", why);
      }
    }
    pause();
  }

  private void catchUp() {
    if (lag != null) {
      LOG.info("the layers are fresh again, after {}", lag.since());
      lag = null;
    }
  }

  private void revive() {
    Lag now = lag;
    if (stopped || now.since().plus(LEFT_TO_OTHERS).isAfter(Instant.now())) {
      return;
    }
    try {
      database.reviveCluster();
    } catch (RuntimeException e) {
      LOG.warn("the private database server cannot be started again", e);
    }
  }

  private void pause() {
    try {
      Thread.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      stopped = true;
    }
  }

  @PreDestroy
  void stop() throws InterruptedException {
    stopped = true;
    refreshing.interrupt();
    packing.close();
    refreshing.join(POLL.multipliedBy(4).toMillis());
    watch.close();
  }
}
