package cn.anlan.data.demo.ledger;

import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.industry.Industry;
import cn.anlan.data.demo.road.RoadNetwork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The ledgers at a small scale, and what they refer to, in memory. */
final class Drawn {
  private static Drawn small;

  final Ground ground;
  final Settlements settlements;
  final Industry industry;
  final RoadNetwork roads;
  final Ledger ledger;
  final Map<String, List<DemoRow>> layers = new LinkedHashMap<>();

  /** The ground is the same at every scale and dear to draw: one serves all. */
  private Drawn(DemoPlan plan, Drawn base) {
    if (base == null) {
      ground = Ground.of(plan);
      settlements = Settlements.draw(ground, plan);
      roads = RoadNetwork.draw(ground, settlements, plan, this::keep);
    } else {
      ground = base.ground;
      settlements = base.settlements;
      roads = base.roads;
      layers.put("road", base.rows("road")); // accidents refer to it
    }
    industry = Industry.draw(ground, settlements, plan, this::keep);
    ledger = Ledger.draw(ground, settlements, industry, roads, plan, this::keep);
  }

  static synchronized Drawn small() {
    if (small == null) {
      small = new Drawn(plan(0.01), null);
    }
    return small;
  }

  /** Another drawing on the same ground. */
  static Drawn again(double scale) {
    return new Drawn(plan(scale), small());
  }

  private static DemoPlan plan(double scale) {
    return new DemoPlan(DemoPlan.DEFAULT_SEED, scale);
  }

  List<DemoRow> rows(String layer) {
    return layers.get(layer);
  }

  private void keep(String layer, Consumer<Consumer<DemoRow>> rows) {
    List<DemoRow> kept = new ArrayList<>();
    rows.accept(kept::add);
    layers.put(layer, kept);
  }
}
