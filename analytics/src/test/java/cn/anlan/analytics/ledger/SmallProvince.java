package cn.anlan.analytics.ledger;

import cn.anlan.analytics.rollup.Unit;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.analytics.rollup.UnitTree;
import cn.anlan.geo.snapshot.ColumnKind;
import cn.anlan.geo.snapshot.ColumnSpec;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import java.time.LocalDate;
import java.util.List;

/** Two cities of two counties each and a functional zone in one of them, with ledgers for tests. */
final class SmallProvince {
  static final Scope ALL = Scope.wholeProvince("test");
  static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
  static final List<String> COUNTIES = List.of("110", "120", "210", "220");

  static final UnitTree TREE =
      new UnitTree(
          List.of(
              unit("000", UnitLevel.PROVINCE, null, false),
              unit("100", UnitLevel.CITY, "000", false),
              unit("200", UnitLevel.CITY, "000", false),
              unit("110", UnitLevel.COUNTY, "100", false),
              unit("120", UnitLevel.COUNTY, "100", false),
              unit("210", UnitLevel.COUNTY, "200", false),
              unit("220", UnitLevel.COUNTY, "200", false),
              unit("zone", UnitLevel.COUNTY, "200", true)));

  private SmallProvince() {}

  private static Unit unit(String code, UnitLevel level, String parent, boolean zone) {
    return new Unit(code, "unit " + code, level, parent, null, null, null, null, null, zone);
  }

  /** {@code e1} counts in the zone, {@code e2} in its county. */
  static LayerSnapshot enterprises() {
    SnapshotBuilder rows =
        builder(
            "enterprise",
            text("code"),
            text("reporting_unit_code"),
            text("county_code"),
            date("commissioned_on"),
            new ColumnSpec("registered_in_system", ColumnKind.BOOLEAN));
    rows.add(1, null, "e1", "zone", "210", FIRST, true);
    rows.add(2, null, "e2", null, "210", FIRST.plusYears(1), true);
    rows.add(3, null, "e3", null, "110", null, false);
    rows.add(4, null, "e4", null, "999", null, null);
    return rows.build();
  }

  static SnapshotBuilder hazards() {
    return builder(
        "hazard",
        text("code"),
        text("enterprise_code"),
        text("county_code"),
        new ColumnSpec("hazard_grade", ColumnKind.CODE),
        new ColumnSpec("status", ColumnKind.CODE),
        date("found_on"),
        date("registered_on"),
        date("due_on"),
        date("original_due_on"),
        date("closed_on"));
  }

  static SnapshotBuilder reports() {
    return builder(
        "dispatch_report",
        text("code"),
        new ColumnSpec("form", ColumnKind.CODE),
        text("period"),
        text("item_no"),
        text("item"),
        new ColumnSpec("measure", ColumnKind.CODE),
        new ColumnSpec("value", ColumnKind.NUMBER),
        date("reported_on"),
        text("county_code"));
  }

  static SnapshotBuilder builder(String layer, ColumnSpec... columns) {
    return new SnapshotBuilder(layer, 1, List.of(columns));
  }

  static ColumnSpec text(String name) {
    return new ColumnSpec(name, ColumnKind.TEXT);
  }

  static ColumnSpec date(String name) {
    return new ColumnSpec(name, ColumnKind.DATE);
  }
}
