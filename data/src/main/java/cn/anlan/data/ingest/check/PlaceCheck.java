package cn.anlan.data.ingest.check;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.datum.ZoneEvidence;
import cn.anlan.data.ingest.region.ProvinceMap;
import cn.anlan.data.ingest.region.RegionLoader;
import cn.anlan.data.ingest.region.Regions;
import cn.anlan.data.ingest.value.BadValue;
import cn.anlan.geo.datum.SourceSystem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * Whether a row lies where it says: inside the province, and in the county it declares. A boundary
 * that is itself only known to σ decides nothing within 2σ: there the row is taken with a warning,
 * and the declared county stands.
 */
final class PlaceCheck {
  /** The field that keeps a county as the source wrote it, in layers that have it. */
  static final String NAME_SOURCE = "county_name_source";

  /** The day of the facts, in layers of events. */
  private static final List<String> DAYS =
      List.of("occurred_on", "found_on", "received_on", "reported_on", "handled_on");

  private final Layer layer;
  private final Regions regions;
  private final ProvinceMap map;

  PlaceCheck(Layer layer, RegionLoader.Loaded loaded) {
    this.layer = layer;
    this.regions = loaded.regions();
    this.map = loaded.map().orElse(null);
  }

  /**
   * Puts the code of the county that the row's words mean in place of the words; the words are kept
   * beside it.
   */
  void resolveDeclared(Map<String, Object> values, RowIssues issues) {
    String field = layer.regionField();
    Object words = field == null ? null : values.get(field);
    if (words == null) {
      return;
    }
    try {
      Regions.Resolution found = regions.resolveCounty((String) words);
      values.put(field, found.region().code());
      if (found.how().isPresent() && layer.findField(NAME_SOURCE).isPresent()) {
        values.put(NAME_SOURCE, words);
      }
      found
          .how()
          .ifPresent(
              how ->
                  issues.warn(
                      field,
                      words,
                      "按" + how + "读作 " + found.region().code() + " " + found.region().name(),
                      "请改用现行编码 (use the code in force)"));
      day(values)
          .flatMap(day -> regions.oddOn((String) words, found.region(), day))
          .ifPresent(odd -> issues.warn(field, words, "县名与日期不合: " + odd, "已接收;请核对县名和日期"));
    } catch (BadValue bad) {
      issues.reject(field, words, bad);
    }
  }

  private static Optional<LocalDate> day(Map<String, Object> values) {
    return DAYS.stream()
        .map(values::get)
        .filter(LocalDate.class::isInstance)
        .map(LocalDate.class::cast)
        .findFirst();
  }

  /** The check for rows of the neighbouring zone, where the system's zone can be mistaken. */
  Optional<ZoneMistake> zoneMistake(SourceSystem system) {
    return map != null && ZoneEvidence.canBeMistaken(system.shape())
        ? Optional.of(new ZoneMistake(layer, map, system.shape()))
        : Optional.empty();
  }

  /** Checks the place and fills the located county. */
  void locate(Geometry lonLat, Map<String, Object> values, RowIssues issues) {
    if (map == null) {
      return;
    }
    Coordinate at =
        lonLat instanceof Point
            ? lonLat.getCoordinate()
            : lonLat.getInteriorPoint().getCoordinate();
    Optional<String> located = map.findCounty(at);
    // A county's ground is the province's: most places are settled by that.
    if (layer.withinProvince() && located.isEmpty() && !isInside(at, issues)) {
      return;
    }
    if (layer.withinProvince() && !(lonLat instanceof Point)) {
      warnOfParts(lonLat, issues);
    }
    if (layer.regionLocatedField() != null) {
      values.put(layer.regionLocatedField(), located.orElse(null));
    }
    String declared = layer.regionField() == null ? null : (String) values.get(layer.regionField());
    if (declared != null && located.isPresent() && !declared.equals(located.get())) {
      warnOfCounty(at, declared, located.get(), issues);
    }
  }

  private boolean isInside(Coordinate at, RowIssues issues) {
    if (map.contains(at)) {
      return true;
    }
    double outsideM = map.distanceToBoundaryM(at);
    String place = String.format(java.util.Locale.ROOT, "%.6f, %.6f", at.x, at.y);
    if (outsideM > 2 * map.sigmaM()) {
      issues.reject(
          "geom",
          place,
          "在省界外 " + ProvinceMap.kilometres(outsideM) + " (outside the province)",
          "核对坐标、坐标系和带号,或确认是否外省数据");
      return false;
    }
    issues.warn(
        "geom",
        place,
        "在省界外 "
            + ProvinceMap.kilometres(outsideM)
            + ",但在省界精度以内 (within the boundary's accuracy, 2σ = "
            + ProvinceMap.kilometres(2 * map.sigmaM())
            + ")",
        "已接收;请核对");
    return true;
  }

  private void warnOfParts(Geometry lonLat, RowIssues issues) {
    double farthestM = 0;
    for (Coordinate c : lonLat.getCoordinates()) {
      if (!map.contains(c)) {
        farthestM = Math.max(farthestM, map.distanceToBoundaryM(c));
      }
    }
    if (farthestM > 2 * map.sigmaM()) {
      issues.warn(
          "geom",
          null,
          "图形有部分在省界外,最远 " + ProvinceMap.kilometres(farthestM) + " (partly outside the province)",
          "已接收;请核对");
    }
  }

  private void warnOfCounty(Coordinate at, String declared, String located, RowIssues issues) {
    Optional<Double> awayM = map.distanceToCountyM(at, declared);
    if (awayM.isPresent() && awayM.get() > 2 * map.sigmaM()) {
      issues.warn(
          layer.regionField(),
          declared,
          "坐标在 "
              + located
              + ",距申报的县 "
              + ProvinceMap.kilometres(awayM.get())
              + " (lies in another county than declared)",
          "已接收;请核对坐标或县编码");
    }
  }
}
