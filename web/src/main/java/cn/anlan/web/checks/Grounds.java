package cn.anlan.web.checks;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.rule.Coverage;
import cn.anlan.geo.rule.Shore;
import cn.anlan.geo.rule.Shores;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * What every check of one data version measures against: shores with their waters, coverage and the
 * province. Made once for each generation of snapshots. What a site is measured to does not depend
 * on who asks, so no scope narrows it.
 */
record Grounds(Generation generation, Shores shores, Coverage coverage, Province province) {

  static Grounds of(Generation generation) {
    return new Grounds(
        generation,
        measurable(shores(generation)),
        coverage(generation.get("coverage")),
        Province.find(generation.get("region"))
            .orElseThrow(
                () ->
                    new UserFault(
                        "没有省界，不能核查 (no province outline loaded)",
                        "先导入 region 图层 (import the region layer first)")));
  }

  /** A stored shore that cannot be measured is our data's fault, not the caller's. */
  private static Shores measurable(List<Shore> shores) {
    try {
      return Shores.of(shores);
    } catch (UserFault unusable) {
      throw new IllegalStateException(unusable.line(), unusable);
    }
  }

  private static List<Shore> shores(Generation generation) {
    LayerSnapshot waters = generation.get("water_body");
    LayerSnapshot lines = generation.get("shoreline");
    Query waterQuery = Query.on(waters, Scope.wholeProvince("check"));
    List<Shore> shores = new ArrayList<>();
    for (int row = 0; row < lines.size(); row++) {
      Geometry line = lines.findGeometry(row).orElse(null);
      if (line == null) {
        continue;
      }
      String waterCode = lines.text("water_code", row);
      int water = waterQuery.findRow(waterCode).orElseThrow();
      shores.add(
          new Shore(
              lines.id(row),
              lines.text("code", row),
              waterCode,
              waters.text("name", water),
              waters.attributes(water),
              lines.text("definition", row),
              number(lines, "sigma_m", row),
              number(lines, "sigma_definition_m", row),
              Boolean.TRUE.equals(lines.value("is_demo", row)),
              line));
    }
    return shores;
  }

  private static Coverage coverage(LayerSnapshot layer) {
    List<Coverage.Area> areas = new ArrayList<>();
    for (int row = 0; row < layer.size(); row++) {
      if ("shoreline".equals(layer.text("covers_layer", row))) {
        boolean demo = Boolean.TRUE.equals(layer.value("is_demo", row));
        layer.findGeometry(row).ifPresent(area -> areas.add(new Coverage.Area(area, demo)));
      }
    }
    return Coverage.of(areas);
  }

  private static Double number(LayerSnapshot layer, String column, int row) {
    double value = layer.number(column, row);
    return Double.isNaN(value) ? null : value;
  }
}
