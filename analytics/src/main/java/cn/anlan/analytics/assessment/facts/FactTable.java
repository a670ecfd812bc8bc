package cn.anlan.analytics.assessment.facts;

import cn.anlan.analytics.accident.Severity;
import cn.anlan.analytics.rollup.ReportingUnits;
import cn.anlan.analytics.rollup.UnitTree;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All facts of one data version, counted. Immutable. A later data version's is made of this one
 * where only the ledgers differ, and is equal to one that is counted afresh.
 */
public final class FactTable {
  private final FactSources sources;
  private final FactRules rules;
  private final Places places;
  private final RowPlaces rowPlaces;
  private final HazardCounts hazards;
  private final DayCounts accidents;
  private final DayCounts listings;
  private final DayCounts enterprises;
  private final List<String> refusedAccidents;
  private final boolean isDemo;
  private final UnitTree tree;

  private FactTable(
      FactSources sources, FactRules rules, Places places, RowPlaces rowPlaces, FactTable before) {
    this.sources = sources;
    this.rules = rules;
    this.places = places;
    this.rowPlaces = rowPlaces;
    SmallLayers small = new SmallLayers(sources, places, rules, rowPlaces);
    this.hazards = hazards(before);
    List<String> refused = new ArrayList<>();
    boolean sameAccidents = before != null && before.sources.accidents() == sources.accidents();
    this.accidents = sameAccidents ? before.accidents : small.accidents(refused);
    this.refusedAccidents = sameAccidents ? before.refusedAccidents : List.copyOf(refused);
    boolean sameListings =
        before != null
            && before.sources.listings() == sources.listings()
            && before.sources.hazards() == sources.hazards();
    this.listings = sameListings ? before.listings : small.listings();
    this.enterprises = before != null ? before.enterprises : small.enterprises();
    this.isDemo = isDemo(sources);
    this.tree = before != null ? before.tree : ReportingUnits.tree(sources.units());
  }

  /** Counts everything. */
  public static FactTable of(FactSources sources, FactRules rules) {
    RowPlaces rowPlaces = new RowPlaces(sources);
    Places places = new Places(rowPlaces.units(), RowPlaces.regions(sources), sectors(sources));
    return new FactTable(sources, rules, places, rowPlaces, null);
  }

  /** The facts of a later data version: only what differs is counted, if only ledgers do. */
  public FactTable with(FactSources later) {
    if (!later.sameFrame(sources) || !sectors(later).equals(places.sectors())) {
      return of(later, rules);
    }
    return new FactTable(later, rules, places, rowPlaces, this);
  }

  private HazardCounts hazards(FactTable before) {
    if (before != null) {
      if (before.sources.hazards() == sources.hazards()) {
        return before.hazards;
      }
      HazardCounts changed = before.hazards.with(sources.hazards());
      if (changed != null) {
        return changed;
      }
    }
    return HazardCounts.of(sources.hazards(), places, rowPlaces, rules.firstDay());
  }

  public FactSources sources() {
    return sources;
  }

  public FactRules rules() {
    return rules;
  }

  /** Who counts where. */
  public UnitTree tree() {
    return tree;
  }

  /** The sectors that the ledgers name, in order. */
  public List<String> sectors() {
    return places.sectors();
  }

  /** Codes of accidents with negative numbers, which are not counted. */
  public List<String> refusedAccidents() {
    return refusedAccidents;
  }

  /** Whether any row that is counted is invented. */
  public boolean isDemo() {
    return isDemo;
  }

  /**
   * The last day, not after {@code limit}, of which the ledgers tell something: an accident, or a
   * hazard found or closed. Null where they tell nothing.
   */
  public LocalDate dataCutOff(LocalDate limit) {
    int last = Integer.MIN_VALUE;
    int until = (int) limit.toEpochDay();
    for (int place = 0; place < places.count(); place++) {
      for (int sector = 0; sector < places.sectorCount(); sector++) {
        int open = places.series(place, sector, Measure.OPEN);
        last = Math.max(last, hazards.counts().lastChange(open, until));
        int first = places.series(place, sector, Measure.ORDINARY);
        last = Math.max(last, lastAccident(first, Severity.ORDINARY, until));
      }
    }
    return last == Integer.MIN_VALUE ? null : LocalDate.ofEpochDay(last);
  }

  /** The states of all series on days, from which regions' facts are summed up. */
  public FactSums sums(List<LocalDate> days) {
    return FactSums.of(this, days);
  }

  /** The last day, up to a limit, of an accident; MIN_VALUE for none. */
  int lastAccident(int firstSeries, Severity atLeast, int limit) {
    int last = Integer.MIN_VALUE;
    for (int s = atLeast.ordinal(); s < Severity.values().length; s++) {
      last = Math.max(last, accidents.lastChange(firstSeries + s, limit));
    }
    return last;
  }

  /** Whether rows are placed in the same way as in another table, so that only counts differ. */
  public boolean sameFrame(FactTable other) {
    return places == other.places;
  }

  Places places() {
    return places;
  }

  /** The counts of all layers; a series is in one of them only. */
  Stream<DayCounts> counts() {
    return Stream.of(hazards.counts(), accidents, listings, enterprises);
  }

  /** Series that may differ from those of an earlier table; null for all. */
  BitSet touchedSince(FactTable before) {
    boolean onlyHazards =
        before.places == places
            && before.accidents == accidents
            && before.enterprises == enterprises;
    BitSet touched = hazards.touchedSince(before.hazards);
    if (!onlyHazards || touched == null) {
      return null;
    }
    for (int series = Measure.LISTINGS_OVERDUE.ordinal();
        series < places.seriesCount();
        series += Measure.COUNT) {
      if (!before.listings.isEmpty(series) || !listings.isEmpty(series)) {
        touched.set(series);
      }
    }
    return touched;
  }

  private static List<String> sectors(FactSources sources) {
    Set<String> sectors = new TreeSet<>();
    for (LayerSnapshot layer :
        List.of(sources.hazards(), sources.accidents(), sources.enterprises())) {
      sectors.addAll(Query.on(layer, RowPlaces.ALL).countsBy("sector").byValue().keySet());
    }
    return List.copyOf(sectors);
  }

  private static boolean isDemo(FactSources sources) {
    return Stream.of(sources.hazards(), sources.accidents(), sources.enterprises())
        .anyMatch(
            layer ->
                Query.on(layer, RowPlaces.ALL).countsBy("is_demo").byValue().containsKey("true"));
  }
}
