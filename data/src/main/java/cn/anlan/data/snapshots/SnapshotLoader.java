package cn.anlan.data.snapshots;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.StoreException;
import cn.anlan.geo.snapshot.ColumnSpec;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotStore;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;

/**
 * Fills snapshots from PostGIS. What is put in at once belongs to one and the same data version.
 *
 * <p>A layer that no version has touched since it was read is carried over. Of a layer that has
 * changed a little only the changed rows are read, which then stand behind its ordered ones ({@link
 * LayerSnapshot#orderedRows}); a small or much changed layer is read whole. Layers that the store
 * has not got yet are read over two connections side by side, one the biggest first and one the
 * smallest, and each is put in as soon as it is there.
 */
public final class SnapshotLoader {
  /** Below so many rows reading the whole layer is as quick as looking for what changed. */
  private static final int SMALL_LAYER = 10_000;

  /** A layer of which more than one row in so many has changed is read whole. */
  private static final int LARGEST_SHARE = 4;

  /** So long is a bulk load into one layer waited for before the others are shown. */
  private static final Duration SERVING_WAIT = Duration.ofSeconds(5);

  /** So long by one who wants that layer and no other. */
  private static final Duration LONE_WAIT = Duration.ofMinutes(10);

  private final Database database;

  public SnapshotLoader(Database database) {
    this.database = database;
  }

  /** The columns that a layer's snapshot has. */
  public static List<ColumnSpec> columns(Layer layer) {
    return LayerReading.columns(layer);
  }

  /**
   * Brings the store up to date: first the layers that have changed since its generation, all at
   * once, then those that it has not got, one by one.
   *
   * @throws StoreException where PostGIS fails; what was put in by then stays
   */
  public void loadInto(SnapshotStore store) {
    loadInto(store, List.of());
  }

  /**
   * The same, and lays other ordered rows under some layers.
   *
   * @param packed layers as {@link #read(Layer)} has read them from this same history of the
   *     database, before now; what they have missed is read behind them
   */
  public void loadInto(SnapshotStore store, Collection<LayerSnapshot> packed) {
    Generation held = store.current();
    List<Layer> there = new ArrayList<>();
    List<Layer> missing = new ArrayList<>();
    for (Layer layer : database.catalog().layers()) {
      (held.find(layer.id()).isPresent() ? there : missing).add(layer);
    }
    int connections = missing.size() > 1 ? 2 : 1;
    try (DataView view =
        DataView.open(database, database.catalog().layers(), connections, SERVING_WAIT)) {
      try {
        store.put(view.version(), changed(view, there, held, packed));
        fill(store, view, new Changes(view.first()).bySize(missing));
      } catch (SQLException | RuntimeException | Error e) {
        view.spoil();
        throw e;
      }
    } catch (SQLException e) {
      throw new StoreException("读取图层 (reading the layers)", e);
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /**
   * Reads one layer alone and whole, as it is now: for a command that asks for no other, and to
   * pack a layer anew while its snapshot is being used.
   *
   * @throws StoreException where it cannot be read
   */
  public LayerSnapshot read(Layer layer) {
    try (DataView view = DataView.open(database, List.of(layer), 1, LONE_WAIT)) {
      try {
        return new LayerReading(layer).read(view.first(), view.version());
      } catch (SQLException | RuntimeException | Error e) {
        view.spoil();
        throw e;
      }
    } catch (SQLException e) {
      throw new StoreException("读取图层 (reading the layer) " + layer.id(), e);
    }
  }

  private static List<LayerSnapshot> changed(
      DataView view, List<Layer> there, Generation held, Collection<LayerSnapshot> packed)
      throws SQLException {
    Map<String, LayerSnapshot> laid = new HashMap<>();
    packed.forEach(layer -> laid.put(layer.layer(), layer));
    Changes changes = new Changes(view.first());
    Set<Layer> due = new HashSet<>(changes.changed(there, held.dataVersion()));
    List<LayerSnapshot> renewed = new ArrayList<>();
    for (Layer layer : there) {
      LayerSnapshot base = laid.getOrDefault(layer.id(), held.get(layer.id()));
      if (due.contains(layer) || laid.containsKey(layer.id())) {
        renewed.add(renewed(layer, base, view, changes));
      }
    }
    return renewed;
  }

  private static LayerSnapshot renewed(
      Layer layer, LayerSnapshot base, DataView view, Changes changes) throws SQLException {
    LayerReading reading = new LayerReading(layer);
    int most = base.orderedRows() < SMALL_LAYER ? 0 : base.orderedRows() / LARGEST_SHARE;
    long[] gone = changes.findGone(layer, base.orderedVersion(), most).orElse(null);
    return gone == null
        ? reading.read(view.first(), view.version())
        : reading.readBehind(view.first(), view.version(), base, gone);
  }

  private static void fill(SnapshotStore store, DataView view, List<Layer> missing) {
    Deque<Layer> due = new ConcurrentLinkedDeque<>(missing);
    if (view.first() == view.last()) {
      read(store, view, view.first(), due::pollFirst);
      return;
    }
    CompletableFuture<Void> beside =
        CompletableFuture.runAsync(() -> read(store, view, view.last(), due::pollLast));
    try {
      read(store, view, view.first(), due::pollFirst);
    } finally {
      due.clear(); // where one side has failed the other need not go on
      beside.handle((done, fault) -> done).join();
    }
    beside.join();
  }

  private static void read(
      SnapshotStore store, DataView view, Connection connection, Supplier<Layer> due) {
    for (Layer layer = due.get(); layer != null; layer = due.get()) {
      try {
        store.put(
            view.version(), List.of(new LayerReading(layer).read(connection, view.version())));
      } catch (SQLException e) {
        throw new StoreException("读取图层 (reading the layer) " + layer.id(), e);
      }
    }
  }
}
