package cn.anlan.data.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.anlan.data.ingest.AtTheOffice;
import cn.anlan.data.ingest.ImportReport;
import cn.anlan.data.ingest.request.WriteRule;
import cn.anlan.geo.fault.UserFault;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A delivery is taken back as a whole, by a new version, or not at all. */
class RollbackTest extends AtTheOffice {
  private static final String ROWS =
      "SELECT id, code, name, ST_AsText(geom), delivery_id FROM layer.enterprise ORDER BY id";

  private Deliveries deliveries;

  @BeforeEach
  void openDeliveries() {
    deliveries = new Deliveries(office.database());
  }

  @Test
  void addedChangedAndRemovedRowsAreAsTheyWereByANewVersion() {
    send("E1,115.8,28.7,360102", "E2,115.9,28.7,360102", "E3,115.8,28.8,360102");
    List<String> before = office.rows(ROWS);
    ImportReport second =
        office.run(
            "enterprise",
            office.enterprises(
                "b.csv", "E1,115.8,28.7,360102", "E2,115.95,28.7,360102", "E4,115.6,28.8,360102"),
            r -> r.crs("4490").sigmaM(5.0).writeRule(WriteRule.REPLACE).area("360102"));
    assertThat(second.removed() + second.updated() + second.inserted()).isEqualTo(3);
    List<String> between = office.rows(ROWS);

    RollbackReport report = deliveries.rollback(second.deliveryId(), "tester", "发错文件", false);

    assertThat(office.rows(ROWS)).isEqualTo(before);
    assertThat(report.deleted()).isEqualTo(1);
    assertThat(report.restored()).isEqualTo(1);
    assertThat(report.returned()).isEqualTo(1);
    assertThat(report.dataVersion()).isEqualTo(second.dataVersion() + 1);
    assertThat(office.database().dataVersion()).isEqualTo(report.dataVersion());
    String at = ROWS.replace("layer.enterprise", "history.enterprise_at(%d)");
    assertThat(office.rows(at.formatted(second.dataVersion()))).isEqualTo(between);
    assertThat(office.rows(at.formatted(report.dataVersion()))).isEqualTo(before);
    StoredDelivery record = deliveries.get(report.rollback());
    assertThat(record.kind()).isEqualTo("rollback");
    assertThat(record.undoes()).isEqualTo(second.deliveryId());
    assertThat(deliveries.get(second.deliveryId()).undoneBy()).isEqualTo(report.rollback());
    assertThat(
            office.rows("SELECT author, reason FROM anlan.versions ORDER BY version DESC LIMIT 1"))
        .containsExactly("tester|撤销批次 (taking back delivery) " + second.deliveryId() + ": 发错文件");
  }

  @Test
  void aDryRunSaysWhatWouldHappenAndChangesNothing() {
    long id = send("E1,115.8,28.7,360102").deliveryId();
    List<String> before = office.rows(ROWS);
    long version = office.database().dataVersion();

    RollbackReport report = deliveries.rollback(id, "tester", null, true);

    assertThat(report.deleted()).isEqualTo(1);
    assertThat(report.dryRun()).isTrue();
    assertThat(report.rollback()).isNull();
    assertThat(report.dataVersion()).isEqualTo(version);
    assertThat(office.rows(ROWS)).isEqualTo(before);
    assertThat(deliveries.get(id).undoneBy()).isNull();
  }

  @Test
  void whatStandsOnItIsNamedAndNothingIsDone() {
    long first = send("E1,115.8,28.7,360102", "E2,115.9,28.7,360102").deliveryId();
    ImportReport second = send("E2,115.95,28.7,360102");
    List<String> before = office.rows(ROWS);

    String line = refusal(first);

    assertThat(line)
        .contains("批次 " + first, "其中 1 行", "E2 (版本 " + second.dataVersion() + ")")
        .contains("deliveries list");
    assertThat(office.rows(ROWS)).isEqualTo(before);
  }

  @Test
  void whenTheLaterOneIsTakenBackFirstTheEarlierOneCanBeToo() {
    long first = send("E1,115.8,28.7,360102", "E2,115.9,28.7,360102").deliveryId();
    long second =
        office
            .run(
                "enterprise",
                office.enterprises("b.csv", "E2,115.95,28.7,360102"),
                r -> r.crs("4490").sigmaM(5.0).writeRule(WriteRule.REPLACE).area("all"))
            .deliveryId();

    deliveries.rollback(second, "tester", null, false);
    deliveries.rollback(first, "tester", null, false);

    assertThat(office.rows(ROWS)).isEmpty();
  }

