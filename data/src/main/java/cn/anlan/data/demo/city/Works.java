package cn.anlan.data.demo.city;

import cn.anlan.data.demo.draw.DemoDates;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.NumberedRows;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.ground.Village;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Building works that were under way at some time from 2019 to 2021. */
final class Works {
  private static final int FULL = 6_000;

  private final Settlements settlements;
  private final int wanted;
  private final Random random;

  Works(Settlements settlements, DemoPlan plan) {
    this.settlements = settlements;
    this.wanted = plan.scaled(FULL);
    this.random = plan.random("construction_site");
  }

  void write(Consumer<DemoRow> out) {
    NumberedRows rows = new NumberedRows("CS", out);
    for (int i = 0; i < wanted; i++) {
      Village village = settlements.drawVillage(random);
      boolean urban = village.name().endsWith("社区");
      double heightM = urban ? 12 + random.nextDouble() * 88 : 6 + random.nextDouble() * 15;
      double x = random.nextDouble();
      LocalDate started =
          DemoDates.between(random, LocalDate.of(2019, 1, 1), LocalDate.of(2021, 9, 30));
      Map<String, Object> values = ByVillage.values(village);
      values.put("name", village.township().name() + "工程" + rows.next() + "号");
      values.put(
          "phase",
          x < 0.2 ? "foundation" : x < 0.65 ? "structure" : x < 0.93 ? "finishing" : "suspended");
      values.put("place_class", Rows.placeClass(village));
      values.put("height_m", Math.round(heightM * 10) / 10.0);
      values.put("cranes", heightM < 15 ? 0L : 1L + random.nextInt(4));
      values.put("permit_no", "DEMO-施-" + started.getYear() + "-" + rows.next());
      values.put("started_on", started);
      LocalDate end = started.plusDays(240 + random.nextInt(700));
      LocalDate last = LocalDate.of(2021, 12, 31);
      values.put("planned_end", end.isAfter(last) ? last : end);
      rows.write(values, Settlements.near(village, urban ? 900 : 400, random), 5.0);
    }
  }
}
