package cn.anlan.data.source.kml;

import cn.anlan.data.source.encoding.TextEncoding;
import cn.anlan.data.source.encoding.TextFile;
import cn.anlan.data.source.file.DeclaredCrs;
import cn.anlan.data.source.file.DeliveredFile;
import cn.anlan.data.source.file.FileLimits;
import cn.anlan.data.source.file.Problem;
import cn.anlan.data.source.file.SourceRow;
import cn.anlan.data.xml.SafeXml;
import cn.anlan.geo.fault.UserFault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * KML (OGC 12-007r2) as a table of its placemarks: {@code name}, {@code description}, {@code
 * folder} (the folders that hold it, from the top, with slashes) and whatever ExtendedData brings.
 * Read here because GDAL's drivers turn Chinese names of data into underscores and split folders
 * into layers. By its standard KML is WGS 84; drawings over Chinese web maps often are not.
 *
 * <p>Links to other files and to the network are not followed.
 */
public final class KmlFile implements DeliveredFile {
  private final Path utf8;
  private final String name;
  private final TextEncoding encoding;
  private final List<String> columns;
  private final boolean anyGeometry;
  private final int links;
  private final Runnable onClose;

  /**
   * @param onClose run when the file is closed
   */
  public KmlFile(TextFile text, String name, Runnable onClose) {
    this.utf8 = text.utf8();
    this.name = name;
    this.encoding = text.encoding();
    this.onClose = onClose;
    Set<String> found = new LinkedHashSet<>();
    boolean[] geometry = {false};
    this.links =
        read(
            row -> {
              found.addAll(row.values().keySet());
              geometry[0] |= row.geometry() != null || !row.problems().isEmpty();
              if (found.size() > FileLimits.COLUMNS) {
                throw new UserFault(
                    name + " 的属性超过 " + FileLimits.COLUMNS + " 种 (too many properties)", "检查文件是否正确");
              }
            });
    this.columns = List.copyOf(found);
    this.anyGeometry = geometry[0];
  }

  /** Hands over the placemarks and counts the links that were not followed. */
  private int read(Consumer<SourceRow> consumer) {
    int found = 0;
    long number = 0;
    List<String> folders = new ArrayList<>();
    try (SafeXml xml = new SafeXml(utf8, name)) {
      if (!xml.next() || !xml.isStart("kml")) {
        throw new UserFault(name + " 的内容不是 KML (not what its name says)", "检查文件是否正确");
      }
      boolean naming = false;
      while (xml.next()) {
        if (xml.isStart("Placemark")) {
          consumer.accept(KmlPlacemark.read(xml, ++number, folders));
        } else if (xml.isStart("Folder") || xml.isStart("Document")) {
          folders.add("");
          naming = true;
        } else if (xml.isEnd("Folder") || xml.isEnd("Document")) {
          folders.remove(folders.size() - 1);
        } else if (xml.isStart("name") && naming) {
          folders.set(folders.size() - 1, xml.text().strip());
          naming = false;
        } else if (xml.isStart("NetworkLink")) {
          found++;
          xml.skip();
        } else if (xml.isStart()) {
          xml.skip();
        }
      }
    }
    return found;
  }

  @Override
  public String format() {
    return "KML";
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean hasGeometry() {
    return anyGeometry;
  }

  @Override
  public Optional<DeclaredCrs> declaredCrs() {
    return Optional.of(new DeclaredCrs("EPSG:4326", false));
  }

  @Override
  public String encoding() {
    return encoding.charset().name();
  }

  @Override
  public List<Problem> notices() {
    List<Problem> notices = new ArrayList<>(encoding.notices());
    if (links > 0) {
      notices.add(
          new Problem(
              "NetworkLink",
              links + " 处",
              "指向别处的链接没有读入 (links to other files were not followed)",
              "要导入所链内容,请另存为一个完整的 KML"));
    }
    return notices;
  }

  @Override
  public void forEach(Consumer<SourceRow> consumer) {
    read(consumer);
  }

  @Override
  public void close() {
    onClose.run();
  }
}
