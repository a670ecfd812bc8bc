package cn.anlan.web.cli;

import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.analytics.grade.explain.GradeExplanation;
import cn.anlan.analytics.grade.explain.Ungradable;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore;
import cn.anlan.geo.text.Text;
import cn.anlan.web.grades.GradeAnswer;
import cn.anlan.web.grades.Grades;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./anlan grade LAYER CODE}: why a stored thing has its grade. */
@Command(
    name = "grade",
    mixinStandardHelpOptions = true,
    description = {
      "风险分级及其理由 (the grade of a stored thing, and why)",
      "图层 (layers): risk_point, enterprise, major_hazard_installation, tailings_pond,"
          + " mine_system, chemical_park",
      "按台账因子和分级表计算；与台账不同的以计算为准并说明 (what is computed stands; a stored grade that differs is said)"
    })
public final class GradeCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "LAYER", description = "图层 (layer)")
  private String layer;

  @Parameters(index = "1", paramLabel = "CODE", description = "业务编码或编号 (business key or id)")
  private String code;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "事实截止日，用于事故条款 (day before which accidents count), 默认今天 (today)")
  private LocalDate asOf;

  @Mixin private final ReportOutput output = new ReportOutput();

  @Override
  public Integer call() {
    Settings settings = Settings.fromEnvironment();
    GradingTables tables = GradingTables.load(settings.confDir());
    try (Database database = Database.open(settings, Progress.silent()).closeAtExit()) {
      SnapshotStore store = new SnapshotStore();
      new SnapshotLoader(database).loadInto(store);
      GradeAnswer answer =
          new Grades(database.catalog(), tables)
              .explain(
                  store.current(),
                  Scope.wholeProvince("cli"),
                  layer,
                  code,
                  asOf == null ? LocalDate.now() : asOf);
      output.print(answer, GradeCommand::text);
      return 0;
    } catch (Ungradable refused) {
      throw new UserFault(refused.getMessage(), refused.remedies());
    }
  }

  private static String text(GradeAnswer answer) {
    GradeAnswer.Graded subject = answer.subject();
    StringBuilder text = new StringBuilder();
    text.append(subject.layerTitle().zh()).append(" ").append(subject.code());
    text.append(subject.name() == null ? "" : " " + subject.name()).append('\n');
    for (GradeExplanation grade : answer.grades()) {
      text.append('\n').append(grade(grade));
    }
    text.append("\n数据版本 (data version) ").append(answer.manifest().dataVersion());
    text.append(" · 截止 (as of) ").append(answer.manifest().asOf());
    return text.append(answer.manifest().isDemo() ? " · 示例数据 (invented data)\n" : "\n").toString();
  }

  private static String grade(GradeExplanation grade) {
    StringBuilder text = new StringBuilder();
    text.append("等级 (grade): ").append(both(grade.gradeTitle())).append('\n');
    if (grade.table() != null) {
      text.append("依据 (table): ")
          .append(grade.table().id())
          .append(" v")
          .append(grade.table().version())
          .append(" · ")
          .append(grade.table().source().zh())
          .append('\n');
    }
    Table factors = new Table("因子 factor", "值 value", "说明 note");
    for (GradeExplanation.FactorValue factor : grade.factors()) {
      factors.row(
          factor.title().zh(),
          factor.shown().zh(),
          factor.note() == null ? "" : factor.note().zh());
    }
    text.append(grade.factors().isEmpty() ? "" : factors.text());
    list(text, "怎样得出 (how)", grade.steps());
    list(text, "怎样降级 (to the next better)", grade.toNextBetter());
    if (grade.stored() != null && !grade.stored().agrees()) {
      list(text, "台账不同 (stored differs)", List.of(grade.stored().text()));
    }
    list(text, "说明 (notes)", grade.notes());
    return text.toString();
  }

  private static void list(StringBuilder text, String title, List<Text> lines) {
    if (!lines.isEmpty()) {
      text.append(title).append('\n');
      lines.forEach(line -> text.append("  · ").append(line.zh()).append('\n'));
    }
  }

  private static String both(Text title) {
    return title == null ? "–" : title.zh() + " / " + title.en();
  }
}
