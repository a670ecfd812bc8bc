package cn.anlan.geo.road.check;

/**
 * A dead end so near to another road that it may have been meant to meet it.
 *
 * @param code of the piece that ends there
 * @param otherCode of the nearest piece that it does not meet
 * @param otherLevel whether the two lie on different levels, as far as is known
 */
public record NearMiss(
    String code,
    String routeNo,
    double lonDeg,
    double latDeg,
    String otherCode,
    double distanceM,
    boolean otherLevel) {}
