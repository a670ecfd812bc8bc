package cn.anlan.data.basemap;

import java.util.Locale;

/**
 * The sources of the waters and how well they agree with better ones.
 *
 * <p>σ is one standard deviation across the line in metres: the larger of p95/1.96 and
 * median/0.6745 (p90/1.645 where no p95 was measured), from the worst of the ranges in {@code
 * basemap/README.md}.
 */
enum WaterSource {
  /** Median 0.57 km, p95 2.9 km in the channel between Hukou and Xingzi. */
  GSHHG("GSHHG 2.3.7 (Debian gmt-gshhg-full 2.3.7-6)", 1480),
  /** Median 0.29 km, p90 1.0 km along the Gan. */
  WDBII("CIA World Data Bank II, GSHHG 2.3.7 (Debian gmt-gshhg-full 2.3.7-6)", 610),
  /** Median 0.56 km, p95 5.9 km in the same channel. */
  GEOMAPS("npm @geo-maps/earth-waterbodies-10m 0.6.0 (© OpenStreetMap contributors, ODbL)", 3010);

  private final String title;
  private final double sigmaM;

  WaterSource(String title, double sigmaM) {
    this.title = title;
    this.sigmaM = sigmaM;
  }

  static WaterSource get(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  String title() {
    return title;
  }

  double sigmaM() {
    return sigmaM;
  }
}
