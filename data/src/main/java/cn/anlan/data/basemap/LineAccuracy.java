package cn.anlan.data.basemap;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/**
 * How far one set of lines lies from another: distances from points every 200 m along the first to
 * the nearest point of the second, in metres on Gauss-Krüger 117° E (0.2 %).
 *
 * <p>It measures agreement, not truth: the reference's own error is in the figures. Lines that the
 * reference has and the first set has not do not count.
 *
 * @param medianM half the points are closer
 * @param p90M nine in ten are closer
 * @param p95M nineteen in twenty are closer
 */
record LineAccuracy(int points, double medianM, double p90M, double p95M, double maxM) {
  private static final double STEP_M = 200;

  /** A normal distribution's |x| has its median at 0.6745 σ and its 95th percentile at 1.96 σ. */
  private static final double MEDIAN_IN_SIGMA = 0.6745;

  private static final double P95_IN_SIGMA = 1.96;

  static LineAccuracy measure(List<BaseFeature> lines, List<BaseFeature> reference) {
    IndexedFacetDistance nearest = new IndexedFacetDistance(linework(reference));
    Coordinate[] samples = Densifier.densify(linework(lines), STEP_M).getCoordinates();
    GeometryFactory factory = new GeometryFactory();
    double[] distances =
        Arrays.stream(samples)
            .mapToDouble(
                c -> {
                  Point point = factory.createPoint(c);
                  return nearest.distance(point);
                })
            .sorted()
            .toArray();
    return new LineAccuracy(
        distances.length,
        at(distances, 0.5),
        at(distances, 0.9),
        at(distances, 0.95),
        distances[distances.length - 1]);
  }

  /** One standard deviation across the line: the larger of p95/1.96 and median/0.6745. */
  double sigmaM() {
    return Math.max(p95M / P95_IN_SIGMA, medianM / MEDIAN_IN_SIGMA);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d points: median %.0f m, p90 %.0f m, p95 %.0f m, max %.0f m, sigma %.0f m",
        points,
        medianM,
        p90M,
        p95M,
        maxM,
        sigmaM());
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
  }

  /** Borders as lines, each shared one once. */
  private static Geometry linework(List<BaseFeature> features) {
    List<Geometry> lines =
        features.stream()
            .map(f -> f.geometry().getDimension() == 2 ? f.geometry().getBoundary() : f.geometry())
            .toList();
    return Planes.toMetres(UnaryUnionNG.union(lines, new PrecisionModel(1e7)));
  }
}
