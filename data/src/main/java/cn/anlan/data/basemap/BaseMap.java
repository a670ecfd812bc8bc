package cn.anlan.data.basemap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The committed base map, read from the class path: CGCS2000 longitude and latitude, five decimals.
 *
 * <p>Accuracy is each feature's {@code sigma_m}: about 0.4 km for region borders and 0.6 to 3 km
 * for waters, so a distance check against {@link #shorelines()} is nearly always NEEDS_SURVEY.
 * {@link #demoShorelines()} (示例岸线) are invented lines declared to be exact, for demonstration only.
 * Sources and licences: {@code basemap/README.md}. None of it is a reviewed public map (审图号).
 */
public final class BaseMap {
  private static final String FOLDER = "/basemap/";

  private BaseMap() {}

  /**
   * The province, 11 cities and 99 counties with geometry (Polygon or MultiPolygon), a clean
   * coverage. 红谷滩区 has no polygon: see {@link #regionNames()}. {@code population} is that of what
   * is drawn, named by {@code population_of}.
   */
  public static List<BaseFeature> regions() {
    return read("regions.geojson");
  }

  /** Names, codes, aliases and valid time of today's and former regions. */
  public static RegionNames regionNames() {
    return RegionNames.parse("region_names.csv", text("region_names.csv"));
  }

  /** Rivers (lines, or polygons where the source has both banks), lakes and reservoirs. */
  public static List<BaseFeature> waters() {
    return read("waters.geojson");
  }

  /**
   * The mapped shore of each of {@link #waters()}. Water and shore share their geometry: a polygon
   * stays a polygon, so that inside is distance 0 and its edge is what is measured to. Made from
   * the waters, so that the two cannot drift apart; {@code water_code} is the water's code.
   */
  public static List<BaseFeature> shorelines() {
    return waters().stream().map(BaseMap::shoreline).toList();
  }

  /** 示例岸线: invented shores for the demonstration, σ 2.5 m by declaration. */
  public static List<BaseFeature> demoShorelines() {
    return read("demo_shorelines.geojson");
  }

  private static BaseFeature shoreline(BaseFeature water) {
    Map<String, Object> properties = new LinkedHashMap<>(water.properties());
    properties.remove("kind");
    properties.put("water_code", water.code());
    properties.put("is_demo", false);
    String code = water.code().replaceFirst("^W-", "SL-");
    return new BaseFeature(code, properties, water.geometry());
  }

  private static List<BaseFeature> read(String file) {
    try (InputStream in = open(file)) {
      return GeoJsonFile.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the base map's " + file, e);
    }
  }

  private static String text(String file) {
    try (InputStream in = open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
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
