package cn.anlan.geo.road.linear;

import cn.anlan.geo.road.Stakes;

/**
 * Stakes without a gap.
 *
 * @param fromKm the lesser
 */
public record StakeRange(double fromKm, double toKm) {
  public String text() {
    return Stakes.text(fromKm) + "–" + Stakes.text(toKm);
  }
}
