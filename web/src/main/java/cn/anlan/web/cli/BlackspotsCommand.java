package cn.anlan.web.cli;

import cn.anlan.analytics.blackspot.BlackspotModel;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.web.blackspot.BlackspotReport;
import cn.anlan.web.blackspot.BlackspotReport.Segment;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./anlan blackspots}: the accident-prone stretches of the stored roads. */
@Command(
    name = "blackspots",
    mixinStandardHelpOptions = true,
    description = {
      "事故易发路段筛查 (accident-prone stretches of road)",
      "滑动窗口、累计频率、质量控制、泊松与经验贝叶斯，按末者排序；事故按路线编号和桩号落位"
          + " (five methods, ranked by empirical Bayes; crashes stand by route number and stake)"
    })
public final class BlackspotsCommand implements Callable<Integer> {
  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "计入事故的最后一日 (last day that counts), 默认今天")
  private LocalDate asOf;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "列出多少 (how many are listed), 默认 ${DEFAULT-VALUE}")
  private int limit;

  @Option(
      names = "--format",
      paramLabel = "table|json",
      defaultValue = "table",
      description = "输出格式 (format), 默认 ${DEFAULT-VALUE}")
  private ReportFormat format;

  @Override
  public Integer call() {
    try (Database database =
        Database.open(Settings.fromEnvironment(), Progress.silent()).closeAtExit()) {
      SnapshotLoader loader = new SnapshotLoader(database);
      BlackspotReport report =
          BlackspotReport.of(
              BlackspotModel.shipped(),
              loader.read(database.catalog().getLayer("road")),
              loader.read(database.catalog().getLayer("accident")),
              loader.read(database.catalog().getLayer("road_site")),
              Scope.wholeProvince("cli"),
              asOf == null ? LocalDate.now() : asOf,
              Math.max(0, limit));
      System.out.print(format == ReportFormat.JSON ? Json.pretty(report) : text(report));
      return 0;
    }
  }

  private static String text(BlackspotReport report) {
    BlackspotReport.Manifest m = report.manifest();
    Table table =
        new Table(
            "序 rank",
            "路线 route",
            "起 from",
            "止 to",
            "事故 crashes",
            "死亡 deaths",
            "预测 predicted",
            "期望 expected",
            "超出 excess",
            "方法 methods");
    StringBuilder reasons = new StringBuilder();
    for (Segment s : report.segments()) {
      table.row(
          s.rank(),
          s.routeNo(),
          s.fromStake(),
          s.toStake(),
          s.crashes(),
          s.deaths(),
          two(s.predicted()),
          two(s.expected()),
          two(s.excess()),
          s.methods());
      reasons.append("%d. %s %s–%s%n".formatted(s.rank(), s.routeNo(), s.fromStake(), s.toStake()));
      s.reasons().forEach(reason -> reasons.append("   · ").append(reason.zh()).append('\n'));
    }
    long confirmed = report.registry().stream().filter(r -> r.rank() != null).count();
    Table registry = new Table("登记 registered", "路线 route", "起 from", "止 to", "名次 rank");
    for (BlackspotReport.Registered r : report.registry()) {
      registry.row(
          r.code(),
          r.routeNo(),
          r.fromStake(),
          r.toStake(),
          r.rank() == null ? "未证实 not confirmed" : r.rank());
    }
    return "%s 前 %d 年，%d 段中 %d 段易发；交通事故 %d 起，%d 起无路线或桩号，%d 起桩号处无路 (%d of %d stretches)%s%n%n"
            .formatted(
                m.asOf(),
                m.years(),
                m.stretches(),
                report.found(),
                m.trafficAccidents(),
                m.unplaced(),
                m.offRoad(),
                report.found(),
                m.stretches(),
                m.isDemo() ? "；示例数据 (invented data)" : "")
        + table.text()
        + "\n"
        + reasons
        + "%n台账登记 %d 段，证实 %d 段 (registered, confirmed)%n"
            .formatted(report.registry().size(), confirmed)
        + registry.text();
  }

  private static String two(Double value) {
    return value == null ? "–" : String.format(Locale.ROOT, "%.2f", value);
  }
}
