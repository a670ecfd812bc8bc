package cn.anlan.geo.road;

import cn.anlan.geo.distance.Cgcs2000;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;

/**
 * A line with the geodesic length to each of its vertices. Between two vertices places stand in
 * proportion on the straight line in degrees, within 3 mm of the geodesic where they are up to 500
 * m apart and 3 cm up to 1.5 km in the latitudes of China. Immutable as long as nobody writes to
 * the coordinates.
 */
public final class MeasuredLine {
  private final Coordinate[] points;
  private final double[] measureM;

  private MeasuredLine(Coordinate[] points, double[] measureM) {
    this.points = points;
    this.measureM = measureM;
  }

  /**
   * @param points two or more: longitude, latitude, perhaps height; CGCS2000
   */
  public static MeasuredLine of(Coordinate[] points) {
    if (points.length < 2) {
      throw new IllegalArgumentException("a line of " + points.length + " points");
    }
    double[] measures = new double[points.length];
    for (int i = 1; i < points.length; i++) {
      measures[i] =
          measures[i - 1]
              + Cgcs2000.distanceM(points[i - 1].x, points[i - 1].y, points[i].x, points[i].y);
    }
    return new MeasuredLine(points, measures);
  }

  public double lengthM() {
    return measureM[measureM.length - 1];
  }

  public int size() {
    return points.length;
  }

  public Coordinate point(int vertex) {
    return points[vertex];
  }

  /** From the beginning to a vertex along the line. */
  public double measureM(int vertex) {
    return measureM[vertex];
  }

  /**
   * The place so far along the line, with height where both neighbours have one; beyond the ends
   * the ends.
   */
  public Coordinate at(double alongM) {
    int edge = edgeAt(alongM);
    double edgeM = measureM[edge + 1] - measureM[edge];
    double share = edgeM == 0 ? 0 : (alongM - measureM[edge]) / edgeM;
    return between(edge, Math.min(1, Math.max(0, share)));
  }

  /** The place at a share of the way from a vertex to the next. */
  public Coordinate between(int edge, double share) {
    Coordinate a = points[edge];
    Coordinate b = points[edge + 1];
    if (share <= 0 || share >= 1) {
      return (share <= 0 ? a : b).copy();
    }
    return new Coordinate(
        a.x + share * (b.x - a.x),
        a.y + share * (b.y - a.y),
        a.getZ() + share * (b.getZ() - a.getZ()));
  }

  /** Which way the line goes there: degrees clockwise from north, 0 to 360. */
  public double bearingDeg(double alongM) {
    int edge = edgeAt(alongM);
    Coordinate a = points[edge];
    Coordinate b = points[edge + 1];
    double azimuth = Cgcs2000.GEODESIC.Inverse(a.y, a.x, b.y, b.x, GeodesicMask.AZIMUTH).azi1;
    return (azimuth + 360) % 360;
  }

  /**
   * The part between two measures, with its ends interpolated; backwards where {@code fromM} is the
   * greater.
   */
  public Coordinate[] cut(double fromM, double toM) {
    double low = Math.max(0, Math.min(fromM, toM));
    double high = Math.min(lengthM(), Math.max(fromM, toM));
    List<Coordinate> part = new ArrayList<>();
    part.add(at(low));
    for (int i = edgeAt(low) + 1; i < points.length && measureM[i] < high; i++) {
      if (measureM[i] > low) {
        part.add(points[i].copy());
      }
    }
    part.add(at(high));
    if (fromM > toM) {
      Collections.reverse(part);
    }
    return part.toArray(Coordinate[]::new);
  }

  /** The edge that holds the measure; at a vertex the edge that follows it, if it has a length. */
  private int edgeAt(double alongM) {
    int found = Arrays.binarySearch(measureM, alongM);
    int edge = found >= 0 ? found : -found - 2;
    edge = Math.min(points.length - 2, Math.max(0, edge));
    while (edge + 2 < points.length && measureM[edge + 1] <= alongM) {
      edge++;
    }
    while (edge > 0 && measureM[edge + 1] == measureM[edge]) {
      edge--;
    }
    return edge;
  }
}
