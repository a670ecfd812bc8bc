package cn.anlan.geo.distance;

import java.util.PriorityQueue;
import org.locationtech.jts.geom.Envelope;

/**
 * The deepest point of a subject in the areas of one shape. The signed distance to a boundary
 * changes by no more than one moves, so from the value in the middle of a stretch or a cell follows
 * what the best in it can be; the most promising is halved first. One object serves one search.
 */
final class DepthSearch {
  /** No more points than this are tried after the first look at the subject's edges. */
  static final int MAX_POINTS = 1_500;

  private static final int MAX_EDGES = 400;
  private static final double GOOD_FACTOR = 1.02;
  private static final double GOOD_M = 0.1;
  private static final double METRES_PER_DEGREE = 111_700; // not less than the true

  /** A part of the subject, and how deep its deepest point can be at most. */
  private sealed interface Part {
    double mostM();
  }

  /** Of an edge, by fractions. */
  private record Stretch(int edge, double from, double to, double mostM) implements Part {}

  /** Of the plane. */
  private record Cell(Envelope box, double mostM) implements Part {}

  private final GeodesicTarget subject;
  private final GeodesicTarget areas;
  private final PriorityQueue<Part> parts =
      new PriorityQueue<>((a, b) -> Double.compare(b.mostM(), a.mostM()));
  private final double[] lonLat = new double[2];
  private double bestM;
  private int points;

  DepthSearch(GeodesicTarget subject, GeodesicTarget all, int owner) {
    this.subject = subject;
    this.areas = new GeodesicTarget(all.edges.areasOf(owner));
  }

  double depthM() {
    Edges edges = subject.edges;
    if (areas.edges.size == 0 || !areas.grownEnvelope.intersects(subject.grownEnvelope)) {
      return 0;
    }
    int step = (edges.size + MAX_EDGES - 1) / MAX_EDGES;
    for (int i = 0; i < edges.size; i += step) {
      bestM = Math.max(bestM, signedM(edges.lonLat[4 * i], edges.lonLat[4 * i + 1]));
      if (!edges.isPoint(i)) {
        bestM = Math.max(bestM, signedM(edges.lonLat[4 * i + 2], edges.lonLat[4 * i + 3]));
        add(i, 0, 1);
      }
    }
    if (subject.areas != null) {
      add(new Envelope(edges.envelope));
    }
    points = 0;
    while (!parts.isEmpty() && points < MAX_POINTS && isWorthIt(parts.peek().mostM())) {
      Part part = parts.poll();
      if (part instanceof Stretch stretch) {
        double middle = (stretch.from + stretch.to) / 2;
        add(stretch.edge, stretch.from, middle);
        add(stretch.edge, middle, stretch.to);
      } else if (part instanceof Cell cell) {
        halve(cell.box);
      }
    }
    return bestM;
  }

  private boolean isWorthIt(double mostM) {
    return mostM > bestM * GOOD_FACTOR + GOOD_M;
  }

  private void add(int edge, double from, double to) {
    subject.edges.footLonLat(edge, (from + to) / 2, lonLat);
    double depthM = signedM(lonLat[0], lonLat[1]);
    bestM = Math.max(bestM, depthM);
    // An edge is no longer than its chord and a millimetre.
    double mostM = depthM + (to - from) / 2 * subject.edges.chordM(edge) + 1e-3;
    if (isWorthIt(mostM)) {
      parts.add(new Stretch(edge, from, to, mostM));
    }
  }

  private void halve(Envelope box) {
    double lon = box.centre().x;
    double lat = box.centre().y;
    add(new Envelope(box.getMinX(), lon, box.getMinY(), lat));
    add(new Envelope(lon, box.getMaxX(), box.getMinY(), lat));
    add(new Envelope(box.getMinX(), lon, lat, box.getMaxY()));
    add(new Envelope(lon, box.getMaxX(), lat, box.getMaxY()));
  }

  private void add(Envelope box) {
    double lon = box.centre().x;
    double lat = box.centre().y;
    double radiusM = Math.hypot(box.getWidth(), box.getHeight()) / 2 * METRES_PER_DEGREE;
    double depthM = signedM(lon, lat);
    if (!isWorthIt(depthM + radiusM)) {
      return;
    }
    if (subject.areas.holds(lon, lat)) {
      bestM = Math.max(bestM, depthM);
    } else if (subject.nearest(GeodesicTarget.ofPoint(lon, lat)).distanceM() > radiusM) {
      return;
    }
    parts.add(new Cell(box, depthM + radiusM));
  }

  /** The distance to the boundary of the shape's areas, negative outside. */
  private double signedM(double lonDeg, double latDeg) {
    points++;
    GeodesicTarget point = GeodesicTarget.ofPoint(lonDeg, latDeg);
    Hit boundary =
        new NearestSearch(point.edges, point.tree, areas.edges, areas.tree, null)
            .find(Double.POSITIVE_INFINITY);
    double distanceM = boundary.distanceM();
    return areas.areas.holds(lonDeg, latDeg) ? distanceM : -distanceM;
  }
}
