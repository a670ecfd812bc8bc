package cn.anlan.web.cli;

import cn.anlan.data.initial.InitialData;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.file.RuleBook;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore;
import cn.anlan.web.checks.Boundaries;
import cn.anlan.web.checks.CheckResult;
import cn.anlan.web.checks.CheckRun;
import cn.anlan.web.checks.ProposalFile;
import cn.anlan.web.checks.RuleFields;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./anlan check}: which sites break which rule, by how many metres. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "按法定距离核查 (check sites against the distances the law demands)",
      "距离为 CGCS2000 椭球面上真实最近点之间的大地线长 (geodesic between the true nearest points)"
    })
public final class CheckCommand implements Callable<Integer> {
  @Option(names = "--rule", paramLabel = "ID", description = "规则，可重复；缺省为全部 (rules; default all)")
  private List<String> rules = new ArrayList<>();

  @ArgGroup private Subjects subjects;

  @Mixin private final StoredRuns runs = new StoredRuns();

  /** What is checked: a stored layer or a file. */
  static class Subjects {
    @Option(
        names = "--layer",
        paramLabel = "LAYER",
        description = "只查该图层的规则 (rules of this layer only)")
    private String layer;

    @Option(
        names = "--site",
        paramLabel = "FILE.geojson",
        description =
            "核查文件中的拟建场址 (check the sites of a file)；要素带 id, projectType, approvalDate，可带 name, sigmaM, hazardousProducer")
    private Path site;
  }

  @Option(
      names = "--crs",
      paramLabel = "CRS",
      description = "场址文件的坐标系 (datum of the file)；未声明时按 RFC 7946 为 WGS 84")
  private String crs;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "事实与规则的日期 (day of facts and rules), 默认今天")
  private LocalDate asOf;

  @Option(
      names = "--format",
      paramLabel = "json|geojson|csv|table",
      defaultValue = "table",
      description = "输出格式 (format), 默认 ${DEFAULT-VALUE}")
  private FindingsFormat format;

  @Mixin private final OutputOption output = new OutputOption();

  @Override
  public Integer call() {
    Settings settings = Settings.fromEnvironment();
    RuleBook book = RuleBook.load(settings.confDir());
    Optional<CoordinateSystem> system = Optional.ofNullable(crs).map(CoordinateSystem::parse);
    LocalDate day = asOf == null ? LocalDate.now() : asOf;
    List<String> ids = ruleIds(new CheckRun(book), day);
    boolean proposals = subjects != null && subjects.site != null;
    boolean machine = format == FindingsFormat.JSON;
    runs.check(proposals, machine, format == FindingsFormat.TABLE);
    try (Database database = Database.open(settings, Progress.silent()).closeAtExit()) {
      InitialData.ensureBaseMap(database, Progress.toStderr());
      RuleFields.check(book, database.catalog());
      if (runs.isReading()) {
        output.print(runs.read(database, machine));
        return 0;
      }
      CheckRun checks = new CheckRun(book, Boundaries.of(database));
      SnapshotStore store = new SnapshotStore();
      new SnapshotLoader(database).loadInto(store);
      if (runs.isStoring()) {
        output.print(runs.store(database, checks, store.current(), ids, day, machine));
        return 0;
      }
      CheckResult result =
          proposals
              ? checks.proposals(
                  store.current(), ProposalFile.read(subjects.site, system), ids, day)
              : checks.stored(store.current(), Scope.wholeProvince("cli"), ids, day);
      output.print(format.text(result, proposals));
      return 0;
    }
  }

  private List<String> ruleIds(CheckRun checks, LocalDate day) {
    if (subjects == null || subjects.layer == null) {
      return rules;
    }
    List<String> ids =
        checks.rules(rules, day).stream()
            .filter(r -> r.subject().layer().equals(subjects.layer))
            .map(Rule::id)
            .toList();
    if (ids.isEmpty()) {
      throw new UserFault(
          "没有规则针对图层 (no such rule for layer) " + subjects.layer,
          "图层可为 (layers with rules): "
              + checks.rules(List.of(), day).stream()
                  .map(r -> r.subject().layer())
                  .distinct()
                  .toList());
    }
    return ids;
  }
}
