package cn.anlan.geo.distance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/**
 * Everything within a distance D in a {@link LocalPlane}. The edge drawn stands within 1 m of where
 * it should, and within 1 % of D where D is below 100 m: so finely are arcs cut into chords.
 */
final class PlaneBuffer {
  private static final double SEGMENTS_AT_M = 1_000;
  private static final double COARSEST_AT_M = 100;

  /** Many small buffers united are faster than one whose offset curve crosses itself a lot. */
  private static final int VERTICES_AT_ONCE = 12;

  /** An area of so many vertices is buffered in one piece. */
  private static final int VERTICES_OF_AREA = 100;

  /**
   * Circles as 28 chords to the quarter at 1 km. JTS rounds the number of chords of an arc to the
   * nearest, so one may span 1.5 times that and be up to 0.89 m inside the circle …
   */
  private static final double SEGMENTS = 28;

  /** … so the circle is drawn 0.4 m larger, and the error lies on both sides. */
  private static final double GROWTH = 4e-4;

  /** The buffer may ignore bays this small, as a part of the distance: 0.2 m at 1 km. */
  private static final double SIMPLIFY_FACTOR = 2e-4;

  private final GeometryFactory plane = new GeometryFactory();
  private final double distanceM;
  private final double grownM;
  private final BufferParameters parameters;

  PlaneBuffer(double distanceM) {
    double finer = Math.max(COARSEST_AT_M, distanceM) / SEGMENTS_AT_M;
    this.distanceM = distanceM;
    this.grownM = distanceM * (1 + GROWTH / finer);
    this.parameters = new BufferParameters((int) Math.ceil(SEGMENTS * Math.sqrt(finer)));
    this.parameters.setSimplifyFactor(SIMPLIFY_FACTOR / finer);
  }

  /** Adds polygons that together are all points within the distance of a path. */
  void addAlong(Coordinate[] xy, List<Geometry> buffers) {
    int from = 0;
    do {
      int to = Math.min(xy.length - 1, from + VERTICES_AT_ONCE);
      Coordinate[] some = Arrays.copyOfRange(xy, from, to + 1);
      if (some.length > 2 && some[0].equals2D(some[some.length - 1])) {
        // An island in one piece: JTS would draw an inner curve that can leave a false hole.
        to--;
        some = Arrays.copyOf(some, some.length - 1);
      }
      add(some.length == 1 ? plane.createPoint(some[0]) : plane.createLineString(some), buffers);
      from = to; // a common vertex, so no gap
    } while (from < xy.length - 1);
  }

  /** As {@link #addAlong}, for an area with its inside. */
  void addAround(Polygon area, List<Geometry> buffers) {
    if (area.getNumPoints() <= VERTICES_OF_AREA) {
      add(area, buffers);
      return;
    }
    buffers.add(area);
    addAlong(area.getExteriorRing().getCoordinates(), buffers);
    for (int i = 0; i < area.getNumInteriorRing(); i++) {
      addAlong(area.getInteriorRingN(i).getCoordinates(), buffers);
    }
  }

  private void add(Geometry shape, List<Geometry> buffers) {
    Geometry around = BufferOp.bufferOp(shape, grownM, parameters);
    if (!around.isEmpty()) {
      buffers.add(withoutFalseHoles(around, shape));
    }
  }

  /** A hole's edge stands at the distance; one that comes nearer is a fault of the buffer's. */
  private Geometry withoutFalseHoles(Geometry around, Geometry shape) {
    if (!(around instanceof Polygon polygon) || polygon.getNumInteriorRing() == 0) {
      return around;
    }
    List<LinearRing> holes = new ArrayList<>();
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      LinearRing hole = polygon.getInteriorRingN(i);
      if (hole.distance(shape) > 0.99 * distanceM) {
        holes.add(hole);
      }
    }
    return polygon
        .getFactory()
        .createPolygon(polygon.getExteriorRing(), holes.toArray(LinearRing[]::new));
  }
}
