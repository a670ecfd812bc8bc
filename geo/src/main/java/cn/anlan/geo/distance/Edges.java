package cn.anlan.geo.distance;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;

/**
 * All edges of one or many shapes as packed arrays, in Hilbert order, each at most {@link
 * EdgeReader#MAX_PIECE_M} long. An isolated point is an edge whose ends are equal. Immutable.
 */
final class Edges implements BoxTree.Items {
  /** Polygon number of an edge that bounds no area. */
  static final int NO_AREA = -1;

  final int size;

  /** aLon, aLat, bLon, bLat of each edge, degrees. */
  final double[] lonLat;

  /** aX, aY, aZ, bX, bY, bZ of each edge in {@link EarthFrame}, metres. */
  final double[] space;

  /** The number of the polygon that the edge bounds, or {@link #NO_AREA}. */
  final int[] polygon;

  /** The number of the shape that the edge is of. */
  final int[] owner;

  /** The shape that each polygon is of. */
  final int[] polygonOwner;

  /** One vertex of every point, line and ring. */
  final Starts starts;

  /** Edges whose second end is not the first end of another. */
  private final BitSet last;

  /** Of all vertices. */
  final Envelope envelope;

  /** The furthest that any edge lies from its chord, metres. */
  final double maxSagM;

  /** The furthest that any edge lies from the straight line in degrees, metres. */
  final double maxLonLatDeviationM;

  /** Unsorted; the first three arrays may be longer than {@code size} edges need. */
  Edges(
      int size,
      double[] unsorted,
      int[] unsortedPolygon,
      int[] unsortedOwner,
      int[] polygonOwner,
      BitSet unsortedLast,
      Starts starts) {
    this.size = size;
    this.polygonOwner = polygonOwner;
    this.starts = starts;
    this.envelope = envelopeOf(unsorted, 4 * size);
    this.lonLat = new double[4 * size];
    this.space = new double[6 * size];
    this.last = new BitSet(size);
    this.polygon = new int[size];
    this.owner = new int[size];
    long[] order = HilbertOrder.of(size, 2, unsorted, envelope);
    double longestSquared = 0;
    for (int i = 0; i < size; i++) {
      int from = (int) order[i];
      System.arraycopy(unsorted, 4 * from, lonLat, 4 * i, 4);
      polygon[i] = unsortedPolygon[from];
      owner[i] = unsortedOwner[from];
      last.set(i, unsortedLast.get(from));
      EarthFrame.toSpace(lonLat[4 * i], lonLat[4 * i + 1], space, 6 * i);
      EarthFrame.toSpace(lonLat[4 * i + 2], lonLat[4 * i + 3], space, 6 * i + 3);
      longestSquared = Math.max(longestSquared, chordSquared(i));
    }
    this.maxSagM = sagOf(longestSquared);
    this.maxLonLatDeviationM = lonLatDeviation(longestSquared, envelope);
  }

  /** The furthest that edge {@code i} lies from its chord, metres. */
  double sagM(int i) {
    return sagOf(chordSquared(i));
  }

  /** The edges that bound areas of one shape; a walk over all edges. */
  Edges areasOf(int shape) {
    int[] of =
        IntStream.range(0, size).filter(i -> owner[i] == shape && polygon[i] != NO_AREA).toArray();
    double[] its = new double[4 * of.length];
    int[] itsPolygon = new int[of.length];
    int[] itsOwner = new int[of.length];
    for (int k = 0; k < of.length; k++) {
      System.arraycopy(lonLat, 4 * of[k], its, 4 * k, 4);
      itsPolygon[k] = polygon[of[k]];
      itsOwner[k] = shape;
    }
    Starts none = new Starts(new double[0], new int[0], 0);
    // Rings are closed: each end of an edge is the first end of another.
    return new Edges(of.length, its, itsPolygon, itsOwner, polygonOwner, new BitSet(), none);
  }

  @Override
  public int size() {
    return size;
  }

  /** Of the edge itself, which rises above its chord. */
  @Override
  public double min(int i, int axis) {
    return Math.min(space[6 * i + axis], space[6 * i + 3 + axis]) - maxSagM;
  }

  @Override
  public double max(int i, int axis) {
    return Math.max(space[6 * i + axis], space[6 * i + 3 + axis]) + maxSagM;
  }

  /** How many of an edge's ends have to be looked at, so that each vertex is looked at once. */
  int ownEnds(int i) {
    return last.get(i) ? 2 : 1;
  }

  /** The distance from an edge's box to that of a node, squared. */
  double distance2(int i, BoxTree tree, int node) {
    int a = 6 * i;
    boolean east = space[a] < space[a + 3];
    boolean north = space[a + 1] < space[a + 4];
    boolean up = space[a + 2] < space[a + 5];
    return tree.distance2(
        node,
        space[east ? a : a + 3] - maxSagM,
        space[north ? a + 1 : a + 4] - maxSagM,
        space[up ? a + 2 : a + 5] - maxSagM,
        space[east ? a + 3 : a] + maxSagM,
        space[north ? a + 4 : a + 1] + maxSagM,
        space[up ? a + 5 : a + 2] + maxSagM);
  }

  boolean isPoint(int i) {
    return lonLat[4 * i] == lonLat[4 * i + 2] && lonLat[4 * i + 1] == lonLat[4 * i + 3];
  }

  double chordM(int i) {
    return Math.sqrt(chordSquared(i));
  }

  /**
   * Writes longitude and latitude of the point of edge {@code i} above the fraction {@code t} of
   * its chord to {@code out[0..1]}; within a micrometre of the edge.
   */
  void footLonLat(int i, double t, double[] out) {
    if (t <= 0 || t >= 1) {
      System.arraycopy(lonLat, t <= 0 ? 4 * i : 4 * i + 2, out, 0, 2);
      return;
    }
    int a = 6 * i;
    EarthFrame.toLonLat(
        space[a] + t * (space[a + 3] - space[a]),
        space[a + 1] + t * (space[a + 4] - space[a + 1]),
        space[a + 2] + t * (space[a + 5] - space[a + 2]),
        out,
        0);
  }

  private double chordSquared(int i) {
    double x = space[6 * i + 3] - space[6 * i];
    double y = space[6 * i + 4] - space[6 * i + 1];
    double z = space[6 * i + 5] - space[6 * i + 2];
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

  private static Envelope envelopeOf(double[] lonLat, int length) {
    Envelope envelope = new Envelope();
    for (int i = 0; i < length; i += 2) {
      envelope.expandToInclude(lonLat[i], lonLat[i + 1]);
    }
    return envelope;
  }
}
