package cn.anlan.analytics.accident;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * An accident as statistics see it, with its deaths as they became known.
 *
 * <p>Deaths are revised for 30 days, of road traffic and fire for 7 (国务院令第493号, article 13); what
 * dies later does not count. So the number depends on the day on which it is asked for.
 *
 * @param unitCode the reporting unit that it names through its enterprise, or null
 * @param windowDays 7 or 30
 * @param deathsFirst as first reported
 * @param deathsDay7 by day 7
 * @param deathsDay30 by day 30
 * @param deathsDelivered the ledger's own total, which may know of later deaths
 * @param loss10kYuan direct loss in 万元
 */
public record Accident(
    String code,
    LocalDate occurredOn,
    String sector,
    String countyCode,
    String unitCode,
    boolean productionRelated,
    int windowDays,
    long deathsFirst,
    long deathsDay7,
    long deathsDay30,
    long deathsDelivered,
    long seriousInjuries,
    long acutePoisoned,
    double loss10kYuan,
    boolean demo) {
  private static final int SHORT_WINDOW = 7;
  private static final int LONG_WINDOW = 30;

  public Accident {
    if (windowDays != SHORT_WINDOW && windowDays != LONG_WINDOW) {
      throw new IllegalArgumentException("window of " + windowDays + " days");
    }
    long least =
        Math.min(Math.min(deathsFirst, deathsDay7), Math.min(deathsDay30, deathsDelivered));
    if (least < 0 || seriousInjuries < 0 || acutePoisoned < 0 || !(loss10kYuan >= 0)) {
      throw new IllegalArgumentException("accident " + code + " has a negative number");
    }
  }

  /** How many days deaths of an accident are revised: 7 for road traffic and fire, else 30. */
  public static int windowDays(boolean roadTraffic, String sector, String type) {
    boolean brief =
        roadTraffic
            || "road_transport".equals(sector)
            || "fire".equals(sector)
            || "fire".equals(type);
    return brief ? SHORT_WINDOW : LONG_WINDOW;
  }

  /** The deaths that were known at the end of a day and count by article 13. */
  public long deathsKnownOn(LocalDate day) {
    long age = ChronoUnit.DAYS.between(occurredOn, day);
    if (age < SHORT_WINDOW) {
      return deathsFirst;
    }
    return age < LONG_WINDOW || windowDays == SHORT_WINDOW ? deathsDay7 : deathsDay30;
  }

  /** The deaths that count when the window is over. */
  public long deathsFinal() {
    return windowDays == SHORT_WINDOW ? deathsDay7 : deathsDay30;
  }

  /** Whether deaths may still be added on a day. */
  public boolean isOpenOn(LocalDate day) {
    return ChronoUnit.DAYS.between(occurredOn, day) < windowDays;
  }

  /** The severity that follows from what was known on a day. */
  public Severity severityOn(LocalDate day) {
    return severity(deathsKnownOn(day));
  }

  /** The severity that follows from a number of deaths. */
  public Severity severity(long deaths) {
    return Severity.of(deaths, seriousInjuries, acutePoisoned, loss10kYuan);
  }
}
