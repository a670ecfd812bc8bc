package cn.anlan.analytics.rollup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which unit of a level counts what is declared under a code, on a day: at most one, so that
 * nothing is counted twice. What is placed at the county level is placed at the city level and in
 * the province too, and the counties and zones that a city counts add up to the city.
 *
 * <p>A code of yesterday leads to its successor, one of tomorrow to its predecessor, over any
 * number of changes. A functional zone counts for itself at its own level and at finer ones (赣江新区
 * beside the 11 cities and, having no counties, beside the counties), and in its parent at coarser
 * ones. A code of a coarser level than is asked for (a city's code, counties asked for) belongs to
 * no unit. The function {@code anlan.unit_at} of the database says the same in SQL.
 *
 * <p>Immutable.
 */
public final class UnitTree {
  /** More steps than any chain of changes and levels has; a circle in the data ends here. */
  private static final int MAX_STEPS = 16;

  private final Map<String, Unit> units = new HashMap<>();
  private final Map<String, List<Unit>> bySuccessor = new HashMap<>();

  /**
   * @throws IllegalArgumentException where a code stands twice
   */
  public UnitTree(Collection<Unit> units) {
    for (Unit unit : units) {
      if (this.units.put(unit.code(), unit) != null) {
        throw new IllegalArgumentException("unit " + unit.code() + " stands twice");
      }
      if (unit.successorCode() != null) {
        bySuccessor.computeIfAbsent(unit.successorCode(), c -> new ArrayList<>()).add(unit);
      }
    }
  }

  /** The codes of all units, whenever they were valid, in order. */
  public List<String> codes() {
    return units.keySet().stream().sorted().toList();
  }

  public Optional<Unit> find(String code) {
    return Optional.ofNullable(units.get(code));
  }

  /** The unit of a level that counts a declared code on a day; empty for an unknown code. */
  public Optional<Unit> find(String code, UnitLevel level, LocalDate day) {
    return Optional.ofNullable(climb(holder(code, day), level, day));
  }

  /**
   * The unit of a level that counts a row on a day. A row that names a reporting unit is counted
   * there and nowhere else; where that unit does not exist on the day (a zone not yet founded), in
   * its county.
   *
   * @param unitCode the row's reporting unit; null means the county's own
   * @param countyCode the county that the row declares, or null
   */
  public Optional<Unit> find(String unitCode, String countyCode, UnitLevel level, LocalDate day) {
    Unit holder = unitCode == null ? null : holder(unitCode, day);
    if (holder == null) {
      holder = holder(countyCode, day);
    }
    return Optional.ofNullable(climb(holder, level, day));
  }

  /**
   * The units that count at a level on a day, in order of code: those of the level, and the zones
   * of coarser levels. At the city level that is "11+1".
   */
  public List<Unit> valid(UnitLevel level, LocalDate day) {
    return units.values().stream()
        .filter(u -> u.level() == level || u.isZone() && level.isFinerThan(u.level()))
        .filter(u -> holder(u.code(), day) == u)
        .sorted(Comparator.comparing(Unit::code))
        .toList();
  }

  /** The valid unit, of whatever level, that a code means on the day; null for none. */
  private Unit holder(String code, LocalDate day) {
    Unit unit = code == null ? null : units.get(code);
    for (int i = 0; i < MAX_STEPS && unit != null; i++) {
      if (unit.isValid(day)) {
        Unit drawnIn = unit.drawnIn() == null ? null : units.get(unit.drawnIn());
        if (drawnIn == null || !drawnIn.isValid(day)) {
          return unit;
        }
        unit = drawnIn;
      } else if (unit.isFuture(day)) {
        unit = before(unit, day);
      } else {
        unit = unit.successorCode() == null ? null : units.get(unit.successorCode());
      }
    }
    return null;
  }

  /**
   * The unit that held it before it began: the one it names; else of those that name it as their
   * successor the one that ended on the day it began, for others were merged into it later.
   */
  private Unit before(Unit unit, LocalDate day) {
    if (unit.predecessorCode() != null) {
      return units.get(unit.predecessorCode());
    }
    return bySuccessor.getOrDefault(unit.code(), List.of()).stream()
        .filter(u -> u.isValid(day) || u.isFuture(day))
        .min(
            Comparator.comparing((Unit u) -> !unit.validFrom().equals(u.validTo()))
                .thenComparing(u -> u.isFuture(day))
                .thenComparing(Unit::code))
        .orElse(null);
  }

  private Unit climb(Unit from, UnitLevel level, LocalDate day) {
    Unit unit = from;
    for (int i = 0; i < MAX_STEPS && unit != null; i++) {
      boolean forItself = unit.isZone() && level.isFinerThan(unit.level());
      if (unit.level() == level || forItself) {
        return unit;
      }
      unit = unit.level().isFinerThan(level) ? holder(unit.parentCode(), day) : null;
    }
    return null;
  }
}
