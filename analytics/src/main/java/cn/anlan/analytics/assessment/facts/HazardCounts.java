package cn.anlan.analytics.assessment.facts;

import cn.anlan.geo.snapshot.LayerSnapshot;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The hazard ledger counted: registered, closed, open, open and major, overdue, by place, sector
 * and day. A hazard is open from the day it was found to the day before it was closed, major from
 * its grading on, and overdue from the day after its due date. What an earlier closing or due date
 * was before a reopening or extension is not in the row any more, so a day of the past is told from
 * the row as it stands at the data version.
 *
 * <p>Kept up to date by the difference between two snapshots: what was written since the rows were
 * packed is taken out and put in again, which costs what stands behind the packed rows (at most
 * 20,000) and not the ledger.
 */
final class HazardCounts {
  private static final String MAJOR = "major";
  private static final int NEVER = Integer.MIN_VALUE;

  private final LayerSnapshot snapshot;
  private final Places places;
  private final RowPlaces rowPlaces;
  private final DayCounts counts;
  private final BitSet touched; // since those that it was made of
  private final Object mark = new Object();
  private final Object madeOf; // their mark; null where all was counted

  private HazardCounts(
      LayerSnapshot snapshot,
      Places places,
      RowPlaces rowPlaces,
      DayCounts counts,
      BitSet touched,
      Object madeOf) {
    this.snapshot = snapshot;
    this.places = places;
    this.rowPlaces = rowPlaces;
    this.counts = counts;
    this.touched = touched;
    this.madeOf = madeOf;
  }

  DayCounts counts() {
    return counts;
  }

  /** The series that may differ from those of earlier counts, in a new set; null: any. */
  BitSet touchedSince(HazardCounts before) {
    if (before == this) {
      return new BitSet();
    }
    return before.mark == madeOf ? (BitSet) touched.clone() : null;
  }

  /** Counts the whole ledger in one pass. */
  static HazardCounts of(
      LayerSnapshot snapshot, Places places, RowPlaces rowPlaces, LocalDate firstDay) {
    DayCounts.Builder builder = DayCounts.builder(firstDay, places.seriesCount());
    int[] found = snapshot.epochDays("found_on");
    int[] registered = snapshot.epochDays("registered_on");
    int[] graded = snapshot.epochDays("graded_on");
    int[] due = snapshot.epochDays("due_on");
    int[] closed = snapshot.epochDays("closed_on");
    byte[] units = rowPlaces.ofRows(snapshot);
    Ways ways = new Ways(snapshot, places);
    for (int row = 0; row < found.length; row++) {
      if (snapshot.isLive(row)) {
        int first = ways.series(row, units[row]);
        boolean major = ways.isMajor(row);
        add(
            builder,
            first,
            major,
            found[row],
            registered[row],
            graded[row],
            due[row],
            closed[row],
            1);
      }
    }
    return new HazardCounts(snapshot, places, rowPlaces, builder.build(), null, null);
  }

  /**
   * The same for a later snapshot with the same places.
   *
   * @return null where its rows have been packed anew, so that all must be counted
   */
  HazardCounts with(LayerSnapshot later) {
    if (!later.sharesOrderedRows(snapshot)) {
      return null;
    }
    DayCounts.Builder builder = counts.edit();
    Ways before = new Ways(snapshot, places);
    Ways after = new Ways(later, places);
    later
        .deadRows()
        .filter(snapshot::isLive)
        .forEach(row -> add(builder, snapshot, before, row, -1));
    snapshot.deadRows().filter(later::isLive).forEach(row -> add(builder, later, after, row, 1));
    for (int row = snapshot.orderedRows(); row < snapshot.size(); row++) {
      add(builder, snapshot, before, row, -1);
    }
    for (int row = later.orderedRows(); row < later.size(); row++) {
      add(builder, later, after, row, 1);
    }
    return new HazardCounts(later, places, rowPlaces, builder.build(), builder.touched(), mark);
  }

  private void add(DayCounts.Builder to, LayerSnapshot rows, Ways ways, int row, int sign) {
    add(
        to,
        ways.series(row, rowPlaces.ofRow(rows, row)),
        ways.isMajor(row),
        rows.epochDay("found_on", row),
        rows.epochDay("registered_on", row),
        rows.epochDay("graded_on", row),
        rows.epochDay("due_on", row),
        rows.epochDay("closed_on", row),
        sign);
  }

  /**
   * One hazard's changes.
   *
   * @param first the series of its place and sector for the first measure
   */
  private static void add(
      DayCounts.Builder to,
      int first,
      boolean major,
      int found,
      int registered,
      int graded,
      int due,
      int closed,
      int sign) {
    boolean isClosed = closed != NEVER;
    if (registered != NEVER) {
      to.add(first + Measure.REGISTERED.ordinal(), registered, sign);
      if (isClosed) {
        to.add(first + Measure.CLOSED.ordinal(), Math.max(closed, registered), sign);
      }
    }
    span(to, first + Measure.OPEN.ordinal(), found, closed, sign);
    if (major) {
      span(
          to,
          first + Measure.OPEN_MAJOR.ordinal(),
          graded == NEVER ? found : Math.max(found, graded),
          closed,
          sign);
    }
    if (due != NEVER) {
      span(to, first + Measure.OVERDUE.ordinal(), Math.max(found, due + 1), closed, sign);
    }
  }

  /** One more from a day to the day before another; nothing where that is not later. */
  private static void span(DayCounts.Builder to, int series, int from, int until, int sign) {
    if (until == NEVER) {
      to.add(series, from, sign);
    } else if (until > from) {
      to.add(series, from, sign);
      to.add(series, until, -sign);
    }
  }

  /** Where a row of one snapshot is counted. */
  private static final class Ways {
    private final Places places;
    private final IntUnaryOperator region;
    private final IntUnaryOperator sector;
    private final IntUnaryOperator major;

    Ways(LayerSnapshot snapshot, Places places) {
      this.places = places;
      this.region = snapshot.ranks("county_code", places.regions());
      this.sector = snapshot.ranks("sector", places.sectors());
      this.major = snapshot.ranks("hazard_grade", List.of(MAJOR));
    }

    int series(int row, int unit) {
      return places.series(
          unit, region.applyAsInt(row), sector.applyAsInt(row), Measure.REGISTERED);
    }

    boolean isMajor(int row) {
      return major.applyAsInt(row) == 0;
    }
  }
}
