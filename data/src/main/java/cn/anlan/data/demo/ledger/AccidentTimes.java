package cn.anlan.data.demo.ledger;

import cn.anlan.data.demo.draw.Weighted;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Days and hours of accidents: by season and time of day. */
final class AccidentTimes {
  private final List<Double> months;
  private final double most;
  private final Weighted<Integer> hours;
  private final Random random;

  AccidentTimes(AccidentWords words, Random random) {
    this.months = words.monthWeights();
    this.most = months.stream().mapToDouble(m -> m).max().orElseThrow();
    this.hours =
        new Weighted<>(IntStream.range(0, 24).boxed().toList(), h -> words.hourWeights().get(h));
    this.random = random;
  }

  /** A day from the first to the last, both included. */
  LocalDate day(LocalDate first, LocalDate last) {
    int days = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
    while (true) {
      LocalDate day = first.plusDays(random.nextInt(days));
      if (random.nextDouble() * most < months.get(day.getMonthValue() - 1)) {
        return LedgerDays.date(LedgerDays.number(day));
      }
    }
  }

  long hour() {
    return hours.draw(random);
  }
}
