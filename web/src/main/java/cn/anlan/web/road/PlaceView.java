package cn.anlan.web.road;

import cn.anlan.geo.road.Stakes;
import cn.anlan.geo.road.linear.RoutePlace;
import java.util.List;

/**
 * A place on a route, as it is answered.
 *
 * @param code of the piece of road
 * @param traffic increasing, decreasing or both: which directions the piece serves
 * @param bearingDeg with rising stakes, or with falling ones where traffic is only that
 * @param point longitude, latitude
 * @param heightM null where the line has none
 * @param metresPerStakeKm how long a kilometre of stakes is on this piece: 1000 where stakes and
 *     line agree
 */
public record PlaceView(
    String code,
    String routeNo,
    String stake,
    double stakeKm,
    String traffic,
    List<Double> point,
    Double heightM,
    double bearingDeg,
    double metresPerStakeKm) {
  static PlaceView of(RoutePlace place) {
    return new PlaceView(
        place.code(),
        place.routeNo(),
        Stakes.text(place.stakeKm()),
        place.stakeKm(),
        place.traffic().code(),
        List.of(place.lonDeg(), place.latDeg()),
        Double.isNaN(place.heightM()) ? null : place.heightM(),
        place.bearingDeg(),
        place.metresPerStakeKm());
  }
}
