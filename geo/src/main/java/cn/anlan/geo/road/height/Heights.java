package cn.anlan.geo.road.height;

import java.util.List;

/** Something that knows the ground's height at places. */
@FunctionalInterface
public interface Heights {
  /** Metres; NaN where it is not known. */
  double heightM(double lonDeg, double latDeg);

  /** Of several the first that knows. */
  static Heights firstOf(List<? extends Heights> sources) {
    List<Heights> all = List.copyOf(sources);
    return (lon, lat) -> {
      for (Heights source : all) {
        double height = source.heightM(lon, lat);
        if (!Double.isNaN(height)) {
          return height;
        }
      }
      return Double.NaN;
    };
  }
}
