package cn.anlan.data.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.ingest.report.Issue;
import cn.anlan.data.ingest.request.ImportMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Faults of rows are all found in one pass, and only quarantine takes the other rows. */
class BadRowsTest extends AtTheOffice {
  @Test
  void everyKindOfFaultIsFoundInOnePassWithRowFieldValueReasonAndRemedy() {
    Path file =
        office.file(
            "firms.csv",
            """
            code,name,sector,county_code,commissioned_on,sigma_m,lon,lat
            1,甲,fire,360102,2021/3/1,5,115.8,28.7
            1,乙,fire,360102,2021年3月1日,5,115.8,28.7
            3,,blacksmith,360102,2021-02-30,5,115.8,28.7
            4,丁,fire,360102,yesterday,-1,115.8,28.7
            5,戊,fire,360102,,,115.8,28.7
            6,己,fire,360102,,5,28.7,115.8
            7,庚,fire,360102,,5,,
            8,辛,fire,360102,,5,abc,28.7
            9,壬,fire,360102,,5,0,0
            ,癸,fire,360102,,5,115.8,28.7
            11,子,fire,360102,,5,115.8
            12,丑,fire,999999,,5,681608.4,3175548.8
            13,%s,fire,360102,,5,115.8,28.7
            """
                .formatted("长".repeat(121)));

    ImportReport report = office.run("enterprise", file, r -> r.crs("4490"));

    assertThat(report.failed()).isTrue();
    assertThat(report.committed()).isFalse();
    assertThat(report.accepted()).isEqualTo(1);
    assertThat(report.rejected()).isEqualTo(12);
    assertThat(office.number("SELECT count(*) FROM layer.enterprise")).isZero();
    assertThat(report.issues()).allSatisfy(i -> assertThat(i.remedy()).isNotBlank());
    assertThat(report.issues())
        .extracting(i -> i.row() + " " + i.field() + " " + i.reason().split("[ ,(]")[0])
        .containsExactly(
            "2 code 编码与第",
            "3 sector 不在代码表“行业”中",
            "3 commissioned_on 没有这一天",
            "3 name 缺少必填项“企业名称”",
            "4 commissioned_on 不是日期",
            "4 sigma_m 超出范围",
            "5 sigma_m 缺少位置中误差",
            "6 geom 坐标",
            "7 geom 没有图形",
            "8 lon 坐标不是数字",
            "9 geom 坐标",
            "10 code 缺少编码",
            "11 null 第",
            "12 county_code 本省没有县“999999”",
            "12 geom 坐标",
            "13 name 长");
    assertThat(reason(report, 6)).contains("经纬度颠倒");
    assertThat(reason(report, 9)).contains("不在");
    assertThat(reason(report, 12)).contains("999999");
  }

