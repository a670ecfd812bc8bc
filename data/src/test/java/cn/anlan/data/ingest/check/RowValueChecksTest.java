package cn.anlan.data.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.ingest.AtTheOffice;
import cn.anlan.data.ingest.ImportReport;
import cn.anlan.data.ingest.request.ImportMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Check digits, county names by their valid time, and repairs that are offered. */
class RowValueChecksTest extends AtTheOffice {
  @Test
  void aCreditCodeWithAWrongCheckDigitIsRejectedAndLowerCaseIsPutRight() {
    Path file =
        office.file(
            "firms.csv",
            """
            code,name,sector,county_code,统一社会信用代码,lon,lat
            1,甲,fire,360102,91330100799655058B,115.8,28.7
            2,乙,fire,360102,91330100799655058b,115.8,28.7
            3,丙,fire,360102,91330100799655085B,115.8,28.7
            4,丁,fire,360102,360100000012345,115.8,28.7
            5,戊,fire,360102,,115.8,28.7
            """);

    ImportReport report =
        office.run("enterprise", file, r -> r.crs("4490").sigmaM(1.0).mode(ImportMode.QUARANTINE));

    assertThat(report.issues())
        .extracting(i -> i.row() + " " + i.severity() + " " + i.field())
        .containsExactly("2 WARNING uscc", "3 ERROR uscc", "4 ERROR uscc");
    assertThat(report.issues().get(1).reason()).contains("校验位");
    assertThat(office.rows("SELECT code, uscc FROM layer.enterprise ORDER BY code"))
        .containsExactly("1|91330100799655058B", "2|91330100799655058B", "5|null");
  }

  @Test
  void aCountysNameIsHeldAgainstTheDayOfTheFacts() {
    office.run(
        "INSERT INTO layer.region (code, name, admin_level, valid_to, successor_code)"
            + " VALUES ('360727', '龙南县', 'county', '2020-06-01', '360783')");
    office.run("UPDATE layer.region SET valid_from = '2020-06-01' WHERE code = '360783'");
    Path file =
        office.file(
            "accidents.csv",
            """
            code,name,sector,county_code,occurred_on,deaths,lon,lat
            1,甲,fire,龙南县,2019-05-01,0,114.8,24.9
            2,乙,fire,龙南县,2021-05-01,0,114.8,24.9
            3,丙,fire,龙南市,2021-05-01,0,114.8,24.9
            4,丁,fire,龙南市,2019-05-01,0,114.8,24.9
            5,戊,fire,安乐县,2019-05-01,0,115.7,27.5
            """);

    ImportReport report =
        office.run(
            "accident",
            file,
            r ->
                r.crs("4490")
                    .sigmaM(1.0)
                    .mode(ImportMode.QUARANTINE)
                    .set("accident_type", "火灾")
                    .set("severity", "一般事故")
                    .set("serious_injuries", "0")
                    .set("acute_poisoned", "0")
                    .set("direct_loss_10k_yuan", "1")
                    .set("is_production_related", "是")
                    .set("is_traffic", "否"));

    assertThat(report.issues().stream().filter(i -> i.reason().contains("日期")).toList())
        .extracting(i -> i.row() + " " + i.severity() + " " + i.value())
        .containsExactly("2 WARNING 龙南县", "4 WARNING 龙南市");
    assertThat(office.rows("SELECT code, county_code FROM layer.accident ORDER BY code"))
        .containsExactly("1|360783", "2|360783", "3|360783", "4|360783", "5|361025");
  }

  @Test
  void wordsThatFitTwoCountiesOfTodayAreRefused() {
    office.run(
        "INSERT INTO layer.region (code, name, admin_level, aliases) VALUES"
            + " ('360402', '濂溪区', 'county', '{庐山区,庐山}'), ('360483', '庐山市', 'county', NULL)");
    Path file = office.enterprises("firms.csv", "1,115.8,28.7,庐山", "2,115.8,28.7,庐山区");

    ImportReport report =
        office.run("enterprise", file, r -> r.crs("4490").sigmaM(1.0).mode(ImportMode.QUARANTINE));

    assertThat(report.issues())
        .extracting(i -> i.row() + " " + i.severity())
        .containsExactly("1 ERROR", "2 WARNING");
    assertThat(report.issues().get(0).reason()).contains("360402 濂溪区", "360483 庐山市");
  }

  @Test
  void aRepairIsOfferedInTheDeliveredCoordinatesAndNeverUsed() throws IOException {
    Path file =
        office.file(
            "areas.csv",
            """
            code,wkt
            1,"POLYGON ((39400000 3170000, 39410000 3180000, 39410000 3170000, 39400000 3180000, 39400000 3170000))"
            2,"POLYGON ((39400000 3170000, 39410000 3170000, 39410000 3180000, 39400000 3170000))"
            """);

    ImportReport report =
        office.run(
            "coverage",
            file,
            r ->
                r.crs("EPSG:4527")
                    .mode(ImportMode.QUARANTINE)
                    .set("covers_layer", "shoreline")
                    .set("statement", "x"));

    assertThat(report.accepted()).isEqualTo(1);
    assertThat(report.issues())
        .singleElement()
        .satisfies(i -> assertThat(i.remedy()).contains("不自行修补", "2 个部分"));
    assertThat(office.rows("SELECT code FROM layer.coverage")).containsExactly("2");
    Path offered = directory.resolve("rejected").resolve(report.repairedFile());
    List<String> lines = Files.readAllLines(offered);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1)).startsWith("1,1,\"MULTIPOLYGON (((39405000 3175000");

    ImportReport again =
        office.run(
            "coverage",
            offered,
            r -> r.crs("EPSG:4527").set("covers_layer", "shoreline").set("statement", "x"));
    assertThat(again.accepted()).as("the offer can be sent again").isEqualTo(1);
    assertThat(again.failed()).isFalse();
  }
}
