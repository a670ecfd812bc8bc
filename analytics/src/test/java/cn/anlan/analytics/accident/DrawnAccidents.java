package cn.anlan.analytics.accident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Accidents for tests: one by one, or Poisson by day. */
final class DrawnAccidents {
  private DrawnAccidents() {}

  static Accident of(LocalDate day, int windowDays, long first, long day7, long day30) {
    return of("A", day, "360102", "industry_trade", windowDays, first, day7, day30);
  }

  static Accident of(
      String code,
      LocalDate day,
      String county,
      String sector,
      int windowDays,
      long first,
      long day7,
      long day30) {
    return new Accident(
        code,
        day,
        sector,
        county,
        null,
        true,
        windowDays,
        first,
        day7,
        day30,
        day30,
        0,
        0,
        0,
        false);
  }

  /** One death each. */
  static List<Accident> poisson(
      LocalDate from, LocalDate to, ToDoubleFunction<LocalDate> perDay, Random random) {
    List<Accident> drawn = new ArrayList<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      double limit = Math.exp(-perDay.applyAsDouble(day));
      for (double p = random.nextDouble(); p > limit; p *= random.nextDouble()) {
        drawn.add(of("A" + drawn.size(), day, "360102", "construction", 30, 1, 1, 1));
      }
    }
    return drawn;
  }
}
