package cn.anlan.web.bench;

import cn.anlan.web.cli.Table;
import java.util.List;
import java.util.Locale;

/**
 * What {@code bench import} found. CPU seconds are user and system time; of the server, of all its
 * processes together.
 *
 * @param heapLimitMb the most that the heap could have been
 * @param residentMb the most that our process had in memory, heap and all else
 * @param again the same file into the full table: everything compared, nothing written
 */
record ImportResult(
    String date,
    int rows,
    double fileMb,
    Machine machine,
    long heapLimitMb,
    double residentMb,
    List<Round> rounds,
    Ours again,
    IntoLayer ogrIntoLayer) {

  /**
   * Our import.
   *
   * @param checkedSeconds until the last row was checked; the rest is the writing transaction
   * @param heapMb the most that the heap held, garbage included
   */
  record Ours(
      double seconds,
      double checkedSeconds,
      long inserted,
      long unchanged,
      double javaCpuSeconds,
      double serverCpuSeconds,
      double heapMb) {}

  /** One turn of each; ogr2ogr into the plain table. */
  record Round(Ours ours, double ogrPlainSeconds) {}

  /** So many rows by ogr2ogr into the layer's own table. */
  record IntoLayer(int rows, double seconds) {}

  String text() {
    Table sums = new Table("项目 what", "值 value");
    sums.row("机器 machine", machine.text());
    sums.row("系统负载 load average before", round(machine.loadAverage()));
    sums.row("文件 file", "%,d rows, %s MB CSV".formatted(rows, round(fileMb)));
    sums.row("堆上限 heap limit", heapLimitMb + " MB");
    sums.row("进程内存峰值 resident at most", round(residentMb) + " MB");
    Table table =
        new Table(
            "次 turn",
            "本程序 ours s",
            "其中检查 checked s",
            "行/秒 rows/s",
            "CPU Java s",
            "CPU server s",
            "堆 heap MB",
            "ogr2ogr 简表 plain s",
            "比 ours/plain");
    for (int i = 0; i < rounds.size(); i++) {
      Round r = rounds.get(i);
      table.row(
          i + 1,
          round(r.ours().seconds()),
          round(r.ours().checkedSeconds()),
          Math.round(rows / r.ours().seconds()),
          round(r.ours().javaCpuSeconds()),
          round(r.ours().serverCpuSeconds()),
          round(r.ours().heapMb()),
          round(r.ogrPlainSeconds()),
          round(r.ours().seconds() / r.ogrPlainSeconds()));
    }
    return sums.text()
        + "\n"
        + table.text()
        + "\n同一文件再导入 the same file once more: "
        + round(again.seconds())
        + " s, 未变 unchanged "
        + again.unchanged()
        + "\nogr2ogr 逐行写入图层表 row by row into the layer's table: %,d rows, %s s, %,d rows/s\n"
            .formatted(
                ogrIntoLayer.rows(),
                round(ogrIntoLayer.seconds()),
                Math.round(ogrIntoLayer.rows() / ogrIntoLayer.seconds()));
  }

  private static String round(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
