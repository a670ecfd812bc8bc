package cn.anlan.web.bench;

import cn.anlan.web.cli.Table;
import java.util.List;
import java.util.Locale;

/**
 * What {@code bench routing} found.
 *
 * @param loadAverage of the machine at the end: above the number of cores others were at work too
 * @param preparedS from the OSM file to the prepared network
 * @param preparedMb on disk
 * @param openMs from a prepared network to one that answers, median
 */
record RoutingResult(
    String date,
    int cores,
    double loadAverage,
    int edges,
    int hazards,
    long hazardStretches,
    double preparedS,
    long preparedMb,
    double openMs,
    List<Row> rows) {
  /** Times of single questions, one at a time. */
  record Row(String what, int questions, int unanswered, double p50Ms, double p95Ms) {}

  /** How many times as fast as plain GraphHopper with areas, by the medians. */
  public double ratio() {
    double ours =
        rows.stream().filter(r -> r.what.startsWith("方案")).findFirst().orElseThrow().p50Ms;
    return rows.get(rows.size() - 1).p50Ms / ours;
  }

  String text() {
    Table table = new Table("测量 what", "次数 questions", "无解 none", "p50 ms", "p95 ms");
    for (Row row : rows) {
      table.row(row.what, row.questions, row.unanswered, one(row.p50Ms), one(row.p95Ms));
    }
    return String.format(
            Locale.ROOT,
            "%s: %d 核 cores, 负载 load %.1f; %,d 边 edges, %,d 风险 hazards (%,d 段 stretches)%n"
                + "准备 prepared %.0f s, %,d MB; 打开 opened %.0f ms; 方案对 GraphHopper 自定义区域 alternatives"
                + " against plain GraphHopper with areas: %.0f ×%n",
            date,
            cores,
            loadAverage,
            edges,
            hazards,
            hazardStretches,
            preparedS,
            preparedMb,
            openMs,
            ratio())
        + table.text();
  }

  private static String one(double ms) {
    return String.format(Locale.ROOT, "%,.1f", ms);
  }
}
