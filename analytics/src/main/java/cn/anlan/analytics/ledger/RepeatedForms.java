package cn.anlan.analytics.ledger;

import cn.anlan.analytics.ledger.Suspicion.Kind;
import cn.anlan.geo.text.Text;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * Cumulative forms that say the same in every cell for three periods or more: nothing was done for
 * months, or the form was copied. Forms of fewer than ten cells, or of zeros only, are left out.
 */
public final class RepeatedForms {
  private static final int LEAST_PERIODS = 3;
  private static final int LEAST_CELLS = 10;

  private RepeatedForms() {}

  public static List<Suspicion> find(FormCells cells) {
    List<Suspicion> found = new ArrayList<>();
    cells
        .forms()
        .forEach(
            (form, counties) ->
                counties.forEach((county, periods) -> runs(form, county, periods, found)));
    return found;
  }

  private static void runs(
      String form,
      String county,
      SortedMap<YearMonth, SortedMap<String, Double>> periods,
      List<Suspicion> found) {
    YearMonth start = null;
    YearMonth last = null;
    int length = 0;
    for (YearMonth period : periods.keySet()) {
      boolean same = last != null && periods.get(period).equals(periods.get(last));
      if (!same) {
        report(form, county, periods, start, last, length, found);
        start = period;
        length = 0;
      }
      length++;
      last = period;
    }
    report(form, county, periods, start, last, length, found);
  }

  private static void report(
      String form,
      String county,
      SortedMap<YearMonth, SortedMap<String, Double>> periods,
      YearMonth from,
      YearMonth to,
      int length,
      List<Suspicion> found) {
    if (length < LEAST_PERIODS
        || periods.get(from).size() < LEAST_CELLS
        || periods.get(from).values().stream().noneMatch(v -> v > 0)) {
      return;
    }
    String name = form.toUpperCase(Locale.ROOT);
    int cells = periods.get(from).size();
    found.add(
        new Suspicion(
            Kind.REPEATED_FORMS,
            county,
            from.atDay(1),
            to.atEndOfMonth(),
            length,
            1,
            Double.NaN,
            new Text(
                "%s 调度表 %s 至 %s 连续 %d 期 %d 栏数值完全相同".formatted(name, from, to, length, cells),
                "form %s says the same in all %d cells for %d periods, %s to %s"
                    .formatted(name, cells, length, from, to))));
  }
}
