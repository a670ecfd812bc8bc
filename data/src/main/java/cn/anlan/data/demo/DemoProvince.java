package cn.anlan.data.demo;

import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoSink;
import cn.anlan.data.demo.draw.Planted;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.hazardous.Hazardous;
import cn.anlan.data.demo.industry.Industry;
import cn.anlan.data.demo.ledger.Ledger;
import cn.anlan.data.demo.mine.Mines;
import cn.anlan.data.demo.road.RoadNetwork;
import cn.anlan.data.demo.utility.Utilities;
import java.util.ArrayList;
import java.util.List;

/**
 * The demonstration province, theme by theme: the ground first, then what stands on it, then what
 * happened. The same plan on the same base map gives the same rows.
 */
final class DemoProvince {
  private DemoProvince() {}

  static void draw(DemoPlan plan, DemoSink sink) {
    Ground ground = Ground.of(plan);
    Settlements settlements = Settlements.draw(ground, plan);
    RoadNetwork roads = RoadNetwork.draw(ground, settlements, plan, sink);
    Industry industry = Industry.draw(ground, settlements, plan, sink);
    Hazardous hazardous = Hazardous.draw(ground, settlements, industry, plan, sink);
    Mines mines = Mines.draw(ground, settlements, industry, plan, sink);
    Utilities utilities = Utilities.draw(ground, settlements, industry, List.of(), plan, sink);
    Ledger ledger = Ledger.draw(ground, settlements, industry, roads, plan, sink);

    List<Planted> planted = new ArrayList<>();
    planted.addAll(roads.planted());
    planted.addAll(industry.planted());
    planted.addAll(hazardous.planted());
    planted.addAll(mines.planted());
    planted.addAll(utilities.planted());
    planted.addAll(ledger.planted());
    sink.layer("planted_anomaly", out -> PlantedRows.write(planted, out));
  }
}
