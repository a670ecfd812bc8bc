package cn.anlan.data.demo.industry;

import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Village;
import java.time.LocalDate;
import org.locationtech.jts.geom.Coordinate;

/**
 * An invented enterprise, as later themes need it.
 *
 * @param sector code of the sector
 * @param firstRiskPoint number of its first risk point in {@link Industry#riskPoints()}
 * @param riskPoints how many it has, one after the other
 * @param village the settlement it belongs to
 * @param clearM every point nearer than this lies in the same county and on land
 * @param inPark whether it stands in its county's industrial park
 */
public record Enterprise(
    String code,
    String name,
    String sector,
    String scale,
    County county,
    Coordinate at,
    int firstRiskPoint,
    int riskPoints,
    Village village,
    double clearM,
    boolean inPark,
    LocalDate commissionedOn) {}
