package cn.anlan.data.source.table;

import cn.anlan.data.sheet.CsvCell;
import cn.anlan.data.source.file.DeclaredCrs;
import cn.anlan.data.source.file.DeliveredFile;
import cn.anlan.data.source.file.Problem;
import cn.anlan.data.source.file.SourceRow;
import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;

/**
 * A table as delivered. Every cell of a record is handed over, also those of the coordinates; cells
 * behind the last heading stand under the empty one as comma-separated text, so that a record that
 * was rejected can be given back whole.
 */
public final class TableFile implements DeliveredFile {
  private final TableRecords records;
  private final List<String> columns;
  private final TableCoordinates coordinates;
  private final Runnable onClose;

  /**
   * @param given which columns hold the coordinates: keys lon, lat or wkt; may be empty
   */
  public TableFile(TableRecords records, String name, Map<String, String> given, Runnable onClose) {
    this.records = records;
    this.columns = records.columns();
    this.onClose = onClose;
    requireDistinct(name);
    this.coordinates = new TableCoordinates(name, columns, given);
  }

  private void requireDistinct(String name) {
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!column.isEmpty() && !seen.add(column)) {
        throw new UserFault(
            name + " 的列名 \"" + column + "\" 出现两次 (column name stands twice)", "改掉其中一个列名");
      }
    }
    if (seen.isEmpty()) {
      throw new UserFault(name + " 第一行没有列名 (no column names)", "第一行应为列名");
    }
  }

  @Override
  public String format() {
    return records.format();
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public List<String> geometryColumns() {
    return coordinates.columns();
  }

  @Override
  public boolean hasGeometry() {
    return !coordinates.columns().isEmpty();
  }

  @Override
  public Optional<DeclaredCrs> declaredCrs() {
    return Optional.empty();
  }

  @Override
  public String encoding() {
    return records.encoding();
  }

  @Override
  public List<Problem> notices() {
    return records.notices();
  }

  @Override
  public void forEach(Consumer<SourceRow> consumer) {
    records.forEach(
        (number, line, cells, faults) -> consumer.accept(row(number, line, cells, faults)));
  }

  private SourceRow row(long number, String line, List<String> cells, Map<Integer, String> faults) {
    List<Problem> problems = new ArrayList<>(2);
    if (cells.size() != columns.size()) {
      problems.add(
          new Problem(
              null,
              String.join(",", cells.subList(0, Math.min(5, cells.size()))),
              "%s有 %d 个单元格,表头有 %d 个 (wrong number of cells)"
                  .formatted(line, cells.size(), columns.size()),
              "检查该行的逗号和引号;含逗号的文字要加引号"));
    }
    faults.forEach(
        (column, reason) -> {
          if (column < columns.size() && !columns.get(column).isEmpty()) {
            problems.add(new Problem(columns.get(column), null, reason, "在电子表格中改正该单元格,编码列设为文本格式"));
          }
        });
    Map<String, Object> values = new LinkedHashMap<>(columns.size() * 2);
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).isEmpty()) {
        values.put(columns.get(i), i < cells.size() ? cells.get(i) : null);
      }
    }
    if (cells.size() > columns.size()) {
      values.put("", rest(cells));
    }
    boolean aligned = cells.size() == columns.size();
    Geometry geometry = aligned ? coordinates.read(cells, problems) : null;
    return new SourceRow(number, values, geometry, problems);
  }

  private String rest(List<String> cells) {
    return String.join(
        ",", cells.subList(columns.size(), cells.size()).stream().map(CsvCell::text).toList());
  }

  @Override
  public void close() {
    onClose.run();
  }
}
