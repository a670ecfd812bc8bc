package cn.anlan.data.demo.ground;

import org.locationtech.jts.geom.Coordinate;

/**
 * An invented place where people live (居民点): a village, or a quarter of a town.
 *
 * @param residents those of a township's villages add up to the township's
 * @param clearRadiusM every point nearer than this lies in the same county and on land, so that
 *     many things can be placed round the village without asking again
 */
public record Village(
    String code,
    String name,
    Township township,
    Coordinate at,
    int residents,
    double clearRadiusM) {
  public County county() {
    return township.county();
  }
}
