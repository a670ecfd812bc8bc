package cn.anlan.data.export;

import cn.anlan.geo.fault.Spelling;
import cn.anlan.geo.fault.UserFault;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The formats that can be written, by their words on the command line. */
public enum ExportFormat {
  GEOJSON("geojson", null),
  GEOJSONSEQ("geojsonseq", null),
  CSV("csv", null),
  GPKG("gpkg", "GPKG"),
  /** A ZIP with the Shapefile's parts and a text that explains its shortened names. */
  SHP("shp", "ESRI Shapefile"),
  XLSX("xlsx", "XLSX"),
  KML("kml", "KML"),
  FGB("fgb", "FlatGeobuf");

  private final String word;
  private final String driver;

  ExportFormat(String word, String driver) {
    this.word = word;
    this.driver = driver;
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

  public String word() {
    return word;
  }

  /** GDAL's driver; null for the formats that we write ourselves. */
  String driver() {
    return driver;
  }

  /** Whether texts can be in another encoding than UTF-8. */
  boolean hasEncoding() {
    return this == CSV || this == SHP;
  }
}
