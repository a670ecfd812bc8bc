package cn.anlan.web.cli;

import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore;
import cn.anlan.web.surroundings.Report;
import cn.anlan.web.surroundings.Subject;
import cn.anlan.web.surroundings.Survey;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./anlan surroundings LAYER CODE}: what stands round a stored feature. */
@Command(
    name = "surroundings",
    mixinStandardHelpOptions = true,
    description = {
      "周边分析 (what stands round a place, by distance and direction)",
      "距离自边界起算，为 CGCS2000 椭球面大地线；方位自中心起算 (geodesic from the boundary; direction from the centre)"
    })
public final class SurroundingsCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "LAYER", description = "图层 (layer)")
  private String layer;

  @Parameters(index = "1", paramLabel = "CODE", description = "业务编码 (business key)")
  private String code;

  @Option(
      names = "--radius",
      paramLabel = "METRES",
      defaultValue = "5000",
      description = "半径，至多 50000 (radius, at most 50000), 默认 ${DEFAULT-VALUE}")
  private double radiusM;

  @Option(
      names = "--points",
      paramLabel = "8|16",
      defaultValue = "8",
      description = "方位数 (directions), 默认 ${DEFAULT-VALUE}")
  private int points;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "每类列出多少 (listed of each theme), 默认 ${DEFAULT-VALUE}")
  private int limit;

  @Mixin private final ReportOutput output = new ReportOutput();

  @Override
  public Integer call() {
    Survey.Question question = new Survey.Question(radiusM, points, limit);
    Settings settings = Settings.fromEnvironment();
    GradingTables grading = GradingTables.load(settings.confDir());
    try (Database database = Database.open(settings, Progress.silent()).closeAtExit()) {
      SnapshotStore store = new SnapshotStore();
      new SnapshotLoader(database).loadInto(store);
      Survey survey = new Survey(database.catalog(), grading);
      Scope scope = Scope.wholeProvince("cli");
      Subject subject = survey.subject(store.current(), scope, layer, code);
      Report report = survey.report(store.current(), scope, subject, question);
      output.print(report, SurroundingsCommand::text);
      return 0;
    }
  }

  private static String text(Report report) {
    Table themes = new Table("类别 theme", "数量 count", "合计 sum", "最近 nearest m");
    Table nearest = new Table("类别 theme", "名称 name", "距离 distance m", "方位 direction");
    for (Report.ThemeResult theme : report.themes()) {
      themes.row(
          theme.title().zh(),
          theme.count(),
          theme.sum() == null ? "" : theme.sum(),
          theme.nearestM() == null ? "" : metres(theme.nearestM()));
      for (Report.Neighbour n : theme.items()) {
        nearest.row(
            theme.title().zh(),
            n.name() == null ? n.code() : n.name(),
            metres(n.distanceM()),
            n.direction().zh());
      }
    }
    Report.Exposure e = report.exposure();
    String exposed =
        "500 m 内估算人数 (estimated residents within 500 m): "
            + e.people()
            + "，α = "
            + e.alpha()
            + (e.recorded() == null ? "" : "，已登记 (recorded): " + e.recorded().fields())
            + (report.demo() ? "\n示例数据 (invented data)\n" : "\n");
    return themes.text() + "\n" + nearest.text() + "\n" + exposed;
  }

  private static String metres(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
