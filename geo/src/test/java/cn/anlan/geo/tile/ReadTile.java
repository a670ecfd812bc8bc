package cn.anlan.geo.tile;

import com.google.protobuf.InvalidProtocolBufferException;
import com.wdtinc.mapbox_vector_tile.VectorTile;
import com.wdtinc.mapbox_vector_tile.VectorTile.Tile.Feature;
import com.wdtinc.mapbox_vector_tile.VectorTile.Tile.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature of a tile, read by Google's Protocol Buffers with the schema of the specification, its
 * geometry walked through command by command.
 *
 * @param id the feature's number, or null for a cell
 * @param geometry in units of the tile; of polygons outer rings minus holes, told by their sign
 */
record ReadTile(Long id, Map<String, Object> tags, Geometry geometry) {
  static List<ReadTile> read(byte[] bytes) {
    List<ReadTile> features = new ArrayList<>();
    try {
      for (VectorTile.Tile.Layer layer : VectorTile.Tile.parseFrom(bytes).getLayersList()) {
        for (Feature feature : layer.getFeaturesList()) {
          Map<String, Object> tags = new HashMap<>();
          for (int i = 0; i < feature.getTagsCount(); i += 2) {
            Value value = layer.getValues(feature.getTags(i + 1));
            tags.put(
                layer.getKeys(feature.getTags(i)),
                value.hasStringValue() ? value.getStringValue() : (Object) value.getUintValue());
          }
          features.add(
              new ReadTile(feature.hasId() ? feature.getId() : null, tags, geometry(feature)));
        }
      }
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError("unreadable tile", e);
    }
    return features;
  }

  private static Geometry geometry(Feature feature) {
    List<Geometry> parts = new ArrayList<>();
    List<Coordinate> path = new ArrayList<>();
    int x = 0;
    int y = 0;
    int at = 0;
    while (at < feature.getGeometryCount()) {
      int command = feature.getGeometry(at++);
      if ((command & 7) == 7) {
        path.add(path.get(0));
        parts.add(TileSamples.FACTORY.createPolygon(path.toArray(Coordinate[]::new)));
        path.clear();
        continue;
      }
      if ((command & 7) == 1 && !path.isEmpty()) {
        parts.add(TileSamples.FACTORY.createLineString(path.toArray(Coordinate[]::new)));
        path.clear();
      }
      for (int i = 0; i < command >>> 3; i++) {
        x += delta(feature.getGeometry(at++));
        y += delta(feature.getGeometry(at++));
        path.add(new Coordinate(x, y));
      }
    }
    return switch (feature.getType()) {
      case POINT -> TileSamples.FACTORY.createPoint(path.get(0));
      case LINESTRING -> {
        parts.add(TileSamples.FACTORY.createLineString(path.toArray(Coordinate[]::new)));
        yield TileSamples.FACTORY.buildGeometry(parts);
      }
      default -> TileSamples.FACTORY.buildGeometry(parts);
    };
  }

  private static int delta(int zigzag) {
    return zigzag >>> 1 ^ -(zigzag & 1);
  }

  /** The area of a polygon: its outer rings without their holes. */
  Geometry area() {
    Geometry area = TileSamples.FACTORY.createPolygon();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry ring = geometry.getGeometryN(i);
      // In a system whose y points downward, JTS calls counter-clockwise what is seen as clockwise.
      boolean outer = org.locationtech.jts.algorithm.Orientation.isCCWArea(ring.getCoordinates());
      area = outer ? area.union(ring.buffer(0)) : area.difference(ring.buffer(0));
    }
    return area;
  }

  /** How many rows it stands for. */
  long n() {
    return id != null ? 1 : (Long) tags.get("n");
  }

  /** How many of them have a value of {@code level}. */
  long n(long level) {
    return id == null
        ? (Long) tags.getOrDefault("n" + level, 0L)
        : Long.valueOf(level).equals(tags.get("level")) ? 1 : 0;
  }
}
