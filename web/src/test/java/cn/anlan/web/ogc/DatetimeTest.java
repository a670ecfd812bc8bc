package cn.anlan.web.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.catalog.LayerTime;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Disclosure;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import cn.anlan.web.snapshot.Columns;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatetimeTest {
  private static final Catalog CATALOG = Catalog.load(null);

  @ParameterizedTest
  @CsvSource({
    "2020-06-01, 1",
    "2020-06-01T23:30:00Z, 1",
    "2020-06-01T00:30:00 08:00, 1", // a + that arrived decoded
    "2020-06-01/2020-06-30, 1 2",
    "2020-06-02/.., 2 3",
    "2020-06-02/, 2 3",
    "../2020-06-30, 1 2",
    "2020-06-02/2020-06-29, ''",
  })
  void rowsOfOneDayAreThoseWithin(String datetime, String ids) {
    SnapshotBuilder rows = builder("accident", "occurred_on date");
    rows.add(1, null, LocalDate.of(2020, 6, 1));
    rows.add(2, null, LocalDate.of(2020, 6, 30));
    rows.add(3, null, LocalDate.of(2021, 1, 1));
    rows.add(4, null, (Object) null);
    assertThat(ids("accident", rows.build(), datetime)).isEqualTo(ids);
  }

  /** valid_to is the first day on which a region no longer is. */
  @ParameterizedTest
  @CsvSource({
    "2015-01-01, 1 4",
    "2016-01-01, 2 4",
    "2015-12-31/2016-01-01, 1 2 4",
    "1900-01-01, 1 4",
    "2030-01-01/.., 2 4",
  })
  void rowsThatHoldBetweenTwoDaysAreThoseThatMeetTheInterval(String datetime, String ids) {
    SnapshotBuilder rows = builder("region", "valid_from date", "valid_to date");
    rows.add(1, null, null, LocalDate.of(2016, 1, 1));
    rows.add(2, null, LocalDate.of(2016, 1, 1), null);
    rows.add(4, null, null, null);
    assertThat(ids("region", rows.build(), datetime)).isEqualTo(ids);
  }

  @Test
  void aLicenceHoldsOnItsLastDay() {
    SnapshotBuilder rows = builder("quarry", "licence_from date", "licence_to date");
    rows.add(1, null, LocalDate.of(2019, 1, 1), LocalDate.of(2020, 12, 31));
    LayerSnapshot snapshot = rows.build();
    assertThat(ids("quarry", snapshot, "2020-12-31")).isEqualTo("1");
    assertThat(ids("quarry", snapshot, "2021-01-01")).isEmpty();
  }

  @Test
  void aLayerWithoutDatesIsNotAsked() {
    assertThat(Datetime.parse("2020-01-01").rowsOf(CATALOG.getLayer("bridge"))).isEmpty();
    assertThat(LayerTime.of(CATALOG.getLayer("hazard")).orElseThrow().begin())
        .isEqualTo("found_on");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020",
        "..",
        "2020-13-01",
        "2020-01-01/2020-02-01/2020-03-01",
        "yesterday",
        "a/b"
      })
  void whatIsNoTimeIsRefusedWithExamples(String words) {
    assertThatThrownBy(() -> Datetime.parse(words))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("datetime=" + words);
  }

  @Test
  void anIntervalThatEndsBeforeItBeginsIsRefused() {
    assertThatThrownBy(() -> Datetime.parse("2021-01-01/2020-01-01"))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("结束早于开始");
  }

  private static SnapshotBuilder builder(String layer, String... columns) {
    return new SnapshotBuilder(layer, 1, Columns.of(columns)).disclosure(Disclosure.PUBLIC);
  }

  private static String ids(String layerId, LayerSnapshot snapshot, String datetime) {
    Layer layer = CATALOG.getLayer(layerId);
    Query query =
        Query.on(snapshot, Scope.wholeProvince("test"))
            .filter(Datetime.parse(datetime).rowsOf(layer).orElseThrow());
    List<String> ids =
        query.rows().stream().mapToLong(snapshot::id).sorted().mapToObj(Long::toString).toList();
    return String.join(" ", ids);
  }
}
