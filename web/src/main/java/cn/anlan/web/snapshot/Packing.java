package cn.anlan.web.snapshot;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Packs a layer anew, beside the service, when too much stands behind its ordered rows: those go on
 * answering meanwhile. One layer at a time. For one thread, that which refreshes the snapshots.
 */
final class Packing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Packing.class);

  /** So many changed rows are read with every new version in less than a second. */
  private static final int MOST_UNORDERED = 20_000;

  private final SnapshotLoader loader;
  private final Catalog catalog;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "packing");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
          });
  private Future<LayerSnapshot> running;
  private volatile boolean closed;

  Packing(SnapshotLoader loader, Catalog catalog) {
    this.loader = loader;
    this.catalog = catalog;
  }

  /** Begins with the layer that needs it most, if one does and none is being packed. */
  void look(Generation generation) {
    if (running != null) {
      return;
    }
    Optional<LayerSnapshot> most =
        generation.layers().values().stream()
            .filter(layer -> layer.unorderedRows() > MOST_UNORDERED)
            .max(Comparator.comparingInt(LayerSnapshot::unorderedRows));
    running =
        most.map(layer -> worker.submit(() -> loader.read(catalog.getLayer(layer.layer()))))
            .orElse(null);
  }

  /** Whether {@link #take} has something to give or to log. */
  boolean isDone() {
    return running != null && running.isDone();
  }

  /** What has been packed since the last call. */
  List<LayerSnapshot> take() {
    if (!isDone()) {
      return List.of();
    }
    Future<LayerSnapshot> done = running;
    running = null;
    try {
      return List.of(done.get());
    } catch (ExecutionException e) {
      if (!closed) {
        LOG.warn("a layer could not be packed anew; it stays as it is", e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return List.of();
  }

  /** Lets go of what is being packed: the database is another one. */
  void forget() {
    if (running != null) {
      running.cancel(true);
      running = null;
    }
  }

  @Override
  public void close() {
    closed = true; // what is cut off now is nobody's loss
    worker.shutdownNow();
  }
}
