package cn.anlan.web.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.data.runs.FindingKey;
import cn.anlan.data.runs.RunStore;
import cn.anlan.data.runs.RunStore.StoredFinding;
import cn.anlan.data.runs.RunStore.Wanted;
import cn.anlan.data.runs.StoredRun;
import cn.anlan.data.store.StoreException;
import cn.anlan.geo.rule.Finding;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Runs are stored whole, come out the same again, and an incremental one equals a full one. */
class CheckRunsTest {
  private static final LocalDate DAY = LocalDate.of(2024, 5, 1);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path conf;
  private SmallProvince province;
  private RunStore store;

  @BeforeEach
  void open() {
    province = new SmallProvince(conf);
    store = new RunStore(province.database);
  }

  @AfterEach
  void close() {
    province.close();
  }

  @Test
  void whatIsStoredIsWhatTheCheckSays() {
    province.fill(new Random(1), 12);
    Generation now = province.generation();
    List<Finding> found =
        province.checks().stored(now, SmallProvince.ALL, List.of(), DAY).findings();
    StoredRun run = full(List.of());
    assertThat(run.findings()).isEqualTo(found.size()).isGreaterThan(40);
    assertThat(run.evaluated()).isEqualTo(found.size());
    assertThat(run.dataVersion()).isEqualTo(now.dataVersion());
    Set<String> stored = new HashSet<>();
    for (StoredFinding finding : pages(run.id(), Wanted.ALL, 7)) {
      stored.add(JSON.readTree(finding.json()).toString());
    }
    Set<String> expected = new HashSet<>();
    found.forEach(f -> expected.add(JSON.readTree(jsonb(f)).toString()));
    assertThat(stored).isEqualTo(expected);
    Finding some = found.get(found.size() / 2);
    assertThat(pages(run.id(), new Wanted(some.rule(), some.verdict().name(), null, null), 3))
        .hasSameSizeAs(
            found.stream()
                .filter(f -> f.rule().equals(some.rule()) && f.verdict() == some.verdict())
                .toList());
    run.rules()
        .forEach(
            rule ->
                assertThat(rule.notApplicable())
                    .isEqualTo(
                        rule.subjects() - rule.counts().values().stream().mapToInt(n -> n).sum()));
  }

  @Test
  void theSameInputsGiveTheSameHashAndNoSecondRun() {
    province.fill(new Random(2), 6);
    StoredRun first = full(List.of());
    StoredRun again = full(List.of());
    assertThat(again.id()).isNotEqualTo(first.id());
    assertThat(again.inputsHash()).isEqualTo(first.inputsHash());
    assertThat(again.findingsHash()).isEqualTo(first.findingsHash());
    CheckRuns.Outcome unchanged = incremental();
    assertThat(unchanged.isNew()).isFalse();
    assertThat(unchanged.run().id()).isEqualTo(again.id());
    province.run("UPDATE layer.region SET note = '无关' WHERE code = '360100'");
    StoredRun after = incremental().run();
    assertThat(after.evaluated()).isZero();
    assertThat(after.inputsHash()).isNotEqualTo(first.inputsHash());
    assertThat(after.findingsHash()).isEqualTo(first.findingsHash());
  }

