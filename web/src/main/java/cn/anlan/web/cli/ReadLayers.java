package cn.anlan.web.cli;

import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.util.HashMap;
import java.util.Map;

/** Only the layers that a command needs. */
final class ReadLayers {
  private ReadLayers() {}

  static Generation of(Database database, String... layers) {
    long version = database.dataVersion();
    SnapshotLoader loader = new SnapshotLoader(database);
    Map<String, LayerSnapshot> read = new HashMap<>();
    for (String layer : layers) {
      read.put(layer, loader.read(database.catalog().getLayer(layer)));
    }
    return new Generation(version, read);
  }
}
