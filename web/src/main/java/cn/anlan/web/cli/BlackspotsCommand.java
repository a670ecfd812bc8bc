package cn.anlan.web.cli;

import cn.anlan.analytics.blackspot.BlackspotModel;
import cn.anlan.data.results.ResultRows;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.blackspot.BlackspotReport;
import cn.anlan.web.blackspot.BlackspotSheet;
import cn.anlan.web.blackspot.Screenings;
import cn.anlan.web.blackspot.Screenings.Screened;
import cn.anlan.web.blackspot.SegmentRows;
import cn.anlan.web.crash.CrashAnalyses;
import cn.anlan.web.road.RoadLayer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./anlan blackspots}: the accident-prone stretches of the stored roads. */
@Command(
    name = "blackspots",
    mixinStandardHelpOptions = true,
    subcommands = BlackspotsEvaluateCommand.class,
    description = {
      "事故易发路段筛查与治理台账 (accident-prone stretches of road, and the register)",
      "滑动窗口（穿过路口）、累计频率、质量控制、泊松与经验贝叶斯，按末者排序；事故按路线、桩号和坐标综合落路"
          + " (five methods, ranked by empirical Bayes; windows go through junctions)",
      "evaluate 治理前后评价 (before and after a treatment)"
    })
public final class BlackspotsCommand implements Callable<Integer> {
  @Mixin private final LastDayOption until = new LastDayOption();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "列出多少 (how many are listed), 默认 ${DEFAULT-VALUE}")
  private int limit;

  @Option(
      names = "--store",
      description =
          "把前 " + SegmentRows.MOST + " 名写入图层 accident_prone_segment (write the first ones)")
  private boolean store;

  @Mixin private final SheetOutput output = new SheetOutput();

  @Override
  public Integer call() {
    Settings settings = Settings.fromEnvironment();
    try (Database database = Database.open(settings, Progress.silent()).closeAtExit()) {
      Generation generation = ReadLayers.of(database, "road", "accident", "road_site");
      Scope scope = Scope.wholeProvince("cli");
      Screened screened =
          new Screenings(
                  new CrashAnalyses(new RoadLayer(database)),
                  BlackspotModel.load(settings.confDir()))
              .screen(generation, scope, until.asOf());
      if (store) {
        BlackspotReport most =
            BlackspotReport.of(screened, generation.get("road_site"), scope, SegmentRows.MOST);
        ResultRows.Outcome outcome =
            SegmentRows.write(database, screened.crashes().roads(), most, "anlan blackspots");
        Progress.toStderr().step("已写入 (written), 数据版本 data version " + outcome.dataVersion());
      }
      BlackspotReport report =
          BlackspotReport.of(screened, generation.get("road_site"), scope, Math.max(0, limit));
      output.print(report, () -> BlackspotSheet.of(report));
      return 0;
    }
  }
}
