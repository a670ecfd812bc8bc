package cn.anlan.geo.rule.measure;

import cn.anlan.geo.distance.GeodesicTarget;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * How deep two shapes reach into one another, metres: the farthest that any point of the one lies
 * from the edge of an area that holds it. Taken at the vertices of what they share and half-way
 * between, so never too great, and for edges longer than the area is wide somewhat too small. Where
 * they share only points of their edges it is 0; where two lines cross, one micrometre, so that
 * they do not count as merely touching.
 */
final class Depth {
  private static final double CROSSING_M = 1e-6;
  private static final int MAX_POINTS = 400;

  private Depth() {}

  static double ofM(Geometry a, Geometry b) {
    double depth = Math.max(intoM(a, b), intoM(b, a));
    return depth < CROSSING_M && a.relate(b, "T********") ? CROSSING_M : depth;
  }

  private static double intoM(Geometry shape, Geometry area) {
    if (area.getDimension() < 2) {
      return 0;
    }
    Geometry shared =
        shape.getDimension() == 0
            ? shape.intersection(area)
            : OverlayNGRobust.overlay(shape, area, OverlayNG.INTERSECTION);
    if (shared.isEmpty()) {
      return 0;
    }
    GeodesicTarget edge = GeodesicTarget.of(area.getBoundary());
    Coordinate[] points = shared.getCoordinates();
    int step = Math.max(1, points.length / MAX_POINTS);
    double deepest = 0;
    for (int i = 0; i < points.length; i += step) {
      deepest = Math.max(deepest, toEdgeM(edge, shape, points[i].x, points[i].y));
      if (i + 1 < points.length && shared.getDimension() > 0) {
        double x = (points[i].x + points[i + 1].x) / 2;
        double y = (points[i].y + points[i + 1].y) / 2;
        deepest = Math.max(deepest, insideM(edge, shape, shared, x, y));
      }
    }
    if (shared.getDimension() == 2) {
      Coordinate inner = shared.getInteriorPoint().getCoordinate();
      deepest = Math.max(deepest, toEdgeM(edge, shape, inner.x, inner.y));
    }
    return deepest;
  }

  private static double insideM(
      GeodesicTarget edge, Geometry shape, Geometry shared, double x, double y) {
    return shared.covers(shape.getFactory().createPoint(new Coordinate(x, y)))
        ? toEdgeM(edge, shape, x, y)
        : 0;
  }

  private static double toEdgeM(GeodesicTarget edge, Geometry shape, double x, double y) {
    return edge.nearest(shape.getFactory().createPoint(new Coordinate(x, y))).distanceM();
  }
}
