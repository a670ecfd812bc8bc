package cn.anlan.geo.datum;

/**
 * Moves geographic coordinates from one ellipsoid to CGCS2000 by seven parameters, through
 * geocentric coordinates at ellipsoidal height 0. Maps give no ellipsoidal heights; a point really
 * 2,000 m up comes out up to 0.1 m off where the rotations are 10″. The way back to latitude is
 * iterated to a micrometre.
 */
final class BursaWolf {
  private static final double CGCS2000_A_M = 6_378_137;
  private static final double CGCS2000_F = 1 / 298.257222101;
  private static final int STEPS = 8;

  private final double sourceA;
  private final double sourceE2;
  private final double[] t;
  private final double[] r;
  private final double scale;

  /**
   * @param semiMajorAxisM of the old ellipsoid
   */
  BursaWolf(double semiMajorAxisM, double inverseFlattening, ShiftParameters parameters) {
    this.sourceA = semiMajorAxisM;
    this.sourceE2 = eccentricitySquared(1 / inverseFlattening);
    double sign = parameters.convention() == ShiftParameters.Convention.POSITION_VECTOR ? 1 : -1;
    this.t = parameters.translationM().stream().mapToDouble(Double::doubleValue).toArray();
    this.r =
        parameters.rotationArcsec().stream()
            .mapToDouble(arcsec -> sign * Math.toRadians(arcsec / 3600))
            .toArray();
    this.scale = 1 + parameters.scalePpm() * 1e-6;
  }

  /** Moves {lon, lat, lon, lat …} in degrees, in place. */
  void move(double[] lonLat) {
    for (int i = 0; i < lonLat.length; i += 2) {
      double lon = Math.toRadians(lonLat[i]);
      double lat = Math.toRadians(lonLat[i + 1]);
      double n = sourceA / Math.sqrt(1 - sourceE2 * Math.sin(lat) * Math.sin(lat));
      double x = n * Math.cos(lat) * Math.cos(lon);
      double y = n * Math.cos(lat) * Math.sin(lon);
      double z = n * (1 - sourceE2) * Math.sin(lat);
      double movedX = t[0] + scale * (x - r[2] * y + r[1] * z);
      double movedY = t[1] + scale * (r[2] * x + y - r[0] * z);
      double movedZ = t[2] + scale * (-r[1] * x + r[0] * y + z);
      lonLat[i] = Math.toDegrees(Math.atan2(movedY, movedX));
      lonLat[i + 1] = Math.toDegrees(latitude(Math.hypot(movedX, movedY), movedZ));
    }
  }

  private static double latitude(double fromAxisM, double z) {
    double e2 = eccentricitySquared(CGCS2000_F);
    double lat = Math.atan2(z, fromAxisM * (1 - e2));
    for (int i = 0; i < STEPS; i++) {
      double sin = Math.sin(lat);
      double n = CGCS2000_A_M / Math.sqrt(1 - e2 * sin * sin);
      lat = Math.atan2(z + e2 * n * sin, fromAxisM);
    }
    return lat;
  }

  private static double eccentricitySquared(double flattening) {
    return flattening * (2 - flattening);
  }
}
