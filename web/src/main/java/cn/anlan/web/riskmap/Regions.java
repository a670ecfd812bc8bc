package cn.anlan.web.riskmap;

import cn.anlan.analytics.rollup.Unit;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.analytics.rollup.UnitTree;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The regions of one administrative level on a day as the map draws them, and the way from any
 * county code, also an abolished one, to the region that counts it.
 *
 * <p>A region without an outline of its own is counted in the one whose outline holds it ({@code
 * drawn_in}); where that one did not exist yet on the day, the region is shown with the outline of
 * its successor. How units follow one another is {@link UnitTree}'s.
 */
public final class Regions {
  /**
   * A region.
   *
   * @param row its own row in the snapshot
   * @param outlineRow the row whose outline it is drawn with
   */
  public record Region(
      String code, String name, String parentCode, long population, int row, int outlineRow) {}

  private final LayerSnapshot snapshot;
  private final UnitLevel level;
  private final LocalDate asOf;
  private final UnitTree tree;
  private final Map<String, Integer> rows = new HashMap<>();
  private final Map<String, Region> byCode = new HashMap<>();
  private final List<Region> valid;

  public Regions(LayerSnapshot snapshot, Scope scope, String adminLevel, LocalDate asOf) {
    this.snapshot = snapshot;
    this.level = UnitLevel.find(adminLevel).orElseThrow();
    this.asOf = asOf;
    Query.on(snapshot, scope)
        .rows()
        .forEach((int row) -> rows.put(snapshot.text("code", row), row));
    this.tree = new UnitTree(units());
    this.valid = tree.valid(level, asOf).stream().map(this::region).toList();
    valid.forEach(region -> byCode.put(region.code(), region));
  }

  /** In order of code. */
  public List<Region> valid() {
    return valid;
  }

  /** The region of this level that a declared code belongs to, or null. */
  public Region find(String declaredCode) {
    return tree.find(declaredCode, level, asOf).map(unit -> byCode.get(unit.code())).orElse(null);
  }

  private List<Unit> units() {
    Set<String> succeeding =
        rows.values().stream()
            .map(row -> snapshot.text("successor_code", row))
            .collect(Collectors.toSet());
    List<Unit> units = new ArrayList<>();
    rows.forEach(
        (code, row) ->
            UnitLevel.find(snapshot.text("admin_level", row))
                .ifPresent(at -> units.add(unit(code, row, at, succeeding.contains(code)))));
    return units;
  }

  private Unit unit(String code, int row, UnitLevel at, boolean succeeds) {
    boolean drawn = snapshot.findGeometry(row).isPresent();
    return new Unit(
        code,
        snapshot.text("name", row),
        at,
        snapshot.text("parent_code", row),
        snapshot.date("valid_from", row),
        snapshot.date("valid_to", row),
        snapshot.text("successor_code", row),
        succeeds ? null : drawnIn(row),
        drawn ? null : drawnIn(row),
        false);
  }

  private String drawnIn(int row) {
    return snapshot.value("drawn_in", row) instanceof List<?> codes && !codes.isEmpty()
        ? (String) codes.get(0)
        : null;
  }

  private Region region(Unit unit) {
    int row = rows.get(unit.code());
    int outlineRow = unit.drawnIn() == null ? row : rows.getOrDefault(unit.drawnIn(), row);
    Object population = snapshot.value("population", row);
    if (population == null) {
      population = snapshot.value("population", outlineRow);
    }
    return new Region(
        unit.code(),
        unit.name(),
        unit.parentCode(),
        population == null ? 0 : (Long) population,
        row,
        outlineRow);
  }
}