  @Test
  void anIncrementalRunEqualsAFullOneAfterRandomEdits() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    province.fill(random, 14);
    incremental();
    int evaluated = 0;
    int total = 0;
    for (int round = 0; round < 25; round++) {
      List<String> edits = new ArrayList<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        edits.add(province.edit(random));
      }
      StoredRun part = incremental().run();
      StoredRun whole = full(List.of());
      String as = "seed " + seed + ", round " + round + ": " + edits;
      assertThat(part.findingsHash())
          .as(() -> as + " differ in " + differing(part.id(), whole.id()))
          .isEqualTo(whole.findingsHash());
      assertThat(part.rules()).as(as).isEqualTo(whole.rules());
      if (part.baseRunId() != null) {
        evaluated += part.evaluated();
        total += part.findings();
      }
    }
    assertThat(evaluated).as("seed " + seed + " of " + total).isBetween(1, total * 9 / 10);
  }

  @Test
  void aRuleThatChangedIsEvaluatedAnewAndTheOthersAreCarried() {
    province.fill(new Random(4), 8);
    StoredRun first = full(List.of());
    province.editRule("value: 600", "value: 6000");
    StoredRun edited = incremental().run();
    assertThat(edited.baseRunId()).isEqualTo(first.id());
    assertThat(edited.carried()).isGreaterThan(0);
    assertThat(edited.findingsHash()).isEqualTo(full(List.of()).findingsHash());
    assertThat(compare(first, edited).changes())
        .isNotEmpty()
        .allSatisfy(
            e -> {
              assertThat(e.rule()).isEqualTo("T1");
              assertThat(e.causes()).extracting(Cause::code).containsExactly("rule_edited");
            });
  }

  @Test
  void theDifferenceOfTwoRunsSaysWhy() {
    province.run(
        """
        INSERT INTO layer.chemical_project (code, name, project_type, hazardous_producer,
          approval_date, county_code, source_crs, sigma_m, geom)
        SELECT 'P-' || c, c, 'new', true, '2023-01-01', '360100', 'EPSG:4490', 1,
          st_multi(st_expand(('SRID=4490;POINT(' || x || ' 28.25)')::geometry, 0.001))
        FROM (VALUES ('moved', 115.1), ('near', 115.2), ('gone', 115.3), ('still', 115.4)) s (c, x)
        """);
    StoredRun before = full(List.of());
    province.run(
        "UPDATE layer.chemical_project SET project_type = 'rebuild' WHERE code = 'P-moved'");
    province.run("DELETE FROM layer.chemical_project WHERE code = 'P-gone'");
    province.run(
        """
        INSERT INTO layer.resident_point (code, name, kind, population, county_code, source_crs,
          sigma_m, geom)
        VALUES ('V', '新村', 'village', 80, '360100', 'EPSG:4490', 1,
          'SRID=4490;POINT(115.2 28.252)')
        """);
    StoredRun after = incremental().run();
    RunComparison.Difference difference = compare(before, after);
    assertThat(difference.changes())
        .extracting(e -> e.kind().code() + " " + e.rule() + " " + e.code() + " " + codes(e))
        .contains(
            "gone R01 P-gone [site_removed]",
            "gone R01 P-moved [site_attributes]",
            "gone T1 P-gone [site_removed]",
            "changed T1 P-near [target_added]")
        .noneMatch(text -> text.contains("P-still"));
    assertThat(difference.changes())
        .filteredOn(e -> e.code().equals("P-near"))
        .first()
        .satisfies(e -> assertThat(e.after().verdict()).isEqualTo("FAIL"));
    assertThat(compare(after, before).changes())
        .extracting(e -> e.kind().code() + " " + e.rule() + " " + e.code() + " " + codes(e))
        .contains("new R01 P-gone [site_added]", "changed T1 P-near [target_removed]");
    RunComparison comparison = new RunComparison(province.database);
    List<String> paged = new ArrayList<>();
    for (FindingKey key = FindingKey.FIRST; key != null; ) {
      RunComparison.Difference page = comparison.compare(before.id(), after.id(), key, 1);
      page.changes().forEach(e -> paged.add(e.rule() + e.code()));
      key = page.next();
    }
    assertThat(paged).hasSameSizeAs(difference.changes()).doesNotHaveDuplicates();
  }

  @Test
  void aRuleThatComesIntoForceIsNamedAsTheCause() {
    province.fill(new Random(5), 6);
    StoredRun before = store(LocalDate.of(2014, 12, 31));
    StoredRun after = store(LocalDate.of(2015, 1, 1));
    assertThat(compare(before, after).changes())
        .isNotEmpty()
        .allSatisfy(
            e -> {
              assertThat(e.rule()).isEqualTo("T1");
              assertThat(e.kind().code()).isEqualTo("new");
              assertThat(e.causes()).extracting(Cause::code).containsExactly("rule_in_force");
            });
  }

  @Test
  void aStoredRunIsNeverAltered() {
    province.fill(new Random(6), 2);
    full(List.of());
    for (String sql :
        List.of(
            "UPDATE anlan.check_finding SET verdict = 'PASS'",
            "UPDATE anlan.check_run SET findings_hash = inputs_hash")) {
      assertThatThrownBy(() -> province.run(sql))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("不可更改");
    }
  }

  /** The findings that are in one run only, or not the same in both. */
  private List<String> differing(long part, long whole) {
    List<String> left = pages(part, Wanted.ALL, 1_000).stream().map(StoredFinding::json).toList();
    List<String> right = pages(whole, Wanted.ALL, 1_000).stream().map(StoredFinding::json).toList();
    List<String> differing = new ArrayList<>();
    left.stream().filter(f -> !right.contains(f)).limit(2).forEach(f -> differing.add("part " + f));
    right.stream()
        .filter(f -> !left.contains(f))
        .limit(2)
        .forEach(f -> differing.add("whole " + f));
    return differing;
  }

  private static String codes(RunComparison.Entry entry) {
    return entry.causes().stream().map(Cause::code).toList().toString();
  }

  private RunComparison.Difference compare(StoredRun before, StoredRun after) {
    return new RunComparison(province.database)
        .compare(before.id(), after.id(), FindingKey.FIRST, 1_000);
  }

  private StoredRun full(List<String> rules) {
    return new CheckRuns(province.database, province.checks())
        .store(province.generation(), SmallProvince.ALL, rules, DAY, true)
        .run();
  }

  private StoredRun store(LocalDate day) {
    return new CheckRuns(province.database, province.checks())
        .store(province.generation(), SmallProvince.ALL, List.of(), day, true)
        .run();
  }

  private CheckRuns.Outcome incremental() {
    return new CheckRuns(province.database, province.checks())
        .store(province.generation(), SmallProvince.ALL, List.of(), DAY, false);
  }

  private List<StoredFinding> pages(long run, Wanted wanted, int size) {
    List<StoredFinding> all = new ArrayList<>();
    FindingKey after = FindingKey.FIRST;
    while (true) {
      List<StoredFinding> page = store.findings(run, wanted, after, size);
      if (page.isEmpty()) {
        return all;
      }
      all.addAll(page);
      after = page.get(page.size() - 1).key();
    }
  }

  /** As the database gives JSON back: keys by length and name. */
  private String jsonb(Finding finding) {
    try (var connection = province.database.reader().getConnection()) {
      return cn.anlan.data.store.Sql.list(
              connection,
              "SELECT ?::jsonb::text",
              row -> row.getString(1),
              JSON.writeValueAsString(finding))
          .get(0);
    } catch (java.sql.SQLException e) {
      throw new StoreException("reading in a test", e);
    }
  }
}
