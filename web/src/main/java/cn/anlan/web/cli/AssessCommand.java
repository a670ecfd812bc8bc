package cn.anlan.web.cli;

import cn.anlan.analytics.assessment.Assessment;
import cn.anlan.analytics.assessment.ModelFiles;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.SnapshotStore;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.assessment.AnswerWriter;
import cn.anlan.web.assessment.AssessmentAnswer;
import cn.anlan.web.assessment.AssessmentQuestion;
import cn.anlan.web.assessment.AssessmentSheet;
import cn.anlan.web.assessment.Assessments;
import cn.anlan.web.assessment.GradeRows;
import cn.anlan.web.print.Language;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./anlan assess}: every region's grade, and why. */
@Command(
    name = "assess",
    mixinStandardHelpOptions = true,
    subcommands = AssessBaselineCommand.class,
    description = {
      "区域安全生产风险评级 (grade regions by accidents and hazards)",
      "红橙黄绿；指标、权重、基线、否决条款见 models/regional.yaml，单位可在 conf/models 中改"
    })
public final class AssessCommand implements Callable<Integer> {
  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "评估日期 (day), 默认台账的最后一天 (default: the last day of the ledgers)")
  private LocalDate asOf;

  @Option(
      names = "--level",
      paramLabel = "province|city|county",
      defaultValue = "county",
      description = "级别 (level), 默认 ${DEFAULT-VALUE}")
  private String level;

  @Option(names = "--sector", paramLabel = "S", description = "只评一个行业 (one sector only)，缺省为全部")
  private String sector;

  @Option(
      names = "--explain",
      paramLabel = "CODE",
      description = "说明一个区划的等级 (explain the grade of one region)，例如 360700")
  private String explain;

  @Option(
      names = "--format",
      paramLabel = "table|json|html",
      defaultValue = "table",
      description = "输出格式 (format), 默认 ${DEFAULT-VALUE}")
  private SheetFormat format;

  @Mixin private final OutputOption output = new OutputOption();

  @Option(
      names = "--store",
      description =
          "把台账最后一天的等级写入图层 region_grade 并存档 (write the last day's grades into the layer); 服务运行时自动进行"
              + " (the service does so by itself)")
  private boolean store;

  @Override
  public Integer call() {
    if (store && asOf != null) {
      throw new UserFault(
          "--store 只存台账最后一天的等级 (stores the grades of the ledgers' last day only)",
          "去掉 --as-of 或 --store (leave one of the two out)");
    }
    Settings settings = Settings.fromEnvironment();
    ModelFiles files = ModelFiles.load(settings.confDir());
    Assessments assessments = new Assessments(files);
    try (Database database = Database.open(settings, Progress.silent()).closeAtExit()) {
      AssessmentQuestion question = AssessmentQuestion.of(database.catalog(), level, sector);
      Generation generation = load(database);
      Progress.toStderr().step("评级 (grading)");
      Assessment assessment = assessments.on(generation, asOf);
      if (store) {
        boolean changed = GradeRows.write(database, files, generation);
        Progress.toStderr()
            .step(changed ? "已写入图层 region_grade (written)" : "图层 region_grade 未变 (unchanged)");
      }
      output.print(
          explain == null
              ? all(generation, assessment, question)
              : one(generation, assessment, question));
      return 0;
    }
  }

  static Generation load(Database database) {
    Progress.toStderr().step("读快照 (loading the layers)");
    SnapshotStore store = new SnapshotStore();
    new SnapshotLoader(database).loadInto(store);
    return store.current();
  }

  private String all(Generation generation, Assessment assessment, AssessmentQuestion question) {
    AssessmentAnswer answer = new AnswerWriter(generation, assessment, question).all();
    return switch (format) {
      case JSON -> Json.pretty(answer);
      case HTML -> new AssessmentSheet(Language.of("zh"), answer.manifest()).allFile(answer);
      case TABLE -> AssessmentText.table(answer);
    };
  }

  private String one(Generation generation, Assessment assessment, AssessmentQuestion question) {
    UnitLevel own = assessment.levelOf(explain);
    AssessmentAnswer.One answer =
        new AnswerWriter(generation, assessment, new AssessmentQuestion(own, question.sector()))
            .one(explain);
    return switch (format) {
      case JSON -> Json.pretty(answer);
      case HTML -> new AssessmentSheet(Language.of("zh"), answer.manifest()).oneFile(answer);
      case TABLE -> AssessmentText.explanation(answer);
    };
  }
}
