package cn.anlan.data.demo.hazardous;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoDates;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.industry.Enterprise;
import cn.anlan.data.demo.industry.Industry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Stores of civil explosives at mines that blast. */
final class ExplosivesStores {
  private static final int FULL_SCALE = 240;

  private ExplosivesStores() {}

  static void write(Industry industry, DemoPlan plan, Consumer<DemoRow> out) {
    Random random = plan.random("explosives_store");
    List<Enterprise> mines =
        new ArrayList<>(
            industry.enterprises().stream()
                .filter(e -> e.sector().equals("non_coal_mine") || e.sector().equals("coal_mine"))
                .toList());
    Collections.shuffle(mines, random);
    int wanted = Math.min(mines.size(), plan.scaled(FULL_SCALE));
    for (int i = 0; i < wanted; i++) {
      out.accept(row(mines.get(i), i + 1, random));
    }
  }

  private static DemoRow row(Enterprise mine, int number, Random random) {
    Map<String, Object> values = new HashMap<>();
    values.put("name", mine.name() + "民爆库");
    values.put("enterprise_code", mine.code());
    int kind = random.nextInt(10);
    values.put("store_kind", kind < 6 ? "mixed" : kind < 8 ? "explosive" : "detonator");
    if (kind < 8) {
      values.put("dose_t", (double) (1 + random.nextInt(20)));
    } else {
      values.put("dose_t", (1 + random.nextInt(10)) / 10.0);
    }
    if (kind < 6 || kind >= 8) {
      values.put("detonators", 1000L * (5 + random.nextInt(46)));
    }
    values.put("commissioned_on", mine.commissionedOn());
    values.put("guarded", random.nextDouble() < 0.98);
    values.put("assessed_on", DemoDates.between(random, 2019, 2021));
    values.put("township_code", mine.village().township().code());
    values.put("county_code", mine.county().code());
    return new DemoRow(
        DemoCodes.of("XS", number),
        values,
        Shapes.point(FlatFrame.bySeries(mine.at()).within(mine.clearM(), random)),
        2.0);
  }
}
