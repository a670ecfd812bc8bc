package cn.anlan.data.source;

import cn.anlan.data.parcel.LandOfficeTxt;
import cn.anlan.data.sheet.Workbook;
import cn.anlan.data.source.encoding.TextFile;
import cn.anlan.data.source.file.DeliveredFile;
import cn.anlan.data.source.file.FileLimits;
import cn.anlan.data.source.file.FileNames;
import cn.anlan.data.source.gdal.Drawing;
import cn.anlan.data.source.gdal.MapInfoTable;
import cn.anlan.data.source.gdal.OgrFile;
import cn.anlan.data.source.gdal.OgrFormats;
import cn.anlan.data.source.gdal.OgrInput;
import cn.anlan.data.source.json.GeoJsonFile;
import cn.anlan.data.source.kml.KmlFile;
import cn.anlan.data.source.table.CsvTable;
import cn.anlan.data.source.table.TableFile;
import cn.anlan.data.source.table.WorkbookTable;
import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Opens a delivered file: recognises the format, unpacks a ZIP, settles the text encoding, and
 * reads it through once. Accepted, each also inside a ZIP: GeoJSON and GeoJSONSeq, Shapefile (.shp
 * with its companions), GeoPackage, FileGDB (in a ZIP only), FlatGeobuf, MapInfo (.tab or .mif with
 * companions), KML and KMZ, CSV and TSV, XLSX, DXF, and the land office's parcels (.txt).
 *
 * <p>GDAL reads the binary formats in a process of its own; texts, tables and KML are read here in
 * constant memory, because GDAL would pass over the row of a fault, headings that are merged, and
 * Chinese names of KML data.
 */
public final class FileOpener {
  static final String ACCEPTED =
      "可导入 (accepted): .geojson .geojsonl .shp .gpkg .fgb .tab .mif .kml .kmz .csv .tsv .xlsx .dxf"
          + " .txt(界址点), 或装有其一或 .gdb 的 .zip";

