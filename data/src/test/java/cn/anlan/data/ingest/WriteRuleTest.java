package cn.anlan.data.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.ingest.load.RowChange;
import cn.anlan.data.ingest.request.ImportMode;
import cn.anlan.data.ingest.request.WriteRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of rows that the layer has already, and what a preview says of it. */
class WriteRuleTest extends AtTheOffice {
  private static final String CODES = "SELECT code FROM layer.enterprise ORDER BY code";

  /** E1 and E2 in 东湖区, E3 in 章贡区. */
  @BeforeEach
  void threeFirms() {
    run(
        office.enterprises(
            "firms.csv", "E1,115.8,28.7,360102", "E2,115.9,28.7,360102", "E3,114.8,25.8,360702"));
  }

  @Test
  void aPreviewSaysWhatWouldChangeAndChangesNothing() {
    long before = office.database().dataVersion();
    Path file =
        office.file(
            "next.csv",
            "code,name,sector,county_code,lon,lat\n"
                + "E1,企业E1,hazardous_chemicals,360102,115.8,28.7\n"
                + "E2,新名,fire,360102,115.91,28.7\n"
                + "E4,企业E4,fire,360102,115.8,28.8\n");

    ImportReport preview =
        office.run(
            "enterprise",
            file,
            r ->
                r.crs("4490").sigmaM(5.0).writeRule(WriteRule.REPLACE).area("360102").dryRun(true));

    assertThat(preview.committed()).isFalse();
    assertThat(preview.deliveryId()).isNull();
    assertThat(preview.inserted()).isEqualTo(1);
    assertThat(preview.updated()).isEqualTo(1);
    assertThat(preview.unchanged()).isEqualTo(1);
    assertThat(preview.removed()).isZero();
    assertThat(preview.changes())
        .extracting(RowChange::code, RowChange::change)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("E4", "added"),
            org.assertj.core.groups.Tuple.tuple("E2", "changed"));
    RowChange changed = preview.changes().get(1);
    assertThat(changed.fields())
        .isEqualTo(
            Map.of(
                "name",
                new RowChange.Difference("企业E2", "新名"),
                "sector",
                new RowChange.Difference("hazardous_chemicals", "fire")));
    assertThat(changed.movedM()).isBetween(970.0, 980.0);
    assertThat(office.database().dataVersion()).isEqualTo(before);
    assertThat(office.rows(CODES)).containsExactly("E1", "E2", "E3");
  }

  @Test
  void appendingTakesNewKeysOnly() {
    ImportReport report =
        office.run(
            "enterprise",
            office.enterprises("more.csv", "E2,115.9,28.7,360102", "E5,115.9,28.8,360102"),
            r -> r.crs("4490").sigmaM(5.0).writeRule(WriteRule.APPEND).mode(ImportMode.QUARANTINE));

    assertThat(report.inserted()).isEqualTo(1);
    assertThat(report.issues())
        .singleElement()
        .satisfies(i -> assertThat(i.reason()).contains("已有该编码"));
    assertThat(office.rows(CODES)).containsExactly("E1", "E2", "E3", "E5");
  }

  @Test
  void replacingAnAreaRemovesThereWhatTheDeliveryDoesNotHaveAndNothingElsewhere() {
    ImportReport report = replace("360102", office.enterprises("next.csv", "E2,115.9,28.7,360102"));

    assertThat(report.removed()).isEqualTo(1);
    assertThat(report.changes()).extracting(RowChange::code).containsExactly("E1");
    assertThat(office.rows(CODES)).containsExactly("E2", "E3");
    assertThat(office.rows("SELECT code, operation FROM history.enterprise"))
        .containsExactly("E1|DELETE");
    assertThat(
            office.rows(
                "SELECT write_rule, area, removed FROM anlan.delivery ORDER BY id DESC LIMIT 1"))
        .containsExactly("replace|360102|1");
  }

  @Test
  void aCityIsReplacedWithAllItsCountiesAndKnownByItsName() {
    ImportReport report = replace("赣州市", office.enterprises("n.csv", "E9,114.8,25.9,360702"));

    assertThat(report.area()).isEqualTo("360700");
    assertThat(office.rows(CODES)).containsExactly("E1", "E2", "E9");
  }

  @Test
  void theWholeLayerIsReplacedOnlyWhenThatIsSaid() {
    replace("all", office.enterprises("n.csv", "E9,114.8,24.9,360783"));
    assertThat(office.rows(CODES)).containsExactly("E9");
  }

  @Test
  void aRowOutsideTheAreaIsRejectedAndARejectedRowKeepsItsFormerSelf() {
    Path file =
        office.file(
            "n.csv",
            "code,name,sector,county_code,lon,lat\n"
                + "E1,甲,没有的行业,360102,115.8,28.7\n"
                + "E2,乙,fire,360102,115.9,28.7\n"
                + "E7,丙,fire,360702,114.8,25.8\n");

    ImportReport report =
        office.run(
            "enterprise",
            file,
            r ->
                r.crs("4490")
                    .sigmaM(5.0)
                    .mode(ImportMode.QUARANTINE)
                    .writeRule(WriteRule.REPLACE)
                    .area("360102"));

    assertThat(report.rejected()).isEqualTo(2);
    assertThat(report.issues())
        .filteredOn(i -> i.row() == 3)
        .singleElement()
        .satisfies(i -> assertThat(i.reason()).contains("不在替换范围 360102"));
    assertThat(report.removed()).isZero();
    assertThat(office.rows(CODES)).containsExactly("E1", "E2", "E3");
  }

  @Test
  void aRowThatIsReferredToIsNotReplacedAway() {
    Path points =
        office.file(
            "points.csv",
            "code,name,sector,county_code,level,enterprise_code,lon,lat\n"
                + "R1,罐区,fire,360102,2,E1,115.8,28.7\n");
    assertThat(office.run("risk_point", points, r -> r.crs("4490")).failed()).isFalse();

    String line =
        office.refusal(
            "enterprise",
            office.enterprises("next.csv", "E2,115.9,28.7,360102"),
            r -> r.crs("4490").sigmaM(5.0).writeRule(WriteRule.REPLACE).area("360102"));

    assertThat(line).contains("risk_point.enterprise_code 1 行", "R1 → E1");
    assertThat(office.rows(CODES)).containsExactly("E1", "E2", "E3");
  }

  @Test
  void anAreaThatIsNoneIsRefused() {
    Path file = office.enterprises("n.csv", "E2,115.9,28.7,360102");
    for (String area : List.of("999999", "没有县")) {
      assertThat(
              office.refusal(
                  "enterprise",
                  file,
                  r -> r.crs("4490").sigmaM(5.0).writeRule(WriteRule.REPLACE).area(area)))
          .contains("--area " + area, "no such region");
    }
    assertThat(office.refusal("enterprise", file, r -> r.crs("4490").writeRule(WriteRule.REPLACE)))
        .contains("--area");
  }

  @Test
  void aLayerWithoutRegionsIsReplacedByWhereItsShapesLie() {
    String lines =
        "code,covers_layer,statement,wkt\n"
            + "C1,region,全,\"POLYGON ((115.6 28.5, 115.7 28.5, 115.7 28.6, 115.6 28.5))\"\n"
            + "C2,region,全,\"POLYGON ((114.6 25.5, 114.7 25.5, 114.7 25.6, 114.6 25.5))\"\n";
    assertThat(office.run("coverage", office.file("c.csv", lines), r -> r.crs("4490")).failed())
        .isFalse();

    ImportReport report =
        office.run(
            "coverage",
            office.file("d.csv", lines.replace("C1", "C3").replaceAll("C2.*\n", "")),
            r -> r.crs("4490").writeRule(WriteRule.REPLACE).area("360102"));

    assertThat(report.removed()).isEqualTo(1);
    assertThat(office.rows("SELECT code FROM layer.coverage ORDER BY code"))
        .containsExactly("C2", "C3");
  }

  private ImportReport replace(String area, Path file) {
    ImportReport report =
        office.run(
            "enterprise",
            file,
            r -> r.crs("4490").sigmaM(5.0).writeRule(WriteRule.REPLACE).area(area));
    assertThat(report.failed()).as(report.issues().toString()).isFalse();
    return report;
  }

  private void run(Path file) {
    assertThat(office.run("enterprise", file, r -> r.crs("4490").sigmaM(5.0)).failed()).isFalse();
  }
}
