package cn.anlan.analytics.crash;

import cn.anlan.geo.text.Text;
import cn.anlan.geo.yaml.OfficeYaml;

/**
 * How far the statements of a report can be trusted, as {@code crash/matching.yaml} says. Lengths
 * are metres, shares and probabilities 0 to 1.
 *
 * @param stakeSigmaM one standard deviation of a stake
 * @param wholeKmSigmaM of one in whole kilometres
 * @param wrongRouteShare how often the route is not the one named
 * @param offNetworkShare how often the accident was on no stored road
 * @param acceptFrom least probability with which a place is accepted
 * @param samePlaceM how far from a place the truth may be for the place to be called right
 * @param contradictionM further apart than this statements contradict each other
 */
public record MatchModel(
    String id,
    int version,
    Text title,
    double positionSigmaM,
    double grossPositionShare,
    double grossPositionSigmaM,
    double stakeSigmaM,
    double wholeKmSigmaM,
    double grossStakeShare,
    double wrongRouteShare,
    double offNetworkShare,
    double areaKm2,
    double acceptFrom,
    double samePlaceM,
    double contradictionM,
    double searchM,
    double offRoadM) {
  private static final String FILE = "crash/matching.yaml";

  public MatchModel {
    if (id == null || version < 1 || title == null) {
      throw new IllegalArgumentException("id, version and title are required");
    }
    for (double share :
        new double[] {grossPositionShare, grossStakeShare, wrongRouteShare, offNetworkShare}) {
      if (!(share > 0 && share < 0.5)) {
        throw new IllegalArgumentException("a share must be above 0 and below 0.5, is " + share);
      }
    }
    if (!(positionSigmaM > 0 && grossPositionSigmaM > positionSigmaM)
        || !(stakeSigmaM > 0 && wholeKmSigmaM >= stakeSigmaM)) {
      throw new IllegalArgumentException(
          "standard deviations must be above 0, those of gross errors greater");
    }
    if (!(acceptFrom > 0.5 && acceptFrom < 1) || !(samePlaceM > 0) || !(areaKm2 > 0)) {
      throw new IllegalArgumentException(
          "accept_from above 0.5 and below 1, same_place_m and area_km2 above 0 are needed");
    }
    if (!(contradictionM >= samePlaceM) || !(searchM > 0) || !(offRoadM >= searchM)) {
      throw new IllegalArgumentException(
          "contradiction_m at least same_place_m, off_road_m at least search_m are needed");
    }
  }

  /** The model that ships with the product. */
  public static MatchModel shipped() {
    return OfficeYaml.shipped(FILE, MatchModel.class);
  }
}
