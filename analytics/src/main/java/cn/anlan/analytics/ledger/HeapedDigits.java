package cn.anlan.analytics.ledger;

import cn.anlan.analytics.ledger.Suspicion.Kind;
import cn.anlan.analytics.statistics.DigitTest;
import cn.anlan.analytics.statistics.FalseDiscovery;
import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counties whose forms have too many figures that end on 0 or 5. Only the last period of each form
 * is looked at, for cumulative figures of one cell are not independent of each other; and only
 * whole numbers of two digits and more. Named with a false discovery rate below 5 %.
 */
public final class HeapedDigits {
  private static final double RATE = 0.05;
  private static final int LEAST_VALUE = 10;

  private HeapedDigits() {}

  public static List<Suspicion> find(FormCells cells, LocalDate asOf) {
    Map<String, List<Long>> byCounty = new TreeMap<>();
    cells
        .forms()
        .values()
        .forEach(
            counties ->
                counties.forEach(
                    (county, periods) -> {
                      SortedMap<String, Double> last = periods.get(periods.lastKey());
                      last.values().stream()
                          .filter(v -> v >= LEAST_VALUE && v == Math.rint(v))
                          .forEach(
                              v ->
                                  byCounty
                                      .computeIfAbsent(county, any -> new ArrayList<>())
                                      .add(v.longValue()));
                    }));
    List<String> counties = List.copyOf(byCounty.keySet());
    List<DigitTest> tests =
        counties.stream()
            .map(c -> DigitTest.of(byCounty.get(c).stream().mapToLong(v -> v).toArray()))
            .toList();
    double[] q = FalseDiscovery.adjusted(tests.stream().mapToDouble(DigitTest::heapedP).toArray());
    List<Suspicion> found = new ArrayList<>();
    for (int i = 0; i < q.length; i++) {
      if (q[i] < RATE) {
        DigitTest test = tests.get(i);
        int heaped = test.counts()[0] + test.counts()[5];
        found.add(
            new Suspicion(
                Kind.HEAPED_DIGITS,
                counties.get(i),
                asOf,
                asOf,
                heaped,
                test.numbers() / 5.0,
                q[i],
                new Text(
                    "%d 个报表数值中 %d 个尾数为 0 或 5，应有约 %.0f 个"
                        .formatted(test.numbers(), heaped, test.numbers() / 5.0),
                    "%d of %d figures end on 0 or 5; about %.0f to be expected"
                        .formatted(heaped, test.numbers(), test.numbers() / 5.0))));
      }
    }
    return found;
  }
}
