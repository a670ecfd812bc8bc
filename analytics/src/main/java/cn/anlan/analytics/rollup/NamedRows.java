package cn.anlan.analytics.rollup;

import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The rows that count in another reporting unit than their county's own: those that name one (a
 * functional zone), themselves or through what they belong to. They are few and found as sets, by
 * the codes of what they belong to, so that two million rows are never asked one by one.
 */
public final class NamedRows {
  private static final String UNIT = "reporting_unit_code";

  private final Scope scope;
  private final LayerSnapshot rows;
  private final Map<Integer, String> unitByRow;

  private NamedRows(Scope scope, LayerSnapshot rows, Map<Integer, String> unitByRow) {
    this.scope = scope;
    this.rows = rows;
    this.unitByRow = unitByRow;
  }

  /** Rows of a layer that has the field {@code reporting_unit_code} itself. */
  public static NamedRows ofThemselves(LayerSnapshot rows, Scope scope) {
    Map<Integer, String> unitByRow = new HashMap<>();
    Query.on(rows, scope)
        .filter(columns -> columns.isNull(UNIT).not())
        .rows()
        .forEach((int row) -> unitByRow.put(row, rows.text(UNIT, row)));
    return new NamedRows(scope, rows, unitByRow);
  }

  /** No row of a layer. */
  public static NamedRows none(LayerSnapshot rows, Scope scope) {
    return new NamedRows(scope, rows, Map.of());
  }

  /**
   * Rows of another layer that refer to these by the field {@code column}.
   *
   * @param unless fields any of which decides instead where a row fills it
   */
  public NamedRows through(LayerSnapshot others, String column, String... unless) {
    Map<Integer, String> found = new HashMap<>();
    codesByUnit()
        .forEach(
            (unit, codes) -> {
              Query query = Query.on(others, scope).filter(columns -> columns.in(column, codes));
              for (String other : unless) {
                query = query.filter(columns -> columns.isNull(other));
              }
              query.rows().forEach((int row) -> found.put(row, unit));
            });
    return new NamedRows(scope, others, found);
  }

  /** These rows and others of the same layer. */
  public NamedRows and(NamedRows others) {
    Map<Integer, String> both = new HashMap<>(unitByRow);
    both.putAll(others.unitByRow);
    return new NamedRows(scope, rows, both);
  }

  /** The unit that the row names, or null for its county's own. */
  public String unit(int row) {
    return unitByRow.get(row);
  }

  /** Each of these rows with the unit that it names. */
  public void forEach(BiConsumer<Integer, String> action) {
    unitByRow.forEach(action);
  }

  /** The units that are named at all, in order. */
  public List<String> units() {
    return unitByRow.values().stream().distinct().sorted().toList();
  }

  /** The unit that each of these rows names, by the row's business key. */
  public Map<String, String> unitByCode() {
    Map<String, String> units = new HashMap<>();
    unitByRow.forEach((row, unit) -> units.put(rows.text(LayerSnapshot.CODE, row), unit));
    return units;
  }

  private Map<String, List<Object>> codesByUnit() {
    Map<String, List<Object>> codes = new TreeMap<>();
    unitByRow.forEach(
        (row, unit) ->
            codes
                .computeIfAbsent(unit, any -> new ArrayList<>())
                .add(rows.text(LayerSnapshot.CODE, row)));
    return codes;
  }
}
