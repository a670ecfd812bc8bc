package cn.anlan.web.bench;

import cn.anlan.web.cli.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What {@link ExportBench} measured.
 *
 * @param geoPackage ours and ogr2ogr's in turns, seconds each
 * @param formats ours, each once
 * @param streams milliseconds to the first byte, and to the last
 */
record ExportResult(
    String date,
    Machine machine,
    long rows,
    Rivals geoPackage,
    List<Format> formats,
    List<Stream> streams) {

  /** The same file by two programs. */
  record Rivals(double[] oursS, double[] ogr2ogrS, long oursBytes, long ogr2ogrBytes) {
    double ours() {
      return median(oursS);
    }

    double ogr2ogr() {
      return median(ogr2ogrS);
    }

    private static double median(double[] seconds) {
      double[] sorted = seconds.clone();
      Arrays.sort(sorted);
      return sorted[sorted.length / 2];
    }
  }

  /**
   * One format.
   *
   * @param liveFewMb what was alive in memory half-way through a tenth of the rows
   * @param liveAllMb half-way through all of them
   */
  record Format(String word, double seconds, long bytes, double liveFewMb, double liveAllMb) {}

  record Stream(String word, double firstByteMs, double seconds, long bytes) {}

  String text() {
    StringBuilder text =
        new StringBuilder(
            "%s: %,d 个点 points, %s, 负载 load %.1f%n%n"
                .formatted(date, rows, machine.text(), machine.loadAverage()));
    Table rivals = new Table("GeoPackage", "秒 s (median)", "各次 each", "行/秒 rows/s", "MB");
    rival(rivals, "./anlan export", geoPackage.ours(), geoPackage.oursS(), geoPackage.oursBytes());
    rival(
        rivals,
        "ogr2ogr PG:",
        geoPackage.ogr2ogr(),
        geoPackage.ogr2ogrS(),
        geoPackage.ogr2ogrBytes());
    text.append(rivals.text()).append('\n');
    Table table =
        new Table("格式 format", "秒 s", "行/秒 rows/s", "MB", "内存 live MB 1/10", "内存 live MB 全部 all");
    for (Format f : formats) {
      table.row(
          f.word(),
          one(f.seconds()),
          perSecond(f.seconds()),
          one(f.bytes() / 1e6),
          one(f.liveFewMb()),
          one(f.liveAllMb()));
    }
    text.append(table.text()).append('\n');
    Table sent = new Table("流 stream", "首字节 first byte ms", "秒 s", "MB");
    for (Stream s : streams) {
      sent.row(s.word(), one(s.firstByteMs()), one(s.seconds()), one(s.bytes() / 1e6));
    }
    return text.append(sent.text()).toString();
  }

  private void rival(Table table, String name, double median, double[] each, long bytes) {
    String all = String.join(" ", Arrays.stream(each).mapToObj(ExportResult::one).toList());
    table.row(name, one(median), all, perSecond(median), one(bytes / 1e6));
  }

  private String perSecond(double seconds) {
    return "%,d".formatted(Math.round(rows / seconds));
  }

  private static String one(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
