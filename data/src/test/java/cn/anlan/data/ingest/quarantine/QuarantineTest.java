package cn.anlan.data.ingest.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.data.delivery.Deliveries;
import cn.anlan.data.delivery.Quarantine;
import cn.anlan.data.delivery.QuarantinedRow;
import cn.anlan.data.ingest.AtTheOffice;
import cn.anlan.data.ingest.ImportReport;
import cn.anlan.data.ingest.request.ImportMode;
import cn.anlan.data.ingest.request.WriteRule;
import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rejected rows stay in the database until a corrected one comes. */
class QuarantineTest extends AtTheOffice {
  private static final String HEADING = "code,name,sector,county_code,employees,lon,lat\n";
  private static final String GOOD = "1,甲厂,fire,360102,5,115.80,28.70\n";
  private static final String BAD = "2,乙厂,fire,360102,很多,115.81,28.71\n";
  private static final String NO_CODE = ",丙厂,fire,360102,7,115.82,28.72\n";

  private Quarantine quarantine;

  @BeforeEach
  void readQuarantine() {
    quarantine = new Quarantine(office.database());
  }

  @Test
  void goodRowsGoInAndTheOthersWaitWithTheirReasonsInTheirOriginalForm() {
    ImportReport report = send("a.csv", GOOD + BAD + NO_CODE);

    assertThat(report.committed()).isTrue();
    assertThat(report.inserted()).isEqualTo(1);
    assertThat(report.awaitingCorrection()).isEqualTo(2);
    assertThat(quarantine.waiting()).isEqualTo(Map.of("enterprise", 2L));
    List<QuarantinedRow> rows = quarantine.waiting("enterprise", report.deliveryId(), 0, 10);
    assertThat(rows).extracting(QuarantinedRow::row).containsExactly(2L, 3L);
    assertThat(rows).extracting(QuarantinedRow::code).containsExactly("2", null);
    assertThat(rows.get(0).original())
        .containsEntry("name", "乙厂")
        .containsEntry("employees", "很多")
        .containsEntry("lon", "115.81");
    assertThat(rows.get(0).sourceGeom().toText()).isEqualTo("POINT (115.81 28.71)");
    assertThat(rows.get(0).issues())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo("employees");
              assertThat(fault.value()).isEqualTo("很多");
              assertThat(fault.remedy()).isNotBlank();
            });
  }

  @Test
  void rowsWaitAlsoWhereNoneIsGood() {
    send("a.csv", GOOD);
    long version = office.database().dataVersion();

    ImportReport report = send("b.csv", BAD + NO_CODE);

    assertThat(report.committed()).isTrue();
    assertThat(report.accepted()).isZero();
    assertThat(quarantine.waiting()).isEqualTo(Map.of("enterprise", 2L));
    assertThat(office.database().dataVersion())
        .as("no row of the layer changed")
        .isEqualTo(version);

    ImportReport replacing =
        office.run(
            "enterprise",
            office.file("c.csv", HEADING + BAD),
            r ->
                r.crs("4490")
                    .sigmaM(5.0)
                    .mode(ImportMode.QUARANTINE)
                    .writeRule(WriteRule.REPLACE)
                    .area("all"));
    assertThat(replacing.committed()).as("nothing is replaced by nothing").isFalse();
    assertThat(office.number("SELECT count(*) FROM layer.enterprise")).isEqualTo(1);
  }

  @Test
  void aCorrectedRowIsKnownByItsKeyAndLeaves() {
    send("a.csv", GOOD + BAD);

    ImportReport corrected =
        office.run(
            "enterprise",
            office.file("b.csv", HEADING + BAD.replace("很多", "30")),
            r -> r.crs("4490").sigmaM(5.0));

    assertThat(corrected.corrected()).isEqualTo(1);
    assertThat(corrected.awaitingCorrection()).isZero();
    assertThat(quarantine.waiting()).isEmpty();
    assertThat(
            office.rows(
                "SELECT left_how, left_by = (SELECT max(id) FROM anlan.delivery)"
                    + " FROM anlan.quarantine_row"))
        .containsExactly("corrected|t");
  }

  @Test
  void theFileOfRejectedRowsCorrectedAndSentAgainEmptiesTheQuarantine() throws IOException {
    ImportReport first = send("a.csv", GOOD + BAD + NO_CODE);
    String file = exported(first.deliveryId());
    assertThat(file.lines().toList().get(0))
        .isEqualTo(
            "\ufeffanlan_quarantine_id,anlan_row,anlan_issues,"
                + "code,name,sector,county_code,employees,lon,lat");

    ImportReport again =
        office.run(
            "enterprise",
            office.file("again.csv", file.replace("很多", "30").replace(",,丙厂", ",3,丙厂")),
            r -> r.crs("4490").sigmaM(5.0).mode(ImportMode.QUARANTINE));

    assertThat(again.rejected()).isZero();
    assertThat(again.ignoredColumns()).isEmpty();
    assertThat(again.corrected()).isEqualTo(2);
    assertThat(quarantine.waiting()).isEmpty();
    assertThat(office.rows("SELECT code, employees FROM layer.enterprise ORDER BY code"))
        .containsExactly("1|5", "2|30", "3|7");
  }

  @Test
  void whatIsRejectedAgainIsCountedOnce() {
    send("a.csv", GOOD + BAD + NO_CODE);
    ImportReport again = send("a.csv", GOOD + BAD + NO_CODE);

    assertThat(again.unchanged()).isEqualTo(1);
    assertThat(again.awaitingCorrection()).isEqualTo(2);
    assertThat(quarantine.waiting(null, again.deliveryId(), 0, 10)).hasSize(2);
    assertThat(office.number("SELECT count(*) FROM anlan.quarantine_row")).isEqualTo(4);
  }

  @Test
  void aDoubledKeyIsNotCorrectedByTheRowThatHadItFirst() {
    send("a.csv", GOOD + GOOD.replace("甲厂", "另一厂"));
    assertThat(quarantine.waiting()).isEqualTo(Map.of("enterprise", 1L));

    office.run("enterprise", office.file("b.csv", HEADING + GOOD), r -> r.crs("4490").sigmaM(5.0));

    assertThat(quarantine.waiting()).isEqualTo(Map.of("enterprise", 1L));
  }

  @Test
  void aDryRunAndAStrictRefusalLeaveNothingInTheDatabase() {
    Path file = office.file("a.csv", HEADING + GOOD + BAD);
    office.run(
        "enterprise",
        file,
        r -> r.crs("4490").sigmaM(5.0).mode(ImportMode.QUARANTINE).dryRun(true));
    ImportReport strict = office.run("enterprise", file, r -> r.crs("4490").sigmaM(5.0));

    assertThat(strict.failed()).isTrue();
    assertThat(quarantine.waiting()).isEmpty();
    assertThat(office.number("SELECT count(*) FROM layer.enterprise")).isZero();
    assertThat(office.number("SELECT count(*) FROM anlan.delivery WHERE layer = 'enterprise'"))
        .isZero();
  }

  @Test
  void takingBackADeliveryEndsItsRowsAndReopensThoseItCorrected() {
    long first = send("a.csv", GOOD + BAD).deliveryId();
    long second =
        office
            .run(
                "enterprise",
                office.file("b.csv", HEADING + BAD.replace("很多", "30")),
                r -> r.crs("4490").sigmaM(5.0))
            .deliveryId();
    Deliveries deliveries = new Deliveries(office.database());

    assertThat(deliveries.rollback(second, "tester", null, false).quarantineReopened())
        .isEqualTo(1);
    assertThat(quarantine.waiting()).isEqualTo(Map.of("enterprise", 1L));

    assertThat(deliveries.rollback(first, "tester", null, false).quarantineEnded()).isEqualTo(1);
    assertThat(quarantine.waiting()).isEmpty();
    assertThat(office.number("SELECT count(*) FROM layer.enterprise")).isZero();
  }

  @Test
  void aRowGivenUpIsKeptWithTheReasonAndNoLongerCounted() {
    long delivery = send("a.csv", GOOD + BAD).deliveryId();
    long id = quarantine.waiting(null, delivery, 0, 1).get(0).id();

    assertThat(quarantine.discard(List.of(id), "外省数据；数据科")).isEqualTo(1);

    assertThat(quarantine.waiting()).isEmpty();
    assertThat(office.rows("SELECT left_how, left_reason FROM anlan.quarantine_row"))
        .containsExactly("discarded|外省数据；数据科");
    assertThatThrownBy(() -> quarantine.discard(List.of(id), "再来"))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining(String.valueOf(id));
  }

  @Test
  void brokenShapesGoBackAsGeoJsonInTheirOwnCoordinates() throws IOException {
    String bow =
        """
        {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4548"}},
        "features":[
        {"type":"Feature","properties":{"code":"C1","covers_layer":"region","statement":"全"},"geometry":{"type":"Polygon",
        "coordinates":[[[400000,3170000],[410000,3180000],[410000,3170000],[400000,3180000],[400000,3170000]]]}},
        {"type":"Feature","properties":{"code":"C2","covers_layer":"region","statement":"全"},"geometry":{"type":"Polygon",
        "coordinates":[[[400000,3170000],[410000,3170000],[410000,3180000],[400000,3170000]]]}}]}
        """;
    ImportReport report =
        office.run("coverage", office.file("c.geojson", bow), r -> r.mode(ImportMode.QUARANTINE));

    assertThat(report.accepted()).isEqualTo(1);
    String back = exported(report.deliveryId());
    assertThat(back).contains("urn:ogc:def:crs:EPSG::4548", "自相交", "\"code\":\"C1\"");
    assertThat(report.shapes().shapes())
        .singleElement()
        .satisfies(
            shape -> {
              assertThat(shape.row()).isEqualTo(1);
              assertThat(shape.lonLat().getEnvelopeInternal().getMinX()).isBetween(115.0, 117.0);
            });

    ImportReport again =
        office.run(
            "coverage",
            office.file(
                "again.geojson",
                back.replace("[410000.0,3180000.0],[410000.0,3170000.0]", "[410000.0,3170000.0]")),
            r -> r);
    assertThat(again.issues()).isEmpty();
    assertThat(again.corrected()).isEqualTo(1);
  }

  private ImportReport send(String name, String rows) {
    return office.run(
        "enterprise",
        office.file(name, HEADING + rows),
        r -> r.crs("4490").sigmaM(5.0).mode(ImportMode.QUARANTINE));
  }

  private String exported(long delivery) throws IOException {
    Path file = directory.resolve("exported");
    Files.deleteIfExists(file);
    new Deliveries(office.database()).writeRejected(delivery, Files.newOutputStream(file));
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
