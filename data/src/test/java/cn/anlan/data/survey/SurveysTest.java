package cn.anlan.data.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.data.ingest.report.Issue;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.StoreException;
import cn.anlan.data.store.TestDatabase;
import cn.anlan.data.survey.Surveys.Decision;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Boundary points come in, are reviewed, and hold from one data version to another. */
class SurveysTest {
  private static final Path FILES = Path.of("src", "test", "resources", "survey");

  @TempDir Path conf;
  private Database database;
  private Surveys surveys;
  private SurveyStore store;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(conf.resolve("catalog/layers"));
    Files.writeString(
        conf.resolve("catalog/layers/works.yaml"),
        """
        id: works
        title: {zh: 厂区, en: Works}
        description: {zh: 试验图层, en: Layer for tests}
        geometry: any
        disclosure: internal
        accuracy: optional
        within_province: false
        style: {color: "#336699"}
        fields:
          - {name: name, type: text, title: {zh: 名称, en: Name}}
        """);
    database = TestDatabase.open(conf);
    surveys = new Surveys(database);
    store = new SurveyStore(database);
    run(
        "INSERT INTO layer.works (code, sigma_m, geom) VALUES"
            + " ('W1', 20, 'SRID=4490;POINT(115.858 28.683)'),"
            + " ('W2', 20, 'SRID=4490;POINT(115.862 28.683)'),"
            + " ('W3', 20, 'SRID=4490;POINT(116.5 28.683)'), ('W4', NULL, NULL)");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource({
    "site.txt, , EPSG:4526, 11",
    "site_gb18030_unprefixed.txt, , EPSG:4547, 11",
    "site.csv, EPSG:4547, EPSG:4547, 9",
    "site.dxf, EPSG:4547, EPSG:4547, 6"
  })
  void eachFormatGivesTheSameSite(String file, String crs, String stored, int points) {
    Survey survey = submitted("W1", file, crs);
    assertThat(survey.status()).isEqualTo("submitted");
    assertThat(survey.sourceCrs()).isEqualTo(stored);
    assertThat(survey.points()).hasSize(points);
    assertThat(survey.geometry().getNumGeometries()).isOne();
    assertThat(survey.replacedM()).isLessThan(100);
    double holeM2 = file.endsWith("dxf") ? 0 : 50 * 40;
    assertThat(squareMetres(survey.id())).isCloseTo(160 * 135 - holeM2, within(40.0));
    assertThat(one("SELECT st_srid(source_geom) FROM anlan.surveys"))
        .isEqualTo(stored.substring(5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "swapped.txt | | 14 | J1 | 颠倒",
        "other_zone.txt | | 14 | J1 | 另一个带号",
        "open.txt | | 18 | J5 | 未闭合",
        "cut_off.txt | | 13 | 点数 | 17 个界址点，实有 11 行",
        "truncated_easting.txt | | 16 | J3 | 远离其余",
        "crossing.csv | EPSG:4547 | 1 | P1 | P1–P2 与 P3–P4",
        "crossing.csv | EPSG:4526 | 1 | P1 | 不带带号",
        "crossing.csv | EPSG:4490 | 1 | P1 | 米,不是度",
        "open.dxf | EPSG:4547 | 1 | 1-5 | 未闭合"
      })
  void whatIsWrongIsSaidWithItsPlaceAndNothingIsStored(
      String file, String crs, long row, String field, String reason) {
    SurveyReport report = surveys.submit(request("W1", crs, false), FILES.resolve(file), file);
    assertThat(report.refused()).isTrue();
    Issue first = report.issues().get(0);
    assertThat(first.row()).as(first.toString()).isEqualTo(row);
    assertThat(first.field()).isEqualTo(field);
    assertThat(first.reason()).contains(reason);
    assertThat(first.remedy()).isNotBlank();
    assertThat(store.list(null, null, null, Long.MAX_VALUE, 10)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "beijing54.txt | | W1 | 国家秘密",
        "site.txt | EPSG:4527 | W1 | 矛盾",
        "site.csv | | W1 | 没有声明坐标系",
        "two_layers.dxf | EPSG:4547 | W1 | 2 个图层",
        "site.txt | | W9 | 没有编码 W9"
      })
  void whatCannotBeTakenAtAllIsRefused(String file, String crs, String code, String reason) {
    assertThatThrownBy(() -> surveys.submit(request(code, crs, false), FILES.resolve(file), file))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aBoundaryAwayFromItsSiteMustBeConfirmedAndOneFarAwayIsRefused() {
    SurveyReport away = surveys.submit(request("W2", null, false), FILES.resolve("site.txt"), "a");
    assertThat(away.refused()).isTrue();
    assertThat(away.replacedM()).isBetween(160.0, 600.0);
    assertThat(away.issues().get(0).remedy()).contains("--confirm-far");
    SurveyReport meant = surveys.submit(request("W2", null, true), FILES.resolve("site.txt"), "a");
    assertThat(meant.refused()).isFalse();
    assertThat(meant.survey().farConfirmed()).isTrue();
    assertThat(meant.survey().warnings()).anyMatch(w -> w.reason().contains("已确认"));
    SurveyReport far = surveys.submit(request("W3", null, true), FILES.resolve("site.txt"), "a");
    assertThat(far.refused()).isTrue();
    assertThat(far.issues().get(0).reason()).contains("不是同一场址");
  }

  @Test
  void anAcceptedSurveyHoldsFromItsVersionUntilItIsRevokedOrAnotherIsAccepted() {
    long before = database.dataVersion();
    Survey first = submitted("W4", "site.txt", null);
    Survey second = submitted("W4", "site.csv", "EPSG:4547");
    assertThat(database.dataVersion()).isEqualTo(before);
    surveys.decide(first.id(), Decision.ACCEPTED, "与现场一致", "规划处 审核岗");
    long accepted = database.dataVersion();
    assertThat(accepted).isEqualTo(before + 1);
    surveys.decide(second.id(), Decision.ACCEPTED, "复测", "规划处 审核岗");
    surveys.decide(second.id(), Decision.REVOKED, "仪器未检定", "规划处 审核岗");
    SiteKey site = new SiteKey("works", "W4");
    assertThat(store.inForceAt(before)).isEmpty();
    assertThat(store.inForceAt(accepted).get(site).surveyId()).isEqualTo(first.id());
    assertThat(store.inForceAt(accepted + 1).get(site).surveyId()).isEqualTo(second.id());
    assertThat(store.inForceAt(accepted + 2)).isEmpty();
    assertThat(store.changedBetween(before, accepted)).containsExactly(site);
    assertThat(store.changedBetween(before, accepted + 2)).isEmpty();
    assertThat(store.get(first.id()).status()).isEqualTo("superseded");
    Survey revoked = store.get(second.id());
    assertThat(revoked.status()).isEqualTo("revoked");
    assertThat(revoked.reason()).isEqualTo("复测");
    assertThat(revoked.revokedReason()).isEqualTo("仪器未检定");
  }

  @Test
  void decisionsFollowTheirOrderAndAreSignedByAnotherPost() {
    Survey survey = submitted("W1", "site.txt", null);
    assertThatThrownBy(() -> surveys.decide(survey.id(), Decision.ACCEPTED, "自己送的", "县局 测绘岗"))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("同一岗位");
    assertThatThrownBy(() -> surveys.decide(survey.id(), Decision.REVOKED, "尚未采用", "审核岗"))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("submitted");
    long version = database.dataVersion();
    surveys.decide(survey.id(), Decision.REJECTED, "缺控制点说明", "审核岗");
    assertThat(database.dataVersion()).isEqualTo(version);
    assertThatThrownBy(() -> surveys.decide(survey.id(), Decision.ACCEPTED, "再看", "审核岗"))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("rejected");
    assertThatThrownBy(() -> surveys.decide(99, Decision.ACCEPTED, "没有", "审核岗"))
        .isInstanceOf(UserFault.class);
  }

  @Test
  void whatIsStoredIsNeverAltered() {
    Survey survey = submitted("W1", "site.txt", null);
    surveys.decide(survey.id(), Decision.ACCEPTED, "一致", "审核岗");
    for (String change :
        List.of(
            "UPDATE anlan.survey SET sigma_m = 0.01",
            "DELETE FROM anlan.survey",
            "UPDATE anlan.survey_decision SET decision = 'rejected'",
            "DELETE FROM anlan.survey_decision")) {
      assertThatThrownBy(() -> run(change))
          .as(change)
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("不可更改");
    }
  }

  @Test
  void personsAreNotNamedByTelephone() {
    SurveyRequest r = request("W1", null, false);
    SurveyRequest personal =
        new SurveyRequest(
            r.layer(),
            r.code(),
            r.surveyedOn(),
            "RTK，联系 138" + "12345678",
            r.sigmaM(),
            r.document(),
            r.submittedBy(),
            r.crs(),
            r.drawingLayer(),
            false);
    assertThatThrownBy(() -> surveys.submit(personal, FILES.resolve("site.txt"), "a"))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("个人信息");
  }

  private Survey submitted(String code, String file, String crs) {
    SurveyReport report = surveys.submit(request(code, crs, false), FILES.resolve(file), file);
    assertThat(report.refused()).as(report.issues().toString()).isFalse();
    return report.survey();
  }

  private static SurveyRequest request(String code, String crs, boolean confirmFar) {
    return new SurveyRequest(
        "works",
        code,
        LocalDate.of(2025, 6, 3),
        "GNSS RTK",
        0.05,
        "示例测字〔2025〕3号",
        "县局 测绘岗",
        Optional.ofNullable(crs).map(CoordinateSystem::parse),
        Optional.empty(),
        confirmFar);
  }

  private double squareMetres(long id) {
    return Double.parseDouble(
        one("SELECT st_area(st_transform(geom, 4547)) FROM anlan.surveys WHERE id = " + id));
  }

  private String one(String sql) {
    try (Connection connection = database.reader().getConnection()) {
      return Sql.list(connection, sql, row -> row.getString(1)).get(0);
    } catch (SQLException e) {
      throw new StoreException("reading in a test", e);
    }
  }

  private void run(String sql) {
    try (Connection connection = database.owner().getConnection()) {
      Sql.run(connection, sql);
    } catch (SQLException e) {
      throw new StoreException("running test SQL", e);
    }
  }
}
