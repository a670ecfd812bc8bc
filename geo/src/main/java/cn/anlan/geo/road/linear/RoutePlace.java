package cn.anlan.geo.road.linear;

/**
 * A place on a route.
 *
 * @param piece number of the piece in the index
 * @param code of the piece
 * @param traffic which directions the piece serves
 * @param bearingDeg clockwise from north: with rising stakes, or with falling ones where {@code
 *     traffic} is only that
 * @param heightM NaN where the line has none
 * @param measureM along the piece's line from its first point
 * @param metresPerStakeKm how long a kilometre of stakes is on this piece's line: 1000 where the
 *     register's stakes and the line agree
 */
public record RoutePlace(
    int piece,
    String code,
    String routeNo,
    double stakeKm,
    Direction traffic,
    double lonDeg,
    double latDeg,
    double heightM,
    double bearingDeg,
    double measureM,
    double metresPerStakeKm) {}
