package cn.anlan.data.demo.city;

import cn.anlan.data.demo.ground.Village;
import org.locationtech.jts.geom.Coordinate;

/**
 * An invented protected place.
 *
 * @param subkind value of the code list protected_subkind
 * @param persons who are there at a busy hour
 */
public record ProtectedSite(
    String code, String name, String subkind, Village village, Coordinate at, long persons) {}
