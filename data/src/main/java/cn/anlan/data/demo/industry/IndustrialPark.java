package cn.anlan.data.demo.industry;

import cn.anlan.data.demo.ground.Village;
import org.locationtech.jts.geom.Coordinate;

/**
 * The invented industrial park of a county: a disc in which its works cluster.
 *
 * @param village the settlement it belongs to
 * @param radiusM the whole disc lies in the county and on land
 */
public record IndustrialPark(Village village, Coordinate centre, double radiusM) {}
