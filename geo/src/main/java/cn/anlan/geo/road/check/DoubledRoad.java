package cn.anlan.geo.road.check;

/** Two pieces that follow the same line between the same junctions. */
public record DoubledRoad(String code, String otherCode, double lengthKm) {}
