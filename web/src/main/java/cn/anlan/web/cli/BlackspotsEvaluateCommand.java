package cn.anlan.web.cli;

import cn.anlan.analytics.blackspot.BlackspotModel;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.road.Stakes;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.web.blackspot.Evaluation;
import cn.anlan.web.blackspot.EvaluationSheet;
import cn.anlan.web.blackspot.Screenings;
import cn.anlan.web.blackspot.Screenings.Screened;
import cn.anlan.web.crash.CrashAnalyses;
import cn.anlan.web.road.RoadLayer;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./anlan blackspots evaluate}: before and after a treatment. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "治理前后评价（经验贝叶斯）：与不治理时应有的事故数相比，而不是与治理前相比",
      "(before and after by empirical Bayes: against what would have come without the treatment)"
    })
public final class BlackspotsEvaluateCommand implements Callable<Integer> {
  @Option(names = "--route", paramLabel = "NO", required = true, description = "路线 (route)，如 G105")
  private String route;

  @Option(
      names = "--from",
      paramLabel = "STAKE",
      required = true,
      description = "起点桩号 (first stake)，如 K2143+200")
  private String from;

  @Option(names = "--to", paramLabel = "STAKE", required = true, description = "止点桩号 (last stake)")
  private String to;

  @Option(
      names = "--treated-on",
      paramLabel = "DATE",
      required = true,
      description = "治理完工日 (day on which the treatment was done)")
  private LocalDate treatedOn;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "治理后的最后一日 (last day after), 默认最近一起事故之日 (the newest accident's)")
  private LocalDate asOf;

  @Option(
      names = "--adt-before",
      paramLabel = "N",
      description = "治理前日交通量 (vehicles a day before), 默认公路图层所载 (as stored)")
  private Double adtBefore;

  @Option(
      names = "--adt-after",
      paramLabel = "N",
      description = "治理后日交通量 (vehicles a day after), 默认与治理前相同 (as before)")
  private Double adtAfter;

  @Mixin private final SheetOutput output = new SheetOutput();

  @Override
  public Integer call() {
    Evaluation.Question question =
        new Evaluation.Question(
            route, Stakes.parse(from), Stakes.parse(to), treatedOn, adtBefore, adtAfter);
    Settings settings = Settings.fromEnvironment();
    try (Database database = Database.open(settings, Progress.silent()).closeAtExit()) {
      Screened screened =
          new Screenings(
                  new CrashAnalyses(new RoadLayer(database)),
                  BlackspotModel.load(settings.confDir()))
              .screen(
                  ReadLayers.of(database, "road", "accident"), Scope.wholeProvince("cli"), asOf);
      Evaluation evaluation = Evaluation.of(screened, question);
      boolean isDemo = screened.crashes().isDemo();
      output.print(evaluation, () -> EvaluationSheet.of(evaluation, isDemo));
      return 0;
    }
  }
}
