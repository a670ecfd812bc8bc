package cn.anlan.data.demo.utility;

import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Geodesics;
import cn.anlan.data.demo.draw.Rounded;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Cuts lines and surfaces at the county borders, so that every row lies in one county. */
final class CountyCut {
  private static final double SLIVER_M = 50;

  /** A line within one county. */
  record Piece(County county, LineString line, double lengthM) {}

  private record Bounds(int order, County county, PreparedGeometry prepared) {}

  private final Ground ground;
  private final STRtree index = new STRtree();

  CountyCut(Ground ground) {
    this.ground = ground;
    int order = 0;
    for (County county : ground.counties()) {
      PreparedGeometry prepared = PreparedGeometryFactory.prepare(county.geometry());
      index.insert(county.geometry().getEnvelopeInternal(), new Bounds(order++, county, prepared));
    }
    index.build();
  }

  /**
   * The pieces of a line of rounded places; what lies outside the province or is under 50 m goes.
   */
  List<Piece> cut(List<Coordinate> route) {
    LineString line = Shapes.line(route);
    List<Bounds> near = near(line.getEnvelopeInternal());
    for (Bounds bounds : near) {
      if (bounds.prepared().covers(line)) {
        double lengthM = lengthM(line);
        return lengthM < SLIVER_M ? List.of() : List.of(new Piece(bounds.county(), line, lengthM));
      }
    }
    List<Piece> pieces = new ArrayList<>();
    for (Bounds bounds : near) {
      if (!bounds.prepared().intersects(line)) {
        continue;
      }
      Geometry inside =
          OverlayNGRobust.overlay(line, bounds.county().geometry(), OverlayNG.INTERSECTION);
      for (int i = 0; i < inside.getNumGeometries(); i++) {
        if (inside.getGeometryN(i) instanceof LineString part) {
          LineString rounded = (LineString) Rounded.shape(part);
          double lengthM = lengthM(rounded);
          if (lengthM >= SLIVER_M) {
            pieces.add(new Piece(bounds.county(), rounded, lengthM));
          }
        }
      }
    }
    return pieces;
  }

  /** The part of a surface within a county, as one geometry of polygons; perhaps empty. */
  static Geometry clip(Geometry surface, County county) {
    Geometry inside = OverlayNGRobust.overlay(surface, county.geometry(), OverlayNG.INTERSECTION);
    List<Polygon> parts = new ArrayList<>();
    for (int i = 0; i < inside.getNumGeometries(); i++) {
      if (inside.getGeometryN(i) instanceof Polygon part) {
        Geometry rounded = Rounded.shape(part);
        if (rounded.isValid() && rounded.getArea() > 1e-8) {
          parts.add((Polygon) rounded);
        }
      }
    }
    return parts.size() == 1
        ? parts.get(0)
        : Shapes.FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
  }

  /** Whether a place is on land in this very county. */
  boolean isLand(Coordinate at, County county) {
    return ground.countyAt(at).filter(county::equals).isPresent() && ground.isLand(at);
  }

  /**
   * A place in the county and on land, within the distances of another; that other where a hundred
   * tries find none.
   */
  Coordinate around(County county, Coordinate centre, double fromM, double toM, Random random) {
    FlatFrame frame = FlatFrame.bySeries(centre);
    for (int i = 0; i < 100; i++) {
      double angle = random.nextDouble() * 2 * Math.PI;
      double far = fromM + random.nextDouble() * (toM - fromM);
      Coordinate at = frame.place(far * Math.sin(angle), far * Math.cos(angle));
      if (isLand(at, county)) {
        return at;
      }
    }
    return Rounded.place(centre);
  }

  /** A place anywhere on the county's land. */
  Coordinate anywhere(County county, Random random) {
    Envelope box = county.geometry().getEnvelopeInternal();
    for (int i = 0; i < 400; i++) {
      Coordinate at =
          Rounded.place(
              new Coordinate(
                  box.getMinX() + random.nextDouble() * box.getWidth(),
                  box.getMinY() + random.nextDouble() * box.getHeight()));
      if (isLand(at, county)) {
        return at;
      }
    }
    return Rounded.place(county.seat());
  }

  /** Geodesic length of a line of longitudes and latitudes, rounded to 0.1 m. */
  static double lengthM(Geometry line) {
    return Math.round(Geodesics.lengthM(List.of(line.getCoordinates())) * 10) / 10.0;
  }

  /** Area of a surface of longitudes and latitudes in square metres, as its own frame has it. */
  static double areaM2(Geometry surface) {
    Coordinate middle = surface.getCentroid().getCoordinate();
    return FlatFrame.bySeries(middle).toMetres(surface).getArea();
  }

  private List<Bounds> near(Envelope box) {
    List<Bounds> near = new ArrayList<>();
    for (Object item : index.query(box)) {
      near.add((Bounds) item);
    }
    near.sort(Comparator.comparingInt(Bounds::order));
    return near;
  }
}
