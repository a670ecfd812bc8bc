package cn.anlan.data.demo.road;

import org.locationtech.jts.geom.Coordinate;

/**
 * A place on a road by linear reference.
 *
 * @param at lon, lat, height
 */
public record RoadPlace(Road road, double stakeKm, Coordinate at) {}
