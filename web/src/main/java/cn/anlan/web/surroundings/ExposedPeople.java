package cn.anlan.web.surroundings;

import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.web.site.SiteGeometry;
import net.sf.geographiclib.GeodesicData;
import org.roaringbitmap.PeekableIntIterator;

/**
 * How many people live within a distance of a place. A settlement is a disc of even density round
 * its point, so that a place at its edge exposes a part of its people; the part is found with 199
 * evenly strewn points, so within about one per cent of the settlement. Distances are geodesics.
 */
final class ExposedPeople {
  private static final int SAMPLES = 199;
  private static final double GOLDEN_ANGLE_DEG = 180 * (3 - Math.sqrt(5));
  private static final double SQUARE_METRES_PER_KM2 = 1e6;

  private final Themes.Exposure rule;
  private final GeodesicTarget place;
  private double people;
  private long atPoints;
  private boolean demo;

  private ExposedPeople(Themes.Exposure rule, GeodesicTarget place) {
    this.rule = rule;
    this.place = place;
  }

  /** Counts the settlements that {@code all} holds and that may reach the place. */
  static ExposedPeople count(Themes.Exposure rule, Subject subject, Query all) {
    LayerSnapshot settlements = all.snapshot();
    ExposedPeople counted = new ExposedPeople(rule, subject.target());
    double widestM = counted.radiusM(most(all, rule.people()));
    all.bbox(subject.reach(rule.withinM() + widestM))
        .rows()
        .forEach((int row) -> counted.add(settlements, row));
    return counted;
  }

  /** Residents, settlements spread over their discs. */
  long people() {
    return Math.round(people);
  }

  /** Residents of the settlements whose point lies within the distance. */
  long atPoints() {
    return atPoints;
  }

  /** Whether any settlement counted is invented. */
  boolean demo() {
    return demo;
  }

  /** The largest settlement, whose disc reaches farthest. */
  private static double most(Query all, String people) {
    LayerSnapshot layer = all.snapshot();
    double most = 0;
    for (PeekableIntIterator rows = all.rows().getIntIterator(); rows.hasNext(); ) {
      double residents = layer.number(people, rows.next());
      most = residents > most ? residents : most;
    }
    return most;
  }

  private double radiusM(double residents) {
    return Math.sqrt(residents / rule.densityPerKm2() * SQUARE_METRES_PER_KM2 / Math.PI);
  }

  private void add(LayerSnapshot settlements, int row) {
    double residents = settlements.number(rule.people(), row);
    if (!(residents > 0)) {
      return;
    }
    double lonDeg = settlements.lonDeg(row);
    double latDeg = settlements.latDeg(row);
    double radiusM = radiusM(residents);
    GeodesicTarget point = GeodesicTarget.of(SiteGeometry.point(lonDeg, latDeg));
    if (place.nearestWithin(point, rule.withinM() + radiusM).isEmpty()) {
      return;
    }
    int hits = 0;
    for (int i = 0; i < SAMPLES; i++) {
      double outM = radiusM * Math.sqrt((i + 0.5) / SAMPLES);
      GeodesicData at = Cgcs2000.GEODESIC.Direct(latDeg, lonDeg, i * GOLDEN_ANGLE_DEG, outM);
      GeodesicTarget sample = GeodesicTarget.of(SiteGeometry.point(at.lon2, at.lat2));
      hits += place.nearestWithin(sample, rule.withinM()).isPresent() ? 1 : 0;
    }
    if (place.nearestWithin(point, rule.withinM()).isPresent()) {
      atPoints += Math.round(residents);
    }
    people += residents * hits / SAMPLES;
    demo |= hits > 0 && Boolean.TRUE.equals(settlements.value("is_demo", row));
  }
}
