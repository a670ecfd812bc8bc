package cn.anlan.data.source;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A GeoJSON file as delivered. Without a crs member it is WGS 84, as RFC 7946 says. */
final class GeoJsonFile implements DeliveredFile {
  private final GeoJsonStream stream;
  private final GeoJsonStream.Head head;
  private final String encoding;
  private final Runnable onClose;

  GeoJsonFile(GeoJsonStream stream, String encoding, Runnable onClose) {
    this.stream = stream;
    this.head = stream.scan();
    this.encoding = encoding;
    this.onClose = onClose;
  }

  @Override
  public String format() {
    return "GeoJSON";
  }

  @Override
  public List<String> columns() {
    return head.columns();
  }

  @Override
  public boolean hasGeometry() {
    return head.anyGeometry();
  }

  @Override
  public Optional<DeclaredCrs> declaredCrs() {
    return Optional.of(
        head.crs()
            .map(words -> new DeclaredCrs(words, true))
            .orElseGet(() -> new DeclaredCrs("EPSG:4326", false)));
  }

  @Override
  public String encoding() {
    return encoding;
  }

  @Override
  public void forEach(Consumer<SourceRow> consumer) {
    stream.forEach(consumer);
  }

  @Override
  public void close() {
    onClose.run();
  }
}
