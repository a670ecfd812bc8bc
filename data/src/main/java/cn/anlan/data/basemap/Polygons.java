package cn.anlan.data.basemap;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** Small work on polygons that several of the builder's steps share. */
final class Polygons {
  private Polygons() {}

  /** The polygons of any geometry; lines and points that an overlay left behind are dropped. */
  static List<Polygon> of(Geometry geometry) {
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        polygons.add(polygon);
      }
    }
    return polygons;
  }

  static Polygon largest(Geometry geometry) {
    Polygon largest = null;
    for (Polygon polygon : of(geometry)) {
      if (largest == null || polygon.getArea() > largest.getArea()) {
        largest = polygon;
      }
    }
    if (largest == null) {
      throw new NoSuchElementException("no polygon in " + geometry.getGeometryType());
    }
    return largest;
  }

  /**
   * One polygon as it is, several as a multi-polygon; parts and islands below the area left out.
   */
  static Geometry collect(List<Polygon> polygons, double minimalArea) {
    List<Polygon> kept = new ArrayList<>();
    for (Polygon polygon : polygons) {
      if (polygon.getArea() >= minimalArea) {
        List<LinearRing> holes = new ArrayList<>();
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
          LinearRing hole = polygon.getInteriorRingN(i);
          if (polygon.getFactory().createPolygon(hole).getArea() >= minimalArea) {
            holes.add(hole);
          }
        }
        kept.add(
            polygon
                .getFactory()
                .createPolygon(polygon.getExteriorRing(), holes.toArray(LinearRing[]::new)));
      }
    }
    return kept.size() == 1
        ? kept.get(0)
        : GeoJsonFile.FACTORY.createMultiPolygon(kept.toArray(Polygon[]::new));
  }

  /** The part of a polygon that holds a point, once a line has cut it. */
  static Polygon cutPart(Polygon polygon, LineString cut, Coordinate inside) {
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(OverlayNGRobust.overlay(polygon.getBoundary(), cut, OverlayNG.UNION));
    Geometry point = GeoJsonFile.FACTORY.createPoint(inside);
    for (Object part : polygonizer.getPolygons()) {
      if (((Polygon) part).contains(point)) {
        return (Polygon) part;
      }
    }
    throw new NoSuchElementException("no part holds " + inside);
  }
}
