package cn.anlan.analytics.accident;

import cn.anlan.geo.text.Text;
import java.util.Locale;

/**
 * Severity of an accident by State Council order 493 (生产安全事故报告和调查处理条例), article 3: 以上 includes the
 * number, 以下 excludes it; any one criterion is enough and the highest counts. Serious injuries
 * include acute poisoning (急性工业中毒).
 */
public enum Severity {
  /** 一般事故: fewer than 3 deaths, fewer than 10 seriously injured, under 10 million yuan. */
  ORDINARY(0, 0, 0, "一般"),
  /** 较大事故: 3 to 9 deaths, 10 to 49 seriously injured, 10 to under 50 million yuan. */
  LARGER(3, 10, 1_000, "较大"),
  /** 重大事故: 10 to 29 deaths, 50 to 99 seriously injured, 50 to under 100 million yuan. */
  MAJOR(10, 50, 5_000, "重大"),
  /** 特别重大事故: 30 deaths, 100 seriously injured, or 100 million yuan and more. */
  EXTRAORDINARY(30, 100, 10_000, "特别重大");

  private final int deaths;
  private final int injuries;
  private final double loss10kYuan;
  private final Text title;

  Severity(int deaths, int injuries, double loss10kYuan, String zh) {
    this.deaths = deaths;
    this.injuries = injuries;
    this.loss10kYuan = loss10kYuan;
    this.title = new Text(zh, code());
  }

  /**
   * @param deaths as they stand after the 30 days (road and fire: 7 days) of article 13
   * @param seriousInjuries without the acutely poisoned
   * @param acutePoisoned counted together with the seriously injured
   * @param directLoss10kYuan direct economic loss in 万元 (10,000 yuan)
   * @throws IllegalArgumentException for a negative or undefined number
   */
  public static Severity of(
      long deaths, long seriousInjuries, long acutePoisoned, double directLoss10kYuan) {
    if (deaths < 0 || seriousInjuries < 0 || acutePoisoned < 0 || !(directLoss10kYuan >= 0)) {
      throw new IllegalArgumentException(
          "negative or undefined: %d deaths, %d injured, %d poisoned, loss %s"
              .formatted(deaths, seriousInjuries, acutePoisoned, directLoss10kYuan));
    }
    Severity worst = ORDINARY;
    for (Severity s : values()) {
      if (deaths >= s.deaths
          || seriousInjuries + acutePoisoned >= s.injuries
          || directLoss10kYuan >= s.loss10kYuan) {
        worst = s;
      }
    }
    return worst;
  }

  /** 一般, 较大, 重大, 特别重大. */
  public Text title() {
    return title;
  }

  /** The value of the code list {@code accident_severity}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
