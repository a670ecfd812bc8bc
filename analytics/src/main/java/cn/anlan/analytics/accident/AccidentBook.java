package cn.anlan.analytics.accident;

import cn.anlan.analytics.rollup.Unit;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.analytics.rollup.UnitTree;
import cn.anlan.analytics.statistics.CountDistribution;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Accidents in the order of their days, and the units that count them. Immutable. */
public final class AccidentBook {
  /** A month without any accident is taken for missing where chance gives that so seldom. */
  private static final double NEVER = 1e-6;

  private final List<Accident> accidents;
  private final UnitTree tree;

  public AccidentBook(List<Accident> accidents, UnitTree tree) {
    this.accidents =
        accidents.stream()
            .sorted(Comparator.comparing(Accident::occurredOn).thenComparing(Accident::code))
            .toList();
    this.tree = tree;
  }

  /**
   * The accidents of a sector, or of all.
   *
   * @param sector null for all
   * @param productionOnly only production accidents (生产安全事故)
   */
  public AccidentBook filter(String sector, boolean productionOnly) {
    return new AccidentBook(
        accidents.stream()
            .filter(a -> sector == null || sector.equals(a.sector()))
            .filter(a -> !productionOnly || a.productionRelated())
            .toList(),
        tree);
  }

  public List<Accident> all() {
    return accidents;
  }

  public UnitTree tree() {
    return tree;
  }

  public List<Accident> in(Window window) {
    return accidents.stream().filter(a -> window.contains(a.occurredOn())).toList();
  }

  /** The day from which on accidents are known: the first of the month of the first one. */
  public Optional<LocalDate> firstDay() {
    return accidents.stream().findFirst().map(a -> a.occurredOn().withDayOfMonth(1));
  }

  /** The last day on which an accident is known. */
  public Optional<LocalDate> lastDay() {
    return accidents.isEmpty()
        ? Optional.empty()
        : Optional.of(accidents.get(accidents.size() - 1).occurredOn());
  }

  /**
   * Accidents by the unit of a level that counts them, as the units are on one day: what happened
   * under a code of yesterday counts in its successor. Accidents of no unit stand under null.
   */
  public Map<String, List<Accident>> byUnit(UnitLevel level, LocalDate day) {
    Map<String, List<Accident>> byUnit = new HashMap<>();
    for (Accident accident : accidents) {
      String unit =
          tree.find(accident.unitCode(), accident.countyCode(), level, day)
              .map(Unit::code)
              .orElse(null);
      byUnit.computeIfAbsent(unit, any -> new ArrayList<>()).add(accident);
    }
    return byUnit;
  }

  /**
   * Months up to a day that have no accident at all though chance leaves a month empty less often
   * than once in a million: their reports are missing, which is not the same as nothing happening.
   */
  public List<YearMonth> missingMonths(LocalDate upTo) {
    if (accidents.isEmpty()) {
      return List.of();
    }
    TreeMap<YearMonth, Integer> counts = new TreeMap<>();
    YearMonth last = YearMonth.from(upTo.plusDays(1)).minusMonths(1);
    for (YearMonth m = YearMonth.from(accidents.get(0).occurredOn());
        !m.isAfter(last);
        m = m.plusMonths(1)) {
      counts.put(m, 0);
    }
    for (Accident accident : accidents) {
      counts.computeIfPresent(YearMonth.from(accident.occurredOn()), (m, n) -> n + 1);
    }
    double mean = counts.values().stream().mapToInt(n -> n).filter(n -> n > 0).average().orElse(0);
    boolean telling = new CountDistribution(mean, 0).atMost(0) < NEVER;
    return counts.entrySet().stream()
        .filter(e -> telling && e.getValue() == 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The sum of a measure over accidents, as known on a day. */
  public static long sum(List<Accident> accidents, Measure measure, LocalDate knownOn) {
    return accidents.stream().mapToLong(a -> measure.of(a, knownOn)).sum();
  }
}
