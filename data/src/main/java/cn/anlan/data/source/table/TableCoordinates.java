package cn.anlan.data.source.table;

import cn.anlan.data.sheet.FullWidth;
import cn.anlan.data.source.file.Problem;
import cn.anlan.geo.datum.DmsText;
import cn.anlan.geo.fault.Spelling;
import cn.anlan.geo.fault.UserFault;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Where a table has its geometry: a WKT column (wkt, geom, geometry), else two columns of numbers
 * (lon/lng/longitude/经度/x and lat/latitude/纬度/y, in any order of columns), else nowhere. Numbers
 * may be written full-width, degrees also as degrees, minutes and seconds.
 */
final class TableCoordinates {
  private static final Set<String> LON =
      Set.of("lon", "lng", "long", "longitude", "经度", "东经", "x", "easting", "东坐标");
  private static final Set<String> LAT =
      Set.of("lat", "latitude", "纬度", "北纬", "y", "northing", "北坐标");
  private static final Set<String> WKT = Set.of("wkt", "geom", "geometry");
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final String name;
  private final List<String> columns;
  private final int lon;
  private final int lat;
  private final int wkt;

  /**
   * @param given which columns hold the coordinates: keys lon, lat or wkt; may be empty
   */
  TableCoordinates(String name, List<String> columns, Map<String, String> given) {
    this.name = name;
    this.columns = columns;
    boolean byNumbers = given.containsKey("lon") || given.containsKey("lat");
    this.wkt = byNumbers ? -1 : find("wkt", given, WKT);
    int foundLon = wkt >= 0 ? -1 : find("lon", given, LON);
    int foundLat = wkt >= 0 ? -1 : find("lat", given, LAT);
    boolean both = foundLon >= 0 && foundLat >= 0;
    this.lon = both ? foundLon : -1;
    this.lat = both ? foundLat : -1;
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
      if (known.contains(withoutUnit(columns.get(i)))) {
        return i;
      }
    }
    return -1;
  }

  /** 经度（°） is 经度. */
  private static String withoutUnit(String heading) {
    return FullWidth.narrow(heading)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s*\\(.*\\)$", "")
        .strip();
  }

  /** The columns that hold the coordinates. */
  List<String> columns() {
    if (wkt >= 0) {
      return List.of(columns.get(wkt));
    }
    return lon >= 0 ? List.of(columns.get(lon), columns.get(lat)) : List.of();
  }

  /** The geometry of a record, or null; what is wrong with it is added to the problems. */
  Geometry read(List<String> cells, List<Problem> problems) {
    if (wkt >= 0) {
      String text = cell(cells, wkt);
      return text.isEmpty() ? null : fromWkt(text, problems);
    }
    if (lon < 0 || cell(cells, lon).isEmpty() && cell(cells, lat).isEmpty()) {
      return null;
    }
    double x = number(lon, cells, problems);
    double y = number(lat, cells, problems);
    boolean read = !Double.isNaN(x) && !Double.isNaN(y);
    return read ? FACTORY.createPoint(new CoordinateXY(x, y)) : null;
  }

  private static String cell(List<String> cells, int column) {
    String text = column < cells.size() ? cells.get(column) : null;
    return text == null ? "" : text.strip();
  }

  private double number(int column, List<String> cells, List<Problem> problems) {
    String text = cell(cells, column);
    OptionalDouble number = decimal(FullWidth.narrow(text).strip());
    if (number.isEmpty()) {
      number = DmsText.parse(text);
    }
    if (number.isEmpty()) {
      problems.add(
          new Problem(
              columns.get(column),
              text,
              "坐标不是数字 (coordinate is not a number)",
              "填写十进制数,例如 115.8580,或度分秒,例如 115°51′28.8″"));
    }
    return number.orElse(Double.NaN);
  }

  private static OptionalDouble decimal(String text) {
    if (text.isEmpty() || !text.chars().allMatch(c -> "+-.0123456789eE".indexOf(c) >= 0)) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
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
