package cn.anlan.web.bench;

import cn.anlan.web.cli.Table;
import java.util.List;
import java.util.Locale;

/**
 * What {@code bench reach} found.
 *
 * @param loadAverage of the machine at the end: above the number of cores others were at work too
 * @param allTeamsMs first arrivals within 15 minutes from all teams in one run
 * @param rival GraphHopper's trees, one for each team, for the same
 */
record ReachResult(
    String date,
    int cores,
    double loadAverage,
    int junctions,
    int edges,
    List<Row> rows,
    double allTeamsMs,
    ReachRival.Sampled rival) {

  /**
   * @param ms median of seven rounds after two to warm up; of the network's making, once
   */
  record Row(String what, String size, double ms) {}

  /** How many times as fast as one tree for each team. */
  public double ratio() {
    return rival.allTeamsMs() / allTeamsMs;
  }

  String text() {
    Table table = new Table("测量 what", "规模 size", "ms");
    for (Row row : rows) {
      table.row(row.what(), row.size(), String.format(Locale.ROOT, "%,.1f", row.ms()));
    }
    return String.format(
            Locale.ROOT,
            "%s: %d 核 cores, 负载 load %.1f; %,d 路口 junctions, %,d 边 edges%n",
            date,
            cores,
            loadAverage,
            junctions,
            edges)
        + table.text()
        + String.format(
            Locale.ROOT,
            "15 分钟，全部队伍 all teams within 15 min: %,.1f ms；GraphHopper ShortestPathTree 逐队 one by one: %,.0f ms"
                + "（测 %d 队 teams measured）；%.0f 倍 times；%,d 路口相差不超过 junctions agree within %.3f s%n",
            allTeamsMs,
            rival.allTeamsMs(),
            rival.teams(),
            ratio(),
            rival.junctions(),
            rival.greatestDifferenceS());
  }
}
