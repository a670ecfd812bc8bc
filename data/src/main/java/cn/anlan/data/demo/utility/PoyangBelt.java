package cn.anlan.data.demo.utility;

import cn.anlan.data.basemap.BaseFeature;
import cn.anlan.data.basemap.BaseMap;
import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The controlled development belt of Poyang Lake, 3,000 m landward of the invented shoreline
 * (鄱阳湖生态经济区环境保护条例 art. 25: of the 22.48 m Wusong line, which nobody has published).
 */
final class PoyangBelt {
  private static final double WIDTH_M = 3000;

  /** More than the belt's width, in degrees of latitude and of longitude. */
  private static final double REACH_DEG = 0.04;

  private static final String WATER = "W-POYANG";

  private PoyangBelt() {}

  static List<DemoRow> draw(Ground ground) {
    Geometry lake =
        BaseMap.demoShorelines().stream()
            .filter(shore -> WATER.equals(shore.text("water_code")))
            .map(BaseFeature::geometry)
            .findFirst()
            .orElseThrow();
    List<DemoRow> rows = new ArrayList<>();
    for (County county : ground.counties()) {
      Envelope box = county.geometry().getEnvelopeInternal();
      box.expandBy(REACH_DEG);
      if (!box.intersects(lake.getEnvelopeInternal())) {
        continue;
      }
      Geometry part = CountyCut.clip(belt(lake, box), county);
      if (part.isEmpty()) {
        continue;
      }
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("name", "示例鄱阳湖滨湖控制开发带（" + county.shortName() + "）");
      values.put("water_code", WATER);
      values.put("width_m", (long) WIDTH_M);
      values.put("area_km2", Math.round(CountyCut.areaM2(part) / 1e3) / 1e3);
      values.put("designated_on", LocalDate.of(2012, 5, 1));
      values.put("county_code", county.code());
      rows.add(new DemoRow(DemoCodes.of("PYB", rows.size() + 1), values, part, 10.0));
    }
    return rows;
  }

  /** The belt in a box, to about 10 m: the frame is flat, and is the box's own. */
  private static Geometry belt(Geometry lake, Envelope box) {
    FlatFrame frame = FlatFrame.bySeries(box.centre());
    Geometry near =
        OverlayNGRobust.overlay(lake, lake.getFactory().toGeometry(box), OverlayNG.INTERSECTION);
    Geometry flat = frame.toMetres(near);
    BufferParameters round = new BufferParameters(16);
    round.setSimplifyFactor(0.0005);
    Geometry wide = BufferOp.bufferOp(flat, WIDTH_M, round);
    return frame.toDegrees(OverlayNGRobust.overlay(wide, flat, OverlayNG.DIFFERENCE));
  }
}
