package cn.anlan.data.demo.utility;

import cn.anlan.data.basemap.BaseFeature;
import cn.anlan.data.basemap.BaseMap;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The controlled development belt of Poyang Lake, 3,000 m landward of the invented shoreline
 * (鄱阳湖生态经济区环境保护条例 art. 25: of the 22.48 m Wusong line, which nobody has published).
 */
final class PoyangBelt {
  private static final double WIDTH_M = 3000;
  private static final String WATER = "W-POYANG";

  private PoyangBelt() {}

  static List<DemoRow> draw(Ground ground) {
    Geometry lake =
        BaseMap.demoShorelines().stream()
            .filter(shore -> WATER.equals(shore.text("water_code")))
            .map(BaseFeature::geometry)
            .findFirst()
            .orElseThrow();
    LocalMetres frame = LocalMetres.at(middle(lake));
    Geometry flat = frame.toMetres(lake);
    Geometry belt = frame.toDegrees(flat.buffer(WIDTH_M, 8).difference(flat));
    List<DemoRow> rows = new ArrayList<>();
    for (County county : ground.counties()) {
      if (!county.geometry().getEnvelopeInternal().intersects(belt.getEnvelopeInternal())) {
        continue;
      }
      Geometry part = CountyCut.clip(belt, county);
      if (part.isEmpty()) {
        continue;
      }
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("name", "示例鄱阳湖滨湖控制开发带（" + county.shortName() + "）");
      values.put("water_code", WATER);
      values.put("width_m", (long) WIDTH_M);
      values.put("area_km2", Math.round(LocalMetres.areaM2(part) / 1e3) / 1e3);
      values.put("designated_on", LocalDate.of(2012, 5, 1));
      values.put("county_code", county.code());
      rows.add(new DemoRow(Codes.of("PYB", rows.size() + 1), values, part, 10.0));
    }
    return rows;
  }

  private static Coordinate middle(Geometry geometry) {
    return geometry.getEnvelopeInternal().centre();
  }
}
