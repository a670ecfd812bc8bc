package cn.anlan.data.source.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes JTS geometries from GeoJSON's nested coordinates (RFC 7946, 3.1). A shape that JTS cannot
 * even hold, such as an open ring, becomes a {@link BadGeometry} that says why; nothing is closed
 * or mended here.
 */
public final class GeometryTree {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** The coordinates do not make the geometry that the record claims. */
  public static final class BadGeometry extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param reason Chinese first, English beside
     */
    public BadGeometry(String reason) {
      super(reason);
    }
  }

  private GeometryTree() {}

  /**
   * @param type the GeoJSON type
   * @param tree a position as {@code double[]}, or a list of such trees
   */
  public static Geometry build(String type, Object tree) throws BadGeometry {
    return switch (type) {
      case "Point" -> point(tree);
      case "MultiPoint" -> {
        List<Point> points = new ArrayList<>();
        for (Object part : list(tree)) {
          points.add(point(part));
        }
        yield FACTORY.createMultiPoint(points.toArray(Point[]::new));
      }
      case "LineString" -> line(tree);
      case "MultiLineString" -> {
        List<LineString> lines = new ArrayList<>();
        for (Object part : list(tree)) {
          lines.add(line(part));
        }
        yield FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
      }
      case "Polygon" -> polygon(tree);
      case "MultiPolygon" -> {
        List<Polygon> polygons = new ArrayList<>();
        for (Object part : list(tree)) {
          polygons.add(polygon(part));
        }
        yield FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
      }
      default -> throw new BadGeometry("图形类型 " + type + " 不能导入 (unsupported geometry type)");
    };
  }

  /** A collection of these parts. */
  public static Geometry collect(List<Geometry> parts) {
    return FACTORY.createGeometryCollection(parts.toArray(Geometry[]::new));
  }

  private static Point point(Object tree) throws BadGeometry {
    if (tree instanceof List<?> list && list.isEmpty()) {
      return FACTORY.createPoint();
    }
    return FACTORY.createPoint(position(tree));
  }

  private static LineString line(Object tree) throws BadGeometry {
    Coordinate[] positions = positions(tree);
    if (positions.length == 1) {
      throw new BadGeometry("线只有一个点 (a line of one point)");
    }
    return FACTORY.createLineString(positions);
  }

  private static Polygon polygon(Object tree) throws BadGeometry {
    List<LinearRing> rings = new ArrayList<>();
    for (Object part : list(tree)) {
      Coordinate[] ring = positions(part);
      if (ring.length > 0 && !ring[0].equals2D(ring[ring.length - 1])) {
        throw new BadGeometry(
            String.format(Locale.ROOT, "多边形的环没有闭合,起点 %s (ring is not closed)", text(ring[0])));
      }
      if (ring.length > 0 && ring.length < 4) {
        throw new BadGeometry("多边形的环少于 4 个点 (ring of fewer than 4 points)");
      }
      rings.add(FACTORY.createLinearRing(ring));
    }
    if (rings.isEmpty()) {
      return FACTORY.createPolygon();
    }
    return FACTORY.createPolygon(
        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  private static Coordinate[] positions(Object tree) throws BadGeometry {
    List<?> list = list(tree);
    Coordinate[] positions = new Coordinate[list.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = position(list.get(i));
    }
    return positions;
  }

  private static Coordinate position(Object tree) throws BadGeometry {
    if (!(tree instanceof double[] numbers) || numbers.length < 2) {
      throw new BadGeometry("坐标不是两个数 (a position is not two numbers)");
    }
    return numbers.length > 2
        ? new Coordinate(numbers[0], numbers[1], numbers[2])
        : new CoordinateXY(numbers[0], numbers[1]);
  }

  private static List<?> list(Object tree) throws BadGeometry {
    if (tree instanceof List<?> list) {
      return list;
    }
    throw new BadGeometry("坐标的嵌套与图形类型不符 (coordinates do not nest as the type demands)");
  }

  private static String text(Coordinate c) {
    return String.format(Locale.ROOT, "(%.6f, %.6f)", c.x, c.y);
  }
}
