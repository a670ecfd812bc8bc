package cn.anlan.web.bench;

import cn.anlan.web.cli.Table;
import java.util.List;
import java.util.Locale;

/**
 * What {@code bench hotspots} found.
 *
 * @param loadAverage of the machine at the end: above the number of cores others were at work too
 */
record HotspotsResult(String date, int cores, double loadAverage, List<Row> rows) {

  /**
   * @param ms median of seven rounds
   * @param naiveMs of the naive loops, once
   * @param naiveHow whether these did all of it
   */
  record Row(String what, String size, double ms, double naiveMs, String naiveHow) {
    /** How many times as fast as the naive loops. */
    public double ratio() {
      return naiveMs / ms;
    }
  }

  String text() {
    Table table =
        new Table("测量 what", "规模 size", "ms", "双重循环 naive ms", "倍数 ratio", "循环 naive loops did");
    for (Row row : rows) {
      table.row(
          row.what(),
          row.size(),
          String.format(Locale.ROOT, "%,.1f", row.ms()),
          String.format(Locale.ROOT, "%,.0f", row.naiveMs()),
          String.format(Locale.ROOT, "%,.0f", row.ratio()),
          row.naiveHow());
    }
    return String.format(Locale.ROOT, "%s: %d 核 cores, 负载 load %.1f%n", date, cores, loadAverage)
        + table.text();
  }
}
