package cn.anlan.web.surroundings;

import cn.anlan.geo.text.Text;
import java.util.List;
import java.util.Map;

/**
 * What stands round a place. The names of the components are the names in JSON.
 *
 * @param radiusM geodesic distance from the place's boundary up to which is listed
 * @param directions names of the sectors, north first, clockwise
 * @param ringsM upper ends of the rings up to the radius, metres
 * @param demo whether anything listed is invented
 */
public record Report(
    Place subject,
    double radiusM,
    List<Text> directions,
    List<Double> ringsM,
    List<ThemeResult> themes,
    Exposure exposure,
    long dataVersion,
    boolean demo) {

  /**
   * Whose surroundings these are.
   *
   * @param centre [lon, lat] from which directions are taken
   */
  public record Place(
      String layer, String code, String name, List<Double> centre, boolean isDemo) {}

  /**
   * One theme.
   *
   * @param count all neighbours within the radius, also those not among {@code items}
   * @param sum numbers added up, or null where the theme adds nothing up
   * @param byKind how many there are by the name of their kind
   * @param cells counts and sums by ring (outer index) and direction
   * @param items the nearest ones, up to the limit asked for
   */
  public record ThemeResult(
      String id,
      Text title,
      Text sumTitle,
      long count,
      Long sum,
      Double nearestM,
      List<Kind> byKind,
      List<List<Cell>> cells,
      List<Neighbour> items) {}

  /** A kind and how many of it there are. */
  public record Kind(Text title, long count) {}

  /** What lies in one direction at one distance. */
  public record Cell(long count, long sum) {}

  /**
   * One neighbour.
   *
   * @param azimuthDeg from the place's centre to the neighbour's nearest point, clockwise from
   *     north
   * @param point the neighbour's nearest point, [lon, lat]
   * @param value the number that is added up, or null
   */
  public record Neighbour(
      String layer,
      Text layerTitle,
      long id,
      String code,
      String name,
      Text kind,
      double distanceM,
      double azimuthDeg,
      Text direction,
      List<Double> point,
      Long value,
      boolean isDemo) {}

  /**
   * Residents exposed as GB 18218 counts them, and α.
   *
   * @param people estimated, settlements spread over discs of even density; rounded
   * @param peopleAtPoints whole settlements whose point lies within the distance
   * @param boundary whether it was measured from a boundary, as the standard says, or from a point
   * @param recorded what the layer says of this installation, or null
   */
  public record Exposure(
      double withinM,
      long people,
      long peopleAtPoints,
      double alpha,
      boolean boundary,
      String source,
      Text note,
      Recorded recorded) {}

  /**
   * What is recorded of an installation, and what its level would be with the α computed here.
   *
   * @param fields recorded values by their names in the layer
   * @param rValue R with the computed α; null where R or α is not recorded
   * @param level level by that R, 1 worst
   */
  public record Recorded(Map<String, Object> fields, Double rValue, Integer level) {}
}
