package cn.anlan.web.screening;

import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.distance.GeodesicZone;
import cn.anlan.geo.distance.PermissibleArea;
import cn.anlan.geo.distance.PermissibleArea.KeepAway;
import cn.anlan.geo.rule.measure.Limits.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * What limits make of a frame: forbidden nearer than D − U, to be surveyed from there to D + U.
 * Lines stand within 1 m of their distance, and within 1 % of it ({@link PermissibleArea}).
 *
 * @param survey without {@code forbidden}
 * @param open near what cannot be judged, without the two others
 */
record Ground(Geometry forbidden, Geometry survey, Geometry open) {

  /** About a square decimetre. */
  private static final double SLIVER_DEG2 = 1e-12;

  private static final double SHORT_DEG = 0.005;

  static Ground of(List<Limit> limits, Geometry frame) {
    List<Limit> known = limits.stream().filter(Limit::assessable).toList();
    List<Limit> unknown = limits.stream().filter(limit -> !limit.assessable()).toList();
    Geometry banned = nearer(known, Limit::innerM, frame);
    Geometry outer = nearer(known, Limit::outerM, frame);
    Geometry open = nearer(unknown, Limit::outerM, frame);
    Geometry doubtful = minus(outer, banned);
    return new Ground(banned, doubtful, minus(minus(open, banned), doubtful));
  }

  /**
   * What of the frame is nearer to a shape than its distance; of areas whose depth counts, what is
   * deeper in them than the negative of it.
   */
  private static Geometry nearer(
      List<Limit> limits, ToDoubleFunction<Limit> distanceM, Geometry frame) {
    // Drawn on a wider frame: its edges are geodesics there, and straight in degrees here.
    Envelope wider = new Envelope(frame.getEnvelopeInternal());
    wider.expandBy(0.01);
    Geometry canvas = frame.getFactory().toGeometry(wider);
    List<KeepAway> away = new ArrayList<>();
    List<Geometry> parts = new ArrayList<>();
    for (Limit limit : limits) {
      double metres = distanceM.applyAsDouble(limit);
      boolean inside = limit.signed() && limit.shape().getDimension() == 2;
      if (metres > PermissibleArea.MAX_DISTANCE_M) {
        parts.add(GeodesicZone.around(limit.shape(), metres));
      } else if (metres > 0 || metres == 0 && inside) {
        away.add(new KeepAway(limit.shape(), metres));
      } else if (inside) {
        parts.add(minus(limit.shape(), GeodesicZone.around(limit.shape().getBoundary(), -metres)));
      }
    }
    if (!away.isEmpty()) {
      parts.add(minus(canvas, PermissibleArea.within(canvas, away)));
    }
    return united(parts, frame);
  }

  static Geometry united(List<Geometry> parts, Geometry frame) {
    List<Geometry> areas = parts.stream().filter(g -> !g.isEmpty()).toList();
    if (areas.isEmpty()) {
      return frame.getFactory().createPolygon();
    }
    return inside(OverlayNGRobust.union(areas, frame.getFactory()), frame);
  }

  static Geometry inside(Geometry area, Geometry frame) {
    return areaOnly(OverlayNGRobust.overlay(area, frame, OverlayNG.INTERSECTION));
  }

  static Geometry minus(Geometry a, Geometry b) {
    return areaOnly(OverlayNGRobust.overlay(a, b, OverlayNG.DIFFERENCE));
  }

  /** Without the lines, points and slivers in which two areas touch. */
  private static Geometry areaOnly(Geometry mixed) {
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < mixed.getNumGeometries(); i++) {
      if (mixed.getGeometryN(i) instanceof Polygon polygon && polygon.getArea() > SLIVER_DEG2) {
        polygons.add(polygon);
      }
    }
    return mixed.getFactory().createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  /**
   * Area on the CGCS2000 ellipsoid, square metres, between edges that are straight in degrees, as
   * they were cut: the geodesic along 20 km of a parallel would bulge by 4 m, along 500 m by 3 mm.
   */
  static double squareMetres(Geometry cut) {
    Densifier densifier = new Densifier(cut);
    densifier.setDistanceTolerance(SHORT_DEG);
    densifier.setValidate(false);
    Geometry area = cut.isEmpty() ? cut : densifier.getResultGeometry();
    double sum = 0;
    for (int i = 0; i < area.getNumGeometries(); i++) {
      if (area.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        sum += ring(polygon.getExteriorRing());
        for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
          sum -= ring(polygon.getInteriorRingN(k));
        }
      }
    }
    return sum;
  }

  private static double ring(LinearRing ring) {
    PolygonArea area = new PolygonArea(Cgcs2000.GEODESIC, false);
    Coordinate[] c = ring.getCoordinates();
    for (int i = 0; i < c.length - 1; i++) {
      area.AddPoint(c[i].y, c[i].x);
    }
    return Math.abs(area.Compute().area);
  }
}
