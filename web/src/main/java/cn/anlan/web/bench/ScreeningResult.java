package cn.anlan.web.bench;

import cn.anlan.web.cli.Table;
import java.util.Arrays;
import java.util.Locale;

/**
 * What {@code bench screening} found.
 *
 * @param loadAverage of the machine at the end: above the number of cores others were at work too
 * @param rows features of all layers
 * @param rules rules of the book on the day
 * @param inProcess one site against every rule, one after another
 * @param http {@code POST /api/screening} for chemical plants, {@code clients} at once
 */
record ScreeningResult(
    String date,
    int cores,
    double loadAverage,
    long rows,
    int rules,
    int sites,
    int clients,
    Times inProcess,
    Times http) {

  /** Milliseconds of one question, and how many were answered in a second. */
  record Times(double p50Ms, double p95Ms, double p99Ms, double maxMs, double perSecond) {
    static Times of(long[] nanos, long allNanos) {
      long[] sorted = nanos.clone();
      Arrays.sort(sorted);
      return new Times(
          at(sorted, 0.5),
          at(sorted, 0.95),
          at(sorted, 0.99),
          at(sorted, 1),
          nanos.length / (allNanos / 1e9));
    }

    private static double at(long[] sorted, double share) {
      int i = (int) Math.ceil(share * sorted.length) - 1;
      return sorted[Math.max(0, i)] / 1e6;
    }
  }

  String text() {
    Table table = new Table("测量 what", "p50 ms", "p95 ms", "p99 ms", "最大 max ms", "次/秒 per s");
    row(table, "进程内，全部规则 in process, all rules", inProcess);
    row(table, "HTTP，" + clients + " 个客户端 clients", http);
    return String.format(
            Locale.ROOT,
            "%s: %d 条规则 rules, %d 行 rows, %d 处场址 sites, %d 核 cores, 负载 load %.1f%n",
            date,
            rules,
            rows,
            sites,
            cores,
            loadAverage)
        + table.text();
  }

  private static void row(Table table, String name, Times times) {
    table.row(
        name,
        round(times.p50Ms()),
        round(times.p95Ms()),
        round(times.p99Ms()),
        round(times.maxMs()),
        round(times.perSecond()));
  }

  private static String round(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
