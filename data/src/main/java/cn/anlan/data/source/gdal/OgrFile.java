package cn.anlan.data.source.gdal;

import cn.anlan.data.gdal.Gdal;
import cn.anlan.data.source.file.DeclaredCrs;
import cn.anlan.data.source.file.DeliveredFile;
import cn.anlan.data.source.file.Problem;
import cn.anlan.data.source.file.SourceRow;
import cn.anlan.data.source.json.GeoJsonStream;
import cn.anlan.geo.fault.Spelling;
import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A file of one of GDAL's formats, turned into GeoJSON by {@code ogr2ogr} without any reprojection,
 * with full double precision, east or longitude first. The coordinate system it declares is the one
 * that GDAL recognises in it.
 */
public final class OgrFile implements DeliveredFile {

  /** One layer of the file as ogrinfo lists it; an empty WKT where no system is declared. */
  private record ListedLayer(String name, String wkt) {}

  private final OgrInput input;
  private final ListedLayer layer;
  private final GeoJsonStream stream;
  private final GeoJsonStream.Head head;
  private final Runnable onClose;

  /**
   * @param name what messages call the file
   * @param layerName which layer inside, where there are several
   */
  public OgrFile(
      OgrInput input, String name, Optional<String> layerName, Path workDir, Runnable onClose) {
    this.input = input;
    this.onClose = onClose;
    Gdal.Limits limits = Gdal.Limits.reading(size(input.file()));
    Gdal gdal = new Gdal(workDir, Set.of(input.driver(), "GeoJSON"), limits);
    this.layer = choose(list(gdal, input, name), layerName, name);
    Path json = workDir.resolve("delivered.geojson");
    convert(gdal, input, layer.name(), json, name);
    this.stream = new GeoJsonStream(json, name);
    this.head = stream.scan();
  }

  /** Of a directory, all it holds. */
  private static long size(Path file) {
    try (Stream<Path> files = Files.walk(file)) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException("looking at the delivered file", e);
    }
  }

  private static List<ListedLayer> list(Gdal gdal, OgrInput input, String name) {
    Gdal.Outcome info =
        gdal.run("ogrinfo", List.of("-ro", "-so", "-al", input.file().toString()), input.options());
    if (info.exitCode() != 0) {
      throw unreadable(name, info);
    }
    List<ListedLayer> layers = new ArrayList<>();
    StringBuilder wkt = null;
    String layer = null;
    for (String line : info.stdout().lines().toList()) {
      if (line.startsWith("Layer name: ")) {
        layer = line.substring("Layer name: ".length());
        layers.add(new ListedLayer(layer, ""));
      } else if (line.equals("Layer SRS WKT:")) {
        wkt = new StringBuilder();
      } else if (wkt != null && layer != null) {
        boolean ends = !wkt.isEmpty() && !line.startsWith(" ");
        if (ends) {
          layers.set(layers.size() - 1, new ListedLayer(layer, wkt.toString()));
          wkt = null;
        } else {
          wkt.append(line).append('\n');
        }
      }
    }
    return layers;
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

  private static void convert(Gdal gdal, OgrInput input, String layer, Path json, String name) {
    if (layer.startsWith("-")) {
      throw new UserFault(
          name + " 的图层名 \"" + layer + "\" 不可用 (layer name looks like an option)", "在原系统中改名后再导出");
    }
    List<String> arguments = new ArrayList<>(List.of("-f", "GeoJSON"));
    arguments.addAll(List.of("-lco", "RFC7946=NO", "-lco", "COORDINATE_PRECISION=15"));
    input.openOptions().forEach(o -> arguments.addAll(List.of("-oo", o)));
    arguments.addAll(List.of(json.toString(), input.file().toString(), layer));
    Gdal.Outcome outcome = gdal.run("ogr2ogr", arguments, input.options());
    if (!outcome.isClean()) {
      throw unreadable(name, outcome);
    }
    if (outcome.lostCharacters()) {
      throw new UserFault(
          name + " 有文字不是其声明的编码 (texts are not of the declared encoding)",
          "用 --encoding 指明真正的编码,或从原系统重新导出");
    }
  }

  private static UserFault unreadable(String name, Gdal.Outcome outcome) {
    String complaint = outcome.complaint();
    String detail = complaint.isEmpty() ? "" : ": " + complaint;
    return new UserFault(name + " 无法读取 (GDAL cannot read it)" + detail, "检查文件是否完整,必要时从原系统重新导出");
  }

  @Override
  public String format() {
    return input.driver();
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
    return head.crs()
        .map(words -> new DeclaredCrs(words, true))
        .or(() -> DeclaredSystem.of(layer.wkt()));
  }

  @Override
  public String encoding() {
    return input.encoding().charset().name();
  }

  @Override
  public List<Problem> notices() {
    return input.encoding().notices();
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
