package cn.anlan.web.rollup;

import cn.anlan.analytics.rollup.NamedRows;
import cn.anlan.analytics.rollup.ReportingUnits;
import cn.anlan.analytics.rollup.Unit;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.analytics.rollup.UnitTree;
import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.filter.Filter;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts the rows of a layer in the units that report, each row once: in the reporting unit it
 * names, itself or through what it belongs to ({@link NamedUnits}), else in its county. What
 * belongs to no unit is counted as unplaced, so that the units and the unplaced always add up to
 * the total.
 */
final class RollUp {
  /**
   * @param unit null for what belongs to no unit
   * @param kind the unit's kind, or null
   * @param counts rows by value of the field asked for; rows without a value are in {@code count}
   *     only
   */
  record Counted(Unit unit, String kind, long count, Map<String, Long> counts) {}

  /**
   * @param units every unit of the level, also those that count nothing, in order of code
   */
  record Result(List<Counted> units, Counted unplaced, long total) {}

  private static final class Tally {
    private long count;
    private final Map<String, Long> counts = new TreeMap<>();

    void add(Object value) {
      count++;
      if (value != null) {
        counts.merge(value.toString(), 1L, Long::sum);
      }
    }
  }

  private final Generation generation;
  private final Scope scope;
  private final NamedUnits named;
  private final UnitTree tree;
  private final Map<String, String> kinds;
  private final UnitLevel level;
  private final LocalDate day;

  RollUp(Catalog catalog, Generation generation, Scope scope, UnitLevel level, LocalDate day) {
    this.generation = generation;
    this.scope = scope;
    this.named = new NamedUnits(catalog, generation, scope);
    this.tree = ReportingUnits.tree(generation.get("reporting_unit"));
    this.kinds = ReportingUnits.kinds(generation.get("reporting_unit"));
    this.level = level;
    this.day = day;
  }

  /**
   * @param by field whose values are counted too, or null
   * @param filter CQL2 text, or null
   * @throws UserFault where the layer lies in no county, or {@code by} or {@code filter} cannot be
   */
  Result count(Layer layer, String by, String filter) {
    if (layer.regionField() == null) {
      throw new UserFault(
          "图层 " + layer.id() + " 没有所在县,不能汇总 (has no county, cannot be rolled up)",
          "换一个有县编码的图层 (take a layer with a county code)");
    }
    LayerSnapshot rows = generation.get(layer.id());
    Query all = Query.on(rows, scope);
    Query query = filter == null ? all : all.filter(Filter.parse(filter));
    if (by != null) {
      query.countsBy(by); // says what is wrong with a field that cannot be counted by
    }
    NamedRows unitOf = named.of(layer);
    Map<String, Map<String, Optional<Unit>>> found = new HashMap<>();
    Map<Unit, Tally> tallies = new HashMap<>();
    Tally unplaced = new Tally();
    long[] total = new long[1];
    query
        .rows()
        .forEach(
            (int row) -> {
              String county = rows.text(layer.regionField(), row);
              Tally tally =
                  find(unitOf.unit(row), county, found)
                      .map(u -> tallies.computeIfAbsent(u, any -> new Tally()))
                      .orElse(unplaced);
              tally.add(by == null ? null : rows.value(by, row));
              total[0]++;
            });
    List<Counted> units =
        tree.valid(level, day).stream()
            .map(u -> counted(u, tallies.getOrDefault(u, new Tally())))
            .toList();
    return new Result(units, counted(null, unplaced), total[0]);
  }

  private Optional<Unit> find(
      String unit, String county, Map<String, Map<String, Optional<Unit>>> found) {
    return found
        .computeIfAbsent(unit, any -> new HashMap<>())
        .computeIfAbsent(county, any -> tree.find(unit, county, level, day));
  }

  private Counted counted(Unit unit, Tally tally) {
    String kind = unit == null ? null : kinds.get(unit.code());
    return new Counted(unit, kind, tally.count, tally.counts);
  }
}
