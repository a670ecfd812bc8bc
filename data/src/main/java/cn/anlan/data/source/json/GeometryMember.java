package cn.anlan.data.source.json;

import cn.anlan.data.source.file.GeometryTree;
import cn.anlan.data.source.file.GeometryTree.BadGeometry;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The {@code geometry} member of a GeoJSON feature, read to its end even where it is bad. */
final class GeometryMember {
  private GeometryMember() {}

  /**
   * @return null where the member is null
   * @throws BadGeometry after the member was read, so that reading can go on behind it
   */
  static Geometry read(JsonParser p) throws BadGeometry {
    if (p.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (p.currentToken() != JsonToken.START_OBJECT) {
      p.skipChildren();
      throw new BadGeometry("geometry 不是对象 (geometry is not an object)");
    }
    String type = null;
    Object coordinates = null;
    List<Geometry> parts = null;
    BadGeometry bad = null;
    while (p.nextToken() == JsonToken.PROPERTY_NAME) {
      String member = p.currentName();
      p.nextToken();
      switch (member) {
        case "type" -> type = p.getString();
        case "coordinates" -> coordinates = coordinates(p);
        case "geometries" -> {
          parts = new ArrayList<>();
          boolean array = p.currentToken() == JsonToken.START_ARRAY;
          while (array && p.nextToken() != JsonToken.END_ARRAY) {
            try {
              parts.add(read(p));
            } catch (BadGeometry e) {
              bad = e;
            }
          }
        }
        default -> p.skipChildren();
      }
    }
    if (bad != null) {
      throw bad;
    }
    if ("GeometryCollection".equals(type) && parts != null) {
      return GeometryTree.collect(parts);
    }
    if (type == null || coordinates == null) {
      throw new BadGeometry("geometry 缺少 type 或 coordinates (incomplete geometry)");
    }
    return GeometryTree.build(type, coordinates);
  }

  /** A position as {@code double[]}, a list of trees, or null for anything else. */
  private static Object coordinates(JsonParser p) {
    if (p.currentToken() != JsonToken.START_ARRAY) {
      p.skipChildren();
      return null;
    }
    List<Object> trees = new ArrayList<>();
    double[] numbers = new double[3];
    int count = 0;
    boolean odd = false;
    while (p.nextToken() != JsonToken.END_ARRAY) {
      if (p.currentToken() == JsonToken.START_ARRAY) {
        trees.add(coordinates(p));
      } else if (p.currentToken().isNumeric()) {
        if (count < 3) {
          numbers[count] = p.getDoubleValue();
        }
        count++;
      } else {
        p.skipChildren();
        odd = true;
      }
    }
    if (odd || count > 0 && !trees.isEmpty()) {
      return "mixed";
    }
    return count > 0 ? java.util.Arrays.copyOf(numbers, Math.min(count, 3)) : trees;
  }
}
