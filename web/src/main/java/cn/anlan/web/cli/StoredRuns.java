package cn.anlan.web.cli;

import cn.anlan.data.runs.FindingKey;
import cn.anlan.data.runs.RunDifference.Move;
import cn.anlan.data.runs.RunDifference.Side;
import cn.anlan.data.runs.RunStore;
import cn.anlan.data.runs.StoredRun;
import cn.anlan.data.store.Database;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.checks.CheckRun;
import cn.anlan.web.runs.Cause;
import cn.anlan.web.runs.CheckRuns;
import cn.anlan.web.runs.RunComparison;
import cn.anlan.web.runs.RunComparison.Difference;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options of {@code ./anlan check} that store runs, list them and compare two. */
final class StoredRuns {
  private static final int LISTED_RUNS = 50;
  private static final int LISTED_CHANGES = 1_000;
  private static final int DIFF_MAX = 5_000;

  @Option(
      names = "--store",
      description = "存档本次核查 (store this run)；只重算可能变动的 (evaluates only what can have changed)")
  private boolean store;

  @Option(names = "--full", description = "与 --store 同用：全部重算 (with --store: evaluate everything)")
  private boolean full;

  @Option(names = "--runs", description = "列出存档的核查 (list stored runs)")
  private boolean list;

  @Option(
      names = "--diff",
      arity = "2",
      paramLabel = "RUN",
      description = "两次存档核查的差异及原因 (what differs between two stored runs, and why)")
  private long[] diff;

  /** Whether stored runs are read only, so that no layers need be loaded. */
  boolean isReading() {
    return list || diff != null;
  }

  boolean isStoring() {
    return store;
  }

  /** Refuses what does not go together. */
  void check(boolean proposals, boolean machine, boolean table) {
    if (full && !store) {
      throw new UserFault("--full 须与 --store 同用", "加 --store (add --store)");
    }
    if (store && proposals) {
      throw new UserFault("文件中的场址不存档 (sites of a file are not stored)", "去掉 --site 或 --store");
    }
    if ((store || isReading()) && !machine && !table) {
      throw new UserFault("存档核查只有 json 与 table 格式 (formats)", "--format json 或 table");
    }
  }

  /** The text of a list or a comparison. */
  String read(Database database, boolean machine) {
    if (list) {
      List<StoredRun> runs = new RunStore(database).list(Long.MAX_VALUE, LISTED_RUNS);
      return machine ? Json.pretty(runs) : table(runs);
    }
    Difference difference =
        new RunComparison(database)
            .compare(diff[0], diff[1], FindingKey.FIRST, machine ? DIFF_MAX : LISTED_CHANGES);
    return machine ? Json.pretty(difference) : table(difference);
  }

  /** Runs and stores; the text says what came of it. */
  String store(
      Database database,
      CheckRun checks,
      Generation generation,
      List<String> rules,
      LocalDate day,
      boolean machine) {
    long start = System.nanoTime();
    CheckRuns.Outcome outcome =
        new CheckRuns(database, checks)
            .store(generation, Scope.wholeProvince("cli"), rules, day, full);
    double seconds = (System.nanoTime() - start) / 1e9;
    StoredRun run = outcome.run();
    if (machine) {
      return Json.pretty(run);
    }
    String how =
        outcome.isNew()
            ? "存档为核查 %d (stored as run)：重算 evaluated %d，沿用 carried %d"
                .formatted(run.id(), run.evaluated(), run.carried())
            : "输入未变，仍为核查 %d (inputs unchanged; that run stands)".formatted(run.id());
    return table(List.of(run))
        + "\n"
        + how
        + String.format(Locale.ROOT, "；%.1f s%n", seconds)
        + "结论摘要 findings "
        + run.findingsHash()
        + "\n";
  }

  private static String table(List<StoredRun> runs) {
    Table table =
        new Table(
            "核查 run", "时刻 stored at", "数据版本", "日期 as of", "结论 findings", "据 base", "各结论 verdicts");
    for (StoredRun run : runs) {
      Map<String, Integer> counts = new TreeMap<>();
      run.rules().forEach(r -> r.counts().forEach((v, n) -> counts.merge(v, n, Integer::sum)));
      table.row(
          run.id(),
          run.createdAt(),
          run.dataVersion(),
          run.asOf(),
          run.findings(),
          run.baseRunId(),
          counts.entrySet().stream()
              .map(e -> e.getKey() + " " + e.getValue())
              .collect(Collectors.joining(", ")));
    }
    return table.text();
  }

  private static String table(Difference difference) {
    Table table = new Table("", "规则", "场址 site", "名称 name", "原 before", "今 after", "原因 why");
    difference
        .changes()
        .forEach(
            e ->
                table.row(
                    e.kind().title(),
                    e.rule(),
                    e.code(),
                    e.name(),
                    side(e.before()),
                    side(e.after()),
                    e.causes().stream().map(StoredRuns::why).collect(Collectors.joining("；"))));
    String moves =
        difference.totals().moves().stream().map(StoredRuns::move).collect(Collectors.joining("，"));
    return table.text()
        + (difference.next() == null ? "" : "……只列前 " + LISTED_CHANGES + " 项 (more not listed)\n")
        + "\n核查 "
        + difference.before().id()
        + " → "
        + difference.after().id()
        + "："
        + (moves.isEmpty() ? "结论无变 (no verdict changed)" : moves)
        + "；数值有变 remeasured "
        + difference.totals().remeasured()
        + "，相同 same "
        + difference.totals().same()
        + "\n";
  }

  private static String move(Move move) {
    return (move.before() == null ? "—" : move.before())
        + " → "
        + (move.after() == null ? "—" : move.after())
        + " "
        + move.count();
  }

  private static String why(Cause cause) {
    return cause.zh() + (cause.what() == null ? "" : " " + cause.what());
  }

  private static String side(Side side) {
    if (side == null) {
      return "—";
    }
    return side.distanceM() == null
        ? side.verdict()
        : side.verdict() + String.format(Locale.ROOT, " %,.2f m", side.distanceM());
  }
}
