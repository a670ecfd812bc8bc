package cn.anlan.data.datum;

import cn.anlan.geo.datum.Bd09;
import cn.anlan.geo.datum.CoordinateSystem;
import cn.anlan.geo.datum.Gcj02;

/**
 * What longitudes and latitudes of China may be. WGS 84 and CGCS2000 are one here: they agree to
 * better than a metre.
 */
public enum Hypothesis {
  CGCS2000(CoordinateSystem.CGCS2000) {
    @Override
    double[] place(double lonDeg, double latDeg) {
      return new double[] {lonDeg, latDeg};
    }
  },
  GCJ02(CoordinateSystem.GCJ02) {
    @Override
    double[] place(double lonDeg, double latDeg) {
      return Gcj02.toWgs84(lonDeg, latDeg);
    }
  },
  BD09(CoordinateSystem.BD09) {
    @Override
    double[] place(double lonDeg, double latDeg) {
      return Bd09.toWgs84(lonDeg, latDeg);
    }
  };

  private final CoordinateSystem system;

  Hypothesis(CoordinateSystem system) {
    this.system = system;
  }

  /** The system that it supposes. */
  public CoordinateSystem system() {
    return system;
  }

  /** Where delivered numbers lie, if it holds: {lon, lat} in CGCS2000. */
  abstract double[] place(double lonDeg, double latDeg);

  /**
   * The hypothesis that a system of degrees stands for.
   *
   * @throws IllegalArgumentException for a system of metres
   */
  public static Hypothesis of(CoordinateSystem system) {
    return switch (system) {
      case CGCS2000, WGS84 -> CGCS2000;
      case GCJ02 -> GCJ02;
      case BD09 -> BD09;
      default -> throw new IllegalArgumentException(system.code() + " is no system of degrees");
    };
  }
}
