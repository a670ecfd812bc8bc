package cn.anlan.geo.road.check;

/**
 * Parts of a network that hang together, one-ways taken as if they were not.
 *
 * @param pieces how many pieces have a part in it
 * @param sample code of one of them, the longest
 */
public record Component(
    double lengthKm, int pieces, int junctions, String sample, double lonDeg, double latDeg) {}
