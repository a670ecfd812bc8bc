package cn.anlan.web.bench;

import cn.anlan.web.cli.Table;
import java.util.Locale;

/**
 * What {@code bench freshness} found.
 *
 * @param rows features of the layer that was changed
 * @param rowsPerCommit of them changed in each transaction, by one statement of SQL
 * @param firstAnswerSeconds from the start of the service to its first answer from a layer
 * @param readySeconds to all layers
 * @param visible from the commit to the first answer over HTTP that shows it; that answer's own
 *     time and the pause between two questions (2 ms) are in it
 * @param readerAlone what a reader waited for an answer while nothing was changed
 * @param readerBeside and while rows were being changed and a layer was packed anew
 */
record FreshnessResult(
    String date,
    Machine machine,
    String layer,
    long rows,
    int rowsPerCommit,
    double firstAnswerSeconds,
    double readySeconds,
    ScreeningResult.Times visible,
    ScreeningResult.Times readerAlone,
    ScreeningResult.Times readerBeside) {

  String text() {
    Table table = new Table("测量 what", "p50 ms", "p95 ms", "p99 ms", "最大 max ms");
    row(table, "提交到可见 commit to visible", visible);
    row(table, "读者，无改动 reader, nothing changed", readerAlone);
    row(table, "读者，同时改动 reader, meanwhile", readerBeside);
    return String.format(
            Locale.ROOT,
            "%s: %s, %,d 行 rows, 每次 %,d 行 rows a commit; 首答 first answer %.1f s, 就绪 ready %.1f s%n%s,"
                + " load %.1f%n",
            date,
            layer,
            rows,
            rowsPerCommit,
            firstAnswerSeconds,
            readySeconds,
            machine.text(),
            machine.loadAverage())
        + table.text();
  }

  private static void row(Table table, String name, ScreeningResult.Times times) {
    table.row(
        name,
        round(times.p50Ms()),
        round(times.p95Ms()),
        round(times.p99Ms()),
        round(times.maxMs()));
  }

  private static String round(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
