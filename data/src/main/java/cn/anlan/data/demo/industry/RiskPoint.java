package cn.anlan.data.demo.industry;

import org.locationtech.jts.geom.Coordinate;

/**
 * An invented risk point, as later themes need it.
 *
 * @param level 1 (major) to 4 (low)
 */
public record RiskPoint(
    String code,
    String part,
    Enterprise enterprise,
    Coordinate at,
    int level,
    String accidentType) {}
