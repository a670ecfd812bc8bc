package cn.anlan.geo.distance;

import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import net.sf.geographiclib.GeodesicMask;
import net.sf.geographiclib.Gnomonic;
import net.sf.geographiclib.GnomonicData;

/**
 * The point of a short geodesic edge that is nearest to a given point.
 *
 * <p>Karney's method (2013, section 8): in the ellipsoidal gnomonic projection geodesics near the
 * centre are straight and directions at the centre are true, so the foot on the straight line,
 * taken as the next centre, converges on the foot of the geodesic in two or three rounds. Where the
 * point is beyond the projection's horizon (some 10,000 km), a golden-section search takes over.
 * Both ends are always measured too. Distances are those of the inverse problem, so they are exact
 * for the point found; an error ε of the foot along the edge lengthens a distance d by ε²/(2d).
 */
record FootPoint(double lonDeg, double latDeg, double distanceM) {
  private static final Gnomonic GNOMONIC = new Gnomonic(Cgcs2000.GEODESIC);
  private static final int MAX_ROUNDS = 12;
  private static final double CONVERGED_M = 1e-6;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  /**
   * @param start a first guess of where the foot is, 0 at the edge's first end, 1 at its second
   */
  static FootPoint find(
      double lonDeg,
      double latDeg,
      double aLonDeg,
      double aLatDeg,
      double bLonDeg,
      double bLatDeg,
      double start) {
    FootPoint a = measured(lonDeg, latDeg, aLonDeg, aLatDeg);
    if (aLonDeg == bLonDeg && aLatDeg == bLatDeg) {
      return a;
    }
    FootPoint b = measured(lonDeg, latDeg, bLonDeg, bLatDeg);
    FootPoint end = b.distanceM < a.distanceM ? b : a;
    FootPoint inside = iterate(lonDeg, latDeg, aLonDeg, aLatDeg, bLonDeg, bLatDeg, start);
    if (inside == null) {
      inside = search(lonDeg, latDeg, aLonDeg, aLatDeg, bLonDeg, bLatDeg);
    }
    // A vertex is preferred over a point a nanometre beside it, so that it is returned unchanged.
    return inside.distanceM < end.distanceM - 1e-9 ? inside : end;
  }

  private static FootPoint iterate(
      double pLon, double pLat, double aLon, double aLat, double bLon, double bLat, double start) {
    double lon = aLon + start * (bLon - aLon);
    double lat = aLat + start * (bLat - aLat);
    for (int round = 0; round < MAX_ROUNDS; round++) {
      GnomonicData p = GNOMONIC.Forward(lat, lon, pLat, pLon);
      GnomonicData a = GNOMONIC.Forward(lat, lon, aLat, aLon);
      GnomonicData b = GNOMONIC.Forward(lat, lon, bLat, bLon);
      double dx = b.x - a.x;
      double dy = b.y - a.y;
      double t = Chords.clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy));
      double x = a.x + t * dx;
      double y = a.y + t * dy;
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        return null;
      }
      GnomonicData next = GNOMONIC.Reverse(lat, lon, x, y);
      lon = next.lon;
      lat = next.lat;
      if (Math.hypot(x, y) < CONVERGED_M) {
        return measured(pLon, pLat, lon, lat);
      }
    }
    return null;
  }

  private static FootPoint search(
      double pLon, double pLat, double aLon, double aLat, double bLon, double bLat) {
    GeodesicLine line =
        Cgcs2000.GEODESIC.InverseLine(
            aLat,
            aLon,
            bLat,
            bLon,
            GeodesicMask.DISTANCE_IN | GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE);
    double low = 0;
    double high = line.Distance();
    FootPoint left = on(line, high - GOLDEN * (high - low), pLon, pLat);
    FootPoint right = on(line, low + GOLDEN * (high - low), pLon, pLat);
    while (high - low > CONVERGED_M) {
      if (left.distanceM < right.distanceM) {
        high = low + GOLDEN * (high - low);
        right = left;
        left = on(line, high - GOLDEN * (high - low), pLon, pLat);
      } else {
        low = high - GOLDEN * (high - low);
        left = right;
        right = on(line, low + GOLDEN * (high - low), pLon, pLat);
      }
    }
    return left.distanceM < right.distanceM ? left : right;
  }

  private static FootPoint on(GeodesicLine line, double s, double pLon, double pLat) {
    GeodesicData at = line.Position(s, GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE);
    return measured(pLon, pLat, at.lon2, at.lat2);
  }

  private static FootPoint measured(double pLon, double pLat, double lon, double lat) {
    return new FootPoint(lon, lat, Cgcs2000.distanceM(pLon, pLat, lon, lat));
  }
}
