package cn.anlan.web.cli;

import cn.anlan.analytics.crash.Match.Reason;
import cn.anlan.data.results.ResultRows;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.web.crash.CrashAnalyses;
import cn.anlan.web.crash.MatchReport;
import cn.anlan.web.crash.MatchReport.Status;
import cn.anlan.web.crash.MatchSheet;
import cn.anlan.web.crash.MatchedCrashes;
import cn.anlan.web.crash.PlaceRows;
import cn.anlan.web.road.RoadLayer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./anlan crashes match}: where road accidents are on the roads, and which of them wait. */
@Command(
    name = "match",
    mixinStandardHelpOptions = true,
    description = {
      "按路线名、桩号和坐标综合落路，写明把握；不能确定的进入待核",
      "(by route name, stake and position together, with a confidence; the others wait with their reason)",
      "待核清单导出 (the queue as a file): --store，再 (then) ./anlan export accident_place --format xlsx"
          + " --filter \"status='queued'\" -o FILE"
    })
public final class CrashesMatchCommand implements Callable<Integer> {
  @Mixin private final LastDayOption until = new LastDayOption();

  @Option(
      names = "--list",
      paramLabel = "queued|placed",
      defaultValue = "queued",
      description = "列出哪些 (which are listed), 默认 ${DEFAULT-VALUE}")
  private Status status;

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      description = "只列因此待核的 (only those that wait for it): ${COMPLETION-CANDIDATES}")
  private Reason reason;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "列出多少 (how many are listed), 默认 ${DEFAULT-VALUE}")
  private int limit;

  @Option(
      names = "--store",
      description = "写入图层 accident_place，含待核的 (write the layer, the waiting ones too)")
  private boolean store;

  @Mixin private final SheetOutput output = new SheetOutput();

  @Override
  public Integer call() {
    if (reason != null && status == Status.PLACED) {
      throw new UserFault("--reason 只用于 --list queued (only with it)", "去掉其一 (leave one out)");
    }
    try (Database database =
        Database.open(Settings.fromEnvironment(), Progress.silent()).closeAtExit()) {
      MatchedCrashes crashes =
          new CrashAnalyses(new RoadLayer(database))
              .matched(ReadLayers.of(database, "road", "accident"), Scope.wholeProvince("cli"));
      if (store) {
        ResultRows.Outcome outcome = PlaceRows.write(database, crashes, "anlan crashes");
        Progress.toStderr().step("已写入 (written), 数据版本 data version " + outcome.dataVersion());
      }
      MatchReport report =
          MatchReport.of(crashes, until.asOf(), status, reason, 0, Math.max(0, limit));
      output.print(report, () -> MatchSheet.of(report));
      return 0;
    }
  }
}
