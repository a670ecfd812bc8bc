package cn.anlan.data.ingest.load;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.ingest.check.CheckedRow;
import cn.anlan.data.ingest.check.RowIssues;
import cn.anlan.data.store.Sql;
import cn.anlan.geo.fault.UserFault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * The part of a layer that a delivery replaces: a region with all below it, or the whole layer. A
 * row is in it by the county that it declares where the layer has such a field, else by where it
 * lies (for lines and polygons: an inner point).
 */
public final class ReplaceArea {
  static final String ALL = "all";

  private static final String REGIONS =
      """
      WITH RECURSIVE below AS (
        SELECT code FROM layer.region WHERE code = ?
        UNION SELECT r.code FROM layer.region r JOIN below b ON r.parent_code = b.code)
      SELECT code FROM below
      """;

  private final Layer layer;
  private final String code;
  private final Set<String> regions;
  private final IndexedPointInAreaLocator inside;

  private ReplaceArea(
      Layer layer, String code, Set<String> regions, IndexedPointInAreaLocator inside) {
    this.layer = layer;
    this.code = code;
    this.regions = regions;
    this.inside = inside;
  }

  /**
   * @param words the code or the name of a region, or {@code all}
   * @throws UserFault where it is no region, or the layer cannot tell what lies in it
   */
  public static ReplaceArea of(Connection connection, Layer layer, String words)
      throws SQLException {
    if (words.equals(ALL)) {
      return new ReplaceArea(layer, ALL, Set.of(), null);
    }
    List<String> codes =
        Sql.list(
            connection,
            "SELECT code FROM layer.region WHERE code = ? OR name = ? AND NOT EXISTS"
                + " (SELECT FROM layer.region WHERE code = ?) ORDER BY code",
            row -> row.getString(1),
            words,
            words,
            words);
    if (codes.size() != 1) {
      throw new UserFault(
          "--area " + words + (codes.isEmpty() ? " 不是行政区 (no such region)" : " 有几个: " + codes),
          "给出行政区编码,例如 --area 360102;整个图层为 --area all");
    }
    String code = codes.get(0);
    if (layer.regionField() != null) {
      Set<String> regions =
          new HashSet<>(Sql.list(connection, REGIONS, row -> row.getString(1), code));
      return new ReplaceArea(layer, code, regions, null);
    }
    if (!layer.hasGeometry()) {
      throw new UserFault(
          "图层 " + layer.id() + " 没有行政区字段也没有图形,不能按范围替换 (cannot tell what lies in a region)",
          "整个图层为 --area all");
    }
    return new ReplaceArea(layer, code, Set.of(), locator(connection, code));
  }

  private static IndexedPointInAreaLocator locator(Connection connection, String code)
      throws SQLException {
    List<byte[]> areas =
        Sql.list(
            connection,
            "SELECT ST_AsBinary(geom) FROM layer.region WHERE code = ? AND geom IS NOT NULL",
            row -> row.getBytes(1),
            code);
    if (areas.isEmpty()) {
      throw new UserFault(
          "行政区 " + code + " 没有图形 (the region has no outline)", "改用上级行政区,或 --area all");
    }
    try {
      return new IndexedPointInAreaLocator(new WKBReader().read(areas.get(0)));
    } catch (ParseException e) {
      throw new IllegalStateException("the area of a region is not readable", e);
    }
  }

  /** The region's code, or {@code all}. */
  public String code() {
    return code;
  }

  /** Rejects a checked row that lies elsewhere. */
  public void check(CheckedRow row, RowIssues issues) {
    if (code.equals(ALL)) {
      return;
    }
    if (inside == null) {
      Object declared = row.values().get(layer.regionField());
      if (!regions.contains(declared)) {
        issues.reject(
            layer.regionField(),
            declared,
            "不在替换范围 " + code + " 内 (not in the area that the delivery replaces)",
            "改正县编码,或把该行放到所属范围的交付里");
      }
    } else if (row.geom() == null
        || inside.locate(innerPoint(row.geom()).getCoordinate()) == Location.EXTERIOR) {
      issues.reject(
          "geom",
          null,
          "不在替换范围 " + code + " 内 (not in the area that the delivery replaces)",
          "改正坐标,或把该行放到所属范围的交付里");
    }
  }

  private static Point innerPoint(Geometry geometry) {
    return geometry instanceof Point point ? point : geometry.getInteriorPoint();
  }

  /** The rows of table {@code t} that are in the area, as a condition of SQL. */
  String condition() {
    if (code.equals(ALL)) {
      return "true";
    }
    String region = "'" + code.replace("'", "''") + "'";
    return inside == null
        ? "t.\"" + layer.regionField() + "\" IN (" + REGIONS.replace("?", region) + ")"
        : "ST_Covers((SELECT geom FROM layer.region WHERE code = "
            + region
            + "), ST_PointOnSurface(t.geom))";
  }
}
