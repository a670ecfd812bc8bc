package cn.anlan.web.cli;

import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore;
import cn.anlan.web.accidents.AccidentQuestion;
import cn.anlan.web.ledger.LedgerAnalyses;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./anlan ledger rates|screens}: how ledgers stand, and whether their figures can be. */
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    description = {
      "台账指标与真实性筛查 (ledgers' rates, and screens for made-up figures)",
      "rates 整改率、逾期率、按期整改率、挂牌销号率、上报率、覆盖率；screens 零隐患、集中销号、少报、重复报表、尾数"
    })
public final class LedgerCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "ANALYSIS", description = "rates, screens")
  private String analysis;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "截止日 (last day), 默认数据的最后一月末 (end of the data)")
  private String asOf;

  @Option(
      names = "--level",
      paramLabel = "province|city|county",
      defaultValue = "city",
      description = "列出哪一级 (level of units), 默认 ${DEFAULT-VALUE}")
  private String level;

  @Mixin private final SheetOutput output = new SheetOutput();

  @Override
  public Integer call() {
    LocalDate day = AccidentQuestion.day("asOf", asOf);
    var at = AccidentQuestion.level(level);
    if (!analysis.equals("rates") && !analysis.equals("screens")) {
      throw new UserFault("分析 " + analysis + " 不存在 (no such analysis)", "取 (take) rates, screens");
    }
    try (Database database =
        Database.open(Settings.fromEnvironment(), Progress.silent()).closeAtExit()) {
      SnapshotStore store = new SnapshotStore();
      new SnapshotLoader(database).loadInto(store);
      LedgerAnalyses ledger = new LedgerAnalyses();
      Scope scope = Scope.wholeProvince("cli");
      LedgerAnalyses.Result result =
          analysis.equals("rates")
              ? ledger.rates(store.current(), scope, at, day)
              : ledger.screens(store.current(), scope, day);
      output.print(result.answer(), result.sheet());
      return 0;
    }
  }
}
