package cn.anlan.data.traps;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.analytics.rollup.ReportingUnits;
import cn.anlan.analytics.rollup.Unit;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.analytics.rollup.UnitTree;
import cn.anlan.data.ingest.ImportReport;
import cn.anlan.data.ingest.report.Issue;
import cn.anlan.data.ingest.report.Severity;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traps T1 to T4: a county of another province, a misprint, renamed counties, reporting units. */
class CountyTrapsTest {
  private static final String HEADING = "code,name,sector,county_code,lon,lat\n";
  private static final String IN_LE_AN = "115.83,27.42";
  private static final String IN_LAN_SHAN = "112.19,25.37";

  @TempDir Path folder;
  private Province province;

  @BeforeEach
  void open() {
    province = new Province(folder);
  }

  @AfterEach
  void close() {
    province.close();
  }

  @Test
  void t1ARecordOf蓝山县InHunanIsSetAsideByItsNameItsCodeAndItsPlace() {
    ImportReport report =
        province.quarantine(
            "enterprise",
            HEADING
                + "1,甲,fire,蓝山县,"
                + IN_LE_AN
                + "\n"
                + "2,乙,fire,431127,"
                + IN_LE_AN
                + "\n"
                + "3,丙,fire,361025,"
                + IN_LAN_SHAN
                + "\n"
                + "4,丁,fire,361025,"
                + IN_LE_AN
                + "\n");

    assertThat(report.rejected()).isEqualTo(3);
    assertThat(province.rows("SELECT code FROM layer.enterprise")).containsExactly("4");
    assertThat(report.issues())
        .filteredOn(i -> i.severity() == Severity.ERROR)
        .extracting(i -> i.row() + " " + i.field())
        .containsExactly("1 county_code", "2 county_code", "3 geom");
    assertThat(report.issues().get(0).reason()).contains("本省没有县“蓝山县”");
    assertThat(report.issues().get(1).reason()).contains("属湖南省");
    assertThat(report.issues().get(2).reason()).contains("省界外");
    assertThat(report.rejectedFile()).isNotNull();
  }

  @Test
  void t1TheDocumentOf蓝山县IsMarkedAsAnotherProvinces() {
    assertThat(
            province.rows(
                "SELECT code FROM layer.source_document WHERE is_out_of_province ORDER BY code"))
        .containsExactly("004");
  }

  @Test
  void t2安乐县IsReadAs乐安县WithAWarningAndTheSourcesWordsAreKept() {
    ImportReport report =
        province.quarantine(
            "enterprise",
            HEADING + "1,甲,fire,安乐县," + IN_LE_AN + "\n2,乙,fire,361025," + IN_LE_AN + "\n");

    assertThat(report.rejected()).isZero();
    assertThat(
            province.rows(
                "SELECT code, county_code, county_name_source FROM layer.enterprise ORDER BY 1"))
        .containsExactly("1|361025|安乐县", "2|361025|null");
    assertThat(report.issues())
        .singleElement()
        .satisfies(
            i -> {
              assertThat(i.severity()).isEqualTo(Severity.WARNING);
              assertThat(i.value()).isEqualTo("安乐县");
              assertThat(i.reason()).contains("361025 乐安县");
            });
  }

  @Test
  void t2ALaterDeliveryThatWritesItRightTakesTheOldWordsAway() {
    province.quarantine("enterprise", HEADING + "1,甲,fire,安乐县," + IN_LE_AN + "\n");
    province.quarantine("enterprise", HEADING + "1,甲,fire,361025," + IN_LE_AN + "\n");
    assertThat(province.rows("SELECT county_name_source FROM layer.enterprise"))
        .containsExactly("null");
    assertThat(province.rows("SELECT county_name_source FROM history.enterprise"))
        .containsExactly("安乐县");
  }

  @Test
  void t3龙南县And上饶县AreReadAsTheUnitsOfTodayAndReportedUnderThoseOfTheDay() {
    ImportReport report =
        province.quarantine(
            "enterprise",
            HEADING
                + "1,甲,fire,龙南县,"
                + inside("360783")
                + "\n"
                + "2,乙,fire,上饶县,"
                + inside("361104")
                + "\n");

    assertThat(report.rejected()).isZero();
    assertThat(report.issues()).extracting(Issue::value).containsExactly("龙南县", "上饶县");
    assertThat(
            province.rows(
                "SELECT code, county_code, county_name_source FROM layer.enterprise ORDER BY 1"))
        .containsExactly("1|360783|龙南县", "2|361104|上饶县");
    UnitTree tree = ReportingUnits.tree(province.snapshots().get("reporting_unit"));
    assertThat(nameOn(tree, "360783", "2020-05-31")).isEqualTo("龙南县");
    assertThat(nameOn(tree, "360783", "2020-06-01")).isEqualTo("龙南市");
    assertThat(nameOn(tree, "361104", "2019-06-30")).isEqualTo("上饶县");
    assertThat(nameOn(tree, "361104", "2019-07-01")).isEqualTo("广信区");
    assertThat(
            province.rows(
                "SELECT u.name FROM layer.enterprise e JOIN layer.reporting_unit u ON u.code ="
                    + " anlan.unit_at(e.county_code, 'county', date '2019-01-01') ORDER BY e.code"))
        .containsExactly("龙南县", "上饶县");
  }

  @Test
  void t4AZoneReportsAndIsNoRegion() {
    assertThat(
            province.rows(
                "SELECT u.name, u.region_code, count(r.*) FROM layer.reporting_unit u"
                    + " LEFT JOIN layer.region r ON r.code = u.code OR r.name = u.name"
                    + " WHERE u.is_functional_zone GROUP BY 1, 2 ORDER BY 1"))
        .containsExactlyInAnyOrder("赣江新区|null|0", "赣州经济技术开发区|null|0");
    assertThat(
            province.rows(
                "SELECT count(*) FILTER (WHERE is_functional_zone), count(*) FROM"
                    + " layer.reporting_unit WHERE parent_code = '360700' AND valid_to IS NULL"))
        .containsExactly("1|19");
  }

  @Test
  void t4AnEnterpriseNamesItsZoneByCodeOrNameAndAnUnknownZoneIsRejected() {
    ImportReport report =
        province.quarantine(
            "enterprise",
            "code,name,sector,county_code,填报单位编码,lon,lat\n"
                + "1,甲,fire,360702,FZ-GANZHOU-ETDZ,114.93,25.85\n"
                + "2,乙,fire,360702,FZ-NOWHERE,114.93,25.85\n"
                + "3,丙,fire,360702,赣州经开区,114.93,25.85\n");
    assertThat(province.rows("SELECT code, reporting_unit_code FROM layer.enterprise"))
        .containsExactlyInAnyOrder("1|FZ-GANZHOU-ETDZ", "3|FZ-GANZHOU-ETDZ");
    assertThat(report.issues())
        .extracting(i -> i.severity() + " " + i.reason().split(" \\(")[0])
        .containsExactly(
            "ERROR 图层 reporting_unit 没有编码 FZ-NOWHERE", "WARNING 按名称读作 FZ-GANZHOU-ETDZ");
  }

  private String inside(String region) {
    return province
        .rows(
            "SELECT ST_X(p) || ',' || ST_Y(p) FROM layer.region, ST_PointOnSurface(geom) p"
                + " WHERE code = '"
                + region
                + "'")
        .get(0);
  }

  private static String nameOn(UnitTree tree, String code, String day) {
    return tree.find(code, UnitLevel.COUNTY, LocalDate.parse(day)).map(Unit::name).orElseThrow();
  }
}
