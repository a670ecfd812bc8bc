package cn.anlan.web.snapshot;

import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has somebody look whenever the layers in memory are of another data version, whenever something
 * beside them has changed, and on every new day, on a thread of its own: a long look keeps nobody
 * waiting, and versions that come meanwhile are looked at together. A look that fails is tried
 * again after a while.
 */
public final class GenerationLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GenerationLoop.class);
  private static final long POLL_MS = 500;
  private static final long RETRY_MS = 30_000;

  /** Who looks. */
  @FunctionalInterface
  public interface Look {
    void at(Generation generation, LocalDate today) throws Exception;
  }

  private final String name;
  private final LiveSnapshots snapshots;
  private final Look look;
  private final Supplier<?> beside;
  private final ScheduledExecutorService timer;
  private Generation seen;
  private Object seenBeside;
  private LocalDate day;
  private long pauseUntilMs;

  /**
   * Begins at once, as soon as every layer is there.
   *
   * @param name of the thread, and in the log
   */
  public GenerationLoop(String name, LiveSnapshots snapshots, Look look) {
    this(name, snapshots, look, () -> "");
  }

  /**
   * The same, for who looks at something else, too.
   *
   * @param beside quickly asked twice a second; what equals the last answer has not changed
   */
  public GenerationLoop(String name, LiveSnapshots snapshots, Look look, Supplier<?> beside) {
    this.name = name;
    this.beside = beside;
    this.snapshots = snapshots;
    this.look = look;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    timer.scheduleWithFixedDelay(this::look, POLL_MS, POLL_MS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    if (!snapshots.isComplete() || System.currentTimeMillis() < pauseUntilMs) {
      return;
    }
    try {
      Generation now = snapshots.current();
      LocalDate today = LocalDate.now();
      Object other = beside.get();
      if (now == seen && today.equals(day) && other.equals(seenBeside)) {
        return;
      }
      look.at(now, today);
      seen = now;
      day = today;
      seenBeside = other;
    } catch (Throwable e) { // the loop must go on: PostGIS may be away
      LOG.warn("{}: the look failed; trying again later", name, e);
      pauseUntilMs = System.currentTimeMillis() + RETRY_MS;
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
