package cn.anlan.web.cli;

import cn.anlan.analytics.roadnet.Split;
import cn.anlan.data.results.ResultRows;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.web.crash.CrashAnalyses;
import cn.anlan.web.crash.CrashDensity;
import cn.anlan.web.crash.DensityRows;
import cn.anlan.web.crash.DensitySheet;
import cn.anlan.web.crash.MatchedCrashes;
import cn.anlan.web.road.RoadLayer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./anlan crashes density}: how densely crashes lie along the roads. */
@Command(
    name = "density",
    mixinStandardHelpOptions = true,
    description = {
      "沿路网的事故核密度，核在路口分流 (kernel density along the roads; the kernel splits at junctions)",
      "Okabe 等的等分核：discontinuous 均分给前方各路，continuous 连续但较慢"
          + " (equal-split kernels: discontinuous shares among the roads ahead, continuous has no jumps and is slower)"
    })
public final class CrashesDensityCommand implements Callable<Integer> {
  @Mixin private final LastDayOption until = new LastDayOption();

  @Option(
      names = "--years",
      paramLabel = "N",
      defaultValue = "3",
      description = "回看几年 (years looked at), 默认 ${DEFAULT-VALUE}")
  private int years;

  @Option(
      names = "--bandwidth",
      paramLabel = "M",
      defaultValue = "1000",
      description = "带宽，米 (bandwidth in metres), 默认 ${DEFAULT-VALUE}")
  private double bandwidthM;

  @Option(
      names = "--lixel",
      paramLabel = "M",
      defaultValue = "200",
      description = "线元长度，米 (length of a lixel in metres), 默认 ${DEFAULT-VALUE}")
  private double lixelM;

  @Option(
      names = "--kernel",
      paramLabel = "discontinuous|continuous",
      defaultValue = "discontinuous",
      description = "路口处如何分流 (what becomes of it at junctions), 默认 ${DEFAULT-VALUE}")
  private Split split;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "30",
      description = "列出多少 (how many are listed), 默认 ${DEFAULT-VALUE}")
  private int limit;

  @Option(names = "--store", description = "写入图层 crash_density (write the layer)")
  private boolean store;

  @Mixin private final SheetOutput output = new SheetOutput();

  @Override
  public Integer call() {
    CrashDensity.Question question =
        new CrashDensity.Question(until.asOf(), years, bandwidthM, lixelM, split);
    try (Database database =
        Database.open(Settings.fromEnvironment(), Progress.silent()).closeAtExit()) {
      MatchedCrashes crashes =
          new CrashAnalyses(new RoadLayer(database))
              .matched(ReadLayers.of(database, "road", "accident"), Scope.wholeProvince("cli"));
      CrashDensity density = CrashDensity.of(crashes, question);
      if (store) {
        ResultRows.Outcome outcome = DensityRows.write(database, crashes, density, "anlan crashes");
        Progress.toStderr().step("已写入 (written), 数据版本 data version " + outcome.dataVersion());
      }
      output.print(
          density.first(Math.max(0, limit)),
          () -> DensitySheet.of(density, Math.max(0, limit), crashes.isDemo()));
      return 0;
    }
  }
}
