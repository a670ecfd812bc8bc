package cn.anlan.web.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.analytics.assessment.ModelFiles;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.data.assessments.AssessmentStore;
import cn.anlan.data.assessments.StoredAssessment;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.TestDatabase;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.SnapshotStore;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.assessment.Changes.Change;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Two counties in a real database: grades written, kept fresh, stored and compared. */
class GradeKeeperTest {
  private static final LocalDate TODAY = LocalDate.of(2022, 2, 1);
  private static final LocalDate END = LocalDate.of(2021, 12, 31);

  private final ModelFiles files = ModelFiles.load(null);
  private final Assessments assessments = new Assessments(files);
  private final SnapshotStore snapshots = new SnapshotStore();
  private Database database;
  private SnapshotLoader loader;
  private GradeKeeper keeper;

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.open();
    loader = new SnapshotLoader(database);
    keeper = new GradeKeeper(database, assessments);
    run(
        """
        INSERT INTO layer.region (code, name, admin_level, parent_code, population, geom) VALUES
          ('360000', '试验省', 'province', NULL, NULL, NULL),
          ('360100', '试验市', 'city', '360000', NULL, NULL),
          ('360101', '甲县', 'county', '360100', 400000,
           'SRID=4490;MULTIPOLYGON(((115 28,115.5 28,115.5 28.5,115 28.5,115 28)))'),
          ('360102', '乙县', 'county', '360100', 400000,
           'SRID=4490;MULTIPOLYGON(((115.5 28,116 28,116 28.5,115.5 28.5,115.5 28)))');
        INSERT INTO layer.reporting_unit
          (code, name, kind, unit_level, parent_code, region_code, is_functional_zone)
          SELECT code, name, 'statutory', admin_level, parent_code, code, false FROM layer.region;
        INSERT INTO layer.enterprise (code, name, sector, county_code, sigma_m, geom)
          SELECT 'E' || i, '试验企业', 'fire', CASE WHEN i < 50 THEN '360101' ELSE '360102' END, 10,
            'SRID=4490;POINT(115.2 28.2)' FROM generate_series(1, 100) i;
        INSERT INTO layer.hazard (code, name, enterprise_code, sector, hazard_source, hazard_grade,
            status, found_on, registered_on, graded_on, due_on, original_due_on, closed_on,
            county_code)
          SELECT 'H' || i, '试验隐患', 'E' || (1 + i % 100), 'fire', 'self_check', 'general',
            CASE WHEN i % 20 = 0 THEN 'rectifying' ELSE 'closed' END, d, d, d, d + 20, d + 20,
            CASE WHEN i % 20 = 0 THEN NULL ELSE d + 10 END,
            CASE WHEN i % 100 < 49 THEN '360101' ELSE '360102' END
          FROM generate_series(1, 600) i, LATERAL (SELECT date '2021-12-01' - i % 300 AS d) day;
        """);
    accident("A0", "360102", END, 0);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void gradesAreWrittenOnceAndAgainOnlyWhereSomethingMoved() throws Exception {
    assertThat(look()).isTrue();
    assertThat(text("SELECT count(*) || ' ' || count(geom) FROM layer.region_grade"))
        .isEqualTo("4 2"); // a province, a city, two counties; only these have shapes
    long version = database.dataVersion();
    assertThat(look()).as("nothing has changed").isFalse();
    assertThat(new GradeKeeper(database, assessments).look(generation(), TODAY))
        .as("another program writes the same")
        .isFalse();
    assertThat(database.dataVersion()).isEqualTo(version);

    run("UPDATE layer.hazard SET name = '改名' WHERE code = 'H1'");
    assertThat(look()).as("a name changes no grade").isFalse();

    accident("A1", "360101", LocalDate.of(2021, 11, 20), 4);
    assertThat(look()).isTrue();
    assertThat(
            text(
                "SELECT level || ' ' || vetoes::text FROM layer.region_grade"
                    + " WHERE code = 'county/360101'"))
        .startsWith("2 ")
        .contains("较大事故");
    assertThat(text("SELECT data_version FROM layer.region_grade WHERE code = 'county/360102'"))
        .as("the other county's row is as it was, or moved by the common rate only")
        .isNotNull();
    assertThat(text("SELECT count(*) FROM history.region_grade WHERE code = 'county/360101'"))
        .isEqualTo("1");
  }

  @Test
  void whatAKeptAssessmentSaysIsWhatAFreshOneSays() throws Exception {
    assessments.on(generation(), END);
    for (int i = 0; i < 4; i++) {
      run(
          "UPDATE layer.hazard SET closed_on = NULL, status = 'rectifying' WHERE code IN ('H%d','H%d')"
              .formatted(i * 7 + 1, i * 31 + 2));
      run("DELETE FROM layer.hazard WHERE code = 'H%d'".formatted(300 + i));
      Generation now = generation();
      AssessmentQuestion counties = new AssessmentQuestion(UnitLevel.COUNTY, null);
      String kept = json(new AnswerWriter(now, assessments.on(now, END), counties).all());
      String fresh =
          json(new AnswerWriter(now, new Assessments(files).on(now, END), counties).all());
      assertThat(kept).as("commit " + i).isEqualTo(fresh);
    }
  }

