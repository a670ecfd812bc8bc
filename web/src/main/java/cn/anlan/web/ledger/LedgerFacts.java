package cn.anlan.web.ledger;

import cn.anlan.analytics.ledger.HazardLedger;
import cn.anlan.analytics.ledger.Reporting;
import cn.anlan.analytics.ledger.ReportingCalendar;
import cn.anlan.analytics.rollup.NamedRows;
import cn.anlan.analytics.rollup.ReportingUnits;
import cn.anlan.analytics.rollup.UnitTree;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.time.LocalDate;

/** The ledgers of one generation of snapshots, read so that any day can be asked for. Immutable. */
final class LedgerFacts {
  /** When forms are due. */
  static final ReportingCalendar CALENDAR = ReportingCalendar.shipped();

  private static final int RUNNING_DAYS = 45;

  private final Generation generation;
  private final Scope scope;
  private final UnitTree tree;
  private final HazardLedger hazards;
  private final NamedRows namedListings;
  private final Reporting reporting;
  private final LocalDate lastFound;

  LedgerFacts(Generation generation, Scope scope) {
    this.generation = generation;
    this.scope = scope;
    this.tree = ReportingUnits.tree(generation.get("reporting_unit"));
    LayerSnapshot rows = generation.get("hazard");
    LayerSnapshot points = generation.get("risk_point");
    NamedRows firms = NamedRows.ofThemselves(generation.get("enterprise"), scope);
    NamedRows named =
        firms
            .through(rows, "enterprise_code")
            .and(
                firms
                    .through(points, "enterprise_code")
                    .through(rows, "risk_point_code", "enterprise_code"));
    this.hazards = new HazardLedger(rows, scope, named, tree);
    this.namedListings = named.through(generation.get("listing"), "hazard_code");
    this.reporting = new Reporting(generation.get("dispatch_report"), scope, CALENDAR.dueDays());
    int last = Integer.MIN_VALUE;
    for (int day : rows.epochDays("found_on")) {
      last = Math.max(last, day);
    }
    this.lastFound = last == Integer.MIN_VALUE ? null : LocalDate.ofEpochDay(last);
  }

  boolean isOf(Generation other, Scope by) {
    return generation.number() == other.number() && scope.equals(by);
  }

  /** A running ledger is asked for today, a closed one for the end of its last month. */
  LocalDate defaultDay() {
    LocalDate today = LocalDate.now();
    return lastFound == null || !lastFound.isBefore(today.minusDays(RUNNING_DAYS))
        ? today
        : lastFound.plusMonths(1).withDayOfMonth(1).minusDays(1);
  }

  LayerSnapshot layer(String id) {
    return generation.get(id);
  }

  long dataVersion() {
    return generation.dataVersion();
  }

  Scope scope() {
    return scope;
  }

  UnitTree tree() {
    return tree;
  }

  HazardLedger hazards() {
    return hazards;
  }

  NamedRows namedListings() {
    return namedListings;
  }

  Reporting reporting() {
    return reporting;
  }

  /** The last day on which a hazard was found, or null where there is none. */
  LocalDate lastFound() {
    return lastFound;
  }

  /** Whether any row of the hazard ledger is invented. */
  boolean isDemo() {
    LayerSnapshot rows = generation.get("hazard");
    return rows.rows().anyMatch(row -> Boolean.TRUE.equals(rows.value("is_demo", row)));
  }

  String name(String unit) {
    return tree.find(unit).map(u -> u.name()).orElse(unit);
  }
}
