package cn.anlan.data.survey;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.ingest.report.Issue;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.LayerTables;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.StoreException;
import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.fault.UserFault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * The site as the layer has it, to hold a survey against: a boundary that lies elsewhere is most
 * likely another site's, or in another zone.
 *
 * @param geometry null where the layer has none of it
 * @param sigmaM null where the layer does not say
 */
record PresentSite(Geometry geometry, Double sigmaM) {
  /** Farther than this, and three standard deviations of the site, somebody must confirm it. */
  private static final double CONFIRM_M = 100;

  /** Farther than this it is not the site's boundary, whatever is confirmed. */
  private static final double REFUSE_M = 5_000;

  private static final double AREA_RATIO = 4;

  static PresentSite get(Database database, Layer layer, String code) {
    if (!layer.hasGeometry()) {
      throw new UserFault(
          "图层 " + layer.id() + " 没有图形 (layer without geometry)", "选有图形的图层 (choose another layer)");
    }
    try (Connection connection = database.reader().getConnection()) {
      return Sql.list(
              connection,
              "SELECT st_asbinary(st_force2d(geom)), sigma_m FROM "
                  + LayerTables.table(layer)
                  + " WHERE code = ?",
              PresentSite::read,
              code)
          .stream()
          .findFirst()
          .orElseThrow(
              () ->
                  new UserFault(
                      "图层 " + layer.id() + " 没有编码 " + code + " (no such site)",
                      "核对图层与编码 (check layer and code)"));
    } catch (SQLException e) {
      throw new StoreException("reading the site", e);
    }
  }

  private static PresentSite read(ResultSet row) throws SQLException {
    byte[] wkb = row.getBytes(1);
    try {
      return new PresentSite(
          wkb == null ? null : new WKBReader().read(wkb), row.getObject(2, Double.class));
    } catch (ParseException e) {
      throw new IllegalStateException("a stored geometry cannot be read", e);
    }
  }

  /** Metres between the survey and the present geometry, 0 where they meet; null without one. */
  Double distanceM(Geometry survey) {
    return geometry == null
        ? null
        : (Double) GeodesicTarget.of(geometry).nearest(survey).distanceM();
  }

  /** Whether the survey can be of this site; adds what stands against it, or what is odd. */
  boolean accepts(Geometry survey, Double distanceM, SurveyRequest request, List<Issue> issues) {
    double toleranceM = CONFIRM_M + 3 * (sigmaM == null ? 0 : sigmaM);
    if (distanceM != null && distanceM > toleranceM) {
      String away = String.format(Locale.ROOT, "%.0f m", distanceM);
      if (distanceM > REFUSE_M + toleranceM) {
        issues.add(
            Located.error(
                0,
                "geom",
                away,
                "离该场址现有图形 " + away + "，不是同一场址 (not where the site is)",
                "核对编码、带号和东坐标是否少位 (check code, zone and digits of the easting)"));
        return false;
      }
      if (!request.confirmFar()) {
        issues.add(
            Located.error(
                0,
                "geom",
                away,
                "离该场址现有图形 " + away + "，须确认 (away from the site's present geometry)",
                "确属该场址时加 --confirm-far / confirmFar=true (confirm it if meant)"));
        return false;
      }
      issues.add(Located.warning(0, "geom", away, "离现有图形 " + away + "，已确认 (confirmed)", "审核时留意"));
    }
    addOddities(survey, request, issues);
    return true;
  }

  private void addOddities(Geometry survey, SurveyRequest request, List<Issue> issues) {
    double ratio =
        geometry == null || geometry.getArea() == 0 ? 1 : survey.getArea() / geometry.getArea();
    if (ratio > AREA_RATIO || ratio < 1 / AREA_RATIO) {
      String times = String.format(Locale.ROOT, "%.2f", ratio);
      issues.add(
          Located.warning(
              0, "geom", times, "面积是现有图形的 " + times + " 倍 (area differs much)", "审核时核对范围"));
    }
    if (sigmaM != null && request.sigmaM() > sigmaM) {
      issues.add(
          Located.warning(
              0,
              "sigmaM",
              Double.toString(request.sigmaM()),
              "中误差大于现有图形的 " + sigmaM + " m (less accurate than what it replaces)",
              "审核时核对精度"));
    }
  }
}
