package cn.anlan.web.site;

import cn.anlan.geo.fault.UserFault;
import java.util.List;

/** A place that a caller names: longitude and latitude, CGCS2000. */
public record LonLat(double lonDeg, double latDeg) {
  private static final double MOST_LAT = 85;

  /**
   * Reads {@code lon,lat}.
   *
   * @param name of the parameter, for the message
   * @throws UserFault where it is no such pair; where the two are swapped, it says so
   */
  public static LonLat of(String name, String words) {
    String[] parts = words.split(",");
    try {
      LonLat at = new LonLat(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
      if (parts.length == 2 && Math.abs(at.lonDeg) < 180 && Math.abs(at.latDeg) <= MOST_LAT) {
        return at;
      }
      if (parts.length == 2 && Math.abs(at.latDeg) < 180 && Math.abs(at.lonDeg) <= MOST_LAT) {
        throw new UserFault(
            name + "=" + words + " 像是纬度在前 (latitude seems to come first)",
            "写成 经度,纬度 (write lon,lat)：" + parts[1].strip() + "," + parts[0].strip());
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      // explained below, as numbers out of range are
    }
    throw new UserFault(
        name + "=" + words + " 不是经纬度 (no longitude and latitude)",
        "写成 经度,纬度，CGCS2000 度 (write lon,lat in degrees)：115.86,28.68");
  }

  /** As GeoJSON writes positions. */
  public List<Double> list() {
    return List.of(lonDeg, latDeg);
  }
}
