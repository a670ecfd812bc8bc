package cn.anlan.data.sheet;

import java.util.List;
import java.util.Map;

/**
 * One row of a sheet.
 *
 * @param number as the spreadsheet counts, from 1
 * @param cells by column, as texts; null or missing where a cell is empty
 * @param faults why a cell cannot be used, by column
 */
public record SheetRow(long number, List<String> cells, Map<Integer, String> faults) {
  String cell(int column) {
    return column < cells.size() ? cells.get(column) : null;
  }

  boolean isBlank() {
    return faults.isEmpty() && filled() == 0;
  }

  int filled() {
    int count = 0;
    for (String cell : cells) {
      count += cell == null ? 0 : 1;
    }
    return count;
  }
}
