package cn.anlan.data.demo.ledger;

import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoSink;
import cn.anlan.data.demo.draw.Planted;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.industry.Industry;
import cn.anlan.data.demo.road.RoadNetwork;
import java.util.ArrayList;
import java.util.List;

/** The ledgers of 2019 to 2021, and what was put into them on purpose. */
public final class Ledger {
  private final List<Planted> planted = new ArrayList<>();

  private Ledger() {}

  /**
   * Draws and hands over the layers hazard, listing, accident, enforcement, flag, report_12350,
   * target and dispatch_report. Hazards are streamed and never held.
   */
  public static Ledger draw(
      Ground ground,
      Settlements settlements,
      Industry industry,
      RoadNetwork roads,
      DemoPlan plan,
      DemoSink sink) {
    Ledger ledger = new Ledger();
    CountyHabits habits = new CountyHabits(ground, plan.random("county-habits"));
    Hazards hazards = new Hazards(plan, industry, habits);
    sink.layer("hazard", hazards::draw);
    Listings listings = new Listings(plan.random("listing"));
    sink.layer("listing", out -> listings.draw(hazards.majors(), out));
    Accidents accidents = new Accidents(ground, settlements, industry, roads, plan);
    sink.layer("accident", accidents::draw);
    sink.layer("enforcement", new Enforcements(plan, industry)::draw);
    sink.layer("flag", new Flags(ground, industry, plan)::draw);
    sink.layer("report_12350", new PublicReports(ground, plan)::draw);
    sink.layer("target", out -> new Targets().draw(ground, out));
    DispatchReports dispatch = new DispatchReports(ground, habits, plan.random("dispatch"));
    sink.layer("dispatch_report", dispatch::draw);
    ledger.planted.addAll(habits.planted());
    ledger.planted.addAll(DispatchReports.planted(habits));
    return ledger;
  }

  /** In the order of themes. */
  public List<Planted> planted() {
    return List.copyOf(planted);
  }
}
