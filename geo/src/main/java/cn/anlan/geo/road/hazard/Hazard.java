package cn.anlan.geo.road.hazard;

import org.locationtech.jts.geom.Geometry;

/**
 * A thing beside or on a road.
 *
 * @param kind index in the model's kinds, or -1 − index for a closure of the office
 * @param layer it comes from; {@code osm} for OSM files, {@code office} for closures
 * @param code of its row
 * @param persons who count with it, 0 where nobody does
 * @param at a point for circles and discs, an area for insides; where a stretch or tunnel lies, as
 *     far as known, or null
 * @param stretch for stretches and tunnels, else null
 */
public record Hazard(
    int kind,
    String layer,
    String code,
    String name,
    double persons,
    Geometry at,
    Stretch stretch) {
  /**
   * A route from stake to stake.
   *
   * @param fromStakeKm the lower
   */
  public record Stretch(String routeNo, double fromStakeKm, double toStakeKm) {}
}
