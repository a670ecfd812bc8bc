package cn.anlan.geo.snapshot;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The current snapshot of each layer. Layers that changed in one data version are put in together,
 * so that a reader who takes {@link #current()} once sees all layers as of the same version.
 */
public final class SnapshotStore {
  /**
   * All layers at one moment, immutable.
   *
   * @param dataVersion what the database knew; a layer that has not changed since may carry an
   *     older one
   */
  public record Generation(long dataVersion, Map<String, LayerSnapshot> layers) {
    public Generation {
      layers = Map.copyOf(layers);
    }

    /**
     * @throws LayerWarming while the layer has not been loaded
     */
    public LayerSnapshot get(String layer) {
      return find(layer).orElseThrow(() -> new LayerWarming(layer));
    }

    public Optional<LayerSnapshot> find(String layer) {
      return Optional.ofNullable(layers.get(layer));
    }

    /** The greatest {@link LayerSnapshot#number} in it; 0 where it has no layer. */
    public long number() {
      return layers.values().stream().mapToLong(LayerSnapshot::number).max().orElse(0);
    }
  }

  private final AtomicReference<Generation> current =
      new AtomicReference<>(new Generation(0, Map.of()));

  /** All layers as they are now: to be taken once for a calculation that looks at several. */
  public Generation current() {
    return current.get();
  }

  /**
   * @throws LayerWarming while the layer has not been loaded
   */
  public LayerSnapshot get(String layer) {
    return current().get(layer);
  }

  public Optional<LayerSnapshot> find(String layer) {
    return current().find(layer);
  }

  /** The data version of {@link #current()}; 0 before anything was put in. */
  public long dataVersion() {
    return current().dataVersion();
  }

  /** Puts in one layer; see {@link #put(long, Collection)}. */
  public boolean put(LayerSnapshot snapshot) {
    return put(snapshot.dataVersion(), List.of(snapshot));
  }

  /**
   * Replaces some layers at once. A snapshot older than the one in place is passed over: loading
   * may finish in another order than it began.
   *
   * @param dataVersion the version up to which all layers, also those not given, are now complete
   * @return whether every given snapshot is now in place
   */
  public boolean put(long dataVersion, Collection<LayerSnapshot> snapshots) {
    Generation after =
        current.updateAndGet(
            before -> {
              Map<String, LayerSnapshot> layers = new HashMap<>(before.layers());
              for (LayerSnapshot snapshot : snapshots) {
                layers.merge(
                    snapshot.layer(),
                    snapshot,
                    (old, fresh) -> fresh.dataVersion() < old.dataVersion() ? old : fresh);
              }
              return new Generation(Math.max(before.dataVersion(), dataVersion), layers);
            });
    return snapshots.stream().allMatch(s -> after.layers().get(s.layer()) == s);
  }

  /** Takes a layer out, for instance because its definition changed; it is then warming. */
  public void remove(String layer) {
    current.updateAndGet(
        before -> {
          Map<String, LayerSnapshot> layers = new HashMap<>(before.layers());
          layers.remove(layer);
          return new Generation(before.dataVersion(), layers);
        });
  }
}
