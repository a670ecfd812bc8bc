package cn.anlan.data.source;

import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Opens a delivered file: recognises the format, unpacks a ZIP, settles the text encoding, and
 * reads it through once. Accepted: GeoJSON and GeoJSONSeq, Shapefile (.shp with its companions, or
 * .zip), GeoPackage, CSV.
 */
public final class FileOpener {
  private static final String ACCEPTED = "可导入 (accepted): .geojson .geojsonl .shp .zip .gpkg .csv";
  private static final byte[] GPKG_MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SHP_MAGIC = {0, 0, 0x27, 0x0A};

  /**
   * What the user said about the file.
   *
   * @param encoding text encoding, where the file does not declare it
   * @param layerName which layer of a GeoPackage or ZIP
   * @param geometryColumns CSV columns of the coordinates: keys lon, lat, wkt
   */
  public record Options(
      Optional<String> encoding, Optional<String> layerName, Map<String, String> geometryColumns) {
    public static Options none() {
      return new Options(Optional.empty(), Optional.empty(), Map.of());
    }
  }

  private final Options options;
  private final Path workDir;
  private final Runnable removeWorkDir;

  private FileOpener(Options options, Path workDir) {
    this.options = options;
    this.workDir = workDir;
    this.removeWorkDir = () -> deleteTree(workDir);
  }

  /**
   * @throws UserFault where the file as a whole cannot be taken; nothing is left behind
   */
  public static DeliveredFile open(Path file, Options options) {
    requireReadable(file);
    Path workDir;
    try {
      workDir = Files.createTempDirectory("anlan-import-");
    } catch (IOException e) {
      throw new UncheckedIOException("making a temporary directory", e);
    }
    boolean opened = false;
    try {
      DeliveredFile delivered =
          new FileOpener(options, workDir).open(file.toAbsolutePath(), fileName(file));
      opened = true;
      return delivered;
    } catch (IOException e) {
      throw new UncheckedIOException("reading the delivered file", e);
    } finally {
      if (!opened) {
        deleteTree(workDir);
      }
    }
  }

