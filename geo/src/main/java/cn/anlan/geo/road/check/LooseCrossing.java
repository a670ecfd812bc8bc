package cn.anlan.geo.road.check;

/**
 * Two roads that cross without a junction.
 *
 * @param levelsKnown both levels are delivered, and they are the same: the roads cannot but meet;
 *     where false at least one is not, and it is not known whether this is a bridge
 */
public record LooseCrossing(
    String code, String otherCode, double lonDeg, double latDeg, boolean levelsKnown) {}