  @Test
  void aMovedColourIsSplitIntoDataModelAndCalendar() throws Exception {
    LocalDate first = LocalDate.of(2021, 10, 31);
    run("DELETE FROM layer.accident");
    accident("A9", "360102", first, 0);
    run("DELETE FROM layer.hazard WHERE found_on > '2021-10-31' OR closed_on > '2021-10-31'");
    assertThat(look()).isTrue();
    StoredAssessment stored = new AssessmentStore(database).findLast(first).orElseThrow();
    assertThat(stored.modelSha256()).isEqualTo(files.sha256());

    accident("A1", "360101", LocalDate.of(2021, 9, 20), 5); // told late: data
    accident("A2", "360102", END, 6); // after the first day: calendar
    Changes.Answer answer =
        new Changes(assessments, new AssessmentStore(database))
            .between(generation(), UnitLevel.COUNTY, first, END);

    assertThat(answer.isStored()).isTrue();
    assertThat(answer.fromDataVersion()).isEqualTo(stored.dataVersion());
    assertThat(answer.changes()).extracting(Change::code).containsExactly("360101", "360102");
    for (Change change : answer.changes()) {
      Changes.Causes causes = change.causes();
      assertThat(causes.data() + causes.model() + causes.calendar())
          .as(change.toString())
          .isCloseTo(change.toScore() - change.fromScore(), within(0.02));
      assertThat(causes.model()).isZero();
      assertThat(change.explanation().zh()).contains(change.name(), "较大事故");
    }
    Change late = answer.changes().get(0);
    assertThat(late.causes().data()).isGreaterThan(1);
    Change other = answer.changes().get(1);
    assertThat(other.causes().calendar()).isGreaterThan(Math.abs(other.causes().data()));
  }

  @Test
  void anotherModelShowsAsTheModelsShare() throws Exception {
    look();
    ModelFiles strict =
        ModelFiles.of(
            files.modelText().replace("[80, 60, 40]", "[50, 5, 1]"), files.baselineText());
    accident("A3", "360101", END, 0);
    run("UPDATE layer.accident SET occurred_on = '2022-01-10' WHERE code = 'A3'");
    Changes.Answer answer =
        new Changes(new Assessments(strict), new AssessmentStore(database))
            .between(generation(), UnitLevel.COUNTY, END, LocalDate.of(2022, 1, 10));
    assertThat(answer.fromModelSha256()).isEqualTo(files.sha256());
    assertThat(answer.manifest().modelSha256()).isEqualTo(strict.sha256());
    assertThat(answer.changes()).isNotEmpty();
  }

  @Test
  void daysThatCannotBeComparedAreRefused() {
    Changes changes = new Changes(assessments, new AssessmentStore(database));
    assertThatThrownBy(() -> changes.between(generation(), UnitLevel.COUNTY, END, END))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("2021-12-31");
    assertThatThrownBy(() -> assessments.on(generation(), LocalDate.now().plusDays(1)))
        .isInstanceOf(UserFault.class);
  }

  private boolean look() {
    return keeper.look(generation(), TODAY);
  }

  private Generation generation() {
    loader.loadInto(snapshots);
    return snapshots.current();
  }

  private void accident(String code, String county, LocalDate day, int deaths) {
    run(
        """
        INSERT INTO layer.accident (code, name, occurred_on, sector, accident_type, severity, deaths,
          serious_injuries, acute_poisoned, direct_loss_10k_yuan, is_production_related, is_traffic,
          county_code, geom)
        SELECT '%s', '试验事故', '%s', 'fire', '%s', 'ordinary', %d,
          0, 0, 1, true, false, '%s', 'SRID=4490;POINT(115.2 28.2)'
        """
            .formatted(code, day, accidentType(), deaths, county));
  }

  private String accidentType() {
    return database.catalog().getCodes("accident_type").codes().get(0).value();
  }

  private void run(String sql) {
    database.inTransaction(
        "test",
        "test",
        connection -> {
          Sql.run(connection, sql);
          return null;
        });
  }

  private String text(String sql) throws Exception {
    try (Connection connection = database.reader().getConnection()) {
      List<String> rows = Sql.list(connection, sql, row -> row.getString(1));
      return rows.isEmpty() ? null : rows.get(0);
    }
  }

  private static String json(Object value) {
    return JsonMapper.builder().build().writeValueAsString(value);
  }
}
