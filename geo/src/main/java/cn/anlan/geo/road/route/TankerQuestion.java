package cn.anlan.geo.road.route;

import java.time.LocalTime;

/**
 * From where to where, with what, when. Places are CGCS2000 degrees.
 *
 * @param cargo id of the model's; null for the first that the network is prepared for
 * @param departure time of the day
 */
public record TankerQuestion(
    double fromLonDeg,
    double fromLatDeg,
    double toLonDeg,
    double toLatDeg,
    String cargo,
    LocalTime departure) {}
