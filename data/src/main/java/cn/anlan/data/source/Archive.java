package cn.anlan.data.source;

import cn.anlan.data.parcel.LandOfficeTxt;
import cn.anlan.data.source.encoding.Encodings;
import cn.anlan.data.source.file.FileNames;
import cn.anlan.geo.fault.Spelling;
import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which file of an unpacked ZIP is meant. */
final class Archive {
  private static final Set<String> LAYERS =
      Set.of(
          "shp",
          "gpkg",
          "geojson",
          "geojsonl",
          "json",
          "csv",
          "tsv",
          "fgb",
          "tab",
          "mif",
          "kml",
          "dxf");
  private static final Set<String> SEVERAL_INSIDE = Set.of("gpkg", "dxf", "gdb");
  private static final String GDB_TABLE = "a00000001.gdbtable";

  private Archive() {}

  /**
   * @param file a file, or the directory of a FileGDB
   * @param byName whether the user's name chose it, and so is no name of a layer inside
   */
  record Choice(Path file, boolean byName) {
    boolean isFileGdb() {
      return FileNames.extension(file).equals("gdb");
    }
  }

  /**
   * Unpacks a ZIP and chooses.
   *
   * @param wanted the name of a file without its extension, or of a layer inside the only one
   */
  static Choice open(Path zip, String name, Optional<String> wanted, Path workDir)
      throws IOException {
    Path directory = Files.createDirectory(workDir.resolve("zip"));
    List<Path> files = SafeUnzip.unzip(zip, directory, path -> true);
    List<Path> usable = new ArrayList<>(fileGdbs(files, directory));
    for (Path file : files) {
      if (LAYERS.contains(FileNames.extension(file)) || isParcels(file)) {
        usable.add(file);
      }
    }
    usable.sort(Comparator.naturalOrder());
    if (usable.isEmpty()) {
      throw new UserFault(
          "压缩包 " + name + " 里没有可导入的文件 (nothing to import inside)", FileOpener.ACCEPTED);
    }
    List<Path> named =
        usable.stream()
            .filter(f -> wanted.isPresent() && FileNames.base(f).equals(wanted.get()))
            .toList();
    if (named.size() == 1) {
      return new Choice(named.get(0), true);
    }
    if (usable.size() == 1 && (wanted.isEmpty() || isSeveralInside(usable.get(0)))) {
      return new Choice(usable.get(0), false);
    }
    List<String> names = usable.stream().map(FileNames::base).toList();
    if (wanted.isPresent() && named.isEmpty()) {
      throw new UserFault(
          "压缩包 " + name + " 里没有 \"" + wanted.get() + "\" (no such layer inside)",
          Spelling.hint(wanted.get(), names) + "可选: " + String.join(", ", names));
    }
    throw new UserFault(
        "压缩包 " + name + " 里有 " + usable.size() + " 个图层,须指明一个 (several layers)",
        "加 --layer-name,可选 (choose): " + String.join(", ", names));
  }

  private static boolean isSeveralInside(Path file) {
    return SEVERAL_INSIDE.contains(FileNames.extension(file));
  }

  private static boolean isParcels(Path file) throws IOException {
    if (!FileNames.extension(file).equals("txt")) {
      return false;
    }
    try (var in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(10_000);
      return List.of(Encodings.GB18030, StandardCharsets.UTF_8).stream()
          .anyMatch(c -> LandOfficeTxt.isOne(new String(start, c)));
    }
  }

  /** The directories of FileGDBs; one that lost its name in packing gets one. */
  private static Set<Path> fileGdbs(List<Path> files, Path directory) throws IOException {
    Set<Path> found = new TreeSet<>();
    for (Path file : files) {
      if (FileNames.name(file).equalsIgnoreCase(GDB_TABLE)) {
        Path parent = file.getParent();
        if (FileNames.extension(parent).equals("gdb")) {
          found.add(parent);
        } else {
          Path named = directory.resolveSibling("delivered.gdb");
          if (!Files.exists(named)) {
            Files.move(parent, named);
          }
          found.add(named);
        }
      }
    }
    return found;
  }

  /**
   * Unpacks a KMZ, of which only the KML is wanted: doc.kml, or where that only refers to others
   * inside, as GDAL writes it, the one of these that is named or the only one.
   */
  static Path kmz(Path kmz, String name, Optional<String> wanted, Path workDir) throws IOException {
    Path directory = Files.createDirectory(workDir.resolve("kmz"));
    List<Path> files =
        SafeUnzip.unzip(kmz, directory, path -> path.toLowerCase(Locale.ROOT).endsWith(".kml"));
    List<Path> placed = new ArrayList<>();
    for (Path file : files) {
      boolean main = FileNames.name(file).equalsIgnoreCase("doc.kml");
      if (files.size() == 1 || main && hasPlacemarks(file)) {
        return file;
      }
      if (!main && (wanted.isEmpty() || FileNames.base(file).equals(wanted.get()))) {
        placed.add(file);
      }
    }
    if (placed.size() != 1) {
      List<String> names = files.stream().map(FileNames::base).toList();
      throw new UserFault(
          name + " 里有 " + files.size() + " 个 KML,须指明一个 (several KML files inside)",
          "加 --layer-name,可选 (choose): " + String.join(", ", names));
    }
    return placed.get(0);
  }

  private static boolean hasPlacemarks(Path kml) throws IOException {
    try (var lines = Files.lines(kml, StandardCharsets.ISO_8859_1)) {
      return lines.anyMatch(line -> line.contains("<Placemark") || line.contains("<!DOCTYPE"));
    }
  }
}
