package cn.anlan.web.bench;

import cn.anlan.web.cli.Table;
import java.util.Locale;

/**
 * What {@code bench assessment} found; medians of nine runs in one process, SQL once.
 *
 * @param months month-ends that a course goes through
 * @param sqlMonths month-ends that the SQL counted
 * @param countMs counting all ledgers from the snapshots
 * @param fullMs the same and grading every county through the months
 * @param incrementalMs both after a commit, from the snapshots of the new version on
 */
record AssessmentResult(
    String date,
    Machine machine,
    double scale,
    long hazards,
    long accidents,
    int regions,
    int months,
    int sqlMonths,
    int commitRows,
    double countMs,
    double fullMs,
    double incrementalMs,
    double incrementalMaxMs,
    double sqlMs) {

  String text() {
    Table table = new Table("测量 what", "毫秒 ms", "SQL 为其 SQL takes");
    table.row("台账计数 counting the ledgers", round(countMs), "");
    table.row(
        "全量 full: " + regions + " × " + months + " 月末 month-ends",
        round(fullMs),
        times(sqlMs / fullMs));
    table.row(
        "增量 incremental, " + commitRows + " 行 rows (max " + round(incrementalMaxMs) + ")",
        round(incrementalMs),
        times(sqlMs / incrementalMs));
    table.row("SQL，仅计数 counting only, " + sqlMonths + " 月末 month-ends", round(sqlMs), "");
    return String.format(
            Locale.ROOT,
            "%s: %,d 条隐患 hazards, %,d 起事故 accidents, scale %s%n%s, 负载 load %.1f%n",
            date,
            hazards,
            accidents,
            scale,
            machine.text(),
            machine.loadAverage())
        + table.text();
  }

  private static String times(double factor) {
    return String.format(Locale.ROOT, "%.0f ×", factor);
  }

  private static String round(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
