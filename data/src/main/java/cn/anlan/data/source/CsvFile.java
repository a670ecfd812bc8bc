package cn.anlan.data.source;

import cn.anlan.data.sheet.CsvCell;
import cn.anlan.geo.fault.Spelling;
import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * A CSV table. Geometry comes from a WKT column (wkt, geom, geometry), else from two number columns
 * (lon/lng/longitude/经度/x and lat/latitude/纬度/y, in any order of columns), else there is none. A
 * cell that a spreadsheet was kept from executing ({@code '=…}) is read without that mark.
 */
final class CsvFile implements DeliveredFile {
  private static final Set<String> LON =
      Set.of("lon", "lng", "long", "longitude", "经度", "x", "easting", "东坐标");
  private static final Set<String> LAT = Set.of("lat", "latitude", "纬度", "y", "northing", "北坐标");
  private static final Set<String> WKT = Set.of("wkt", "geom", "geometry");
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Path utf8;
  private final String name;
  private final String encoding;
  private final List<String> columns;
  private final int lon;
  private final int lat;
  private final int wkt;
  private final Runnable onClose;

  /**
   * @param given which columns hold the coordinates: keys lon, lat or wkt; may be empty
   */
  CsvFile(Path utf8, String name, String encoding, Map<String, String> given, Runnable onClose) {
    this.utf8 = utf8;
    this.name = name;
    this.encoding = encoding;
    this.onClose = onClose;
    this.columns = heading();
    this.wkt = find("wkt", given, WKT);
    int foundLon = wkt >= 0 ? -1 : find("lon", given, LON);
    int foundLat = wkt >= 0 ? -1 : find("lat", given, LAT);
    boolean both = foundLon >= 0 && foundLat >= 0;
    this.lon = both ? foundLon : -1;
    this.lat = both ? foundLat : -1;
  }

  @Override
  public String format() {
    return "CSV";
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public List<String> geometryColumns() {
    if (wkt >= 0) {
      return List.of(columns.get(wkt));
    }
    return lon >= 0 ? List.of(columns.get(lon), columns.get(lat)) : List.of();
  }

  @Override
  public boolean hasGeometry() {
    return wkt >= 0 || lon >= 0;
  }

  @Override
  public Optional<DeclaredCrs> declaredCrs() {
    return Optional.empty();
  }

  @Override
  public String encoding() {
    return encoding;
  }

  @Override
  public void forEach(Consumer<SourceRow> consumer) {
    try (CsvRecords records = new CsvRecords(utf8, name)) {
      records.next();
      long number = 0;
      for (List<String> cells = records.next(); cells != null; cells = records.next()) {
        consumer.accept(row(++number, cells, records.recordLine()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading the delivered table", e);
    }
  }

  @Override
  public void close() {
    onClose.run();
  }

  private List<String> heading() {
    try (CsvRecords records = new CsvRecords(utf8, name)) {
      List<String> cells = records.next();
      if (cells == null) {
        throw new UserFault(name + " 是空文件 (empty file)", "重新导出该表");
      }
      List<String> names = cells.stream().map(String::strip).toList();
      Set<String> seen = new HashSet<>();
      for (String column : names) {
        if (!column.isEmpty() && !seen.add(column)) {
          throw new UserFault(
              name + " 的列名 \"" + column + "\" 出现两次 (column name stands twice)", "改掉其中一个列名");
        }
      }
      if (seen.isEmpty()) {
        throw new UserFault(name + " 第一行没有列名 (no column names)", "第一行应为列名");
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException("reading the delivered table", e);
    }
  }

  private int find(String what, Map<String, String> given, Set<String> known) {
    if (given.containsKey(what)) {
      int index = columns.indexOf(given.get(what));
      if (index < 0) {
        throw new UserFault(
            name + " 没有列 \"" + given.get(what) + "\" (no such column)",
            Spelling.hint(given.get(what), columns)
                + "现有列 (columns): "
                + String.join(", ", columns));
      }
      return index;
    }
    for (int i = 0; i < columns.size(); i++) {
      if (known.contains(columns.get(i).toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return -1;
  }

  private SourceRow row(long number, List<String> cells, long line) {
    List<Problem> problems = new ArrayList<>();
    if (cells.size() != columns.size()) {
      problems.add(
          new Problem(
              null,
              String.join(",", cells.subList(0, Math.min(5, cells.size()))),
              "第 %d 行有 %d 个单元格,表头有 %d 个 (wrong number of cells)"
                  .formatted(line, cells.size(), columns.size()),
              "检查该行的逗号和引号;含逗号的文字要加引号"));
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).isEmpty()) {
        values.put(columns.get(i), i < cells.size() ? CsvCell.restored(cells.get(i)) : null);
      }
    }
    if (cells.size() > columns.size()) {
      values.put(
          "",
          cells.subList(columns.size(), cells.size()).stream()
              .map(CsvCell::text)
              .collect(Collectors.joining(",")));
    }
    Geometry geometry = problems.isEmpty() ? geometry(cells, problems) : null;
    return new SourceRow(number, values, geometry, problems);
  }

  private Geometry geometry(List<String> cells, List<Problem> problems) {
    if (wkt >= 0) {
      String text = cells.get(wkt).strip();
      return text.isEmpty() ? null : fromWkt(text, problems);
    }
    if (lon < 0 || cells.get(lon).isBlank() && cells.get(lat).isBlank()) {
      return null;
    }
    double x = number(lon, cells, problems);
    double y = number(lat, cells, problems);
    return problems.isEmpty() ? FACTORY.createPoint(new CoordinateXY(x, y)) : null;
  }

  private double number(int column, List<String> cells, List<Problem> problems) {
    String text = cells.get(column).strip();
    try {
      if (!text.matches("[-+.0-9eE]+")) {
        throw new NumberFormatException();
      }
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      problems.add(
          new Problem(
              columns.get(column),
              text,
              "坐标不是数字 (coordinate is not a number)",
              "填写十进制数,例如 115.8580"));
      return Double.NaN;
    }
  }

  private Geometry fromWkt(String text, List<Problem> problems) {
    try {
      Geometry geometry = new WKTReader(FACTORY).read(text);
      for (Coordinate c : geometry.getCoordinates()) {
        if (!Double.isFinite(c.x) || !Double.isFinite(c.y)) {
          throw new ParseException("coordinate is not finite");
        }
      }
      return geometry;
    } catch (ParseException | IllegalArgumentException | StackOverflowError e) {
      String start = text.length() > 60 ? text.substring(0, 60) + "…" : text;
      problems.add(
          new Problem(
              columns.get(wkt),
              start,
              "不是合法的 WKT 图形 (not valid WKT): " + e.getMessage(),
              "从源系统重新导出图形"));
      return null;
    }
  }
}
