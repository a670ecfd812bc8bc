package cn.anlan.data.demo.road;

/**
 * A registered accident-prone segment; it lies on one road.
 *
 * @param code of its row in the layer {@code road_site}
 * @param planted whether accidents are to be put there on purpose
 */
public record AccidentProne(
    String code, Road road, double fromStakeKm, double toStakeKm, boolean planted) {}
