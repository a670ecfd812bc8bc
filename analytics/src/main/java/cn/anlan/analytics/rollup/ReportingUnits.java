package cn.anlan.analytics.rollup;

import cn.anlan.geo.snapshot.Disclosure;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The layer {@code reporting_unit} as a {@link UnitTree}. */
public final class ReportingUnits {
  /** Who reports is public, and a part of the tree would count wrongly. */
  private static final Scope PUBLIC =
      Scope.wholeProvince("reporting units", Set.of(Disclosure.PUBLIC));

  private ReportingUnits() {}

  /** Rows of a level that is none of {@link UnitLevel} are left out. */
  public static UnitTree tree(LayerSnapshot units) {
    List<Unit> all = new ArrayList<>();
    Query.on(units, PUBLIC)
        .rows()
        .forEach(
            (int row) ->
                UnitLevel.find(units.text("unit_level", row))
                    .ifPresent(level -> all.add(unit(units, row, level))));
    return new UnitTree(all);
  }

  /** The kind of each unit (code list {@code reporting_unit_kind}) by its code. */
  public static Map<String, String> kinds(LayerSnapshot units) {
    Map<String, String> kinds = new HashMap<>();
    Query.on(units, PUBLIC)
        .rows()
        .forEach((int row) -> kinds.put(units.text("code", row), units.text("kind", row)));
    return kinds;
  }

  private static Unit unit(LayerSnapshot units, int row, UnitLevel level) {
    return new Unit(
        units.text("code", row),
        units.text("name", row),
        level,
        units.text("parent_code", row),
        units.date("valid_from", row),
        units.date("valid_to", row),
        units.text("successor_code", row),
        units.text("predecessor_code", row),
        null,
        Boolean.TRUE.equals(units.value("is_functional_zone", row)));
  }
}
