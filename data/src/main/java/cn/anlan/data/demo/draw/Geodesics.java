package cn.anlan.data.demo.draw;

import cn.anlan.geo.distance.Cgcs2000;
import java.util.List;
import net.sf.geographiclib.GeodesicData;
import org.locationtech.jts.geom.Coordinate;

/**
 * Steps and lengths in metres over the CGCS2000 ellipsoid, exact to some nanometres: for what must
 * lie at a wished distance. {@link FlatFrame} is cheaper.
 */
public final class Geodesics {
  private Geodesics() {}

  /** The point {@code distanceM} metres from {@code from} on the bearing, in degrees from north. */
  public static Coordinate step(Coordinate from, double bearingDeg, double distanceM) {
    GeodesicData end = Cgcs2000.GEODESIC.Direct(from.y, from.x, bearingDeg, distanceM);
    return new Coordinate(end.lon2, end.lat2);
  }

  /** Bearing at {@code from} towards {@code to}, in degrees from north. */
  public static double bearingDeg(Coordinate from, Coordinate to) {
    return Cgcs2000.GEODESIC.Inverse(from.y, from.x, to.y, to.x).azi1;
  }

  public static double distanceM(Coordinate a, Coordinate b) {
    return Cgcs2000.distanceM(a.x, a.y, b.x, b.y);
  }

  /** Length of the way through the places in turn. */
  public static double lengthM(List<Coordinate> way) {
    double lengthM = 0;
    for (int i = 1; i < way.size(); i++) {
      lengthM += distanceM(way.get(i - 1), way.get(i));
    }
    return lengthM;
  }
}
