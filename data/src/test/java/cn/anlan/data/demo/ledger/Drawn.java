package cn.anlan.data.demo.ledger;

import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.industry.Industry;
import cn.anlan.data.demo.road.RoadNetwork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ledgers at a small scale, and what they refer to, in memory. */
final class Drawn {
  private static final Map<Double, Drawn> CACHE = new HashMap<>();

  final Ground ground;
  final Industry industry;
  final Ledger ledger;
  final Map<String, List<DemoRow>> layers = new LinkedHashMap<>();

  private Drawn(DemoPlan plan) {
    ground = Ground.of(plan);
    Settlements settlements = Settlements.draw(ground, plan);
    RoadNetwork roads = RoadNetwork.draw(ground, settlements, plan, this::keep);
    industry = Industry.draw(ground, settlements, plan, this::keep);
    ledger = Ledger.draw(ground, settlements, industry, roads, plan, this::keep);
  }

  static synchronized Drawn at(double scale) {
    return CACHE.computeIfAbsent(scale, s -> again(s));
  }

  static Drawn again(double scale) {
    return new Drawn(new DemoPlan(DemoPlan.DEFAULT_SEED, scale));
  }

  List<DemoRow> rows(String layer) {
    return layers.get(layer);
  }

  private void keep(
      String layer, java.util.function.Consumer<java.util.function.Consumer<DemoRow>> rows) {
    List<DemoRow> kept = new ArrayList<>();
    rows.accept(kept::add);
    layers.put(layer, kept);
  }
}
