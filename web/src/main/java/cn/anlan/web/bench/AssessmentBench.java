package cn.anlan.web.bench;

import cn.anlan.analytics.assessment.Assessment;
import cn.anlan.analytics.assessment.Assessment.Course;
import cn.anlan.analytics.assessment.ModelFiles;
import cn.anlan.analytics.assessment.facts.FactSources;
import cn.anlan.analytics.assessment.facts.FactTable;
import cn.anlan.analytics.assessment.facts.RegionFacts;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.initial.InitialData;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Sql;
import cn.anlan.geo.snapshot.SnapshotStore;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long the assessment takes on the demonstration province: all facts counted from the snapshots
 * and every county graded through the months; the same after a commit of a thousand hazards; and
 * the straightforward SQL for twelve months beside it. What both count is compared.
 */
final class AssessmentBench {
  private static final LocalDate AS_OF = LocalDate.of(2021, 12, 31);
  private static final int MONTHS = 12;
  private static final int RUNS = 9;
  private static final int COMMIT_ROWS = 1_000;

  private final DemoPlan plan;
  private final Progress progress;

  AssessmentBench(DemoPlan plan, Progress progress) {
    this.plan = plan;
    this.progress = progress;
  }

  AssessmentResult run() throws IOException, SQLException {
    ModelFiles files = ModelFiles.load(null);
    try (BenchDatabase bench = BenchDatabase.open(progress)) {
      Database database = bench.database();
      InitialData.ensureDemo(database, plan, progress);
      progress.step("读快照 (loading the snapshots)");
      SnapshotStore store = new SnapshotStore();
      SnapshotLoader loader = new SnapshotLoader(database);
      loader.loadInto(store);
      FactSources sources = FactSources.of(store.current());
      progress.step("全量评级 (full assessment)");
      List<Double> countMs = new ArrayList<>();
      List<Double> fullMs = new ArrayList<>();
      Assessment full = null;
      for (int i = 0; i < RUNS; i++) {
        long start = System.nanoTime();
        FactTable facts = FactTable.of(sources, files.model().factRules());
        countMs.add(ms(start));
        full = Assessment.of(files, facts, AS_OF);
        full.course(UnitLevel.COUNTY, null);
        fullMs.add(ms(start));
      }
      progress.step("增量评级 (incremental assessment)");
      List<Double> incrementalMs = new ArrayList<>();
      Assessment changed = full;
      for (int i = 0; i < RUNS; i++) {
        commit(database, i);
        loader.loadInto(store);
        FactSources later = FactSources.of(store.current());
        long start = System.nanoTime();
        changed = changed.with(changed.facts().with(later));
        changed.course(UnitLevel.COUNTY, null);
        incrementalMs.add(ms(start));
      }
      requireSame(changed, files, FactSources.of(store.current()));
      progress.step("对照 SQL (the straightforward SQL beside it)");
      Course course = changed.course(UnitLevel.COUNTY, null);
      List<LocalDate> days =
          course.days().subList(course.days().size() - MONTHS, course.days().size());
      long start = System.nanoTime();
      long open = new AssessmentRival(database).openHazards(days);
      double sqlMs = ms(start);
      long ours = course.lastRows().regions().stream().mapToLong(RegionFacts::open).sum();
      if (open != ours) {
        throw new IllegalStateException("SQL counts " + open + " open hazards, we " + ours);
      }
      return new AssessmentResult(
          LocalDate.now().toString(),
          bench.machine(),
          plan.scale(),
          sources.hazards().liveRows(),
          sources.accidents().liveRows(),
          course.last().size(),
          course.days().size(),
          MONTHS,
          COMMIT_ROWS,
          median(countMs),
          median(fullMs),
          median(incrementalMs),
          Collections.max(incrementalMs),
          sqlMs);
    }
  }

  /** A thousand open hazards get another due date. */
  private static void commit(Database database, int round) {
    database.inTransaction(
        "bench",
        "bench assessment",
        connection -> {
          Sql.run(
              connection,
              "UPDATE layer.hazard SET due_on = due_on + 1 WHERE id IN (SELECT id FROM layer.hazard"
                  + " WHERE due_on IS NOT NULL ORDER BY id OFFSET "
                  + round * COMMIT_ROWS
                  + " LIMIT "
                  + COMMIT_ROWS
                  + ")");
          return null;
        });
  }

  private static void requireSame(Assessment changed, ModelFiles files, FactSources sources) {
    Assessment afresh =
        Assessment.of(files, FactTable.of(sources, files.model().factRules()), AS_OF);
    if (!afresh
        .course(UnitLevel.COUNTY, null)
        .grades()
        .equals(changed.course(UnitLevel.COUNTY, null).grades())) {
      throw new IllegalStateException("the incremental assessment differs from a full one");
    }
  }

  private static double ms(long startNanos) {
    return (System.nanoTime() - startNanos) / 1e6;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
