package cn.anlan.data.demo.road;

import cn.anlan.data.demo.ground.County;
import org.locationtech.jts.geom.LineString;

/**
 * A piece of road between two junctions, or between a junction and a county's border.
 *
 * @param routeNo number of the route it belongs to; a route has many pieces
 * @param roadClass value of the code list {@code road_class}
 * @param adminClass value of the code list {@code road_admin_class}
 * @param county that covers the piece's inner point
 * @param fromStakeKm stake (桩号) at the first vertex of the line
 * @param toStakeKm stake at the last vertex, greater than at the first
 * @param line with heights, CGCS2000
 * @param adt vehicles per day, yearly mean
 */
public record Road(
    String code,
    String routeNo,
    String roadClass,
    String adminClass,
    County county,
    double fromStakeKm,
    double toStakeKm,
    LineString line,
    double adt) {
  public double lengthKm() {
    return toStakeKm - fromStakeKm;
  }
}
