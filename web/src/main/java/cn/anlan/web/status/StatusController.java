package cn.anlan.web.status;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.store.Database;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.geo.text.Text;
import cn.anlan.web.Anlan;
import cn.anlan.web.conf.OfficeConfig;
import cn.anlan.web.snapshot.Lag;
import cn.anlan.web.snapshot.LiveSnapshots;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the page asks first: what is served, as of when, and whether any of it is invented. */
@RestController
class StatusController {
  /**
   * A layer's size as the caller may see it.
   *
   * @param awaitingCorrection delivered rows that are not shown because they must be corrected
   */
  record LayerCount(String id, Text title, long count, long demoCount, long awaitingCorrection) {}

  /**
   * All layers with their sizes.
   *
   * @param freshness how many of them are there yet: those still being loaded are left out
   */
  record Layers(long dataVersion, Freshness freshness, List<LayerCount> layers) {}

  /**
   * How far the layers in memory are those of the database.
   *
   * @param layersLoaded layers that answer; the others say 503 until they are loaded
   * @param layers layers there will be
   * @param lag since when they may be behind the database, and why; null where they are not
   */
  record Freshness(long dataVersion, int layersLoaded, int layers, Lag lag) {}

  record ScopeName(String name) {}

  record Status(
      String product,
      String version,
      long dataVersion,
      boolean demo,
      LocalDate asOf,
      ScopeName scope,
      OfficeConfig.Basemap basemap,
      Freshness freshness,
      List<LayerCount> layers) {}

  private final Database database;
  private final LiveSnapshots snapshots;
  private final OfficeConfig config;
  private final WaitingRows waiting;

  StatusController(Database database, LiveSnapshots snapshots, OfficeConfig config) {
    this.database = database;
    this.snapshots = snapshots;
    this.config = config;
    this.waiting = new WaitingRows(database, snapshots::isDatabaseAway);
  }

  @GetMapping("/api/status")
  Status status() {
    Generation generation = snapshots.current();
    List<LayerCount> layers = counts(generation);
    return new Status(
        "安澜 Anlan",
        Anlan.VERSION,
        generation.dataVersion(),
        layers.stream().anyMatch(l -> l.demoCount() > 0),
        LocalDate.now(),
        new ScopeName(snapshots.scope().name()),
        config.basemap(),
        freshness(generation),
        layers);
  }

  @GetMapping("/api/layers")
  Layers layers() {
    Generation generation = snapshots.current();
    return new Layers(generation.dataVersion(), freshness(generation), counts(generation));
  }

  /** Cheap enough to be asked every few seconds. */
  @GetMapping("/api/freshness")
  Freshness freshness() {
    return freshness(snapshots.current());
  }

  private Freshness freshness(Generation generation) {
    return new Freshness(
        generation.dataVersion(),
        generation.layers().size(),
        snapshots.expectedLayers(),
        snapshots.findLag().orElse(null));
  }

  private List<LayerCount> counts(Generation generation) {
    Map<String, Long> awaiting = waiting.byLayer();
    List<LayerCount> counts = new ArrayList<>();
    for (Layer layer : database.catalog().layers()) {
      generation
          .find(layer.id())
          .map(snapshot -> count(layer, snapshot, awaiting))
          .ifPresent(counts::add);
    }
    return counts;
  }

  private LayerCount count(Layer layer, LayerSnapshot snapshot, Map<String, Long> awaiting) {
    Query query = Query.on(snapshot, snapshots.scope());
    long demo = query.countsBy("is_demo").byValue().getOrDefault("true", 0L);
    long waitingRows = awaiting.getOrDefault(layer.id(), 0L);
    return new LayerCount(layer.id(), layer.title(), query.count(), demo, waitingRows);
  }
}
