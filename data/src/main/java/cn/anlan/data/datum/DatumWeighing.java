package cn.anlan.data.datum;

import java.util.EnumMap;
import java.util.Map;

/**
 * Weighs the hypotheses on a file row by row. Kinds of evidence are independent of one another, so
 * their odds multiply. Not thread-safe.
 */
public final class DatumWeighing {
  private final CountyEvidence counties;
  private final KnownPlaces places;

  /**
   * @param ground where the counties lie
   * @param pointSigmaM one standard deviation of the delivered points, in metres
   */
  public DatumWeighing(CountyGround ground, double pointSigmaM) {
    this.counties = new CountyEvidence(ground, pointSigmaM);
    this.places = new KnownPlaces(pointSigmaM);
  }

  /** A row at delivered degrees that names a county of today by its code. */
  public void addNamed(String countyCode, double lonDeg, double latDeg) {
    counties.add(countyCode, lonDeg, latDeg);
  }

  /** A row at delivered degrees whose place is known. */
  public void addKnown(double lonDeg, double latDeg, KnownPlace known) {
    places.add(lonDeg, latDeg, known);
  }

  /** What all rows so far say together. */
  public DatumOdds odds() {
    StretchOdds stretches = counties.weigh();
    Hypothesis best = Hypothesis.CGCS2000;
    for (Hypothesis h : Hypothesis.values()) {
      if (log(stretches, h) > log(stretches, best)) {
        best = h;
      }
    }
    Map<Hypothesis, Double> odds = new EnumMap<>(Hypothesis.class);
    Map<Hypothesis, Double> outside = new EnumMap<>(Hypothesis.class);
    for (Hypothesis h : Hypothesis.values()) {
      double known = places.logLikelihood(best) - places.logLikelihood(h);
      odds.put(h, Math.max(1, Math.exp(stretches.logOdds(best, h) + known)));
      outside.put(h, counties.outsideShare(h));
    }
    return new DatumOdds(
        best,
        odds,
        outside,
        counties.farOutsideShare(best),
        counties.rows(),
        counties.near(),
        places.rows());
  }

  private double log(StretchOdds stretches, Hypothesis h) {
    return stretches.logLikelihood(h) + places.logLikelihood(h);
  }
}
