package cn.anlan.geo.distance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.sf.geographiclib.GeodesicData;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.geom.util.PointExtracter;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * A short stretch of a shape's outline and the azimuthal equidistant plane about its middle. At 15
 * km from the middle that plane stretches lengths across the ray by r²/(6R²) ≤ 10⁻⁶.
 */
record ZoneChunk(List<Coordinate> path, double midLonDeg, double midLatDeg) {
  private static final double MAX_EXTENT_DEG = 0.08;
  private static final int MAX_VERTICES = 400;

  /** Many small buffers united are faster than one whose offset curve crosses itself a lot. */
  private static final int VERTICES_AT_ONCE = 12;

  /**
   * Circles as 28 chords to the quarter. JTS rounds the number of chords of an arc to the nearest,
   * so one may span 1.5 times that and be up to 0.89 m inside the circle at 1 km …
   */
  private static final int QUADRANT_SEGMENTS = 28;

  /** … so the circle is drawn 0.4 m larger, and the error lies on both sides. */
  private static final double GROWTH = 1.0004;

  /** The buffer may ignore bays this small, as a part of the distance: 0.2 m at 1 km. */
  private static final double SIMPLIFY_FACTOR = 2e-4;

  static List<ZoneChunk> cut(Geometry shape) {
    EdgeReader.read(shape); // refuses what cannot be measured
    List<ZoneChunk> chunks = new ArrayList<>();
    for (Object line : LinearComponentExtracter.getLines(shape)) {
      cut(GeodesicCuts.along(((Geometry) line).getCoordinates()), chunks);
    }
    for (Object point : PointExtracter.getPoints(shape)) {
      if (!((Point) point).isEmpty()) {
        cut(List.of(((Point) point).getCoordinate()), chunks);
      }
    }
    return chunks;
  }

  private static void cut(List<Coordinate> path, List<ZoneChunk> chunks) {
    int from = 0;
    Envelope extent = new Envelope();
    for (int i = 0; i < path.size(); i++) {
      extent.expandToInclude(path.get(i));
      boolean full =
          i - from >= MAX_VERTICES
              || extent.getWidth() > MAX_EXTENT_DEG
              || extent.getHeight() > MAX_EXTENT_DEG;
      if (i == path.size() - 1 || full && i > from) {
        Coordinate middle = extent.centre();
        chunks.add(new ZoneChunk(path.subList(from, i + 1), middle.x, middle.y));
        from = i; // chunks share a vertex, so their buffers leave no gap
        extent = new Envelope(path.get(i));
      }
    }
  }

  /** The polygon within {@code distanceM}, in degrees. */
  Geometry buffer(double distanceM) {
    GeometryFactory plane = new GeometryFactory();
    BufferParameters parameters = new BufferParameters(QUADRANT_SEGMENTS);
    parameters.setSimplifyFactor(SIMPLIFY_FACTOR);
    Coordinate[] xy = path.stream().map(this::toPlane).toArray(Coordinate[]::new);
    List<Geometry> buffers = new ArrayList<>();
    int from = 0;
    do {
      int to = Math.min(xy.length - 1, from + VERTICES_AT_ONCE);
      Coordinate[] some = Arrays.copyOfRange(xy, from, to + 1);
      if (some.length > 2 && some[0].equals2D(some[some.length - 1])) {
        // An island in one piece: JTS would draw an inner curve that can leave a false hole.
        to--;
        some = Arrays.copyOf(some, some.length - 1);
      }
      Geometry line = some.length == 1 ? plane.createPoint(some[0]) : plane.createLineString(some);
      Geometry around = BufferOp.bufferOp(line, GROWTH * distanceM, parameters);
      buffers.add(withoutFalseHoles(around, line, distanceM));
      from = to; // a common vertex, so no gap
    } while (from < xy.length - 1);
    Geometry buffer = OverlayNGRobust.union(buffers, plane);
    return fromPlane(Densifier.densify(buffer, EdgeReader.MAX_PIECE_M));
  }

  /** A hole's edge stands at the distance; one that comes nearer is a fault of the buffer's. */
  private static Geometry withoutFalseHoles(Geometry around, Geometry line, double distanceM) {
    if (!(around instanceof Polygon polygon) || polygon.getNumInteriorRing() == 0) {
      return around;
    }
    List<LinearRing> holes = new ArrayList<>();
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      LinearRing hole = polygon.getInteriorRingN(i);
      if (hole.distance(line) > 0.99 * distanceM) {
        holes.add(hole);
      }
    }
    return polygon
        .getFactory()
        .createPolygon(polygon.getExteriorRing(), holes.toArray(LinearRing[]::new));
  }

  private Coordinate toPlane(Coordinate at) {
    GeodesicData ray = Cgcs2000.GEODESIC.Inverse(midLatDeg, midLonDeg, at.y, at.x);
    double azimuth = Math.toRadians(ray.azi1);
    return new Coordinate(ray.s12 * Math.sin(azimuth), ray.s12 * Math.cos(azimuth));
  }

  private Geometry fromPlane(Geometry buffer) {
    return new GeometryTransformer() {
      @Override
      protected CoordinateSequence transformCoordinates(CoordinateSequence path, Geometry parent) {
        Coordinate[] lonLat = new Coordinate[path.size()];
        for (int i = 0; i < lonLat.length; i++) {
          double x = path.getX(i);
          double y = path.getY(i);
          GeodesicData at =
              Cgcs2000.GEODESIC.Direct(
                  midLatDeg, midLonDeg, Math.toDegrees(Math.atan2(x, y)), Math.hypot(x, y));
          lonLat[i] = new Coordinate(at.lon2, at.lat2);
        }
        return factory.getCoordinateSequenceFactory().create(lonLat);
      }
    }.transform(buffer);
  }
}
