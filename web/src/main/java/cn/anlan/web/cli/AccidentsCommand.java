package cn.anlan.web.cli;

import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore;
import cn.anlan.web.accidents.AccidentAnalyses;
import cn.anlan.web.accidents.AccidentQuestion;
import cn.anlan.web.accidents.SignalRows;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./anlan accidents ANALYSIS}: what accidents say, and what is chance. */
@Command(
    name = "accidents",
    mixinStandardHelpOptions = true,
    description = {
      "事故统计：区分真实变化与随机波动 (accidents: real changes and chance)",
      "summary 情况与死亡补报；compare 同比；targets 指标进度；control-chart 控制图；seasonality 季节规律"
    })
public final class AccidentsCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "ANALYSIS",
      description = "summary, compare, targets, control-chart, seasonality")
  private String analysis;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "截止日，死亡人数按该日所知 (last day; deaths as known then), 默认数据的最后一月末 (end of the data)")
  private String asOf;

  @Option(names = "--from", paramLabel = "DATE", description = "起始日 (first day), 默认当年1月1日")
  private String from;

  @Option(
      names = "--level",
      paramLabel = "province|city|county",
      defaultValue = "city",
      description = "列出哪一级 (level of units), 默认 ${DEFAULT-VALUE}")
  private String level;

  @Option(names = "--sector", paramLabel = "CODE", description = "行业编码 (sector), 默认全部 (all)")
  private String sector;

  @Option(
      names = "--scope",
      paramLabel = "production|all",
      defaultValue = "production",
      description = "只计生产安全事故或全部 (production accidents or all), 默认 ${DEFAULT-VALUE}")
  private String scope;

  @Option(
      names = "--measure",
      paramLabel = "accidents|deaths|larger|major_or_worse",
      defaultValue = "accidents",
      description = "控制图和季节统计的指标 (what is counted), 默认 ${DEFAULT-VALUE}")
  private String measure;

  @Option(names = "--unit", paramLabel = "CODE", description = "单个单位的图 (chart of one unit)")
  private String unit;

  @Option(
      names = "--months",
      paramLabel = "N",
      description = "控制图看多少个月 (months of a control chart), 默认 24")
  private int months = AccidentAnalyses.CONTROL_MONTHS;

  @Option(
      names = "--store",
      description = "把各县异常月写入图层 accident_signal (write the counties' signals into the layer)")
  private boolean store;

  @Mixin private final SheetOutput output = new SheetOutput();

  @Override
  public Integer call() {
    AccidentQuestion question =
        AccidentQuestion.of(asOf, from, level, sector, scope, measure, unit);
    if (store && !analysis.equals("control-chart")) {
      throw new UserFault(
          "--store 只用于 control-chart (only with control-chart)", "去掉 --store (leave it out)");
    }
    try (Database database =
        Database.open(Settings.fromEnvironment(), Progress.silent()).closeAtExit()) {
      SnapshotStore snapshots = new SnapshotStore();
      new SnapshotLoader(database).loadInto(snapshots);
      AccidentAnalyses.Result result =
          new AccidentAnalyses(database.catalog())
              .run(analysis, snapshots.current(), Scope.wholeProvince("cli"), question, months);
      if (store) {
        SignalRows.write(database, snapshots.current(), question.asOf(), months);
      }
      output.print(result.answer(), result.sheet());
      return 0;
    }
  }
}
