package cn.anlan.web.checks;

import cn.anlan.geo.rule.Site;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Geometry;

/** The stored sites of a layer as the rule engine takes them. */
final class SiteReader {
  private SiteReader() {}

  static List<Site> read(LayerSnapshot layer, Scope scope, Province province, IntPredicate wanted) {
    List<Site> sites = new ArrayList<>();
    Query.on(layer, scope)
        .rows()
        .forEach(
            (int row) -> {
              if (wanted.test(row)) {
                sites.add(site(layer, row, province));
              }
            });
    return sites;
  }

  private static Site site(LayerSnapshot layer, int row, Province province) {
    Geometry geometry = layer.findGeometry(row).orElse(null);
    double sigmaM = layer.number("sigma_m", row);
    return new Site(
        layer.id(row),
        layer.text("code", row),
        layer.text("name", row),
        layer.layer(),
        geometry,
        layer.text("project_type", row),
        layer.date("approval_date", row),
        Double.isNaN(sigmaM) ? null : sigmaM,
        false,
        Boolean.TRUE.equals(layer.value("is_demo", row)),
        layer.text("source_crs", row) != null,
        geometry != null && province.isOutside(geometry),
        layer.attributes(row));
  }
}