  @Test
  void geometriesAreNeverMended() {
    Path file =
        office.file(
            "sites.geojson",
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"code":"1"},"geometry":{"type":"Polygon","coordinates":[[[115.8,28.7],[115.9,28.8],[115.9,28.7],[115.8,28.8],[115.8,28.7]]]}},
            {"type":"Feature","properties":{"code":"2"},"geometry":{"type":"Polygon","coordinates":[[[115.8,28.7],[115.9,28.8],[115.9,28.7]]]}},
            {"type":"Feature","properties":{"code":"3"},"geometry":{"type":"Point","coordinates":[115.8,28.7]}},
            {"type":"Feature","properties":{"code":"4"},"geometry":null},
            {"type":"Feature","properties":{"code":"5"},"geometry":{"type":"Polygon","coordinates":[]}},
            {"type":"Feature","properties":{"code":"6"},"geometry":{"type":"Polygon","coordinates":[[[115.8,"x"]]]}},
            {"type":"Feature","properties":{"code":"7"},"geometry":{"type":"Polygon","coordinates":[[[115.8,1e400],[115.9,28.8],[115.9,28.7],[115.8,1e400]]]}},
            {"geometry":{"coordinates":[[[115.8,28.7],[115.9,28.7],[115.9,28.8],[115.8,28.7]]],"type":"Polygon"},"properties":{"code":"8"},"type":"Feature"}
            ]}
            """);

    ImportReport report =
        office.run(
            "coverage",
            file,
            r ->
                r.crs("EPSG:4326")
                    .mode(ImportMode.QUARANTINE)
                    .set("covers_layer", "shoreline")
                    .set("statement", "x"));

    assertThat(report.accepted()).isEqualTo(1);
    assertThat(report.issues())
        .extracting(Issue::reason)
        .satisfiesExactly(
            r -> assertThat(r).contains("自相交", "(115.850000, 28.750000)"),
            r -> assertThat(r).contains("没有闭合"),
            r -> assertThat(r).contains("图形是 Point,图层要 面"),
            r -> assertThat(r).contains("没有图形"),
            r -> assertThat(r).contains("空的"),
            r -> assertThat(r).contains("坐标不是两个数"),
            r -> assertThat(r).contains("不是有限数"));
    assertThat(office.rows("SELECT code, GeometryType(geom) FROM layer.coverage"))
        .containsExactly("8|MULTIPOLYGON");
  }

  @Test
  void rejectedRowsGoToAFileThatASpreadsheetCanOpenSafely() throws IOException {
    Path file =
        office.file(
            "firms.csv",
            "code,name,sector,county_code,lon,lat\n"
                + "1,甲,fire,360102,115.8,28.7\n"
                + "2,乙,\"=cmd|'/C calc'!A0\",360102,115.8,28.7\n");

    ImportReport report =
        office.run("enterprise", file, r -> r.crs("4490").sigmaM(1.0).mode(ImportMode.QUARANTINE));

    assertThat(report.failed()).isFalse();
    assertThat(report.committed()).isTrue();
    assertThat(report.inserted()).isEqualTo(1);
    Path rejected = directory.resolve("rejected").resolve(report.rejectedFile());
    List<String> lines = Files.readAllLines(rejected, StandardCharsets.UTF_8);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .isEqualTo(
            "\ufeffanlan_quarantine_id,anlan_row,anlan_issues,code,name,sector,county_code,lon,lat");
    assertThat(lines.get(1))
        .startsWith(",2,\"sector: 不在代码表")
        .endsWith(",2,乙,'=cmd|'/C calc'!A0,360102,115.8,28.7");
    List<String> issues =
        Files.readAllLines(
            directory.resolve("rejected").resolve(report.issuesFile()), StandardCharsets.UTF_8);
    assertThat(issues.get(0)).isEqualTo("\ufeffrow,field,value,reason,remedy,severity");
    assertThat(issues.get(1))
        .startsWith("2,sector,'=cmd|'/C calc'!A0,不在代码表")
        .contains("可用: hazardous_chemicals")
        .endsWith(",error");
  }

  @Test
  void aReferenceToARowThatIsNotThereIsRejected() {
    Path file =
        office.file(
            "points.csv",
            "code,name,sector,county_code,level,enterprise_code,lon,lat\n"
                + "1,甲,fire,360102,2,E9,115.8,28.7\n");

    ImportReport report = office.run("risk_point", file, r -> r.crs("4490"));

    assertThat(report.issues())
        .singleElement()
        .satisfies(
            i -> {
              assertThat(i.field()).isEqualTo("enterprise_code");
              assertThat(i.value()).isEqualTo("E9");
              assertThat(i.reason()).contains("图层 enterprise 没有编码 E9");
            });
  }

  @Test
  void rowsMayReferToRowsOfTheSameFileInAnyOrderAndFallWithThem() {
    Path file =
        office.file(
            "units.csv",
            """
            code,name,kind,unit_level,parent_code,is_functional_zone
            C,县,statutory,county,B,否
            B,市,statutory,city,A,否
            A,省,statutory,province,,否
            F,县,statutory,county,E,否
            E,市,statutory,nonsense,A,否
            G,区,other_zone,county,F,是
            H,区,other_zone,county,H,是
            I,区,other_zone,county,nowhere,是
            """);

    ImportReport report = office.run("reporting_unit", file, r -> r.mode(ImportMode.QUARANTINE));

    assertThat(office.rows("SELECT code FROM layer.reporting_unit ORDER BY code"))
        .containsExactly("A", "B", "C", "H");
    assertThat(report.issues())
        .extracting(i -> i.row() + " " + i.field() + " " + i.value())
        .containsExactly(
            "4 parent_code E", "5 unit_level nonsense", "6 parent_code F", "8 parent_code nowhere");
  }

  @Test
  void anUnknownRegionAboveIsRejectedByNameOfItsCode() {
    Path file =
        office.file(
            "regions.csv",
            "code,name,admin_level,parent_code,wkt\n"
                + "360199,某县,county,360199000,\"POLYGON ((115 28, 116 28, 116 29, 115 28))\"\n");

    ImportReport report = office.run("region", file, r -> r.crs("4490"));

    assertThat(report.issues())
        .singleElement()
        .satisfies(i -> assertThat(i.reason()).contains("图层 region 没有编码 360199000"));
  }

  @Test
  void theComputedLevelStandsAndTheDeliveredOneIsKept() {
    Path file =
        office.file(
            "points.csv",
            """
            code,name,sector,county_code,method,L,E,C,S,风险等级,lon,lat
            1,甲,fire,360102,lec,6,6,15,,3,115.8,28.7
            2,乙,fire,360102,ls,5,,,4,1,115.8,28.7
            3,丙,fire,360102,,,,,,较大风险（橙）,115.8,28.7
            4,丁,fire,360102,lec,10,1,7,,,115.8,28.7
            5,戊,fire,360102,lec,4,6,15,,3,115.8,28.7
            6,己,fire,360102,lec,6,,15,,3,115.8,28.7
            7,庚,fire,360102,,6,6,15,,3,115.8,28.7
            8,辛,fire,360102,,,,,,,115.8,28.7
            """);

    ImportReport report =
        office.run(
            "risk_point",
            file,
            r ->
                r.crs("4490")
                    .mode(ImportMode.QUARANTINE)
                    .map("factor_l", "L")
                    .map("factor_e", "E")
                    .map("factor_c", "C")
                    .map("factor_s", "S"));

    assertThat(
            office.rows(
                "SELECT code, score, level, level_reported FROM layer.risk_point ORDER BY code"))
        .containsExactly("1|540|1|3", "2|20|1|1", "3|null|2|null", "4|70|3|null");
    assertThat(report.issues())
        .extracting(i -> i.row() + " " + i.severity() + " " + i.field())
        .containsExactly(
            "1 WARNING level",
            "5 ERROR factor_l",
            "6 ERROR factor_e",
            "7 ERROR method",
            "8 ERROR level");
    assertThat(report.issues().get(1).remedy()).contains("10, 6, 3, 1, 0.5, 0.2, 0.1");
  }

  private static String reason(ImportReport report, long row) {
    return report.issues().stream().filter(i -> i.row() == row).findFirst().orElseThrow().reason();
  }
}
