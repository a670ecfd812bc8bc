package cn.anlan.analytics.assessment.facts;

import cn.anlan.analytics.accident.Severity;
import cn.anlan.analytics.rollup.Unit;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.analytics.rollup.UnitTree;
import cn.anlan.geo.snapshot.LayerSnapshot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Facts of the regions of a level on a day: each place is counted in the one unit that counts it
 * then (see {@link UnitTree}), so that counties and zones add up to the cities and these to the
 * province; what belongs to no unit of the level is unplaced.
 */
public final class RegionTable {
  private static final Measure[] MEASURES = Measure.values();

  /**
   * The regions of one level, sector and day.
   *
   * @param regions every valid unit, in order of code
   * @param unplacedHazards registered hazards that belong to none of them
   * @param unplacedAccidents accidents of the window that belong to none of them
   */
  public record Rows(
      LocalDate day, List<RegionFacts> regions, int unplacedHazards, int unplacedAccidents) {}

  private final FactTable table;
  private final UnitLevel level;
  private final LocalDate day;
  private final List<Unit> units;
  private final int[] unitOfPlace;
  private final long[] populations;

  /** Finds out who counts what at the level on the day; good for any sector and later facts. */
  public RegionTable(FactTable table, UnitLevel level, LocalDate day) {
    this.table = table;
    this.level = level;
    this.day = day;
    this.units = table.tree().valid(level, day);
    Map<String, Integer> numbers = new HashMap<>();
    for (Unit unit : units) {
      numbers.put(unit.code(), numbers.size());
    }
    Places places = table.places();
    this.unitOfPlace = new int[places.count()];
    for (int place = 0; place < unitOfPlace.length; place++) {
      unitOfPlace[place] =
          find(places.unit(place), places.region(place)).map(u -> numbers.get(u.code())).orElse(-1);
    }
    this.populations = populations(numbers);
  }

  private Optional<Unit> find(String unit, String region) {
    return unit == null && region == null
        ? Optional.empty()
        : table.tree().find(unit, region, level, day);
  }

  private RegionTable(RegionTable of, FactTable table) {
    this.table = table;
    this.level = of.level;
    this.day = of.day;
    this.units = of.units;
    this.unitOfPlace = of.unitOfPlace;
    this.populations = of.populations;
  }

  /** The same for later facts of the same frame. */
  public RegionTable in(FactTable later) {
    if (!later.sameFrame(table)) {
      throw new IllegalArgumentException("the facts are of another frame");
    }
    return new RegionTable(this, later);
  }

  /** Residents of the valid counties, summed up as everything else is. */
  private long[] populations(Map<String, Integer> numbers) {
    long[] sums = new long[units.size()];
    LayerSnapshot regions = table.sources().regions();
    UnitTree tree = table.tree();
    regions
        .rows()
        .filter(row -> UnitLevel.COUNTY.word().equals(regions.text("admin_level", row)))
        .filter(row -> regions.value("population", row) != null)
        .forEach(
            row -> {
              String code = regions.text(LayerSnapshot.CODE, row);
              if (tree.find(code).map(u -> u.isValid(day)).orElse(false)) {
                tree.find(code, level, day)
                    .ifPresent(
                        unit ->
                            sums[numbers.get(unit.code())] +=
                                (Long) regions.value("population", row));
              }
            });
    return sums;
  }

  public List<Unit> units() {
    return units;
  }

  /**
   * @param sums with this table's day among its days
   * @param sector null for all
   */
  public Rows rows(FactSums sums, String sector) {
    Places places = table.places();
    int only = sector == null ? -1 : places.sectors().indexOf(sector);
    int end = sums.place(day);
    int start = sums.place(FactSums.windowStart(table, day));
    int[][] counts = new int[units.size() + 1][Measure.COUNT];
    for (int place = 0; place < unitOfPlace.length; place++) {
      int[] to = counts[unitOfPlace[place] < 0 ? units.size() : unitOfPlace[place]];
      for (int s = 0; s < places.sectorCount(); s++) {
        if (sector == null || s == only) {
          add(sums, places.series(place, s, MEASURES[0]), start, end, to);
        }
      }
    }
    List<RegionFacts> regions = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      regions.add(facts(units.get(i), populations[i], counts[i]));
    }
    int[] unplaced = counts[units.size()];
    int accidents =
        Arrays.stream(unplaced, Measure.ORDINARY.ordinal(), Measure.EXTRAORDINARY.ordinal() + 1)
            .sum();
    return new Rows(day, regions, unplaced[Measure.REGISTERED.ordinal()], accidents);
  }

  private static void add(FactSums sums, int first, int start, int end, int[] to) {
    for (Measure measure : MEASURES) {
      int[] states = sums.states(first + measure.ordinal());
      if (states != null) {
        boolean ofWindow =
            measure.compareTo(Measure.ORDINARY) >= 0 && measure.compareTo(Measure.DEATHS) <= 0;
        to[measure.ordinal()] += states[end] - (ofWindow ? states[start] : 0);
      }
    }
  }

  /**
   * The last day, up to this one, of an accident of at least a severity in a region; null for none.
   */
  public LocalDate lastAccident(String code, String sector, Severity atLeast) {
    Places places = table.places();
    int only = sector == null ? -1 : places.sectors().indexOf(sector);
    int last = Integer.MIN_VALUE;
    for (int place = 0; place < unitOfPlace.length; place++) {
      int unit = unitOfPlace[place];
      for (int s = 0; s < places.sectorCount(); s++) {
        if (unit >= 0 && units.get(unit).code().equals(code) && (sector == null || s == only)) {
          int first = places.series(place, s, Measure.ORDINARY);
          last = Math.max(last, table.lastAccident(first, atLeast, (int) day.toEpochDay()));
        }
      }
    }
    return last == Integer.MIN_VALUE ? null : LocalDate.ofEpochDay(last);
  }

  private static RegionFacts facts(Unit unit, long population, int[] counts) {
    return new RegionFacts(
        unit.code(),
        unit.name(),
        population,
        counts[Measure.ENTERPRISES.ordinal()],
        List.of(
            counts[Measure.ORDINARY.ordinal()],
            counts[Measure.LARGER.ordinal()],
            counts[Measure.MAJOR.ordinal()],
            counts[Measure.EXTRAORDINARY.ordinal()]),
        counts[Measure.DEATHS.ordinal()],
        counts[Measure.REGISTERED.ordinal()],
        counts[Measure.CLOSED.ordinal()],
        counts[Measure.OPEN.ordinal()],
        counts[Measure.OPEN_MAJOR.ordinal()],
        counts[Measure.OVERDUE.ordinal()],
        counts[Measure.LISTINGS_OVERDUE.ordinal()]);
  }
}
