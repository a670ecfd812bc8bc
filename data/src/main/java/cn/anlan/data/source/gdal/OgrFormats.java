package cn.anlan.data.source.gdal;

import cn.anlan.data.source.encoding.Encodings;
import cn.anlan.data.source.encoding.TextEncoding;
import cn.anlan.data.source.file.FileNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes ready what GDAL reads: checks that a file is what it calls itself, settles its encoding.
 */
public final class OgrFormats {
  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SHP = {0, 0, 0x27, 0x0A};
  private static final byte[] FGB = {'f', 'g', 'b', 3, 'f', 'g', 'b'};

  private OgrFormats() {}

  /** A GeoPackage; its texts are UTF-8. */
  public static OgrInput geoPackage(Path file, String name) throws IOException {
    FileNames.requireMagic(file, SQLITE, name, "GeoPackage");
    return OgrInput.utf8(file, "GPKG");
  }

  /** A FlatGeobuf file; its texts are UTF-8. */
  public static OgrInput flatGeobuf(Path file, String name) throws IOException {
    FileNames.requireMagic(file, FGB, name, "FlatGeobuf");
    return OgrInput.utf8(file, "FlatGeobuf");
  }

  /**
   * @param directory one whose name ends in .gdb, as the driver demands
   */
  public static OgrInput fileGdb(Path directory) {
    return OgrInput.utf8(directory, "OpenFileGDB");
  }

  /** A Shapefile, held together with its companions. */
  public static OgrInput shapefile(Path shp, String name, Optional<String> encoding)
      throws IOException {
    String remedy = "把 .shp .shx .dbf .prj .cpg 放在一起,或打包成 .zip 导入";
    FileNames.requireMagic(shp, SHP, name, "Shapefile");
    Path dbf = FileNames.getCompanion(shp, "dbf", name, remedy);
    FileNames.getCompanion(shp, "shx", name, remedy);
    TextEncoding texts = new DbfText(dbf).encoding(encoding, FileNames.companion(shp, "cpg"));
    return new OgrInput(
        shp, "ESRI Shapefile", texts, List.of("ENCODING=" + texts.charset().name()), Map.of());
  }

  /** A drawing is read as UTF-8, whatever its heading says: GDAL is handed a copy that is. */
  public static OgrInput drawing(Path file, String name, Optional<String> encoding, Path workDir)
      throws IOException {
    DxfText text = DxfText.read(file, name, encoding);
    Path utf8 = workDir.resolve("drawing.dxf");
    if (text.encoding().charset().equals(StandardCharsets.UTF_8)) {
      Encodings.requireUtf8(file, name);
      Files.createSymbolicLink(utf8, file.toAbsolutePath());
    } else {
      Encodings.transcode(file, text.encoding().charset(), utf8, name);
    }
    return new OgrInput(utf8, "DXF", text.encoding(), List.of(), Map.of("DXF_ENCODING", "UTF-8"));
  }
}
