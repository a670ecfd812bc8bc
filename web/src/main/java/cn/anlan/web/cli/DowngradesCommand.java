package cn.anlan.web.cli;

import cn.anlan.data.road.StoredProfiles;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.road.LongDowngrade.Verdict;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.web.downgrade.DowngradeReport;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./anlan downgrades}: what is too long and too steep, and whether it is registered. */
@Command(
    name = "downgrades",
    mixinStandardHelpOptions = true,
    description = {
      "长大下坡核查 (long steep downgrades from the roads' heights)",
      "按方向取全部超限路段，计入高程误差；与台账对照：证实、存疑、未证实、未登记"
          + " (by direction, with the heights' error; beside the register)"
    })
public final class DowngradesCommand implements Callable<Integer> {
  @Option(
      names = "--height-sigma",
      paramLabel = "METRES",
      defaultValue = "2",
      description = "高程中误差 (one standard deviation of a height), 默认 ${DEFAULT-VALUE}")
  private double heightSigmaM;

  @Option(
      names = "--climb",
      paramLabel = "METRES",
      defaultValue = "12",
      description = "坡中容许的回升 (a climb up to this does not end a downgrade), 默认 ${DEFAULT-VALUE}")
  private double climbM;

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
      DowngradeReport report =
          DowngradeReport.of(
              StoredProfiles.read(database),
              new SnapshotLoader(database).read(database.catalog().getLayer("road_site")),
              Scope.wholeProvince("cli"),
              heightSigmaM,
              climbM);
      System.out.print(format == ReportFormat.JSON ? Json.pretty(report) : text(report));
      return 0;
    }
  }

  private static String text(DowngradeReport report) {
    DowngradeReport.Manifest m = report.manifest();
    Table found =
        new Table(
            "路线 route",
            "方向 direction",
            "起 from",
            "止 to",
            "长 km",
            "高差 drop m",
            "平均纵坡 grade %",
            "± %",
            "结论 verdict",
            "台账 register");
    for (DowngradeReport.Downgrade d : report.downgrades()) {
      found.row(
          d.routeNo(),
          d.direction(),
          d.fromStake(),
          d.toStake(),
          two(d.lengthKm()),
          two(d.dropM()),
          two(d.averageGradePct()),
          two(d.gradeUncertaintyPct()),
          d.verdict() == Verdict.EXCEEDS ? "超限 exceeds" : "可能超限 may exceed",
          d.registeredAs() == null ? "未登记 not registered" : d.registeredAs());
    }
    Table missing = new Table("台账 register", "路线 route", "起 from", "止 to", "结论 verdict");
    for (DowngradeReport.Registered r : report.registry()) {
      if (r.verdict() != Verdict.EXCEEDS) {
        missing.row(
            r.code(),
            r.routeNo(),
            r.fromStake(),
            r.toStake(),
            r.verdict() == null ? "未证实 not confirmed" : "存疑 doubtful");
      }
    }
    return found.text()
        + "%n%.0f km 中发现 %d 段（超限 %d 段），%.0f km 无高程；登记 %d 段：证实 %d，存疑 %d，未证实 %d (registered: confirmed, doubtful, not confirmed)%s%n"
            .formatted(
                m.lengthKm(),
                report.downgrades().size(),
                m.exceeding(),
                m.withoutHeightsKm(),
                m.registered(),
                m.confirmed(),
                m.doubtful(),
                m.registered() - m.confirmed() - m.doubtful(),
                m.isDemo() ? "；示例数据 (invented data)" : "")
        + (m.confirmed() == m.registered() ? "" : missing.text());
  }

  private static String two(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
