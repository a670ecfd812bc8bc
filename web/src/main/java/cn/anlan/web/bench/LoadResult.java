package cn.anlan.web.bench;

import cn.anlan.web.cli.Table;
import java.util.List;
import java.util.Locale;

/**
 * What {@code bench load} found.
 *
 * @param loadAverage of the machine at the end: above the number of cores others were at work too
 * @param perSecond requests sent in each second
 * @param thousandFeatures pages of 1,000 features, asked for one after another
 */
record LoadResult(
    String date,
    int cores,
    double loadAverage,
    int perSecond,
    int seconds,
    Kind all,
    List<Kind> kinds,
    Kind thousandFeatures) {

  /**
   * @param errors answers that were neither 200 nor 204, or none
   * @param meanKb of the answers as they were sent
   * @param times from the moment at which a request was due
   */
  record Kind(
      String title, int requests, long errors, double meanKb, ScreeningResult.Times times) {}

  String text() {
    Table table =
        new Table(
            "请求 request", "次 count", "错误 errors", "kB", "p50 ms", "p95 ms", "p99 ms", "max ms");
    kinds.forEach(kind -> row(table, kind));
    row(table, all);
    row(table, thousandFeatures);
    return String.format(
            Locale.ROOT,
            "%s: 每秒 %d 次 requests/s × %d s, %d 核 cores, 负载 load %.1f%n",
            date,
            perSecond,
            seconds,
            cores,
            loadAverage)
        + table.text();
  }

  private static void row(Table table, Kind kind) {
    table.row(
        kind.title(),
        kind.requests(),
        kind.errors(),
        one(kind.meanKb()),
        one(kind.times().p50Ms()),
        one(kind.times().p95Ms()),
        one(kind.times().p99Ms()),
        one(kind.times().maxMs()));
  }

  private static String one(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
