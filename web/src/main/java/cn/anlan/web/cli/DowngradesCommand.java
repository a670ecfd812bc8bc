package cn.anlan.web.cli;

import cn.anlan.data.results.ResultRows;
import cn.anlan.data.road.ElevationModel;
import cn.anlan.data.road.StoredProfiles;
import cn.anlan.data.road.StoredRoads;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.LongDowngrade.Verdict;
import cn.anlan.geo.road.linear.RouteIndex;
import cn.anlan.geo.road.route.RoadNetwork;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.web.downgrade.DowngradeReport;
import cn.anlan.web.downgrade.DowngradeRows;
import cn.anlan.web.downgrade.NetworkDowngradeReport;
import cn.anlan.web.network.NetworkFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./anlan downgrades}: what is too long and too steep, and whether it is registered. */
@Command(
    name = "downgrades",
    mixinStandardHelpOptions = true,
    description = {
      "长大下坡核查 (long steep downgrades from the roads' heights)",
      "按方向取全部超限路段，计入高程误差；与台账对照：证实、存疑、未证实、未登记"
          + " (by direction, with the heights' error; beside the register)",
      "带 --network 时查由 OSM 文件加高程文件生成的路网，不与台账对照"
          + " (with --network those of a network made of an OSM file with heights; no register)"
    })
public final class DowngradesCommand implements Callable<Integer> {
  @Option(
      names = "--network",
      paramLabel = "NAME",
      defaultValue = NetworkFolder.PROVINCE,
      description = "路网 (prepared network), 默认公路图层 (default: the stored roads)")
  private String network;

  @Option(
      names = "--height-sigma",
      paramLabel = "METRES",
      description =
          "高程中误差 (one standard deviation of a height), 默认 "
              + DowngradeReport.HEIGHT_SIGMA_M
              + "；带 --network 时见 height-model.yaml (with --network that of the height model)")
  private Double heightSigmaM;

  @Option(
      names = "--dem",
      paramLabel = "FILE",
      description = {
        "没有高程的路段从高程文件取高程，可给多个：.hgt、.hgt.zip、GeoTIFF"
            + " (heights for pieces without; may be given more than once)"
      })
  private List<Path> dem = new ArrayList<>();

  @Option(
      names = "--dem-sigma",
      paramLabel = "METRES",
      description = "高程文件的高程中误差，缺省见 height-model.yaml (of a height of the file)")
  private Double demSigmaM;

  @Option(
      names = "--climb",
      paramLabel = "METRES",
      defaultValue = "" + DowngradeReport.CLIMB_M,
      description = "坡中容许的回升 (a climb up to this does not end a downgrade), 默认 ${DEFAULT-VALUE}")
  private double climbM;

  @Option(names = "--store", description = "写入图层 long_downgrade (write them into that layer)")
  private boolean store;

  @Mixin private final ReportOutput output = new ReportOutput();

  @Override
  public Integer call() {
    if (!network.equals(NetworkFolder.PROVINCE)) {
      return ofNetwork();
    }
    double sigmaM = heightSigmaM == null ? DowngradeReport.HEIGHT_SIGMA_M : heightSigmaM;
    try (Database database =
        Database.open(Settings.fromEnvironment(), Progress.silent()).closeAtExit()) {
      StoredRoads roads = StoredRoads.read(database);
      RouteIndex routes = RouteIndex.of(roads.pieces());
      DowngradeReport report =
          DowngradeReport.of(
              StoredProfiles.of(roads, routes, database, dem),
              new SnapshotLoader(database).read(database.catalog().getLayer("road_site")),
              Scope.wholeProvince("cli"),
              demSigmaM == null
                  ? DowngradeReport.Errors.delivered(sigmaM)
                  : new DowngradeReport.Errors(sigmaM, demSigmaM),
              climbM);
      output.print(report, DowngradesCommand::text);
      if (store) {
        ResultRows.Outcome outcome = DowngradeRows.store(database, report, routes, "cli");
        System.err.printf(
            "图层 long_downgrade：新增 %d，更新 %d，删除 %d (rows inserted, updated, deleted)%n",
            outcome.inserted(), outcome.updated(), outcome.deleted());
      }
      return 0;
    }
  }

  /** Needs no database. */
  private int ofNetwork() {
    if (!dem.isEmpty() || demSigmaM != null || store) {
      throw new UserFault(
          "--network %s 不与 --dem、--dem-sigma、--store 同用 (cannot be combined with them)"
              .formatted(network),
          "高程在生成路网时给出 (./anlan roads build --dem)，误差用 --height-sigma；图层 long_downgrade 属于公路图层"
              + " (heights are given when the network is prepared, their error by --height-sigma;"
              + " the layer is that of the stored roads)");
    }
    try (RoadNetwork open = new NetworkFolder(Settings.fromEnvironment()).open(network)) {
      output.print(
          NetworkDowngradeReport.of(open, heightSigmaM, climbM), NetworkDowngradesText::of);
    }
    return 0;
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
          switch (d.finding()) {
            case "confirmed" -> d.registeredAs();
            case "doubtful" -> d.registeredAs() + " 存疑 doubtful";
            default -> "未登记 not registered";
          });
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
        + ground(m)
        + (m.confirmed() == m.registered() ? "" : missing.text());
  }

  private static String ground(DowngradeReport.Manifest m) {
    StringBuilder text = new StringBuilder();
    for (ElevationModel.Source file : m.ground()) {
      text.append(
          "%s：%.0f″，%,d 个点，剔除尖点 %d，补空 %d，仍空 %d (points, spikes, filled, void)%n"
              .formatted(
                  file.name(),
                  file.stepSeconds(),
                  file.points(),
                  file.spikes(),
                  file.filled(),
                  file.voids()));
    }
    return m.ground().isEmpty()
        ? ""
        : text
            + "%.0f km 取自高程文件，中误差 %.1f m：%s (km with heights of the files, their σ)%n"
                .formatted(m.groundKm(), m.groundSigmaM(), m.groundSource().zh());
  }

  private static String two(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
