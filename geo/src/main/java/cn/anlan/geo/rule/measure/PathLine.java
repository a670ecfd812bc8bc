package cn.anlan.geo.rule.measure;

import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.distance.NearestPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * A line with lengths along it: geodesic, from its first vertex. Lengths are exact to the
 * micrometre for the line as it is drawn; how much a generalised line is shorter than the river is
 * the line's σ to tell.
 */
final class PathLine {
  /** Parts whose ends are nearer than this are one line. */
  private static final double JOINED_M = 1;

  private final Coordinate[] vertices;
  private final double[] fromStartM;
  private final GeodesicTarget target;

  /**
   * Where something stands by the line.
   *
   * @param alongM from the line's first vertex to the foot
   * @param asideM from the foot to it
   */
  record Position(double alongM, double asideM, double footLonDeg, double footLatDeg) {}

  private PathLine(Coordinate[] vertices) {
    this.vertices = vertices;
    this.fromStartM = new double[vertices.length];
    for (int i = 1; i < vertices.length; i++) {
      fromStartM[i] = fromStartM[i - 1] + lengthM(vertices[i - 1], vertices[i]);
    }
    this.target = GeodesicTarget.of(new GeometryFactory().createLineString(vertices));
  }

  /** The parts of a line geometry, those that continue one another joined, in their order. */
  static List<PathLine> of(Geometry lines, boolean reversed) {
    List<List<Coordinate>> parts = new ArrayList<>();
    for (int i = 0; i < lines.getNumGeometries(); i++) {
      List<Coordinate> part = Arrays.asList(((LineString) lines.getGeometryN(i)).getCoordinates());
      List<Coordinate> last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
      if (last != null && lengthM(last.get(last.size() - 1), part.get(0)) < JOINED_M) {
        last.addAll(part.subList(1, part.size()));
      } else {
        parts.add(new ArrayList<>(part));
      }
    }
    if (reversed) {
      parts.forEach(java.util.Collections::reverse);
    }
    return parts.stream().map(p -> new PathLine(p.toArray(Coordinate[]::new))).toList();
  }

  double lengthM() {
    return fromStartM[fromStartM.length - 1];
  }

  GeodesicTarget target() {
    return target;
  }

  Coordinate start() {
    return vertices[0];
  }

  /** Of the point of a shape that is nearest to the line. */
  Position position(GeodesicTarget shape) {
    NearestPair pair = target.nearest(shape);
    double alongM = alongM(pair.targetLonDeg(), pair.targetLatDeg());
    return new Position(alongM, pair.distanceM(), pair.targetLonDeg(), pair.targetLatDeg());
  }

  /**
   * Of a point that is on the line: of the edge that passes it, its start and the rest of the way.
   */
  double alongM(double lonDeg, double latDeg) {
    Coordinate at = new Coordinate(lonDeg, latDeg);
    double shrink = Math.cos(Math.toRadians(latDeg));
    int edge = 0;
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i + 1 < vertices.length; i++) {
      double d = squaredDistance(at, vertices[i], vertices[i + 1], shrink);
      if (d < nearest) {
        nearest = d;
        edge = i;
      }
    }
    return Math.min(fromStartM[edge + 1], fromStartM[edge] + lengthM(vertices[edge], at));
  }

  private static double squaredDistance(Coordinate p, Coordinate a, Coordinate b, double shrink) {
    double ex = (b.x - a.x) * shrink;
    double ey = b.y - a.y;
    double px = (p.x - a.x) * shrink;
    double py = p.y - a.y;
    double length = ex * ex + ey * ey;
    double t = length == 0 ? 0 : Math.max(0, Math.min(1, (px * ex + py * ey) / length));
    double dx = px - t * ex;
    double dy = py - t * ey;
    return dx * dx + dy * dy;
  }

  /** The line from its first vertex for so many metres; all of it where it is shorter. */
  PathLine first(double metres) {
    if (metres >= lengthM()) {
      return this;
    }
    List<Coordinate> kept = new ArrayList<>();
    int i = 0;
    while (fromStartM[i] < metres) {
      kept.add(vertices[i++]);
    }
    Coordinate from = vertices[i - 1];
    GeodesicData way = Cgcs2000.GEODESIC.Inverse(from.y, from.x, vertices[i].y, vertices[i].x);
    GeodesicData end =
        Cgcs2000.GEODESIC.Direct(from.y, from.x, way.azi1, metres - fromStartM[i - 1]);
    kept.add(new Coordinate(end.lon2, end.lat2));
    return new PathLine(kept.toArray(Coordinate[]::new));
  }

  private static double lengthM(Coordinate a, Coordinate b) {
    return Cgcs2000.GEODESIC.Inverse(a.y, a.x, b.y, b.x, GeodesicMask.DISTANCE).s12;
  }
}
