package cn.anlan.data.demo.industry;

import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Village;
import cn.anlan.data.demo.industry.DemoSectors.Sector;
import java.time.LocalDate;
import org.locationtech.jts.geom.Coordinate;

/**
 * An enterprise before it is known how many risk points fall to it.
 *
 * @param clearM every point nearer than this lies in the same county and on land
 */
record EnterpriseDraft(
    String name,
    Sector sector,
    String scale,
    Village village,
    Coordinate at,
    double clearM,
    boolean inPark,
    LocalDate commissionedOn) {
  County county() {
    return village.county();
  }
}
