package cn.anlan.data.demo;

import cn.anlan.data.demo.city.City;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoSink;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.industry.Industry;

/**
 * The demonstration province, theme by theme: the ground first, then what stands on it, then what
 * happened. The same plan on the same base map gives the same rows.
 */
final class DemoProvince {
  private DemoProvince() {}

  static void draw(DemoPlan plan, DemoSink sink) {
    Ground ground = Ground.of(plan);
    Settlements settlements = Settlements.draw(ground, plan);
    City.draw(ground, settlements, plan, sink);
    Industry.draw(ground, settlements, plan, sink);
  }
}
