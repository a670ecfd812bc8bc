package cn.anlan.data.demo.industry;

import cn.anlan.data.demo.ground.County;
import org.locationtech.jts.geom.Coordinate;

/**
 * An invented enterprise, as later themes need it.
 *
 * @param sector code of the sector
 * @param firstRiskPoint number of its first risk point in {@link Industry#riskPoints()}
 * @param riskPoints how many it has, one after the other
 */
public record Enterprise(
    String code,
    String name,
    String sector,
    String scale,
    County county,
    Coordinate at,
    int firstRiskPoint,
    int riskPoints) {}
