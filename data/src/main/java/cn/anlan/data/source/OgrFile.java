package cn.anlan.data.source;

import cn.anlan.data.gdal.Gdal;
import cn.anlan.geo.fault.Spelling;
import cn.anlan.geo.fault.UserFault;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A Shapefile or GeoPackage, turned into GeoJSON by {@code ogr2ogr} without any reprojection, with
 * full double precision, east or longitude first. The coordinate system it declares is the one that
 * GDAL recognises in it.
 */
final class OgrFile implements DeliveredFile {

  /** One layer of the file as ogrinfo lists it; srsName is null where none is declared. */
  private record ListedLayer(String name, String srsName) {}

  private final String format;
  private final String encoding;
  private final String srsName;
  private final GeoJsonStream stream;
  private final GeoJsonStream.Head head;
  private final Runnable onClose;

  /**
   * @param driver GDAL's name of the format
   * @param charset the encoding to read texts in, where the format leaves it open
   * @param layerName which layer inside, where there are several
   */
  OgrFile(
      Path file,
      String name,
      String driver,
      Optional<Charset> charset,
      Optional<String> layerName,
      Path workDir,
      Runnable onClose) {
    this.format = driver;
    this.encoding = charset.map(Charset::name).orElse("UTF-8");
    this.onClose = onClose;
    Gdal gdal = new Gdal(workDir, Set.of(driver, "GeoJSON"));
    ListedLayer layer = choose(list(gdal, file, name), layerName, name);
    this.srsName = layer.srsName();
    Path json = workDir.resolve("delivered.geojson");
    convert(gdal, file, layer.name(), charset, json, name);
    this.stream = new GeoJsonStream(json, name);
    this.head = stream.scan();
  }

  private static List<ListedLayer> list(Gdal gdal, Path file, String name) {
    Gdal.Outcome info = gdal.run("ogrinfo", List.of("-ro", "-so", "-al", file.toString()));
    if (info.exitCode() != 0) {
      throw unreadable(name, info);
    }
    List<ListedLayer> layers = new ArrayList<>();
    String layer = null;
    boolean srsNext = false;
    for (String line : info.stdout().lines().toList()) {
      if (line.startsWith("Layer name: ")) {
        layer = line.substring("Layer name: ".length());
        layers.add(new ListedLayer(layer, null));
      } else if (line.equals("Layer SRS WKT:")) {
        srsNext = true;
      } else if (srsNext && layer != null) {
        layers.set(layers.size() - 1, new ListedLayer(layer, srsName(line)));
        srsNext = false;
      }
    }
    return layers;
  }

  /** The name in the first line of a WKT; GeoPackage's "undefined" systems declare nothing. */
  private static String srsName(String wktLine) {
    int from = wktLine.indexOf('"');
    int to = wktLine.indexOf('"', from + 1);
    if (wktLine.startsWith("(") || from < 0 || to < 0) {
      return null;
    }
    String name = wktLine.substring(from + 1, to);
    return name.toLowerCase(java.util.Locale.ROOT).startsWith("undefined") ? null : name;
  }

  private static ListedLayer choose(
      List<ListedLayer> layers, Optional<String> wanted, String name) {
    List<String> names = layers.stream().map(ListedLayer::name).toList();
    if (layers.isEmpty()) {
      throw new UserFault(name + " 里没有图层 (no layer inside)", "检查文件是否正确");
    }
    if (wanted.isEmpty() && layers.size() > 1) {
      throw new UserFault(
          name + " 有 " + layers.size() + " 个图层,须指明一个 (several layers)",
          "加 --layer-name,可选 (choose): " + String.join(", ", names));
    }
    return layers.stream()
        .filter(l -> wanted.isEmpty() || l.name().equals(wanted.get()))
        .findFirst()
        .orElseThrow(
            () ->
                new UserFault(
                    name + " 里没有图层 \"" + wanted.get() + "\" (no such layer inside)",
                    Spelling.hint(wanted.get(), names) + "可选: " + String.join(", ", names)));
  }

  private static void convert(
      Gdal gdal, Path file, String layer, Optional<Charset> charset, Path json, String name) {
    if (layer.startsWith("-")) {
      throw new UserFault(
          name + " 的图层名 \"" + layer + "\" 不可用 (layer name looks like an option)", "在原系统中改名后再导出");
    }
    List<String> arguments = new ArrayList<>(List.of("-f", "GeoJSON"));
    arguments.addAll(List.of("-lco", "RFC7946=NO", "-lco", "COORDINATE_PRECISION=15"));
    charset.ifPresent(c -> arguments.addAll(List.of("-oo", "ENCODING=" + c.name())));
    arguments.addAll(List.of(json.toString(), file.toString(), layer));
    Gdal.Outcome outcome = gdal.run("ogr2ogr", arguments);
    if (outcome.exitCode() != 0) {
      throw unreadable(name, outcome);
    }
  }

  private static UserFault unreadable(String name, Gdal.Outcome outcome) {
    String complaint = outcome.complaint();
    String detail = complaint.isEmpty() ? "" : ": " + complaint;
    return new UserFault(name + " 无法读取 (GDAL cannot read it)" + detail, "检查文件是否完整,必要时从原系统重新导出");
  }

  @Override
  public String format() {
    return format;
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
    return head.crs().or(() -> Optional.ofNullable(srsName)).map(w -> new DeclaredCrs(w, true));
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
