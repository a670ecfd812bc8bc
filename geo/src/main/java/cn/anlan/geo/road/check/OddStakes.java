package cn.anlan.geo.road.check;

/**
 * A piece whose stakes and line disagree.
 *
 * @param isReversed its neighbours' stakes fit only if its own are exchanged
 * @param metresPerStakeKm how long a kilometre of its stakes is on its line; null where both stakes
 *     are the same
 */
public record OddStakes(
    String code,
    String routeNo,
    double fromStakeKm,
    double toStakeKm,
    boolean isReversed,
    Double metresPerStakeKm) {}
