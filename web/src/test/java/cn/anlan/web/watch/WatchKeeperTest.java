package cn.anlan.web.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.data.survey.SurveyReport;
import cn.anlan.data.survey.SurveyRequest;
import cn.anlan.data.survey.Surveys;
import cn.anlan.data.watch.Watch;
import cn.anlan.data.watch.WatchEvent;
import cn.anlan.data.watch.WatchStore;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.rule.Finding;
import cn.anlan.geo.rule.Reason;
import cn.anlan.geo.rule.Verdict;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.checks.CheckRun;
import cn.anlan.web.runs.SmallProvince;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Events of watches: by edits, by rules, by the calendar, by surveys. */
class WatchKeeperTest {
  private static final LocalDate DAY = LocalDate.of(2024, 5, 1);
  private static final String SQUARE =
      "{\"type\":\"Polygon\",\"coordinates\":[[[115.19,28.24],[115.21,28.24],[115.21,28.26],"
          + "[115.19,28.26],[115.19,28.24]]]}";

  @TempDir Path conf;
  private SmallProvince province;
  private WatchStore store;

  @BeforeEach
  void open() {
    province = new SmallProvince(conf);
    store = new WatchStore(province.database);
    site("P1", 115.2);
    site("P2", 115.4);
  }

  @AfterEach
  void close() {
    province.close();
  }

  @Test
  void aSubjectWhoseVerdictFlipsMakesOneEventWithItsCause() {
    long id = add("{'kind':'subject','layer':'chemical_project','code':'P1'}");
    add("{'kind':'subject','layer':'chemical_project','code':'P2'}");
    assertThat(look(DAY)).isEmpty();
    long before = province.database.dataVersion();
    village("V1", "115.2 28.252");
    List<WatchEvent> events = look(DAY);
    assertThat(events).hasSize(1);
    WatchEvent event = store.events(id, 0, 10).get(0);
    assertThat(event.code()).isEqualTo("P1");
    assertThat(event.rule()).isEqualTo("T1");
    assertThat(event.oldVerdict()).isEqualTo("PASS");
    assertThat(event.newVerdict()).isEqualTo("FAIL");
    assertThat(event.oldDataVersion()).isEqualTo(before);
    assertThat(event.newDataVersion()).isEqualTo(before + 1);
    assertThat(event.causes()).contains("target_added", "resident_point V1");
    assertThat(event.finding()).contains("\"subjectCode\"", "P1");
    assertThat(look(DAY)).isEmpty();
    assertThat(store.get(id).events()).isOne();
    assertThat(store.get(id).look().dataVersion()).isEqualTo(before + 1);
  }

  @Test
  void anAreaWatchesWhateverStandsInItAlsoWhatComesAndGoes() {
    long id = add("{'kind':'area','geometry':" + SQUARE + "}");
    site("P3", 115.205);
    site("P4", 115.3);
    assertThat(look(DAY))
        .isNotEmpty()
        .allSatisfy(
            e -> {
              assertThat(e.code()).isEqualTo("P3");
              assertThat(e.oldVerdict()).isNull();
              assertThat(e.causes()).contains("site_added");
            });
    province.run("DELETE FROM layer.chemical_project WHERE code = 'P1'");
    assertThat(look(DAY))
        .isNotEmpty()
        .allSatisfy(
            e -> {
              assertThat(e.code()).isEqualTo("P1");
              assertThat(e.newVerdict()).isNull();
              assertThat(e.causes()).contains("site_removed");
            });
    store.end(id, "规划处");
    site("P5", 115.206);
    assertThat(look(DAY)).isEmpty();
    assertThat(store.events(id, 0, 100)).hasSizeGreaterThan(1);
  }

  @Test
  void aDrawnSiteIsWatchedByTheRulesOfItsLayer() {
    add("{'kind':'site','layer':'chemical_project','projectType':'new','geometry':" + SQUARE + "}");
    village("V1", "115.2 28.262");
    List<WatchEvent> events = look(DAY);
    assertThat(events).extracting(WatchEvent::newVerdict).containsExactly("FAIL");
    assertThat(events.get(0).causes()).contains("target_added");
  }

  @Test
  void aRuleThatChangesOrComesIntoForceIsAnEventToo() {
    village("V1", "115.2 28.262");
    long id = add("{'kind':'subject','layer':'chemical_project','code':'P1','rules':['T1']}");
    province.editRule("value: 600", "value: 2000");
    List<WatchEvent> edited = look(DAY);
    assertThat(edited).extracting(WatchEvent::newVerdict).containsExactly("FAIL");
    assertThat(edited.get(0).causes()).contains("rule_edited");
    List<WatchEvent> early = look(LocalDate.of(2014, 12, 31));
    assertThat(early).hasSize(1);
    assertThat(early.get(0).newVerdict()).isNull();
    assertThat(early.get(0).causes()).contains("rule_expired");
    assertThat(store.events(id, 0, 10)).hasSize(2);
  }

