package cn.anlan.web.ogc;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.store.Database;
import cn.anlan.geo.fault.Spelling;
import cn.anlan.web.problem.NotFound;
import cn.anlan.web.snapshot.LiveSnapshots;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The layers that the caller may see at all: the collections. */
@Component
public class VisibleLayers {
  private final Catalog catalog;
  private final LiveSnapshots snapshots;

  VisibleLayers(Database database, LiveSnapshots snapshots) {
    this.catalog = database.catalog();
    this.snapshots = snapshots;
  }

  /** In the catalogue's order, but what can be drawn comes first. */
  public List<Layer> all() {
    return catalog.layers().stream()
        .filter(layer -> snapshots.scope().allows(layer.disclosure()))
        .sorted(Comparator.comparing(layer -> !layer.hasGeometry()))
        .toList();
  }

  /**
   * @throws NotFound where there is none, or the caller may not see it
   */
  public Layer get(String id) {
    return all().stream()
        .filter(layer -> layer.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new NotFound(
                    "没有图层 " + id + " (no such collection)",
                    Spelling.hint(id, all().stream().map(Layer::id).toList())
                        + "GET /ogc/collections 列出全部 (lists all)"));
  }
}
