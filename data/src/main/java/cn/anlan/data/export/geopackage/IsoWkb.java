package cn.anlan.data.export.geopackage;

import cn.anlan.data.export.row.CellText;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Geometry as a GeoPackage holds it: a header with system and envelope (OGC 12-128r17, 2.1.3), then
 * well-known binary by ISO 13249-3, little-endian. JTS writes heights by an older convention, which
 * a GeoPackage must not contain. Not for empty geometries. Not thread-safe: the buffer is used
 * again.
 */
final class IsoWkb {
  private static final int HEIGHTS = 1_000;
  private static final byte LITTLE_ENDIAN = 1;
  private static final byte ENVELOPE_XY = 2;

  private ByteBuffer buffer = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);

  /** The bytes of a GeoPackage's geometry column. */
  byte[] geoPackage(Geometry geometry, int srsId) {
    buffer.clear();
    room(8 + 32);
    boolean point = geometry instanceof Point;
    buffer.put((byte) 'G').put((byte) 'P').put((byte) 0);
    buffer.put((byte) (LITTLE_ENDIAN | (point ? 0 : ENVELOPE_XY)));
    buffer.putInt(srsId);
    if (!point) {
      Envelope e = geometry.getEnvelopeInternal();
      buffer.putDouble(e.getMinX()).putDouble(e.getMaxX());
      buffer.putDouble(e.getMinY()).putDouble(e.getMaxY());
    }
    put(geometry, CellText.hasHeights(geometry));
    byte[] bytes = new byte[buffer.position()];
    buffer.flip();
    buffer.get(bytes);
    return bytes;
  }

  private void put(Geometry geometry, boolean heights) {
    room(9);
    buffer.put(LITTLE_ENDIAN).putInt(type(geometry) + (heights ? HEIGHTS : 0));
    if (geometry instanceof Point point) {
      put(point.getCoordinateSequence(), heights, false);
    } else if (geometry instanceof LineString line) {
      put(line.getCoordinateSequence(), heights, true);
    } else if (geometry instanceof Polygon polygon) {
      buffer.putInt(1 + polygon.getNumInteriorRing());
      put(polygon.getExteriorRing().getCoordinateSequence(), heights, true);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        put(polygon.getInteriorRingN(i).getCoordinateSequence(), heights, true);
      }
    } else {
      buffer.putInt(geometry.getNumGeometries());
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        put(geometry.getGeometryN(i), heights);
      }
    }
  }

  private void put(CoordinateSequence points, boolean heights, boolean counted) {
    room(4 + points.size() * 24);
    if (counted) {
      buffer.putInt(points.size());
    }
    for (int i = 0; i < points.size(); i++) {
      buffer.putDouble(points.getX(i)).putDouble(points.getY(i));
      if (heights) {
        buffer.putDouble(points.getZ(i));
      }
    }
  }

  private static int type(Geometry geometry) {
    if (geometry instanceof Point) {
      return 1;
    } else if (geometry instanceof LineString) {
      return 2;
    } else if (geometry instanceof Polygon) {
      return 3;
    } else if (geometry instanceof MultiPoint) {
      return 4;
    } else if (geometry instanceof MultiLineString) {
      return 5;
    } else if (geometry instanceof MultiPolygon) {
      return 6;
    } else if (geometry instanceof GeometryCollection) {
      return 7;
    }
    throw new IllegalStateException("no WKB type for " + geometry.getGeometryType());
  }

  private void room(int bytes) {
    if (buffer.remaining() < bytes) {
      int size = Math.max(buffer.capacity() * 2, buffer.position() + bytes);
      ByteBuffer larger = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
      buffer.flip();
      larger.put(buffer);
      buffer = larger;
    }
  }
}
