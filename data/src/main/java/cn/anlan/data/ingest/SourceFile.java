package cn.anlan.data.ingest;

import cn.anlan.data.catalog.GeometryKind;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.ingest.mapping.ColumnMapping;
import cn.anlan.data.ingest.mapping.KeptMapping;
import cn.anlan.data.ingest.mapping.SourceMappings;
import cn.anlan.data.ingest.request.ImportRequest;
import cn.anlan.data.source.FileOpener;
import cn.anlan.data.source.file.DeliveredFile;
import cn.anlan.data.store.Database;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A delivered file, opened with what its source's last delivery taught.
 *
 * @param key what its mapping is to be kept under
 * @param kept the last delivery's; {@link KeptMapping#NONE} where there is none or it is not wanted
 */
record SourceFile(DeliveredFile file, String key, KeptMapping kept) implements AutoCloseable {

  /**
   * @throws cn.anlan.geo.fault.UserFault where the file as a whole cannot be taken
   */
  static SourceFile open(Database database, Layer layer, ImportRequest request) {
    Map<String, String> given = new LinkedHashMap<>(request.map());
    given.keySet().retainAll(ColumnMapping.COORDINATES);
    DeliveredFile file = open(layer, request, given);
    boolean opened = false;
    try {
      String key = SourceMappings.key(request, file);
      KeptMapping kept =
          request.freshMapping()
              ? KeptMapping.NONE
              : SourceMappings.find(database, layer.id(), key);
      Optional<Map<String, String>> other =
          given.isEmpty() ? SourceMappings.coordinates(kept, file) : Optional.empty();
      if (other.isPresent()) {
        file.close();
        file = open(layer, request, other.get());
      }
      opened = true;
      return new SourceFile(file, key, kept);
    } finally {
      if (!opened) {
        file.close();
      }
    }
  }

  private static DeliveredFile open(
      Layer layer, ImportRequest request, Map<String, String> coordinates) {
    boolean areas = layer.geometry() == GeometryKind.POLYGON;
    return FileOpener.open(
        request.file(),
        new FileOpener.Options(request.encoding(), request.layerName(), coordinates, areas));
  }

  @Override
  public void close() {
    file.close();
  }
}
