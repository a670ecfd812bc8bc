package cn.anlan.data.ingest.check;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.datum.ZoneEvidence;
import cn.anlan.data.ingest.region.ProvinceMap;
import cn.anlan.geo.datum.CoordinateSystem;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Finds the rows of a file without zone prefix that belong to the neighbouring zone: read as
 * declared they are some 293 km away from the county that they name, read in the other zone they
 * are in it. Such a row is refused and never moved.
 */
final class ZoneMistake {
  private static final double FAR_M = 50_000;

  private final Layer layer;
  private final ProvinceMap map;
  private final CoordinateSystem declared;

  /**
   * @param declared whose eastings have no prefix
   */
  ZoneMistake(Layer layer, ProvinceMap map, CoordinateSystem declared) {
    this.layer = layer;
    this.map = map;
    this.declared = declared;
  }

  /**
   * @param delivered in metres
   * @param lonLat the same as it was read
   */
  void check(Geometry delivered, Geometry lonLat, Map<String, Object> values, RowIssues issues) {
    String county = layer.regionField() == null ? null : (String) values.get(layer.regionField());
    if (county == null) {
      return;
    }
    Coordinate read = lonLat.getCentroid().getCoordinate();
    double insideM = map.insideM(county, read.x, read.y).orElse(0);
    if (insideM > -FAR_M) {
      return;
    }
    Optional<CoordinateSystem> right =
        ZoneEvidence.others(declared).stream()
            .filter(zone -> isIn(county, delivered.getCentroid(), zone))
            .findFirst();
    right.ifPresent(
        zone ->
            issues.reject(
                "geom",
                null,
                "按声明的 "
                    + declared.code()
                    + " 距所报的县 "
                    + ProvinceMap.kilometres(-insideM)
                    + ",按 "
                    + zone.code()
                    + " 正在该县 (belongs to the neighbouring zone)",
                "两个投影带的坐标分成两个文件,各自声明坐标系;或改用带带号的坐标"));
  }

  private boolean isIn(String county, Geometry delivered, CoordinateSystem zone) {
    return ZoneEvidence.place(zone, delivered.getCoordinate().x, delivered.getCoordinate().y)
        .filter(at -> map.insideM(county, at.x, at.y).orElse(-FAR_M) > -3 * map.sigmaM())
        .isPresent();
  }
}
