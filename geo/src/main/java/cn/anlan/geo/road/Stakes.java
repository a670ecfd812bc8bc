package cn.anlan.geo.road;

import cn.anlan.geo.distance.Cgcs2000;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;

/** Stakes (桩号) of a route: kilometres from its beginning, written K2143+200. */
public final class Stakes {
  private Stakes() {}

  /** As road signs have it, rounded to whole metres. */
  public static String text(double stakeKm) {
    long metres = Math.round(stakeKm * 1000);
    return String.format(
        Locale.ROOT,
        "%sK%d+%03d",
        metres < 0 ? "-" : "",
        Math.abs(metres) / 1000,
        Math.abs(metres) % 1000);
  }

  /**
   * The stakes of a line's vertices: from the one end's to the other's in proportion to the
   * geodesic length, for stakes and measured lengths never agree quite.
   *
   * @param line longitude and latitude in degrees, CGCS2000
   */
  public static double[] along(Coordinate[] line, double fromKm, double toKm) {
    double[] stakes = new double[line.length];
    for (int i = 1; i < line.length; i++) {
      stakes[i] =
          stakes[i - 1] + Cgcs2000.distanceM(line[i - 1].x, line[i - 1].y, line[i].x, line[i].y);
    }
    double lengthM = stakes[stakes.length - 1];
    for (int i = 0; i < stakes.length; i++) {
      stakes[i] = i + 1 == stakes.length ? toKm : fromKm + (toKm - fromKm) * stakes[i] / lengthM;
    }
    return stakes;
  }
}
