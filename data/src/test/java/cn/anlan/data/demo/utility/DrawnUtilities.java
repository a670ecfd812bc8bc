package cn.anlan.data.demo.utility;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.DemoSink;
import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.industry.Industry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** The theme drawn once for all tests of this package. */
final class DrawnUtilities {
  private static final DrawnUtilities ONCE = new DrawnUtilities(new DemoPlan(20191, 0.01));

  final Ground ground;
  final Map<String, List<DemoRow>> layers = new LinkedHashMap<>();
  final Map<String, List<DemoRow>> earlier = new LinkedHashMap<>();
  final List<Footprint> buildings;
  final Utilities utilities;

  DrawnUtilities(DemoPlan plan) {
    ground = Ground.of(plan);
    Settlements settlements = Settlements.draw(ground, plan);
    Industry industry = Industry.draw(ground, settlements, plan, into(earlier));
    buildings = buildings(ground, plan.random("test"));
    utilities = Utilities.draw(ground, settlements, industry, buildings, plan, into(layers));
  }

  static DrawnUtilities once() {
    return ONCE;
  }

  List<DemoRow> rows(String layer) {
    return layers.get(layer);
  }

  Map<String, DemoRow> byCode(String layer) {
    List<DemoRow> rows = layers.containsKey(layer) ? layers.get(layer) : earlier.get(layer);
    return rows.stream().collect(Collectors.toMap(DemoRow::code, Function.identity()));
  }

  /** Blocks of 20 m by 12 m round every county's seat. */
  private static List<Footprint> buildings(Ground ground, Random random) {
    List<Footprint> buildings = new ArrayList<>();
    CountyCut cut = new CountyCut(ground);
    for (County county : ground.counties()) {
      for (int i = 0; i < 60; i++) {
        FlatFrame frame = FlatFrame.bySeries(cut.around(county, county.seat(), 50, 3000, random));
        Coordinate[] ring = {
          frame.place(-10, -6),
          frame.place(10, -6),
          frame.place(10, 6),
          frame.place(-10, 6),
          frame.place(-10, -6)
        };
        Geometry outline = Shapes.FACTORY.createPolygon(ring);
        if (county.geometry().covers(outline)) {
          buildings.add(new Footprint(DemoCodes.of("BD", buildings.size() + 1), county, outline));
        }
      }
    }
    return buildings;
  }

  private static DemoSink into(Map<String, List<DemoRow>> layers) {
    return (layer, rows) -> {
      List<DemoRow> all = new ArrayList<>();
      rows.accept(all::add);
      if (layers.put(layer, all) != null) {
        throw new IllegalStateException(layer + " was handed over twice");
      }
    };
  }
}
