package cn.anlan.geo.snapshot;

/**
 * The square of web maps (EPSG:3857 scaled to 1): x runs from 0 at 180° W to 1 at 180° E, y from 0
 * in the north to 1 in the south. Its formulas are those of a sphere, fed with longitude and
 * latitude as they are (EPSG guidance note 7-2, method 1024). CGCS2000 and WGS 84 count as the same
 * here, as their ellipsoids differ by 0.1 mm; tiles are for looking, never for measuring.
 */
public final class WebMercator {
  /** Beyond this latitude nothing is drawn: there the square ends. */
  public static final double MAX_LAT_DEG = Math.toDegrees(Math.atan(Math.sinh(Math.PI)));

  private WebMercator() {}

  public static double x(double lonDeg) {
    return lonDeg / 360 + 0.5;
  }

  public static double y(double latDeg) {
    double within = Math.max(-MAX_LAT_DEG, Math.min(MAX_LAT_DEG, latDeg));
    double sin = Math.sin(Math.toRadians(within));
    return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
  }

  public static double lonDeg(double x) {
    return (x - 0.5) * 360;
  }

  public static double latDeg(double y) {
    return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * y))));
  }
}