  private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};
  private static final Pattern XML_ENCODING =
      Pattern.compile("^(?:ï»¿)?<\\?xml[^>]*encoding=[\"']([\\w.-]+)");
  private static final Map<String, String> REFUSED =
      Map.of(
          "xls", "在电子表格软件中另存为 .xlsx",
          "et", "在 WPS 中另存为 .xlsx",
          "dwg", "在 CAD 中另存为 ASCII DXF",
          "gdb", "把 .gdb 文件夹打包成 .zip",
          "mdb", "在 ArcGIS 中导出为 .gdb 再打包成 .zip",
          "rar", "解开后打包成 .zip",
          "7z", "解开后打包成 .zip",
          "pdf", "向来文单位要表格或矢量文件",
          "doc", "把表格另存为 .xlsx 或 .csv",
          "docx", "把表格另存为 .xlsx 或 .csv");

  /**
   * What the user said about the file.
   *
   * @param encoding text encoding, where the file does not declare it or is wrong about it
   * @param layerName which layer of a GeoPackage, FileGDB or drawing, sheet of a workbook, or file
   *     of a ZIP
   * @param geometryColumns a table's columns of the coordinates: keys lon, lat, wkt
   * @param areas whether areas are wanted, so that a drawing's closed lines are taken for such
   */
  public record Options(
      Optional<String> encoding,
      Optional<String> layerName,
      Map<String, String> geometryColumns,
      boolean areas) {

    public Options(
        Optional<String> encoding,
        Optional<String> layerName,
        Map<String, String> geometryColumns) {
      this(encoding, layerName, geometryColumns, false);
    }

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
          new FileOpener(options, workDir).open(file.toAbsolutePath(), FileNames.name(file));
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
    String name = FileNames.name(file);
    try {
      if (!Files.exists(file)) {
        throw new UserFault("没有文件 " + name + " (no such file)", "检查路径");
      }
      if (Files.isDirectory(file) && REFUSED.containsKey(FileNames.extension(file))) {
        throw unknown(file, name);
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
    return switch (FileNames.extension(file)) {
      case "geojson", "json", "geojsonl", "geojsons", "ndjson", "jsonl" -> geoJson(file, name);
      case "csv", "tsv", "tab" -> isMapInfo(file) ? mapInfo(file, name) : table(file, name);
      case "txt" -> text(file, name);
      case "xlsx", "xlsm" -> workbook(file, name);
      case "shp" -> ogr(OgrFormats.shapefile(file, name, options.encoding()), name);
      case "gpkg" -> ogr(OgrFormats.geoPackage(file, name), name);
      case "fgb" -> ogr(OgrFormats.flatGeobuf(file, name), name);
      case "mif" -> mapInfo(file, name);
      case "dxf" -> drawing(file, name);
      case "kml" -> kml(file, name);
      case "kmz" -> kml(Archive.kmz(file, name, options.layerName(), workDir), name);
      case "zip" -> zip(file, name);
      default -> throw unknown(file, name);
    };
  }

  private static UserFault unknown(Path file, String name) {
    String remedy = REFUSED.get(FileNames.extension(file));
    return remedy == null
        ? new UserFault("不认识文件 " + name + " 的格式 (unknown format)", ACCEPTED)
        : new UserFault(
            "文件 " + name + " 的格式不直接导入 (format is not taken as it is)", remedy + ";" + ACCEPTED);
  }

  private DeliveredFile zip(Path zip, String name) throws IOException {
    Archive.Choice choice = Archive.open(zip, name, options.layerName(), workDir);
    String inside = name + "/" + FileNames.name(choice.file());
    if (choice.isFileGdb()) {
      return ogr(OgrFormats.fileGdb(choice.file()), inside);
    }
    requireReadable(choice.file());
    // A name that chose the file has done its work.
    FileOpener inner =
        choice.byName()
            ? new FileOpener(
                new Options(
                    options.encoding(),
                    Optional.empty(),
                    options.geometryColumns(),
                    options.areas()),
                workDir)
            : this;
    return inner.open(choice.file(), inside);
  }

  private DeliveredFile ogr(OgrInput input, String name) {
    return new OgrFile(input, name, options.layerName(), workDir, removeWorkDir);
  }

  private DeliveredFile drawing(Path file, String name) throws IOException {
    OgrInput input = OgrFormats.drawing(file, name, options.encoding(), workDir);
    OgrFile entities = new OgrFile(input, name, Optional.of("entities"), workDir, removeWorkDir);
    return new Drawing(entities, name, options.layerName(), options.areas());
  }

  private DeliveredFile mapInfo(Path file, String name) throws IOException {
    OgrInput input =
        FileNames.extension(file).equals("tab")
            ? MapInfoTable.tab(file, name, options.encoding(), workDir)
            : MapInfoTable.mif(file, name, options.encoding(), workDir);
    return new OgrFile(input, name, Optional.empty(), workDir, removeWorkDir);
  }

  /** Some programs name tab-separated tables .tab too. */
  private static boolean isMapInfo(Path file) throws IOException {
    return FileNames.extension(file).equals("tab")
        && start(file).stripLeading().toLowerCase(java.util.Locale.ROOT).startsWith("!table");
  }

  private DeliveredFile geoJson(Path file, String name) {
    return new GeoJsonFile(utf8(file, name), name, removeWorkDir);
  }

  private DeliveredFile table(Path file, String name) {
    CsvTable table = new CsvTable(utf8(file, name), name);
    return new TableFile(table, name, options.geometryColumns(), removeWorkDir);
  }

  /** The land office's parcels, or a table that somebody named so. */
  private DeliveredFile text(Path file, String name) throws IOException {
    TextFile text = utf8(file, name);
    String start;
    try (var in = Files.newInputStream(text.utf8())) {
      start = new String(in.readNBytes(10_000), StandardCharsets.UTF_8);
    }
    return LandOfficeTxt.isOne(start)
        ? new ParcelFile(text, name, removeWorkDir)
        : new TableFile(new CsvTable(text, name), name, options.geometryColumns(), removeWorkDir);
  }

  private DeliveredFile workbook(Path file, String name) throws IOException {
    try (var in = Files.newInputStream(file)) {
      if (!java.util.Arrays.equals(in.readNBytes(4), ZIP_MAGIC)) {
        throw new UserFault(
            name + " 不是 .xlsx 的内容,可能是旧格式或已加密 (not a workbook: old format or encrypted?)",
            "在电子表格软件中去掉密码,另存为 .xlsx");
      }
    }
    Path directory = Files.createDirectory(workDir.resolve("workbook"));
    SafeUnzip.unzip(file, directory, path -> path.matches("(?i)xl/.*\\.(xml|rels)"));
    Workbook workbook = new Workbook(directory, name);
    WorkbookTable table = new WorkbookTable(workbook.table(options.layerName()));
    return new TableFile(table, name, options.geometryColumns(), removeWorkDir);
  }

  /** XML says its own encoding, which counts like a user's word; UTF-8 is looked into. */
  private DeliveredFile kml(Path file, String name) throws IOException {
    Matcher m = XML_ENCODING.matcher(start(file));
    Optional<String> inFile =
        m.find() && !m.group(1).equalsIgnoreCase("UTF-8")
            ? Optional.of(m.group(1))
            : Optional.empty();
    Optional<String> encoding = options.encoding().or(() -> inFile);
    TextFile text = TextFile.open(file, name, encoding, workDir.resolve("utf8.kml"));
    return new KmlFile(text, name, removeWorkDir);
  }

  private TextFile utf8(Path file, String name) {
    return TextFile.open(file, name, options.encoding(), workDir.resolve("utf8.txt"));
  }

  private static String start(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(1_000), StandardCharsets.ISO_8859_1);
    }
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
