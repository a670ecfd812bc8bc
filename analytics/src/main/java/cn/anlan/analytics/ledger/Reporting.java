package cn.anlan.analytics.ledger;

import cn.anlan.analytics.rollup.Unit;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.analytics.rollup.UnitTree;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * 上报率: monthly forms received on time of those expected. Expected is a form from every statutory
 * county for every month from the form's first to its last one in the data that was due by the day;
 * late is not on time, and neither is a form of no cells a form of zeros.
 */
public final class Reporting {
  /**
   * @param onTime received by the day due, of all expected
   * @param late received, but later
   * @param missing not received by the cut-off
   */
  public record Counts(Rate onTime, long late, long missing) {
    Counts plus(Counts other) {
      return new Counts(onTime.plus(other.onTime), late + other.late, missing + other.missing);
    }
  }

  private final Map<String, Integer> dueDays;
  private final Map<String, SortedMap<YearMonth, Map<String, LocalDate>>> received =
      new TreeMap<>();

  /**
   * @param reports the layer {@code dispatch_report}
   * @param dueDays day of the month by which each form is due (23 for F3, 26 for F1 and F2)
   */
  public Reporting(LayerSnapshot reports, Scope scope, Map<String, Integer> dueDays) {
    this.dueDays = Map.copyOf(dueDays);
    Query.on(reports, scope)
        .rows()
        .forEach(
            (int row) -> {
              String form = reports.text("form", row);
              if (!dueDays.containsKey(form)) {
                return;
              }
              LocalDate on = reports.date("reported_on", row);
              received
                  .computeIfAbsent(form, any -> new TreeMap<>())
                  .computeIfAbsent(
                      YearMonth.parse(reports.text("period", row)), any -> new HashMap<>())
                  .merge(
                      reports.text("county_code", row),
                      Objects.requireNonNullElse(on, LocalDate.MAX),
                      (a, b) -> a.isBefore(b) ? a : b);
            });
  }

  /** By form and unit of a level at the end of a day. */
  public Map<String, Map<String, Counts>> counts(UnitTree tree, UnitLevel level, LocalDate asOf) {
    Map<String, Map<String, Counts>> byForm = new TreeMap<>();
    received.forEach(
        (form, periods) -> {
          Map<String, Counts> byUnit = new TreeMap<>();
          for (YearMonth m = periods.firstKey();
              !m.isAfter(periods.lastKey());
              m = m.plusMonths(1)) {
            LocalDate due = m.atDay(Math.min(dueDays.get(form), m.lengthOfMonth()));
            if (!due.isAfter(asOf)) {
              add(byUnit, periods.getOrDefault(m, Map.of()), due, tree, level, asOf);
            }
          }
          byForm.put(form, byUnit);
        });
    return byForm;
  }

  private static void add(
      Map<String, Counts> byUnit,
      Map<String, LocalDate> sent,
      LocalDate due,
      UnitTree tree,
      UnitLevel level,
      LocalDate asOf) {
    Map<String, LocalDate> bySender = new HashMap<>();
    sent.forEach(
        (code, on) ->
            tree.find(code, UnitLevel.COUNTY, due)
                .ifPresent(u -> bySender.merge(u.code(), on, (a, b) -> a.isBefore(b) ? a : b)));
    for (Unit county : tree.valid(UnitLevel.COUNTY, due)) {
      if (county.isZone()) {
        continue;
      }
      LocalDate on = bySender.get(county.code());
      boolean here = on != null && !on.isAfter(asOf);
      boolean inTime = here && !on.isAfter(due);
      byUnit.merge(
          tree.find(county.code(), level, asOf).map(Unit::code).orElse(""),
          new Counts(new Rate(inTime ? 1 : 0, 1), here && !inTime ? 1 : 0, here ? 0 : 1),
          Counts::plus);
    }
  }
}
