package cn.anlan.analytics.ledger;

import cn.anlan.analytics.ledger.Suspicion.Kind;
import cn.anlan.analytics.statistics.CountDistribution;
import cn.anlan.geo.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Days on which a unit closes very many hazards at once. A day is held against the unit's mean of
 * all other days, with much room for batches (NB2 with k = 1 [design]), and times all days of all
 * units.
 */
public final class SameDayClosing {
  private static final int LEAST = 20;
  private static final double BATCHES = 1;
  private static final double SELDOM = 0.01;

  private SameDayClosing() {}

  public static List<Suspicion> find(HazardDays days) {
    List<Suspicion> found = new ArrayList<>();
    for (Map.Entry<String, int[]> unit : days.closedByDay().entrySet()) {
      int[] counts = unit.getValue();
      long all = 0;
      for (int count : counts) {
        all += count;
      }
      for (int d = 0; d < counts.length; d++) {
        double mean = (all - counts[d] + 0.5) / Math.max(1, counts.length - 1);
        if (counts[d] < LEAST) {
          continue;
        }
        double chance =
            Math.min(
                1,
                new CountDistribution(mean, BATCHES).atLeast(counts[d])
                    * counts.length
                    * days.closedByDay().size());
        if (chance < SELDOM) {
          found.add(
              new Suspicion(
                  Kind.SAME_DAY_CLOSING,
                  unit.getKey(),
                  days.day(d),
                  days.day(d),
                  counts[d],
                  mean,
                  chance,
                  new Text(
                      "%s 一天销号 %d 条，占全部销号的 %.0f%%，平日每天约 %.1f 条"
                          .formatted(days.day(d), counts[d], 100.0 * counts[d] / all, mean),
                      "%d closed on %s, %.0f%% of all; about %.1f on other days"
                          .formatted(counts[d], days.day(d), 100.0 * counts[d] / all, mean))));
        }
      }
    }
    return found;
  }
}
