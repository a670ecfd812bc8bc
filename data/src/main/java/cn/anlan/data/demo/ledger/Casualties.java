package cn.anlan.data.demo.ledger;

import cn.anlan.analytics.accident.Severity;
import java.util.Map;
import java.util.Random;

/** Casualties and loss of an accident whose deaths are given, and its severity that follows. */
final class Casualties {
  private Casualties() {}

  /**
   * Writes the numbers into a row. An accident with fewer than three deaths stays ordinary: fewer
   * than ten seriously injured and less than ten million yuan.
   *
   * @param deaths as they stand when the time for revision is over
   * @param days how long deaths are revised: 7 for road and fire, else 30 (order 493 art. 13)
   */
  static void fill(Map<String, Object> values, int deaths, int days, String type, Random random) {
    boolean poisoning = type.equals("poisoning");
    int hurt = deaths == 0 ? 1 + random.nextInt(3) : random.nextInt(3);
    double loss = deaths * (90 + 80 * random.nextDouble()) + 8 * Math.exp(random.nextGaussian());
    loss = Math.min(loss, deaths < 3 ? 950 : deaths < 10 ? 4_800 : 9_800);
    values.put("deaths", (long) deaths);
    values.put("serious_injuries", poisoning ? 0L : (long) hurt);
    values.put("acute_poisoned", poisoning ? (long) hurt : 0L);
    values.put("minor_injuries", (long) random.nextInt(4));
    loss = Math.round(loss * 100) / 100.0;
    values.put("direct_loss_10k_yuan", loss);
    values.put("severity", Severity.of(deaths, hurt, 0, loss).code());
    revised(values, deaths, days, random);
  }

  /** A road crash with slight harm or damage only. */
  static void fillSlight(Map<String, Object> values, Random random) {
    values.put("deaths", 0L);
    values.put("serious_injuries", 0L);
    values.put("acute_poisoned", 0L);
    values.put("minor_injuries", (long) random.nextInt(3));
    double loss = Math.round((0.2 + Math.exp(random.nextGaussian())) * 100) / 100.0;
    values.put("direct_loss_10k_yuan", loss);
    values.put("severity", Severity.of(0, 0, 0, loss).code());
    revised(values, 0, 7, random);
  }

  private static void revised(Map<String, Object> values, int deaths, int days, Random random) {
    int later = 0;
    for (int i = 0; i < deaths; i++) {
      later += random.nextDouble() < 0.12 ? 1 : 0;
    }
    int byDay7 = days == 7 || later == 0 ? deaths : deaths - random.nextInt(later + 1);
    values.put("deaths_first_report", (long) (deaths - later));
    values.put("deaths_day_7", (long) byDay7);
    values.put("deaths_day_30", (long) deaths);
  }
}
