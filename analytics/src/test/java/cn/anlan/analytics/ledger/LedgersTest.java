package cn.anlan.analytics.ledger;

import static cn.anlan.analytics.ledger.SmallProvince.ALL;
import static cn.anlan.analytics.ledger.SmallProvince.TREE;
import static cn.anlan.analytics.ledger.SmallProvince.date;
import static cn.anlan.analytics.ledger.SmallProvince.text;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.analytics.rollup.NamedRows;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.geo.snapshot.ColumnKind;
import cn.anlan.geo.snapshot.ColumnSpec;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgersTest {
  private static final LocalDate DAY = LocalDate.of(2021, 6, 30);

  @Test
  void listingsCountByTheirLevelAndWhereTheHazardCounts() {
    SnapshotBuilder hazards = SmallProvince.hazards();
    hazards.add(1, null, "h1", "e1", "210", "major", "closed", DAY, DAY, DAY, DAY, null);
    SnapshotBuilder rows =
        SmallProvince.builder(
            "listing",
            text("code"),
            text("hazard_code"),
            new ColumnSpec("listing_level", ColumnKind.CODE),
            date("listed_on"),
            date("due_on"),
            date("delisted_on"),
            text("county_code"));
    rows.add(1, null, "l1", "h1", "county", DAY.minusDays(90), DAY.minusDays(30), DAY, "210");
    rows.add(2, null, "l2", "h1", "city", DAY.minusDays(20), DAY.minusDays(1), null, "210");
    rows.add(3, null, "l3", "h2", "county", DAY.minusDays(9), DAY, DAY.plusDays(1), "210");
    rows.add(4, null, "l4", "h2", "county", DAY.plusDays(1), DAY.plusDays(9), null, "210");
    LayerSnapshot listings = rows.build();
    NamedRows named =
        NamedRows.ofThemselves(SmallProvince.enterprises(), ALL)
            .through(hazards.build(), "enterprise_code")
            .through(listings, "hazard_code");
    var counties = ListingLedger.counts(listings, ALL, named, TREE, UnitLevel.COUNTY, DAY);

    assertThat(counties.get("zone").get("county").delisted()).isEqualTo(new Rate(1, 1));
    assertThat(counties.get("zone").get("city").delisted()).isEqualTo(new Rate(0, 1));
    assertThat(counties.get("zone").get("city").overdue()).isEqualTo(new Rate(1, 1));
    assertThat(counties.get("210").get("county").delisted()).isEqualTo(new Rate(0, 1));
    assertThat(counties.get("210").get("county").overdue()).isEqualTo(new Rate(0, 1));
    var cities = ListingLedger.counts(listings, ALL, named, TREE, UnitLevel.CITY, DAY);
    assertThat(cities.get("200").get("county").delisted()).isEqualTo(new Rate(1, 2));
  }

  @Test
  void aLateFormIsNotOnTimeAndAMissingOneIsNoZero() {
    SnapshotBuilder rows = SmallProvince.reports();
    LocalDate due = LocalDate.of(2021, 5, 23);
    report(rows, 1, "2021-05", "110", due);
    report(rows, 2, "2021-05", "120", due.plusDays(1));
    report(rows, 3, "2021-05", "210", due.plusMonths(2)); // after the cut-off
    report(rows, 4, "2021-06", "110", due.plusMonths(1));
    report(rows, 5, "2021-06", "220", due.plusMonths(1).minusDays(3));
    report(rows, 6, "2021-07", "220", due.plusMonths(2)); // due after the cut-off
    Reporting reporting = new Reporting(rows.build(), ALL, Map.of("f3", 23));

    Map<String, Reporting.Counts> counties =
        reporting.counts(TREE, UnitLevel.COUNTY, DAY).get("f3");
    assertThat(counties.get("110")).isEqualTo(new Reporting.Counts(new Rate(2, 2), 0, 0));
    assertThat(counties.get("120")).isEqualTo(new Reporting.Counts(new Rate(0, 2), 1, 1));
    assertThat(counties.get("210")).isEqualTo(new Reporting.Counts(new Rate(0, 2), 0, 2));
    assertThat(counties).doesNotContainKey("zone"); // statutory counties report
    assertThat(reporting.counts(TREE, UnitLevel.PROVINCE, DAY).get("f3").get("000"))
        .isEqualTo(new Reporting.Counts(new Rate(3, 8), 1, 4));
  }

  @Test
  void firmsOfAZoneAreCoveredThereAndNotInTheCountyAsWell() {
    LayerSnapshot firms = SmallProvince.enterprises();
    var now = Coverage.enterprises(firms, ALL, TREE, UnitLevel.COUNTY, DAY);
    assertThat(now)
        .isEqualTo(
            Map.of(
                "zone", new Rate(1, 1),
                "210", new Rate(1, 1),
                "110", new Rate(0, 1),
                "", new Rate(0, 1)));
    var before = Coverage.enterprises(firms, ALL, TREE, UnitLevel.CITY, SmallProvince.FIRST);
    assertThat(before.get("200")).isEqualTo(new Rate(1, 1)); // e2 came a year later
  }

  @Test
  void cityUnitsCountWhenTheirAssessmentIsDone() {
    SnapshotBuilder rows =
        SmallProvince.builder(
            "city_assessment",
            text("city_code"),
            new ColumnSpec("status", ColumnKind.CODE),
            date("assessed_on"));
    rows.add(1, null, "100", "done", DAY);
    rows.add(2, null, "100", "done", DAY.plusDays(1));
    rows.add(3, null, "100", "under_way", null);
    rows.add(4, null, "200", "done", DAY.minusYears(1));
    assertThat(Coverage.cityUnits(rows.build(), ALL, DAY))
        .isEqualTo(Map.of("100", new Rate(1, 3), "200", new Rate(1, 1)));
  }

  private static void report(
      SnapshotBuilder rows, long id, String period, String county, LocalDate on) {
    rows.add(id, null, "r" + id, "f3", period, "A1", "item", "count", 1.0, on, county);
  }
}
