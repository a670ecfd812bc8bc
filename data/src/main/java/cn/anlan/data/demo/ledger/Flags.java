package cn.anlan.data.demo.ledger;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.Weighted;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.industry.Enterprise;
import cn.anlan.data.demo.industry.Industry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Red and yellow flags of 2021. Ganzhou has the published 1,973 and 191, other cities their share
 * by residents; the numbers scale like ledgers do.
 */
final class Flags {
  private static final String GANZHOU = "3607";
  private static final int RED = 1_973;
  private static final int YELLOW = 191;

  /** 19 + 297 + 540 + 1,117 of Ganzhou. */
  private record Level(String code, int share) {}

  private static final List<Level> LEVELS =
      List.of(
          new Level("city", 19),
          new Level("county", 297),
          new Level("township", 540),
          new Level("enterprise", 1_117));

  private final Ground ground;
  private final DemoPlan plan;
  private final Random random;
  private final Map<String, List<Enterprise>> enterprises;
  private final Weighted<Level> levels = new Weighted<>(LEVELS, Level::share);
  private int number;

  Flags(Ground ground, Industry industry, DemoPlan plan) {
    this.ground = ground;
    this.plan = plan;
    this.random = plan.random("flag");
    this.enterprises =
        industry.enterprises().stream().collect(Collectors.groupingBy(e -> e.county().code()));
  }

  void draw(Consumer<DemoRow> out) {
    Map<String, List<County>> cities =
        ground.counties().stream().collect(Collectors.groupingBy(County::cityCode));
    double ganzhou =
        cities.entrySet().stream()
            .filter(c -> c.getKey().startsWith(GANZHOU))
            .mapToLong(c -> residents(c.getValue()))
            .sum();
    for (String city : cities.keySet().stream().sorted().toList()) {
      Weighted<County> counties = new Weighted<>(cities.get(city), County::population);
      double share = residents(cities.get(city)) / ganzhou;
      flags("red", "示例流动红旗", plan.scaled((int) Math.round(RED * share)), counties, out);
      flags("yellow", "示例黄旗", plan.scaled((int) Math.round(YELLOW * share)), counties, out);
    }
  }

  private static long residents(List<County> counties) {
    return counties.stream().mapToLong(County::population).sum();
  }

  private void flags(
      String kind, String name, int count, Weighted<County> counties, Consumer<DemoRow> out) {
    for (int i = 0; i < count; i++) {
      County county = counties.draw(random);
      String level = levels.draw(random).code();
      Map<String, Object> values = new HashMap<>();
      values.put("name", name);
      values.put("kind", kind);
      values.put("flag_level", level);
      values.put("awarded_on", LedgerDays.date(LedgerDays.END - random.nextInt(365)));
      List<Enterprise> here = enterprises.get(county.code());
      if (level.equals("enterprise") && here != null) {
        values.put("enterprise_code", here.get(random.nextInt(here.size())).code());
      }
      values.put("county_code", county.code());
      out.accept(new DemoRow(DemoCodes.of("FL", ++number), values, null, null));
    }
  }
}
