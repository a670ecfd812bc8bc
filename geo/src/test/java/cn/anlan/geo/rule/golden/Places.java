package cn.anlan.geo.rule.golden;

import java.util.Locale;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;

/**
 * Shapes at exact geodesic distances from an anchor, by GeographicLib alone: nothing of our own
 * distance code is used, so that the golden cases can convict it.
 *
 * <p>A target line lies on the anchor's meridian, which is itself a geodesic; what stands due east
 * of the anchor (azimuth 90° there) has the anchor as its foot point, and the direct problem gives
 * the place at the wanted distance to some nanometres.
 */
final class Places {
  private static final Geodesic CGCS2000 = new Geodesic(6378137.0, 1 / 298.257222101);
  private static final int MASK = GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE;

  private final double lonDeg;
  private final double latDeg;

  Places(double lonDeg, double latDeg) {
    this.lonDeg = lonDeg;
    this.latDeg = latDeg;
  }

  /** The place so many metres east of the anchor (west where negative). */
  double[] east(double eastM) {
    return eastM == 0 ? new double[] {lonDeg, latDeg} : step(lonDeg, latDeg, 90, eastM);
  }

  /** The place so many metres north of the anchor on its meridian (south where negative). */
  double[] north(double northM) {
    return step(lonDeg, latDeg, 0, northM);
  }

  /** First along the meridian, then at a right angle to it. */
  double[] northThenEast(double northM, double eastM) {
    double[] foot = north(northM);
    return eastM == 0 ? foot : step(foot[0], foot[1], 90, eastM);
  }

  private static double[] step(double lonDeg, double latDeg, double azimuthDeg, double distanceM) {
    GeodesicData end = CGCS2000.Direct(latDeg, lonDeg, azimuthDeg, distanceM, MASK);
    // on the meridian the longitude is the anchor's, to the last bit
    double lon = azimuthDeg == 0 ? lonDeg : end.lon2;
    return new double[] {lon, end.lat2};
  }

  static String point(double[] at) {
    return "{\"type\":\"Point\",\"coordinates\":" + pair(at) + "}";
  }

  static String line(double[]... places) {
    return "{\"type\":\"LineString\",\"coordinates\":" + list(places) + "}";
  }

  /** As layers of lines keep even a single one. */
  static String lines(double[]... places) {
    return "{\"type\":\"MultiLineString\",\"coordinates\":[" + list(places) + "]}";
  }

  static String polygon(double[]... ring) {
    return "{\"type\":\"Polygon\",\"coordinates\":[" + list(ring) + "]}";
  }

  /** A plot whose only near corner is its western one, so many metres east of the anchor. */
  String plot(double eastM) {
    return polygon(
        east(eastM),
        northThenEast(-30, eastM + 60),
        east(eastM + 120),
        northThenEast(30, eastM + 60),
        east(eastM));
  }

  /** A line that runs away eastward from its western end. */
  String heading(double eastM) {
    return line(east(eastM), east(eastM + 150));
  }

  /** A line on the meridian, two kilometres to either side. */
  String meridian() {
    return line(north(-2000), north(2000));
  }

  /** The corners of an area whose eastern edge lies on the meridian; it reaches 4 km west. */
  double[][] westernArea() {
    double[] southEast = north(-2000);
    double[] northEast = north(2000);
    return new double[][] {
      southEast, northEast, northThenEast(2000, -4000), northThenEast(-2000, -4000), southEast
    };
  }

  /** A box round the anchor, within which a layer is declared complete. */
  String around(double halfDeg) {
    double w = lonDeg - halfDeg;
    double e = lonDeg + halfDeg;
    double s = latDeg - halfDeg;
    double n = latDeg + halfDeg;
    return polygon(
        new double[] {w, s},
        new double[] {e, s},
        new double[] {e, n},
        new double[] {w, n},
        new double[] {w, s});
  }

  private static String list(double[]... places) {
    StringBuilder text = new StringBuilder("[");
    for (double[] place : places) {
      text.append(text.length() > 1 ? "," : "").append(pair(place));
    }
    return text.append("]").toString();
  }

  private static String pair(double[] at) {
    return String.format(Locale.ROOT, "[%s,%s]", written(at[0]), written(at[1]));
  }

  /**
   * A tenth of a micrometre is fine enough; more digits only look like somebody's numbers, and so
   * do eleven: they get their last nought.
   */
  private static String written(double degrees) {
    String text = Double.toString(Math.rint(degrees * 1e12) / 1e12);
    return text.length() - text.indexOf('.') - 1 == 11 ? text + "0" : text;
  }
}
