package cn.anlan.web.checks;

import cn.anlan.geo.distance.GeodesicZone;
import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.Shore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.springframework.stereotype.Component;

/**
 * The strips of land within a rule's distance of the shores it measures to, for drawing only; none
 * for rules that measure to something else.
 */
@Component
class Zones {
  /** A shore and the strip along it. */
  record Zone(Shore shore, Geometry strip) {}

  /** About 3 m, too little to be seen at the scales at which the strip is drawn. */
  private static final double TOLERANCE_DEG = 3e-5;

  private static final PrecisionModel MILLIONTH_DEG = new PrecisionModel(1e6);

  private final Map<String, List<Zone>> drawn = new HashMap<>();
  private Grounds drawnOn;

  /** The strips of one data version are drawn once and kept. */
  synchronized List<Zone> of(Rule rule, Grounds grounds) {
    if (drawnOn != grounds) {
      drawn.clear();
      drawnOn = grounds;
    }
    return drawn.computeIfAbsent(rule.id() + "/" + rule.version(), id -> draw(rule, grounds));
  }

  private static List<Zone> draw(Rule rule, Grounds grounds) {
    if (rule.plainThresholdM().isEmpty()) {
      return List.of();
    }
    double distanceM = rule.plainThresholdM().getAsDouble();
    return grounds.shores().measuredBy(rule).stream()
        .map(shore -> new Zone(shore, strip(shore, distanceM)))
        .filter(zone -> !zone.strip().isEmpty())
        .toList();
  }

  private static Geometry strip(Shore shore, double distanceM) {
    Geometry strip = GeodesicZone.strip(shore.geometry(), distanceM);
    Geometry simple = TopologyPreservingSimplifier.simplify(strip, TOLERANCE_DEG);
    return GeometryPrecisionReducer.reduce(simple, MILLIONTH_DEG);
  }
}
