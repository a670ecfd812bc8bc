package cn.anlan.data.ingest.check;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Cells of the campaign forms by county and column, in the order of their periods. */
final class FormCells {

  /** A column of one county's form. */
  record Column(String form, String county, String item, String measure) {
    Column of(String otherItem, String otherMeasure) {
      return new Column(form, county, otherItem, otherMeasure);
    }
  }

  /**
   * @param delivered whether it is of the file, or was stored before
   * @param code business key of its row
   */
  record Cell(double value, boolean delivered, String code) {}

  private final Map<Column, NavigableMap<YearMonth, Cell>> cells = new HashMap<>();

  /** Keeps the cell; one that is there already stays, for the first of two stands. */
  void add(Column column, YearMonth period, Cell cell) {
    cells.computeIfAbsent(column, c -> new TreeMap<>()).putIfAbsent(period, cell);
  }

  Optional<Cell> find(Column column, YearMonth period) {
    return Optional.ofNullable(column(column).get(period));
  }

  /** The nearest earlier cell of the same year. */
  Optional<Map.Entry<YearMonth, Cell>> findBefore(Column column, YearMonth period) {
    return ofYear(column(column).lowerEntry(period), period);
  }

  /** The nearest later cell of the same year. */
  Optional<Map.Entry<YearMonth, Cell>> findAfter(Column column, YearMonth period) {
    return ofYear(column(column).higherEntry(period), period);
  }

  private NavigableMap<YearMonth, Cell> column(Column column) {
    return cells.getOrDefault(column, new TreeMap<>());
  }

  private static Optional<Map.Entry<YearMonth, Cell>> ofYear(
      Map.Entry<YearMonth, Cell> entry, YearMonth period) {
    return Optional.ofNullable(entry).filter(e -> e.getKey().getYear() == period.getYear());
  }
}
