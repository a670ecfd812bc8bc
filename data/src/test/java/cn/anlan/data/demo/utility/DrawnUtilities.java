package cn.anlan.data.demo.utility;

import cn.anlan.data.demo.DrawnProvince;
import cn.anlan.data.demo.DrawnProvince.Theme;
import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** The theme drawn once for all tests of this package, under towns that are densely built. */
final class DrawnUtilities {
  static final List<Footprint> BUILDINGS =
      buildings(DrawnProvince.ground(), DrawnProvince.PLAN.random("test"));
  static final Theme<Utilities> ONCE = of(DrawnProvince.PLAN);

  private DrawnUtilities() {}

  /** Another plan under the same towns; drawn anew each time. */
  static Theme<Utilities> of(DemoPlan plan) {
    return DrawnProvince.utilities(plan, BUILDINGS);
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
}
