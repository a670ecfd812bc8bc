package cn.anlan.geo.distance;

/**
 * Positions in space: earth-centred coordinates of CGCS2000 (height 0), turned and shifted so that
 * the origin is the middle of Jiangxi, x points east, y north and z up there. Turning changes no
 * distance; but boxes with axis-parallel sides then lie flat on the province, so that distances of
 * boxes say much more about distances of shapes. Elsewhere on earth everything stays true, boxes
 * are merely less tight.
 */
final class EarthFrame {
  private static final double ORIGIN_LON_DEG = 115.7;
  private static final double ORIGIN_LAT_DEG = 27.6;
  private static final double SIN = Math.sin(Math.toRadians(ORIGIN_LAT_DEG));
  private static final double COS = Math.cos(Math.toRadians(ORIGIN_LAT_DEG));

  private static final double E2 = Cgcs2000.FLATTENING * (2 - Cgcs2000.FLATTENING);

  /** The earth's centre is this far below the origin's tangent plane … */
  private static final double DOWN_M = primeVerticalM(SIN) * (1 - E2 * SIN * SIN);

  /** … and this far beside the origin's normal, to the north. */
  private static final double ASIDE_M = primeVerticalM(SIN) * E2 * SIN * COS;

  private static final double POLAR_RADIUS_M =
      Cgcs2000.EQUATORIAL_RADIUS_M * (1 - Cgcs2000.FLATTENING);

  /** The second eccentricity, squared. */
  private static final double EP2 = E2 / (1 - E2);

  private EarthFrame() {}

  /** Writes x, y, z in metres to {@code out[at..at+2]}. */
  static void toSpace(double lonDeg, double latDeg, double[] out, int at) {
    double lat = Math.toRadians(latDeg);
    double lon = Math.toRadians(lonDeg - ORIGIN_LON_DEG);
    double sinLat = Math.sin(lat);
    double n = primeVerticalM(sinLat);
    double across = n * Math.cos(lat);
    double ahead = across * Math.cos(lon);
    double axial = n * (1 - E2) * sinLat;
    out[at] = across * Math.sin(lon);
    out[at + 1] = axial * COS - ahead * SIN + ASIDE_M;
    out[at + 2] = ahead * COS + axial * SIN - DOWN_M;
  }

  /** Writes the unit vector that points up at a place to {@code out[0..2]}. */
  static void normal(double lonDeg, double latDeg, double[] out) {
    double lat = Math.toRadians(latDeg);
    double lon = Math.toRadians(lonDeg - ORIGIN_LON_DEG);
    double ahead = Math.cos(lat) * Math.cos(lon);
    double axial = Math.sin(lat);
    out[0] = Math.cos(lat) * Math.sin(lon);
    out[1] = axial * COS - ahead * SIN;
    out[2] = ahead * COS + axial * SIN;
  }

  /**
   * Writes the longitude and latitude of the foot of the normal through a point within some metres
   * of the ellipsoid to {@code out[at..at+1]}; Bowring's formula, here good to a nanometre.
   */
  static void toLonLat(double x, double y, double z, double[] out, int at) {
    double up = z + DOWN_M;
    double north = y - ASIDE_M;
    double ahead = up * COS - north * SIN;
    double axial = up * SIN + north * COS;
    double p = Math.hypot(ahead, x);
    double beta = Math.atan2(axial * Cgcs2000.EQUATORIAL_RADIUS_M, p * POLAR_RADIUS_M);
    double sin = Math.sin(beta);
    double cos = Math.cos(beta);
    double lat =
        Math.atan2(
            axial + EP2 * POLAR_RADIUS_M * sin * sin * sin,
            p - E2 * Cgcs2000.EQUATORIAL_RADIUS_M * cos * cos * cos);
    double lonDeg = Math.toDegrees(Math.atan2(x, ahead)) + ORIGIN_LON_DEG;
    out[at] = lonDeg > 180 ? lonDeg - 360 : lonDeg;
    out[at + 1] = Math.toDegrees(lat);
  }

  private static double primeVerticalM(double sinLat) {
    return Cgcs2000.EQUATORIAL_RADIUS_M / Math.sqrt(1 - E2 * sinLat * sinLat);
  }
}
