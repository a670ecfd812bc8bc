package cn.anlan.web.cli;

import cn.anlan.data.ingest.report.Issue;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.data.survey.Survey;
import cn.anlan.data.survey.SurveyReport;
import cn.anlan.data.survey.SurveyRequest;
import cn.anlan.data.survey.SurveyStore;
import cn.anlan.data.survey.Surveys;
import cn.anlan.data.survey.Surveys.Decision;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.web.survey.SurveyAnswer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./anlan survey}: the way out of NEEDS_SURVEY. */
@Command(
    name = "survey",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "add|list|accept|reject|revoke",
    description = {
      "实测界址：提交、列出、采用、退回、撤销 (surveyed boundaries of sites that NEED_SURVEY)",
      "退出码 (exit): 0 完成, 1 界址点不合格而未存入, 2 用法错误, 3 拒绝"
    })
public final class SurveyCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = {
        "提交界址点文件，待审核 (hand in boundary points for review)",
        ".txt: [属性描述]/[地块坐标]；.csv: 点号,x,y 或 点号,lon,lat；.dxf: 闭合多段线"
      })
  int add(
      @Parameters(paramLabel = "LAYER", description = "图层 (layer)") String layer,
      @Parameters(paramLabel = "CODE", description = "场址编码 (the site's code)") String code,
      @Parameters(paramLabel = "FILE", description = "界址点文件 (boundary points)") Path file,
      @Option(names = "--date", required = true, description = "测量日期 (date of survey)")
          LocalDate date,
      @Option(names = "--method", required = true, description = "测量方法 (method), 如 GNSS RTK")
          String method,
      @Option(names = "--sigma", required = true, description = "界址点中误差，米 (accuracy, m)")
          double sigmaM,
      @Option(names = "--document", required = true, description = "成果文号 (document)")
          String document,
      @Option(names = "--by", required = true, description = "提交岗位，不写人名 (post, no names)")
          String by,
      @Option(names = "--crs", description = "坐标系，TXT 自带 (datum; a TXT declares its own)")
          String crs,
      @Option(names = "--drawing-layer", description = "DXF 的图层 (layer of the DXF)")
          String drawingLayer,
      @Option(names = "--confirm-far", description = "确认离现有图形较远 (away from the site, and meant)")
          boolean confirmFar,
      @Option(names = "--format", defaultValue = "table", description = "table|json")
          ReportFormat format) {
    SurveyRequest request =
        new SurveyRequest(
            layer,
            code,
            date,
            method,
            sigmaM,
            document,
            by,
            Optional.ofNullable(crs).map(CoordinateSystem::parse),
            Optional.ofNullable(drawingLayer),
            confirmFar);
    SurveyReport report =
        withDatabase(
            database -> new Surveys(database).submit(request, file, file.getFileName().toString()));
    System.out.print(format == ReportFormat.JSON ? json(report) : text(report));
    return report.refused() ? 1 : 0;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "列出实测界址 (list surveys), 可按状态或场址")
  void list(
      @Option(
              names = "--status",
              description = "submitted|accepted|rejected|revoked|superseded (state)")
          String status,
      @Option(names = "--layer", description = "图层 (layer)") String layer,
      @Option(names = "--code", description = "场址编码 (code)") String code,
      @Option(names = "--format", defaultValue = "table", description = "table|json")
          ReportFormat format) {
    List<Survey> surveys =
        withDatabase(
            database -> new SurveyStore(database).list(layer, code, status, Long.MAX_VALUE, 200));
    System.out.print(
        format == ReportFormat.JSON
            ? Json.pretty(surveys.stream().map(SurveyAnswer::of).toList())
            : table(surveys));
  }

  @Command(
      name = "accept",
      mixinStandardHelpOptions = true,
      description = "采用：核查自此用该界址 (from then on the check uses it)")
  void accept(@CommandLine.Mixin Signature signature) {
    decide(Decision.ACCEPTED, signature);
  }

  @Command(name = "reject", mixinStandardHelpOptions = true, description = "退回 (turn it down)")
  void reject(@CommandLine.Mixin Signature signature) {
    decide(Decision.REJECTED, signature);
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "撤销已采用的 (take back an accepted one)")
  void revoke(@CommandLine.Mixin Signature signature) {
    decide(Decision.REVOKED, signature);
  }

  /** Who decides on which survey, and why. */
  static final class Signature {
    @Parameters(paramLabel = "ID", description = "实测界址编号 (survey)")
    private long id;

    @Option(names = "--reason", required = true, description = "理由 (reason)")
    private String reason;

    @Option(names = "--by", required = true, description = "签署岗位，不写人名 (post, no names)")
    private String by;
  }

  private static void decide(Decision decision, Signature signature) {
    Survey survey =
        withDatabase(
            database ->
                new Surveys(database)
                    .decide(signature.id, decision, signature.reason, signature.by));
    System.out.print(table(List.of(survey)));
  }

  private static <T> T withDatabase(Function<Database, T> work) {
    try (Database database =
        Database.open(Settings.fromEnvironment(), Progress.silent()).closeAtExit()) {
      return work.apply(database);
    }
  }

  private static String json(SurveyReport report) {
    return Json.pretty(
        new Report(
            report.refused() ? null : SurveyAnswer.of(report.survey()),
            report.replacedM(),
            report.issues()));
  }

  /** The names are those of the API. */
  record Report(SurveyAnswer survey, Double replacedM, List<Issue> issues) {}

  private static String text(SurveyReport report) {
    StringBuilder text = new StringBuilder();
    if (!report.issues().isEmpty()) {
      Table table = new Table("行 row", "字段 field", "值 value", "原因 reason", "办法 remedy");
      report
          .issues()
          .forEach(i -> table.row(i.row(), i.field(), i.value(), i.reason(), i.remedy()));
      text.append(table.text());
    }
    return text.append(report.refused() ? "未存入 (not taken)\n" : table(List.of(report.survey())))
        .toString();
  }

  private static String table(List<Survey> surveys) {
    Table table =
        new Table(
            "编号 id",
            "状态 status",
            "图层 layer",
            "编码 code",
            "测量日期",
            "中误差 m",
            "文号 document",
            "签署 signed by",
            "版本 versions");
    for (Survey s : surveys) {
      table.row(
          s.id(),
          s.status(),
          s.layer(),
          s.code(),
          s.surveyedOn(),
          s.sigmaM(),
          s.document(),
          s.revokedBy() == null ? s.signedBy() : s.revokedBy(),
          s.versionFrom() == null
              ? ""
              : s.versionFrom() + "–" + (s.versionTo() == null ? "" : s.versionTo()));
    }
    return table.text();
  }
}
