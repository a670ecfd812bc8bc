package cn.anlan.web.bench;

import cn.anlan.web.cli.Table;
import java.util.List;
import java.util.Locale;

/**
 * What {@code bench crashes} found.
 *
 * @param loadAverage of the machine at the end: above the number of cores others were at work too
 * @param placed of the invented accidents
 * @param right of those placed: within 200 m, on the right route
 * @param greatestGapM between the nearest road by the index and by going over every piece
 */
record CrashesResult(
    String date,
    int cores,
    double loadAverage,
    int pieces,
    double roadsKm,
    int accidents,
    int placed,
    int right,
    double greatestGapM,
    List<Row> rows) {

  record Row(String what, String size, double seconds) {}

  String text() {
    Table table = new Table("测量 what", "规模 size", "秒 s");
    for (Row row : rows) {
      table.row(row.what(), row.size(), String.format(Locale.ROOT, "%,.2f", row.seconds()));
    }
    return String.format(
            Locale.ROOT,
            "%s: %d 核 cores, 负载 load %.1f, %,d 段路 pieces, %,.0f km%n"
                + "%,d 起虚构事故 invented accidents: 落路 placed %.1f%%, 其中正确 of these right %.2f%%;"
                + " 最近距离与逐段计算最多相差 nearest road against every piece, at most %.4f m%n",
            date,
            cores,
            loadAverage,
            pieces,
            roadsKm,
            accidents,
            100.0 * placed / accidents,
            100.0 * right / placed,
            greatestGapM)
        + table.text();
  }
}
