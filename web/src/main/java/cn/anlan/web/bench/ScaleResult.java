package cn.anlan.web.bench;

import cn.anlan.data.initial.LoadedLayer;
import cn.anlan.web.cli.Table;
import java.util.List;

/**
 * What {@code bench scale} found. CPU seconds are user and system time; of the server, of all its
 * processes together. On a machine that others use as well they tell more than the clock.
 *
 * @param date the day, as in the file's name
 * @param load the base map and the demonstration, from the first row to the commit
 */
record ScaleResult(
    String date,
    long seed,
    double scale,
    Machine machine,
    List<LoadedLayer> layers,
    Load load,
    Yardstick yardstick,
    Snapshots snapshots) {

  record Load(
      long rows,
      double seconds,
      long rowsPerSecond,
      double javaCpuSeconds,
      double serverCpuSeconds,
      long databaseMb) {}

  /** A plain COPY of the biggest layer, without drawing, into an unlogged table without indexes. */
  record Yardstick(String layer, long rows, double seconds, long rowsPerSecond) {}

  /**
   * @param againSeconds how long it takes to find that nothing has changed
   * @param retainedMb heap after collecting garbage, with the snapshots less without them
   */
  record Snapshots(
      long rows,
      double seconds,
      double secondSeconds,
      double againSeconds,
      double javaCpuSeconds,
      double serverCpuSeconds,
      double retainedMb,
      double estimatedMb) {}

  String text() {
    Table table = new Table("图层 layer", "行数 rows", "秒 s", "行/秒 rows/s");
    layers.forEach(l -> table.row(l.layer(), l.rows(), round(l.seconds()), l.rowsPerSecond()));
    Table sums = new Table("项目 what", "值 value");
    sums.row("机器 machine", machine.text());
    sums.row("系统负载 load average before", round(machine.loadAverage()));
    sums.row(
        "装入 load",
        "%,d rows, %s s, %,d rows/s (CPU: Java %s s, server %s s)"
            .formatted(
                load.rows(),
                round(load.seconds()),
                load.rowsPerSecond(),
                round(load.javaCpuSeconds()),
                round(load.serverCpuSeconds())));
    sums.row("数据库 database", load.databaseMb() + " MB");
    sums.row(
        "对照 yardstick, plain COPY",
        "%s, %,d rows, %s s, %,d rows/s"
            .formatted(
                yardstick.layer(),
                yardstick.rows(),
                round(yardstick.seconds()),
                yardstick.rowsPerSecond()));
    sums.row(
        "快照 snapshots",
        "%,d rows, %s s, second time %s s, unchanged %s s (CPU: Java %s s, server %s s)"
            .formatted(
                snapshots.rows(),
                round(snapshots.seconds()),
                round(snapshots.secondSeconds()),
                round(snapshots.againSeconds()),
                round(snapshots.javaCpuSeconds()),
                round(snapshots.serverCpuSeconds())));
    sums.row(
        "快照内存 retained heap",
        round(snapshots.retainedMb()) + " MB (estimate " + round(snapshots.estimatedMb()) + " MB)");
    return table.text() + "\n" + sums.text();
  }

  private static String round(double value) {
    return "%.2f".formatted(value);
  }
}
