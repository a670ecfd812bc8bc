package cn.anlan.data.demo.city;

import cn.anlan.data.demo.ground.Village;
import org.locationtech.jts.geom.Polygon;

/**
 * An invented building.
 *
 * @param use value of the code list building_use
 */
public record Building(String code, String use, Village village, Polygon footprint, long persons) {}
