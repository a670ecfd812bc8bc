package cn.anlan.data.source.kml;

import cn.anlan.data.source.file.GeometryTree;
import cn.anlan.data.source.file.GeometryTree.BadGeometry;
import cn.anlan.data.xml.SafeXml;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** The geometries of KML, read to their end even where they are bad. */
final class KmlGeometry {
  private KmlGeometry() {}

  /**
   * Reads the geometry that begins here.
   *
   * @throws BadGeometry after it was read, so that reading can go on behind it
   */
  static Geometry read(SafeXml xml) throws BadGeometry {
    String type = xml.element();
    return switch (type) {
      case "Point" -> {
        List<Object> positions = simple(xml, type);
        if (positions.size() != 1) {
          throw new BadGeometry("点应有一个坐标 (a point has one position)");
        }
        yield GeometryTree.build("Point", positions.get(0));
      }
      case "LineString", "LinearRing" -> GeometryTree.build("LineString", simple(xml, type));
      case "Polygon" -> GeometryTree.build("Polygon", rings(xml));
      case "MultiGeometry" -> multi(xml);
      default -> {
        xml.skip();
        throw new BadGeometry("图形类型 " + type + " 不能导入 (unsupported geometry type)");
      }
    };
  }

  private static List<Object> simple(SafeXml xml, String element) throws BadGeometry {
    List<Object> positions = List.of();
    BadGeometry bad = null;
    while (xml.next() && !xml.isEnd(element)) {
      if (xml.isStart("coordinates")) {
        try {
          positions = positions(xml.text());
        } catch (BadGeometry e) {
          bad = e;
        }
      } else if (xml.isStart()) {
        xml.skip();
      }
    }
    if (bad != null) {
      throw bad;
    }
    return positions;
  }

  private static List<Object> rings(SafeXml xml) throws BadGeometry {
    List<Object> outer = new ArrayList<>();
    List<Object> inner = new ArrayList<>();
    BadGeometry bad = null;
    boolean inside = false;
    while (xml.next() && !xml.isEnd("Polygon")) {
      if (xml.isStart("innerBoundaryIs") || xml.isStart("outerBoundaryIs")) {
        inside = xml.isStart("innerBoundaryIs");
      } else if (xml.isStart("LinearRing")) {
        try {
          (inside ? inner : outer).add(simple(xml, "LinearRing"));
        } catch (BadGeometry e) {
          bad = e;
        }
      }
    }
    if (bad == null && outer.size() != 1) {
      bad =
          new BadGeometry("多边形应有一个外环,实有 " + outer.size() + " (polygon without its one outer ring)");
    }
    if (bad != null) {
      throw bad;
    }
    outer.addAll(inner);
    return outer;
  }

  private static Geometry multi(SafeXml xml) throws BadGeometry {
    List<Geometry> parts = new ArrayList<>();
    BadGeometry bad = null;
    while (xml.next() && !xml.isEnd("MultiGeometry")) {
      if (xml.isStart()) {
        try {
          parts.add(read(xml));
        } catch (BadGeometry e) {
          bad = e;
        }
      }
    }
    if (bad != null) {
      throw bad;
    }
    return gathered(parts);
  }

  /** Parts of one kind are that kind's collection. */
  private static Geometry gathered(List<Geometry> parts) {
    Geometry any = GeometryTree.collect(parts);
    if (parts.stream().allMatch(Polygon.class::isInstance)) {
      return any.getFactory().createMultiPolygon(parts.toArray(Polygon[]::new));
    }
    if (parts.stream().allMatch(LineString.class::isInstance)) {
      return any.getFactory().createMultiLineString(parts.toArray(LineString[]::new));
    }
    if (parts.stream().allMatch(Point.class::isInstance)) {
      return any.getFactory().createMultiPoint(parts.toArray(Point[]::new));
    }
    return any;
  }

  /** {@code lon,lat[,height]} with white space between. */
  private static List<Object> positions(String text) throws BadGeometry {
    List<Object> positions = new ArrayList<>();
    for (String tuple : text.strip().split("\\s+")) {
      String[] numbers = tuple.split(",", -1);
      if (numbers.length < 2 || numbers.length > 3) {
        throw new BadGeometry("坐标“" + cut(tuple) + "”不是 经度,纬度 (not lon,lat)");
      }
      double[] position = new double[numbers.length];
      for (int i = 0; i < numbers.length; i++) {
        try {
          position[i] = Double.parseDouble(numbers[i]);
        } catch (NumberFormatException e) {
          throw new BadGeometry("坐标“" + cut(tuple) + "”不是数字 (not a number)");
        }
      }
      positions.add(position);
    }
    return positions;
  }

  private static String cut(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
