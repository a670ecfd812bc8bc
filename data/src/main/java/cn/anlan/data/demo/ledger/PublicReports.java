package cn.anlan.data.demo.ledger;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.Weighted;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Reports by the public to 12350: dates, topics and outcomes; nothing of who reported. */
final class PublicReports {
  private static final int PER_YEAR = 6_000;
  private static final List<String> CHANNELS =
      List.of("hotline", "hotline", "hotline", "online", "online", "letter", "visit", "transfer");
  private static final List<String> TOPICS =
      List.of(
          "illegal_operation",
          "illegal_operation",
          "fire_exit",
          "fire_exit",
          "major_hazard",
          "no_permit",
          "concealed_accident",
          "other");
  private static final List<String> SECTORS =
      List.of(
          "industry_trade",
          "fire",
          "construction",
          "road_transport",
          "hazardous_chemicals",
          "fireworks",
          "non_coal_mine",
          "city_operation");

  private final Ground ground;
  private final DemoPlan plan;
  private final Random random;

  PublicReports(Ground ground, DemoPlan plan) {
    this.ground = ground;
    this.plan = plan;
    this.random = plan.random("report_12350");
  }

  void draw(Consumer<DemoRow> out) {
    Weighted<County> counties = new Weighted<>(ground.counties(), County::population);
    int total = plan.scaled(3 * PER_YEAR);
    for (int i = 0; i < total; i++) {
      int received = (int) ((long) i * (LedgerDays.END + 1) / total);
      Map<String, Object> values = new HashMap<>();
      values.put("name", "示例举报事项");
      values.put("received_on", LedgerDays.date(received));
      values.put("channel", one(CHANNELS));
      values.put("topic", one(TOPICS));
      values.put("sector", one(SECTORS));
      values.put("anonymous", random.nextDouble() < 0.42);
      int handled = received + 3 + random.nextInt(57);
      boolean verified = random.nextDouble() < 0.46;
      if (handled <= LedgerDays.END) {
        values.put("handled_on", LedgerDays.date(handled));
        values.put("verified", verified);
        if (verified && random.nextDouble() < 0.5) {
          values.put("reward_yuan", 500.0 * (1 + random.nextInt(20)));
        }
      }
      values.put("county_code", counties.draw(random).code());
      out.accept(new DemoRow(DemoCodes.of("RT", i + 1), values, null, null));
    }
  }

  private String one(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
