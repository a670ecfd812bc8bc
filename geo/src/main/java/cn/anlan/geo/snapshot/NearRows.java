package cn.anlan.geo.snapshot;

import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.distance.PointSet;
import cn.anlan.geo.distance.TargetIndex;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.roaringbitmap.RoaringBitmap;

/**
 * The rows whose geometry is at most a distance from a shape, along the geodesic on the CGCS2000
 * ellipsoid, as exact as {@link cn.anlan.geo.distance}. Points are measured many at a time, lines
 * and polygons one by one.
 */
final class NearRows {
  private static final double LEAST_METRES_PER_DEGREE = 110_000; // of latitude, below the true

  private static final double ROW_BULGE_DEG = 0.01;

  /** So many points are measured between two looks at the clock. */
  private static final int AT_ONCE = 1 << 16;

  private final Geometries rows;
  private final Geometry shape;
  private final double distanceM;
  private final Deadline deadline;

  NearRows(Geometries rows, Geometry shape, double distanceM, Deadline deadline) {
    this.rows = rows;
    this.shape = shape;
    this.distanceM = distanceM;
    this.deadline = deadline;
  }

  RoaringBitmap find() {
    RoaringBitmap near = new RoaringBitmap();
    RoaringBitmap candidates = rows.envelopesMeeting(reach());
    int[] points = candidates.stream().filter(rows::isPoint).toArray();
    TargetIndex target = TargetIndex.of(List.of(shape));
    for (int from = 0; from < points.length; from += AT_ONCE) {
      deadline.check();
      addPoints(
          Arrays.copyOfRange(points, from, Math.min(points.length, from + AT_ONCE)), target, near);
    }
    GeodesicTarget one = GeodesicTarget.of(shape);
    candidates.stream()
        .filter(row -> !rows.isPoint(row))
        .forEach(
            row -> {
              deadline.check();
              if (one.nearestWithin(rows.geometry(row), distanceM).isPresent()) {
                near.add(row);
              }
            });
    return near;
  }

  private void addPoints(int[] points, TargetIndex target, RoaringBitmap near) {
    double[] lonDeg = Arrays.stream(points).mapToDouble(rows::lonDeg).toArray();
    double[] latDeg = Arrays.stream(points).mapToDouble(rows::latDeg).toArray();
    target
        .nearest(PointSet.of(lonDeg, latDeg), distanceM)
        .forFound(place -> near.add(points[place]));
  }

  /**
   * A box beyond which nothing can be so near: the shape's own, grown by the distance and by what
   * edges may bulge beyond the box of their ends, which is the square of their length by tan(lat) /
   * 8R: for the shape's, up to 1,000 km long, at most a fifteenth of its box; for a row's 0.01°,
   * enough for 300 km at 30°.
   */
  private Box reach() {
    Envelope box = new Envelope(shape.getEnvelopeInternal());
    double bulgeDeg = ROW_BULGE_DEG + Math.max(box.getWidth(), box.getHeight()) / 15;
    double latDeg = distanceM / LEAST_METRES_PER_DEGREE + bulgeDeg;
    double farthest =
        Math.min(89, Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY())) + latDeg);
    box.expandBy(latDeg / Math.cos(Math.toRadians(farthest)), latDeg);
    return new Box(
        Math.max(-180, box.getMinX()),
        Math.max(-90, box.getMinY()),
        Math.min(180, box.getMaxX()),
        Math.min(90, box.getMaxY()));
  }
}
