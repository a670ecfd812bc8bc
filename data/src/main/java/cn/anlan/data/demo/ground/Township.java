package cn.anlan.data.demo.ground;

import org.locationtech.jts.geom.Coordinate;

/**
 * An invented township-level unit (乡、镇、街道).
 *
 * @param centre where its seat stands
 * @param population residents; those of a county's townships add up to the county's
 */
public record Township(
    String code, String name, County county, Coordinate centre, long population) {}