  @Test
  void aRowTypedInSqlStandsInTheWayToo() {
    long id = send("E1,115.8,28.7,360102").deliveryId();
    office.run("UPDATE layer.enterprise SET name = '改过'");
    assertThat(refusal(id)).contains("E1");

    office.run("DELETE FROM layer.enterprise");
    assertThat(refusal(id)).contains("E1");
  }

  @Test
  void rowsThatAreReferredToDoNotGo() {
    long id = send("E1,115.8,28.7,360102").deliveryId();
    office.run(
        "risk_point",
        office.file(
            "points.csv",
            "code,name,sector,county_code,level,enterprise_code,lon,lat\n"
                + "R1,罐区,fire,360102,2,E1,115.8,28.7\n"),
        r -> r.crs("4490"));

    assertThat(refusal(id)).contains("risk_point.enterprise_code", "R1 → E1");
  }

  @Test
  void rowsDoNotComeBackWhereWhatTheyReferToIsGone() {
    long firm = send("E1,115.8,28.7,360102").deliveryId();
    String points =
        "code,name,sector,county_code,level,enterprise_code,lon,lat\n"
            + "R1,罐区,fire,360102,2,E1,115.8,28.7\n";
    office.run("risk_point", office.file("p.csv", points), r -> r.crs("4490"));
    long replaced =
        office
            .run(
                "risk_point",
                office.file("q.csv", points.replace("R1", "R2").replace("E1", "")),
                r -> r.crs("4490").writeRule(WriteRule.REPLACE).area("all"))
            .deliveryId();
    deliveries.rollback(firm, "tester", null, false);

    assertThat(refusal(replaced)).contains("所引用的行已不在");
    assertThat(office.rows("SELECT code FROM layer.risk_point")).containsExactly("R2");
  }

  @Test
  void aDeliveryThatChangedNothingDoesNotTakeAnotherOneWithIt() {
    long first = send("E1,115.8,28.7,360102").deliveryId();
    long same = send("E1,115.8,28.7,360102").deliveryId();
    long version = office.database().dataVersion();

    RollbackReport report = deliveries.rollback(same, "tester", null, false);

    assertThat(report.deleted() + report.restored() + report.returned()).isZero();
    assertThat(office.database().dataVersion()).isEqualTo(version);
    assertThat(office.rows(ROWS)).hasSize(1);
    assertThat(deliveries.get(first).undoneBy()).isNull();
  }

  @Test
  void nothingIsTakenBackTwiceAndNoTakingBackIsTakenBack() {
    long id = send("E1,115.8,28.7,360102").deliveryId();
    long rollback = deliveries.rollback(id, "tester", null, false).rollback();

    assertThat(refusal(id)).contains("已由批次 " + rollback + " 撤销");
    assertThat(refusal(rollback)).contains("本身是撤销");
    assertThat(refusal(999_999)).contains("没有批次 999999");
  }

  @Test
  void deliveriesAreListedTheLatestFirst() {
    long first = send("E1,115.8,28.7,360102").deliveryId();
    long second = send("E2,115.8,28.7,360102").deliveryId();

    List<StoredDelivery> all = deliveries.list("enterprise", Long.MAX_VALUE, 10);

    assertThat(all).extracting(StoredDelivery::id).containsExactly(second, first);
    assertThat(all.get(0).inserted()).isEqualTo(1);
    assertThat(all.get(0).report().get("file").stringValue()).isEqualTo("f.csv");
    assertThat(deliveries.list("enterprise", second, 10))
        .extracting(StoredDelivery::id)
        .containsExactly(first);
    assertThat(deliveries.list("road", Long.MAX_VALUE, 10)).isEmpty();
  }

  private ImportReport send(String... rows) {
    ImportReport report =
        office.run("enterprise", office.enterprises("f.csv", rows), r -> r.crs("4490").sigmaM(5.0));
    assertThat(report.failed()).as(report.issues().toString()).isFalse();
    return report;
  }

  private String refusal(long delivery) {
    long before = office.database().dataVersion();
    Throwable thrown = catchThrowable(() -> deliveries.rollback(delivery, "tester", null, false));
    assertThat(thrown).isInstanceOf(UserFault.class);
    assertThat(office.database().dataVersion()).isEqualTo(before);
    return ((UserFault) thrown).line();
  }
}
