package cn.anlan.data.export.request;

import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.fault.Spelling;
import cn.anlan.geo.fault.UserFault;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The formats that can be written, by their words on the command line and in addresses. */
public enum ExportFormat {
  GEOJSON("geojson", "geojson", "application/geo+json"),
  GEOJSONSEQ("geojsonseq", "geojsonl", "application/geo+json-seq"),
  CSV("csv", "csv", "text/csv"),
  GPKG("gpkg", "gpkg", "application/geopackage+sqlite3"),
  /** A ZIP with the Shapefile's parts and a text that explains its shortened names. */
  SHP("shp", "zip", "application/zip"),
  XLSX("xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  KML("kml", "kml", "application/vnd.google-earth.kml+xml"),
  FGB("fgb", "fgb", "application/vnd.flatgeobuf"),
  DXF("dxf", "dxf", "image/vnd.dxf");

  private final String word;
  private final String extension;
  private final String mediaType;

  ExportFormat(String word, String extension, String mediaType) {
    this.word = word;
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /**
   * @throws UserFault naming the formats
   */
  public static ExportFormat parse(String word) {
    List<String> words = Arrays.stream(values()).map(ExportFormat::word).toList();
    int index = words.indexOf(word.strip().toLowerCase(Locale.ROOT));
    if (index < 0) {
      throw new UserFault(
          "不能导出格式 \"" + word + "\" (unknown format)",
          Spelling.hint(word, words) + "可用 (formats): " + String.join(", ", words));
    }
    return values()[index];
  }

  /** The words of the formats that can be sent row by row. */
  public static String streamedWords() {
    return Arrays.stream(values())
        .filter(ExportFormat::isStreamed)
        .map(ExportFormat::word)
        .collect(Collectors.joining(", "));
  }

  public String word() {
    return word;
  }

  /** How the names of its files end, without the dot. */
  public String extension() {
    return extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Whether it can be sent while it is written; the others are whole files or nothing. */
  public boolean isStreamed() {
    return this == CSV || this == GEOJSON || this == GEOJSONSEQ;
  }

  /** The system in which it is written where none is named: KML knows only WGS 84. */
  public CoordinateSystem usualCrs() {
    return this == KML ? CoordinateSystem.WGS84 : CoordinateSystem.CGCS2000;
  }

  /** Whether texts can be in another encoding than the format's own. */
  public boolean hasEncoding() {
    return this == CSV || this == SHP;
  }

  /** Whether headings can be words of any language. */
  public boolean hasHeadings() {
    return this != SHP && this != DXF;
  }
}
