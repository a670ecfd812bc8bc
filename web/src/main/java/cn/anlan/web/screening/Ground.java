package cn.anlan.web.screening;

import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.distance.GeodesicZone;
import cn.anlan.geo.rule.measure.Limits.Limit;
import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * What limits make of a frame: forbidden nearer than D − U, to be surveyed from there to D + U.
 * Lines stand within 1 ‰ of their distance (less than 1 m at 1 km, {@link GeodesicZone}).
 *
 * @param survey without {@code forbidden}
 * @param open near what cannot be judged, without the two others
 */
record Ground(Geometry forbidden, Geometry survey, Geometry open) {

  static Ground of(List<Limit> limits, Geometry frame) {
    List<Geometry> forbidden = new ArrayList<>();
    List<Geometry> survey = new ArrayList<>();
    List<Geometry> open = new ArrayList<>();
    for (Limit limit : limits) {
      Geometry outer = within(limit, limit.distanceM() + limit.uncertaintyM());
      if (!limit.assessable()) {
        open.add(outer);
        continue;
      }
      forbidden.add(within(limit, limit.distanceM() - limit.uncertaintyM()));
      survey.add(outer);
    }
    Geometry banned = united(forbidden, frame);
    Geometry doubtful = minus(united(survey, frame), banned);
    Geometry unknown = minus(minus(united(open, frame), banned), doubtful);
    return new Ground(banned, doubtful, unknown);
  }

  /**
   * All points nearer to the shape than this; where depth counts, all that are deeper than the
   * negative of it.
   */
  private static Geometry within(Limit limit, double metres) {
    Geometry shape = limit.shape();
    if (metres > 0) {
      return GeodesicZone.around(shape, metres);
    }
    if (!limit.signed() || shape.getDimension() < 2) {
      return shape.getFactory().createPolygon();
    }
    return metres == 0 ? shape : minus(shape, GeodesicZone.around(shape.getBoundary(), -metres));
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

  /** Without the lines and points in which two areas touch. */
  private static Geometry areaOnly(Geometry mixed) {
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < mixed.getNumGeometries(); i++) {
      if (mixed.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        polygons.add(polygon);
      }
    }
    return mixed.getFactory().createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  /** Geodesic area on the CGCS2000 ellipsoid, square metres. */
  static double squareMetres(Geometry area) {
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