  @Test
  void anAcceptedSurveyIsUsedByTheCheckAndSaysByWhomAndOnWhat() throws IOException {
    // The village stands 610 m from the stored square and 400 m from the surveyed one.
    village("V1", "115.2 28.2568");
    province.run("UPDATE layer.chemical_project SET sigma_m = 60 WHERE code = 'P1'");
    add("{'kind':'subject','layer':'chemical_project','code':'P1','rules':['T1']}");
    assertThat(finding("P1").verdict()).isEqualTo(Verdict.NEEDS_SURVEY);
    Path file = conf.resolve("p1.csv");
    Files.writeString(
        file,
        "点号,lon,lat\n1,115.199,28.249\n2,115.201,28.249\n3,115.201,28.2532\n4,115.199,28.2532\n");
    Surveys surveys = new Surveys(province.database);
    SurveyReport report =
        surveys.submit(
            new SurveyRequest(
                "chemical_project",
                "P1",
                LocalDate.of(2024, 3, 1),
                "GNSS RTK",
                0.05,
                "测字〔2024〕9号",
                "县局 测绘岗",
                Optional.of(CoordinateSystem.CGCS2000),
                Optional.empty(),
                false),
            file,
            "p1.csv");
    assertThat(report.refused()).as(report.issues().toString()).isFalse();
    assertThat(look(DAY)).isEmpty();
    long id = report.survey().id();
    surveys.decide(id, Surveys.Decision.ACCEPTED, "与现场一致", "规划处 审核岗");
    assertThat(look(DAY))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.oldVerdict() + e.newVerdict()).isEqualTo("NEEDS_SURVEYFAIL");
              assertThat(e.causes()).contains("\"survey\"");
            });
    Finding surveyed = finding("P1");
    assertThat(surveyed.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(surveyed.distanceM()).isBetween(380.0, 420.0);
    assertThat(surveyed.reasons())
        .filteredOn(r -> r.code().equals("surveyed_boundary"))
        .extracting(Reason::zh)
        .singleElement()
        .asString()
        .contains("第 " + id + " 号", "2024-03-01", "测字〔2024〕9号", "规划处 审核岗", "0.05");
    surveys.decide(id, Surveys.Decision.REVOKED, "控制点有误", "规划处 审核岗");
    assertThat(look(DAY)).extracting(WatchEvent::newVerdict).containsExactly("NEEDS_SURVEY");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'kind':'subject','layer':'chemical_project','code':'no'} | code",
        "{'kind':'subject','layer':'nosuch','code':'P1'} | nosuch",
        "{'kind':'subject','layer':'region','code':'360000'} | layer",
        "{'kind':'area'} | geometry",
        "{'kind':'area','geometry':{'type':'Point','coordinates':[115,28]}} | geometry",
        "{'kind':'area','geometry':{'type':'Point','coordinates':[28,115]}} | 颠倒",
        "{'kind':'road'} | kind",
        "{'kind':'area','colour':'red'} | colour",
        "{'kind':'subject','layer':'chemical_project','code':'P1','rules':['R99']} | R99"
      })
  void whatCannotBeWatchedIsRefused(String body, String named) {
    assertThatThrownBy(() -> add(body)).isInstanceOf(UserFault.class).hasMessageContaining(named);
    assertThat(store.list(Long.MAX_VALUE, 10)).isEmpty();
  }

  private Finding finding(String code) {
    return province
        .checks()
        .stored(province.generation(), SmallProvince.ALL, List.of("T1"), DAY)
        .findings()
        .stream()
        .filter(f -> f.subjectCode().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private long add(String body) {
    String json =
        body.strip()
            .replace('\'', '"')
            .replaceFirst("\\{", "{\"title\":\"t\",\"createdBy\":\"岗\",");
    CheckRun checks = province.checks();
    Generation generation = province.generation();
    Watch watch =
        store.add(
            WatchDraft.read(
                JsonMapper.shared().readTree(json),
                checks,
                province.database.catalog(),
                generation));
    new WatchKeeper(province.database, checks).look(generation, DAY);
    return watch.id();
  }

  private List<WatchEvent> look(LocalDate day) {
    return new WatchKeeper(province.database, province.checks()).look(province.generation(), day);
  }

  private void village(String code, String lonLat) {
    province.run(
        """
        INSERT INTO layer.resident_point (code, name, kind, population, county_code, source_crs,
          sigma_m, geom)
        VALUES ('%1$s', '%1$s', 'village', 80, '360100', 'EPSG:4490', 1,
          'SRID=4490;POINT(%2$s)')
        """
            .formatted(code, lonLat));
  }

  private void site(String code, double lon) {
    province.run(
        """
        INSERT INTO layer.chemical_project (code, name, project_type, hazardous_producer,
          approval_date, county_code, source_crs, sigma_m, geom)
        VALUES ('%1$s', '%1$s', 'new', true, '2023-01-01', '360100', 'EPSG:4490', 1,
          st_multi(st_expand('SRID=4490;POINT(%2$s 28.25)'::geometry, 0.001)))
        """
            .formatted(code, lon));
  }
}
