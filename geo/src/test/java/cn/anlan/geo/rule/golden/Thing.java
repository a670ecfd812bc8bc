package cn.anlan.geo.rule.golden;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A subject or target of a golden case before it has a place.
 *
 * @param shape of a target: where it lies by the anchor; of a subject: what stands at a distance
 * @param sigmaM one standard deviation, metres; null where the accuracy is not known
 */
record Thing(String layer, Shape shape, Double sigmaM, Map<String, Object> attributes) {
  enum Shape {
    POINT,
    /** Target: the meridian through the anchor. Subject: a line running away eastward. */
    LINE,
    /** Target: an area west of the anchor's meridian. Subject: a plot, its western corner near. */
    AREA,
    /** A target line closed round the area west of the meridian. */
    CLOSED_LINE
  }

  static Thing point(String layer) {
    return new Thing(layer, Shape.POINT, 0.0, Map.of());
  }

  static Thing line(String layer) {
    return new Thing(layer, Shape.LINE, 0.0, Map.of());
  }

  static Thing area(String layer) {
    return new Thing(layer, Shape.AREA, 0.0, Map.of());
  }

  static Thing closedLine(String layer) {
    return new Thing(layer, Shape.CLOSED_LINE, 0.0, Map.of());
  }

  /** The same with one more attribute; null is an attribute that is not known. */
  Thing with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(attributes);
    more.put(name, value);
    return new Thing(layer, shape, sigmaM, more);
  }

  Thing sigma(Double sigma) {
    return new Thing(layer, shape, sigma, attributes);
  }

  /** As a target at the anchor. */
  String asTarget(Places places) {
    return switch (shape) {
      case POINT -> Places.point(places.east(0));
      case LINE -> places.meridian();
      case AREA -> Places.polygon(places.westernArea());
      case CLOSED_LINE -> Places.lines(places.westernArea());
    };
  }

  /** As a subject whose nearest point is so many metres east of the anchor. */
  String asSubject(Places places, double eastM) {
    return switch (shape) {
      case POINT -> Places.point(places.east(eastM));
      case LINE -> places.heading(eastM);
      default -> places.plot(eastM);
    };
  }
}
