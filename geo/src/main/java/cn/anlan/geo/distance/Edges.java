package cn.anlan.geo.distance;

import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.shape.fractal.HilbertCode;

/**
 * All edges of one shape as packed arrays, in Hilbert order, each at most {@link
 * EdgeReader#MAX_PIECE_M} long. An isolated point is an edge whose ends are equal. Immutable.
 */
final class Edges {
  /** Polygon number of an edge that bounds no area. */
  static final int NO_AREA = -1;

  private static final int HILBERT_LEVEL = 15;

  final int size;

  /** aLon, aLat, bLon, bLat of each edge, degrees. */
  final double[] lonLat;

  /** aX, aY, aZ, bX, bY, bZ of each edge, metres from the earth's centre. */
  final double[] ecef;

  /** The number of the polygon that the edge bounds, or {@link #NO_AREA}. */
  final int[] polygon;

  /** How many polygons there are. */
  final int polygons;

  /** lon, lat of one vertex of every point, line and ring. */
  final double[] starts;

  /** Of all vertices. */
  final Envelope envelope;

  /** The furthest that any edge lies from its chord, metres. */
  final double maxSagM;

  /** The furthest that any edge lies from the straight line in degrees, metres. */
  final double maxLonLatDeviationM;

  Edges(double[] unsorted, int[] unsortedPolygon, int polygons, double[] starts) {
    this.size = unsortedPolygon.length;
    this.polygons = polygons;
    this.starts = starts;
    this.envelope = envelopeOf(unsorted);
    this.lonLat = new double[4 * size];
    this.ecef = new double[6 * size];
    this.polygon = new int[size];
    long[] order = hilbertOrder(unsorted, envelope, size);
    double longestSquared = 0;
    for (int i = 0; i < size; i++) {
      int from = (int) order[i];
      System.arraycopy(unsorted, 4 * from, lonLat, 4 * i, 4);
      polygon[i] = unsortedPolygon[from];
      Cgcs2000.toEarthCentred(lonLat[4 * i], lonLat[4 * i + 1], ecef, 6 * i);
      Cgcs2000.toEarthCentred(lonLat[4 * i + 2], lonLat[4 * i + 3], ecef, 6 * i + 3);
      longestSquared = Math.max(longestSquared, chordSquared(i));
    }
    this.maxSagM = sagOf(longestSquared);
    this.maxLonLatDeviationM = lonLatDeviation(longestSquared, envelope);
  }

  /** The furthest that edge {@code i} lies from its chord, metres. */
  double sagM(int i) {
    return sagOf(chordSquared(i));
  }

  boolean isPoint(int i) {
    return lonLat[4 * i] == lonLat[4 * i + 2] && lonLat[4 * i + 1] == lonLat[4 * i + 3];
  }

  private double chordSquared(int i) {
    double x = ecef[6 * i + 3] - ecef[6 * i];
    double y = ecef[6 * i + 4] - ecef[6 * i + 1];
    double z = ecef[6 * i + 5] - ecef[6 * i + 2];
    return x * x + y * y + z * z;
  }

  /**
   * A curve of length L whose curvature is nowhere above 1/R stays within L²/(8R) of its chord, to
   * first order; 1 % and a micrometre cover the higher orders, chord for arc, and rounding.
   */
  private static double sagOf(double chordSquared) {
    return chordSquared / (8 * Cgcs2000.MIN_RADIUS_M) * 1.01 + 1e-6;
  }

  /**
   * The straight line in degrees has a geodesic curvature of at most 2·tan φ/R, so over a length L
   * it leaves the geodesic by at most L²·tan φ/(4R); twice that covers the higher orders.
   */
  private static double lonLatDeviation(double chordSquared, Envelope envelope) {
    double lat = Math.max(Math.abs(envelope.getMinY()), Math.abs(envelope.getMaxY()));
    double tan = Math.tan(Math.toRadians(Math.min(89, lat + 0.02)));
    return chordSquared * tan / (2 * Cgcs2000.MIN_RADIUS_M) + 1e-6;
  }

  private static Envelope envelopeOf(double[] lonLat) {
    Envelope envelope = new Envelope();
    for (int i = 0; i < lonLat.length; i += 2) {
      envelope.expandToInclude(lonLat[i], lonLat[i + 1]);
    }
    return envelope;
  }

  /** Edge numbers (in the low 32 bits) in the order of their middles along a Hilbert curve. */
  private static long[] hilbertOrder(double[] lonLat, Envelope envelope, int size) {
    double cells = (1 << HILBERT_LEVEL) - 1;
    double scaleX = envelope.getWidth() > 0 ? cells / envelope.getWidth() : 0;
    double scaleY = envelope.getHeight() > 0 ? cells / envelope.getHeight() : 0;
    long[] order = new long[size];
    for (int i = 0; i < size; i++) {
      double lon = (lonLat[4 * i] + lonLat[4 * i + 2]) / 2;
      double lat = (lonLat[4 * i + 1] + lonLat[4 * i + 3]) / 2;
      int x = (int) ((lon - envelope.getMinX()) * scaleX);
      int y = (int) ((lat - envelope.getMinY()) * scaleY);
      order[i] = (long) HilbertCode.encode(HILBERT_LEVEL, x, y) << 32 | i;
    }
    Arrays.sort(order);
    return order;
  }
}
