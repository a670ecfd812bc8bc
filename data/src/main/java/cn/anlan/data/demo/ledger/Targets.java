package cn.anlan.data.demo.ledger;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The targets of two source documents: 000 (2019 campaign plan: falls without a number are not
 * given one) and 002 (falls in per cent, in five cities a steeper one).
 */
final class Targets {
  private static final String PROVINCE = "360000";
  private static final Set<String> STEEPER = Set.of("3601", "3604", "3603", "3607", "3610");

  private int number;

  void draw(Ground ground, Consumer<DemoRow> out) {
    out.accept(limit("000", 2019, "extraordinary_or_major_accidents", "重特大事故起数", PROVINCE));
    out.accept(limit("000", 2019, "city_operation_larger_accidents", "城市运行较大事故起数", PROVINCE));
    out.accept(limit("002", 2021, "extraordinary_or_major_accidents", "重特大事故起数", PROVINCE));
    out.accept(fall("002", 2021, "larger_accidents", "较大事故起数", PROVINCE, -10));
    out.accept(fall("002", 2021, "deaths", "死亡人数", PROVINCE, -15));
    out.accept(fall("002", 2021, "road_deaths", "道路运输死亡人数", PROVINCE, -16));
    out.accept(fall("002", 2021, "construction_deaths", "建筑施工死亡人数", PROVINCE, -16));
    List<String> cities = ground.counties().stream().map(County::cityCode).distinct().toList();
    for (String city : cities.stream().sorted().toList()) {
      double pct = STEEPER.contains(city.substring(0, 4)) ? -16 : -15;
      out.accept(fall("002", 2021, "deaths", "死亡人数", city, pct));
    }
  }

  private DemoRow fall(
      String document, int year, String indicator, String name, String region, double pct) {
    DemoRow row = row(document, year, indicator, name, region);
    row.values().put("value_pct", pct);
    return row;
  }

  private DemoRow limit(String document, int year, String indicator, String name, String region) {
    DemoRow row = row(document, year, indicator, name, region);
    row.values().put("limit_count", 0L);
    return row;
  }

  private DemoRow row(String document, int year, String indicator, String name, String region) {
    Map<String, Object> values = new HashMap<>();
    values.put("name", "示例指标·" + name);
    values.put("document", document);
    values.put("indicator", indicator);
    values.put("year", (long) year);
    values.put("region_code", region);
    return new DemoRow(DemoCodes.of("TG", ++number), values, null, null);
  }
}