  private static void requireReadable(Path file) {
    String name = fileName(file);
    try {
      if (!Files.exists(file)) {
        throw new UserFault("没有文件 " + name + " (no such file)", "检查路径");
      }
      if (!Files.isRegularFile(file)) {
        throw new UserFault(name + " 不是文件 (not a regular file)", "给出文件而不是目录;" + ACCEPTED);
      }
      if (!Files.isReadable(file)) {
        throw new UserFault("文件 " + name + " 不可读 (not readable)", "检查文件权限");
      }
      if (Files.size(file) == 0) {
        throw new UserFault("文件 " + name + " 是空的 (empty file)", "重新导出或传送该文件");
      }
      if (Files.size(file) > FileLimits.FILE_BYTES) {
        throw new UserFault("文件 " + name + " 超过 2 GiB (too large)", "分成几个文件再导入");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("looking at the delivered file", e);
    }
  }

  private DeliveredFile open(Path file, String name) throws IOException {
    return switch (extension(file)) {
      case "geojson", "json", "geojsonl", "geojsons", "ndjson", "jsonl" -> geoJson(file, name);
      case "csv", "txt", "tsv" -> csv(file, name);
      case "shp" -> shapefile(file, name);
      case "gpkg" -> {
        requireMagic(file, GPKG_MAGIC, name, "GeoPackage");
        yield new OgrFile(
            file, name, "GPKG", Optional.empty(), options.layerName(), workDir, removeWorkDir);
      }
      case "zip" -> zip(file, name);
      default -> throw new UserFault("不认识文件 " + name + " 的格式 (unknown format)", ACCEPTED);
    };
  }

  private DeliveredFile zip(Path zip, String name) throws IOException {
    List<Path> files = SafeUnzip.unzip(zip, Files.createDirectory(workDir.resolve("zip")));
    List<Path> usable =
        files.stream()
            .filter(f -> List.of("shp", "gpkg", "geojson", "json", "csv").contains(extension(f)))
            .filter(f -> options.layerName().isEmpty() || isWanted(f))
            .sorted()
            .toList();
    if (usable.isEmpty()) {
      throw new UserFault("压缩包 " + name + " 里没有可导入的文件 (nothing to import inside)", ACCEPTED);
    }
    if (usable.size() > 1) {
      String names = String.join(", ", usable.stream().map(FileOpener::baseName).toList());
      throw new UserFault(
          "压缩包 " + name + " 里有 " + usable.size() + " 个图层,须指明一个 (several layers)",
          "加 --layer-name,可选 (choose): " + names);
    }
    requireReadable(usable.get(0));
    return open(usable.get(0), name + "/" + fileName(usable.get(0)));
  }

  private boolean isWanted(Path file) {
    return extension(file).equals("gpkg") || baseName(file).equals(options.layerName().get());
  }

  private DeliveredFile shapefile(Path shp, String name) throws IOException {
    requireMagic(shp, SHP_MAGIC, name, "Shapefile");
    Path dbf = sibling(shp, "dbf").orElseThrow(() -> missing(name, ".dbf"));
    sibling(shp, "shx").orElseThrow(() -> missing(name, ".shx"));
    Charset charset = new DbfText(dbf).charset(options.encoding(), sibling(shp, "cpg"));
    return new OgrFile(
        shp,
        name,
        "ESRI Shapefile",
        Optional.of(charset),
        Optional.empty(),
        workDir,
        removeWorkDir);
  }

  private static UserFault missing(String name, String companion) {
    return new UserFault(
        name + " 缺少 " + companion + " (companion file missing)",
        "把 .shp .shx .dbf .prj .cpg 放在一起,或打包成 .zip 导入");
  }

  private DeliveredFile geoJson(Path file, String name) throws IOException {
    Path utf8 = utf8(file, name);
    return new GeoJsonFile(new GeoJsonStream(utf8, name), encodingName(), removeWorkDir);
  }

  private DeliveredFile csv(Path file, String name) throws IOException {
    Path utf8 = utf8(file, name);
    return new CsvFile(utf8, name, encodingName(), options.geometryColumns(), removeWorkDir);
  }

  private Path utf8(Path file, String name) {
    Charset charset = options.encoding().map(Encodings::get).orElse(StandardCharsets.UTF_8);
    if (charset.equals(StandardCharsets.UTF_8)) {
      Encodings.requireUtf8(file, name);
      return file;
    }
    Path utf8 = workDir.resolve("utf8.txt");
    Encodings.transcode(file, charset, utf8, name);
    return utf8;
  }

  private String encodingName() {
    return options.encoding().map(Encodings::get).orElse(StandardCharsets.UTF_8).name();
  }

  private static void requireMagic(Path file, byte[] magic, String name, String format)
      throws IOException {
    try (var in = Files.newInputStream(file)) {
      if (!java.util.Arrays.equals(in.readNBytes(magic.length), magic)) {
        throw new UserFault(name + " 的内容不是 " + format + " (not what its name says)", "检查文件是否正确");
      }
    }
  }

  /** The companion of a Shapefile, whatever the case of its extension. */
  private static Optional<Path> sibling(Path shp, String extension) throws IOException {
    String base = baseName(shp);
    try (Stream<Path> files = Files.list(shp.toAbsolutePath().getParent())) {
      return files
          .filter(f -> baseName(f).equals(base) && extension(f).equals(extension))
          .findFirst();
    }
  }

  private static String fileName(Path path) {
    return path.getFileName() == null ? path.toString() : path.getFileName().toString();
  }

  private static String extension(Path path) {
    String name = fileName(path);
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static String baseName(Path path) {
    String name = fileName(path);
    return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
  }

  private static void deleteTree(Path directory) {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("removing a temporary directory", e);
    }
  }
}
