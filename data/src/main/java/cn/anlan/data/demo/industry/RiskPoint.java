package cn.anlan.data.demo.industry;

import cn.anlan.data.demo.draw.DemoCodes;
import org.locationtech.jts.geom.Coordinate;

/**
 * An invented risk point, as later themes need it. There are very many, so it is kept small: code
 * and place are made when asked for.
 *
 * @param number counts from 1
 * @param level 1 (major) to 4 (low)
 */
public record RiskPoint(
    int number,
    String part,
    Enterprise enterprise,
    double lonDeg,
    double latDeg,
    int level,
    String accidentType) {
  public String code() {
    return DemoCodes.of("RP", number);
  }

  public Coordinate at() {
    return new Coordinate(lonDeg, latDeg);
  }
}
