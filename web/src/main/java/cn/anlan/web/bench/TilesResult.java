package cn.anlan.web.bench;

import cn.anlan.web.cli.Table;
import java.util.List;

/**
 * What {@code bench tiles} found. Times are of tiles that nobody had asked for, in milliseconds;
 * sizes are in bytes, compressed with gzip.
 *
 * @param rows points of the layer
 * @param rests how long the first tile of each question takes
 * @param http over loopback; null where it could not be measured
 */
record TilesResult(
    String date,
    Machine machine,
    String layer,
    long rows,
    double gradedMs,
    List<Ready> rests,
    List<Row> table,
    Http http) {

  /**
   * A question's rows are found and its tile of zoom 6 is made: what the first tile of a filter
   * takes.
   *
   * @param coldMs the very first time, by code that has just been started
   * @param p50Ms of many such filters later, each from its text
   */
  record Ready(String question, String cql, long rows, double coldMs, double p50Ms, double p95Ms) {}

  /**
   * @param tiles how many were made
   * @param postgisTiles how many of them PostGIS made as well
   * @param postgisMs its mean time for these, and its largest tile
   * @param ratio its time by ours for the same tiles
   */
  record Row(
      int zoom,
      String question,
      int tiles,
      double p50Ms,
      double p95Ms,
      double maxMs,
      double p95GzipMs,
      int maxBytes,
      int postgisTiles,
      double postgisMs,
      long postgisBytes,
      double ratio) {}

  /**
   * @param uncachedP95Ms of tiles that nobody had asked for, one after another
   * @param keptPerSecond tiles a second that {@code wrk} gets; NaN where it is not installed
   * @param nginxPerSecond the same file from nginx in the same run; NaN where it is not installed
   */
  record Http(
      double uncachedP50Ms,
      double uncachedP95Ms,
      int keptBytes,
      double keptPerSecond,
      double nginxPerSecond) {}

  String text() {
    Table zooms =
        new Table(
            "级别 zoom",
            "条件 question",
            "瓦片 tiles",
            "p50 ms",
            "p95 ms",
            "最大 max",
            "p95+gzip",
            "最大 kB",
            "PostGIS 张",
            "PostGIS ms",
            "PostGIS kB",
            "倍数 ratio");
    for (Row row : table) {
      zooms.row(
          "%d".formatted(row.zoom()),
          row.question(),
          "%d".formatted(row.tiles()),
          two(row.p50Ms()),
          two(row.p95Ms()),
          two(row.maxMs()),
          two(row.p95GzipMs()),
          two(row.maxBytes() / 1000.0),
          "%d".formatted(row.postgisTiles()),
          two(row.postgisMs()),
          two(row.postgisBytes() / 1000.0),
          two(row.ratio()));
    }
    Table first =
        new Table("条件 question", "行 rows", "首块 first tile p50 ms", "p95 ms", "未热 cold ms", "CQL2");
    for (Ready ready : rests) {
      first.row(
          ready.question(),
          "%,d".formatted(ready.rows()),
          two(ready.p50Ms()),
          two(ready.p95Ms()),
          two(ready.coldMs()),
          ready.cql());
    }
    return "%s: %,d points, %s; values by row made ready in %.0f ms%n%n"
            .formatted(layer, rows, machine.text(), gradedMs)
        + zooms.text()
        + "\n"
        + first.text()
        + "\n"
        + (http == null
            ? ""
            : "HTTP: uncached p50 %.2f ms, p95 %.2f ms; kept %d bytes: %.0f/s, nginx %.0f/s (%.0f %%)%n"
                .formatted(
                    http.uncachedP50Ms(),
                    http.uncachedP95Ms(),
                    http.keptBytes(),
                    http.keptPerSecond(),
                    http.nginxPerSecond(),
                    100 * http.keptPerSecond() / http.nginxPerSecond()));
  }

  private static String two(double value) {
    return Double.isNaN(value) ? "–" : "%.2f".formatted(value);
  }
}
