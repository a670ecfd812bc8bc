package cn.anlan.geo.snapshot;

import org.locationtech.jts.algorithm.InteriorPoint;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** The geometries that are not single points, as the bytes they came in, and their envelopes. */
final class Shapes {
  /** Coordinates are (lon, lat) in degrees, CGCS2000. */
  static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4490);

  private final BytePages bytes = new BytePages();
  private final LongChunks addresses = new LongChunks();
  private final DoubleChunks bounds = new DoubleChunks();

  /** A geometry that was taken: its number and a point inside it, or on it where it is a line. */
  record Taken(int number, double lonDeg, double latDeg) {}

  int size() {
    return addresses.size();
  }

  /** Keeps the geometry, or returns null where it is empty, not finite or cannot be read. */
  Taken add(byte[] wkb) {
    Geometry geometry;
    Coordinate inside;
    try {
      geometry = read(wkb);
      inside = InteriorPoint.getInteriorPoint(geometry);
    } catch (ParseException | RuntimeException unreadable) {
      return null; // the builder counts it and names its row
    }
    Envelope e = geometry.getEnvelopeInternal();
    boolean finite = Double.isFinite(e.getWidth()) && Double.isFinite(e.getHeight());
    if (geometry.isEmpty() || !finite || inside == null || !inside.isValid()) {
      return null;
    }
    int number = size();
    addresses.add(bytes.add(wkb));
    bounds.add(e.getMinX());
    bounds.add(e.getMinY());
    bounds.add(e.getMaxX());
    bounds.add(e.getMaxY());
    return new Taken(number, inside.x, inside.y);
  }

  Shapes seal() {
    bytes.seal();
    addresses.seal();
    bounds.seal();
    return this;
  }

  Envelope envelope(int number) {
    int at = number * 4;
    return new Envelope(bounds.get(at), bounds.get(at + 2), bounds.get(at + 1), bounds.get(at + 3));
  }

  Geometry geometry(int number) {
    try {
      return read(bytes.get(addresses.get(number)));
    } catch (ParseException e) {
      throw new IllegalStateException("a geometry that was read once is unreadable", e);
    }
  }

  long memoryBytes() {
    return bytes.memoryBytes() + addresses.memoryBytes() + bounds.memoryBytes();
  }

  private static Geometry read(byte[] wkb) throws ParseException {
    Geometry geometry = new WKBReader(FACTORY).read(wkb);
    geometry.setSRID(FACTORY.getSRID());
    return geometry;
  }
}
