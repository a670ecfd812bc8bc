package cn.anlan.analytics.ledger;

import cn.anlan.analytics.ledger.Suspicion.Kind;
import cn.anlan.geo.text.Text;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Units that find no hazard for months on end although they find some at other times, and others do
 * in the same months. What is expected of a run of months is the unit's share of the others'
 * months; a run is suspicious where chance (Poisson, times the runs there are) leaves it empty less
 * often than once in a hundred provinces.
 */
public final class SilentMonths {
  private static final int LEAST_MONTHS = 2;
  private static final double SELDOM = 0.01;

  private SilentMonths() {}

  public static List<Suspicion> find(HazardDays days) {
    int months = days.months();
    double[] all = new double[months];
    days.foundByMonth().values().forEach(unit -> add(all, unit));
    List<Suspicion> found = new ArrayList<>();
    for (Map.Entry<String, int[]> unit : days.foundByMonth().entrySet()) {
      int start = -1;
      for (int m = 0; m <= months; m++) {
        boolean silent = m < months && unit.getValue()[m] == 0;
        if (silent && start < 0) {
          start = m;
        } else if (!silent && start >= 0) {
          run(days, unit, all, start, m, found);
          start = -1;
        }
      }
    }
    return found;
  }

  private static void run(
      HazardDays days,
      Map.Entry<String, int[]> unit,
      double[] all,
      int from,
      int to,
      List<Suspicion> found) {
    if (to - from < LEAST_MONTHS) {
      return;
    }
    double own = 0;
    double others = 0;
    double othersInRun = 0;
    for (int m = 0; m < all.length; m++) {
      boolean inRun = m >= from && m < to;
      own += inRun ? 0 : unit.getValue()[m];
      others += inRun ? 0 : all[m] - unit.getValue()[m];
      othersInRun += inRun ? all[m] : 0;
    }
    double expected = others == 0 ? 0 : own / others * othersInRun;
    double chance = Math.min(1, Math.exp(-expected) * all.length * days.foundByMonth().size());
    if (chance < SELDOM) {
      YearMonth first = days.month(from);
      YearMonth last = days.month(to - 1);
      found.add(
          new Suspicion(
              Kind.SILENT_MONTHS,
              unit.getKey(),
              first.atDay(1),
              last.atEndOfMonth(),
              0,
              expected,
              chance,
              new Text(
                  "%s 至 %s 连续 %d 个月排查隐患为零，按其他月份和全省同期应有约 %.0f 条"
                      .formatted(first, last, to - from, expected),
                  "no hazard found from %s to %s; about %.0f to be expected by its other months"
                      .formatted(first, last, expected))));
    }
  }

  private static void add(double[] sum, int[] counts) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += counts[i];
    }
  }
}
