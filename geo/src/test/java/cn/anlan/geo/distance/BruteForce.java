package cn.anlan.geo.distance;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.geom.util.PointExtracter;

/**
 * The slow reference: a golden-section search with GeographicLib's inverse problem along every
 * whole edge that the triangle inequality does not rule out, and JTS's own predicates on edges cut
 * every 100 m for "do they meet" (a 100 m edge leaves its geodesic by 0.2 mm at most). It shares
 * neither the tree, nor the gnomonic projection, nor the cutting of the engine.
 */
final class BruteForce {
  private static final Geodesic EARTH = new Geodesic(6378137, 1 / 298.257222101);
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final double CUT_M = 100;

  private final List<Edge> edges;
  private final PreparedGeometry fine;

  BruteForce(Geometry geometry) {
    this.edges = edgesOf(geometry);
    this.fine = PreparedGeometryFactory.prepare(cut(geometry));
  }

  /** The distance in metres; 0 where the shapes meet. */
  double distanceM(Geometry subject) {
    if (fine.intersects(cut(subject))) {
      return 0;
    }
    List<Edge> own = edgesOf(subject);
    Coordinate centre = own.get(0).a;
    double radiusM = 0;
    for (Edge e : own) {
      radiusM = Math.max(radiusM, distance(centre, e.middle) + e.lengthM / 2);
    }
    double[] centreM = new double[edges.size()];
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < centreM.length; i++) {
      centreM[i] = distance(centre, edges.get(i).middle);
      best = Math.min(best, centreM[i] + edges.get(i).lengthM / 2 + radiusM);
    }
    for (int i = 0; i < centreM.length; i++) {
      Edge e = edges.get(i);
      if (centreM[i] - e.lengthM / 2 - radiusM > best) {
        continue;
      }
      for (Edge mine : own) {
        best = Math.min(best, toEdge(mine.a, e, best));
        best = Math.min(best, toEdge(mine.b, e, best));
        best = Math.min(best, toEdge(e.a, mine, best));
        best = Math.min(best, toEdge(e.b, mine, best));
      }
    }
    return best;
  }

  private static double toEdge(Coordinate p, Edge e, double best) {
    if (distance(p, e.middle) - e.lengthM / 2 > best) {
      return Double.POSITIVE_INFINITY;
    }
    double low = 0;
    double high = e.lengthM;
    double left = at(p, e, high - GOLDEN * (high - low));
    double right = at(p, e, low + GOLDEN * (high - low));
    while (high - low > 1e-3) {
      if (left < right) {
        high = low + GOLDEN * (high - low);
        right = left;
        left = at(p, e, high - GOLDEN * (high - low));
      } else {
        low = high - GOLDEN * (high - low);
        left = right;
        right = at(p, e, low + GOLDEN * (high - low));
      }
    }
    double ends = Math.min(distance(p, e.a), distance(p, e.b));
    return Math.min(ends, Math.min(left, right));
  }

  private static double at(Coordinate p, Edge e, double alongM) {
    GeodesicData there = e.line.Position(alongM);
    return EARTH.Inverse(p.y, p.x, there.lat2, there.lon2).s12;
  }

  static double distance(Coordinate a, Coordinate b) {
    return EARTH.Inverse(a.y, a.x, b.y, b.x).s12;
  }

  private static List<Edge> edgesOf(Geometry geometry) {
    List<Edge> edges = new ArrayList<>();
    for (Object o : LinearComponentExtracter.getLines(geometry)) {
      Coordinate[] path = ((LineString) o).getCoordinates();
      for (int i = 1; i < path.length; i++) {
        edges.add(new Edge(path[i - 1], path[i]));
      }
    }
    for (Object o : PointExtracter.getPoints(geometry)) {
      Coordinate at = ((Point) o).getCoordinate();
      edges.add(new Edge(at, at));
    }
    return edges;
  }

  /** The same shape with a vertex every 100 m along each geodesic. */
  static Geometry cut(Geometry geometry) {
    return new GeometryTransformer() {
      @Override
      protected CoordinateSequence transformCoordinates(CoordinateSequence path, Geometry parent) {
        List<Coordinate> cut = new ArrayList<>();
        cut.add(path.getCoordinate(0));
        for (int i = 1; i < path.size(); i++) {
          Edge e = new Edge(path.getCoordinate(i - 1), path.getCoordinate(i));
          int parts = (int) Math.ceil(e.lengthM / CUT_M);
          for (int k = 1; k < parts; k++) {
            GeodesicData at = e.line.Position(e.lengthM * k / parts);
            cut.add(new Coordinate(at.lon2, at.lat2));
          }
          cut.add(path.getCoordinate(i));
        }
        return factory.getCoordinateSequenceFactory().create(cut.toArray(new Coordinate[0]));
      }
    }.transform(geometry);
  }

  private static final class Edge {
    final Coordinate a;
    final Coordinate b;
    final GeodesicLine line;
    final double lengthM;
    final Coordinate middle;

    Edge(Coordinate a, Coordinate b) {
      this.a = a;
      this.b = b;
      this.line = EARTH.InverseLine(a.y, a.x, b.y, b.x);
      this.lengthM = line.Distance();
      GeodesicData m = line.Position(lengthM / 2);
      this.middle = new Coordinate(m.lon2, m.lat2);
    }
  }
}
