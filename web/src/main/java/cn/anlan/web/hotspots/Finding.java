package cn.anlan.web.hotspots;

/**
 * What was found out about one unit. Null stands for what the method does not tell.
 *
 * @param code of the cell or county
 * @param name of the county, or of the county that the cell lies in; may be null
 * @param value what was counted in it
 * @param ratePer100k events per 100,000 residents
 * @param densityPerKm2 kernel density at the cell's centre, events per km²
 * @param statistic local Moran's I
 * @param z z-score of Gi* or of local Moran's I
 * @param p two-sided permutation p
 * @param q the least false discovery rate at which it is a finding
 * @param verdict code: of the lists {@code hotspot_class}, {@code moran_cluster} or {@code
 *     density_band}
 * @param unit number among the units
 */
public record Finding(
    String code,
    String name,
    double value,
    Double ratePer100k,
    Double densityPerKm2,
    Double statistic,
    Double z,
    Double p,
    Double q,
    String verdict,
    int unit) {
  /** The verdict of what is no finding. */
  static final String NONE = "none";

  static Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }

  boolean isFinding() {
    return !NONE.equals(verdict);
  }

  boolean isBelow05() {
    return p != null && p < 0.05;
  }

  /** The same with the county's name. */
  Finding in(String county) {
    return new Finding(
        code, county, value, ratePer100k, densityPerKm2, statistic, z, p, q, verdict, unit);
  }
}
