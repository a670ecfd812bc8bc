package cn.anlan.data.basemap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The committed base map, read from the class path: CGCS2000 longitude and latitude, five decimals.
 *
 * <p>Accuracy is each feature's {@code sigma_m}: about 0.3 km for region borders and 0.6 to 3 km
 * for waters, so a distance check against {@link #shorelines()} is nearly always NEEDS_SURVEY.
 * {@link #demoShorelines()} (示例岸线) are invented lines declared to be exact, for demonstration only.
 * Sources and licences: {@code basemap/README.md}. None of it is a reviewed public map (审图号).
 */
public final class BaseMap {
  private static final String FOLDER = "/basemap/";

  private BaseMap() {}

  /**
   * The province, 11 cities and 99 counties with geometry (MultiPolygon or Polygon), a clean
   * coverage. 红谷滩区 has no polygon: see {@link #regionNames()}.
   */
  public static List<BaseFeature> regions() {
    return read("regions.geojson");
  }

  /** Names, codes, aliases and valid time of today's and former regions. */
  public static RegionNames regionNames() {
    return RegionNames.parse(
        "region_names.csv", new String(bytes("region_names.csv"), StandardCharsets.UTF_8));
  }

  /** Rivers (lines, or polygons where the source has both banks), lakes and reservoirs. */
  public static List<BaseFeature> waters() {
    return read("waters.geojson");
  }

  /**
   * The mapped shore of each of {@link #waters()}: the same geometry, its edge being what is
   * measured to.
   */
  public static List<BaseFeature> shorelines() {
    return read("shorelines.geojson");
  }

  /** 示例岸线: invented shores for the demonstration, σ 2.5 m by declaration. */
  public static List<BaseFeature> demoShorelines() {
    return read("demo_shorelines.geojson");
  }

  /** Where the layers are complete: the province, once for each layer it covers. */
  public static List<BaseFeature> provinceCoverage() {
    return read("coverage.geojson");
  }

  private static List<BaseFeature> read(String file) {
    try (InputStream in = open(file)) {
      return GeoJsonFile.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the base map's " + file, e);
    }
  }

  static byte[] bytes(String file) {
    try (InputStream in = open(file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the base map's " + file, e);
    }
  }

  private static InputStream open(String file) {
    InputStream in = BaseMap.class.getResourceAsStream(FOLDER + file);
    if (in == null) {
      throw new IllegalStateException("the base map's " + file + " is missing from the class path");
    }
    return in;
  }
}
