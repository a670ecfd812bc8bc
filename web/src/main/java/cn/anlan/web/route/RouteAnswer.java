package cn.anlan.web.route;

import cn.anlan.geo.text.Text;
import java.util.List;

/**
 * What {@code /api/routes} and {@code ./anlan route} answer.
 *
 * @param routes from the fastest to the safest
 * @param avoided where the fastest way that no rule binds is left by the safest, and why
 */
public record RouteAnswer(
    Manifest manifest,
    End from,
    End to,
    List<Route> routes,
    List<Avoidance> avoided,
    List<Text> notes) {
  /**
   * @param dataVersion of the hazards; 0 for OSM files
   * @param roadsDataVersion of the roads
   * @param model what the risk is computed by
   * @param hour of the day at the departure; null for cars
   * @param departure hours and minutes of the day; null for cars
   * @param band the hours with the same rules
   * @param cargo id; null for cars
   * @param heights how they were got; null without
   */
  public record Manifest(
      String network,
      String profile,
      long dataVersion,
      long roadsDataVersion,
      Text model,
      int modelVersion,
      Text modelSource,
      Integer hour,
      String departure,
      Text band,
      String cargo,
      Text cargoTitle,
      Text heights,
      String networkBuiltAt,
      boolean isDemo) {}

  /**
   * An end of the way.
   *
   * @param point as asked, longitude and latitude
   * @param snapped on the network
   * @param distanceM between both, geodesic
   * @param road route number or name
   */
  public record End(double[] point, double[] snapped, double distanceM, String road) {}

  /**
   * @param hazards those that weigh most, in the order of the way
   * @param hazardsTotal how many there are, those that are not listed with them
   * @param risk null for cars
   * @param ascentM null without heights
   * @param profile metres from the beginning and height; null without heights
   * @param geometry a GeoJSON LineString
   */
  public record Route(
      String id,
      List<String> labels,
      double timeS,
      double lengthM,
      Double risk,
      Text riskUnit,
      Double ascentM,
      Double descentM,
      List<HazardPassed> hazards,
      int hazardsTotal,
      List<Segment> segments,
      List<double[]> profile,
      Line geometry) {}

  /** GeoJSON. */
  public record Line(String type, List<double[]> coordinates) {}

  /**
   * @param persons exposed in these hours, 0 where nobody is
   * @param risk its share of the route's
   */
  public record HazardPassed(
      String kind,
      Text title,
      String layer,
      String code,
      String name,
      double fromM,
      double toM,
      double persons,
      double risk,
      Text text) {}

  /** Legs on one road; stakes are null where there are none. */
  public record Segment(
      String routeNo,
      String name,
      String roadClass,
      String fromStake,
      String toStake,
      double fromM,
      double toM,
      double lengthM,
      double timeS,
      Double risk) {}

  /**
   * @param rule kind of hazard or closure that weighs most
   * @param ban whether no tanker may go there
   * @param extraS how much longer the way round it takes
   * @param riskSaved how much less its risk is
   */
  public record Avoidance(
      String routeNo,
      String name,
      String fromStake,
      String toStake,
      double[] at,
      double lengthM,
      Text why,
      String rule,
      boolean ban,
      double extraS,
      double riskSaved,
      Text source) {}
}
