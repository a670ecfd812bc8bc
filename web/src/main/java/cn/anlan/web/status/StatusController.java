package cn.anlan.web.status;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.store.Database;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.geo.text.Text;
import cn.anlan.web.Anlan;
import cn.anlan.web.conf.OfficeConfig;
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

  /** All layers with their sizes. */
  record Layers(long dataVersion, List<LayerCount> layers) {}

  record ScopeName(String name) {}

  record Status(
      String product,
      String version,
      long dataVersion,
      boolean demo,
      LocalDate asOf,
      ScopeName scope,
      OfficeConfig.Basemap basemap,
      List<LayerCount> layers) {}

  private final Database database;
  private final LiveSnapshots snapshots;
  private final OfficeConfig config;
  private final WaitingRows waiting;

  StatusController(Database database, LiveSnapshots snapshots, OfficeConfig config) {
    this.database = database;
    this.snapshots = snapshots;
    this.config = config;
    this.waiting = new WaitingRows(database);
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
        layers);
  }

  @GetMapping("/api/layers")
  Layers layers() {
    Generation generation = snapshots.current();
    return new Layers(generation.dataVersion(), counts(generation));
  }

  private List<LayerCount> counts(Generation generation) {
    Map<String, Long> awaiting = waiting.byLayer();
    List<LayerCount> layers = new ArrayList<>();
    for (Layer layer : database.catalog().layers()) {
      Query query = Query.on(generation.get(layer.id()), snapshots.scope());
      long demo = query.countsBy("is_demo").byValue().getOrDefault("true", 0L);
      layers.add(
          new LayerCount(
              layer.id(),
              layer.title(),
              query.count(),
              demo,
              awaiting.getOrDefault(layer.id(), 0L)));
    }
    return layers;
  }
}
