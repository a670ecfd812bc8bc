package cn.anlan.data.export.row;

import java.math.BigDecimal;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKTWriter;

/** Values as the text of a cell, where a format has nothing better. */
public final class CellText {
  private CellText() {}

  /** Null for none; items of a list are joined the way the import parts them. */
  public static String of(Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof Double number) {
      return number(number);
    }
    return value instanceof List<?> items
        ? String.join("; ", items.stream().map(Object::toString).toList())
        : value.toString();
  }

  /**
   * The shortest decimal that is this number, without an exponent where people would write none.
   */
  public static String number(double value) {
    double size = Math.abs(value);
    return size >= 1e7 && size < 1e18 || size < 1e-3 && size >= 1e-9
        ? BigDecimal.valueOf(value).toPlainString()
        : Double.toString(value);
  }

  /** WKT in full precision, with heights where there are some. */
  public static String wkt(Geometry geometry) {
    return hasHeights(geometry) ? new WKTWriter(3).write(geometry) : geometry.toText();
  }

  /** Whether its first vertex has a height. */
  public static boolean hasHeights(Geometry geometry) {
    return !geometry.isEmpty() && !Double.isNaN(geometry.getCoordinate().getZ());
  }

  /** Whether it is a point that is somewhere. */
  public static boolean isPlace(Geometry geometry) {
    return geometry instanceof Point && !geometry.isEmpty();
  }
}
