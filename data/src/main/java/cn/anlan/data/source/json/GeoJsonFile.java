package cn.anlan.data.source.json;

import cn.anlan.data.source.encoding.TextEncoding;
import cn.anlan.data.source.encoding.TextFile;
import cn.anlan.data.source.file.DeclaredCrs;
import cn.anlan.data.source.file.DeliveredFile;
import cn.anlan.data.source.file.Problem;
import cn.anlan.data.source.file.SourceRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A GeoJSON file as delivered. Without a crs member it is WGS 84, as RFC 7946 says. */
public final class GeoJsonFile implements DeliveredFile {
  private final GeoJsonStream stream;
  private final GeoJsonStream.Head head;
  private final TextEncoding encoding;
  private final Runnable onClose;

  /**
   * @param onClose run when the file is closed
   */
  public GeoJsonFile(TextFile text, String name, Runnable onClose) {
    this.stream = new GeoJsonStream(text.utf8(), name);
    this.head = stream.scan();
    this.encoding = text.encoding();
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
    return encoding.charset().name();
  }

  @Override
  public List<Problem> notices() {
    return encoding.notices();
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
