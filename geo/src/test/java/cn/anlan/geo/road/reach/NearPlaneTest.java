package cn.anlan.geo.road.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.distance.Cgcs2000;
import java.util.Random;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;

class NearPlaneTest {
  @Test
  void distancesAndStraightLinesAreThoseOfTheEllipsoid() {
    long seed = 5;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      double lat = 18 + 36 * random.nextDouble();
      double lon = 73 + 62 * random.nextDouble();
      NearPlane plane = new NearPlane(lon, lat);
      String what = "seed %d, place %d".formatted(seed, i);
      GeodesicData a = ray(lon, lat, random);
      GeodesicData b = ray(lon, lat, random);
      assertThat(Math.hypot(plane.x(a.lon2, a.lat2), plane.y(a.lon2, a.lat2)))
          .as(what)
          .isEqualTo(a.s12, within(0.001 + 1e-5 * a.s12));
      // the middle of the geodesic between two of them lies on the straight line between them
      GeodesicData line = Cgcs2000.GEODESIC.Inverse(a.lat2, a.lon2, b.lat2, b.lon2);
      GeodesicData middle = Cgcs2000.GEODESIC.Direct(a.lat2, a.lon2, line.azi1, line.s12 / 2);
      double aside =
          Math.hypot(
              plane.x(middle.lon2, middle.lat2)
                  - (plane.x(a.lon2, a.lat2) + plane.x(b.lon2, b.lat2)) / 2,
              plane.y(middle.lon2, middle.lat2)
                  - (plane.y(a.lon2, a.lat2) + plane.y(b.lon2, b.lat2)) / 2);
      assertThat(aside).as(what).isLessThan(0.001 + 1e-5 * 12_000);
      // boxes are never farther than what is in them
      double box =
          plane.toBoxM(
              Math.min(a.lon2, b.lon2),
              Math.min(a.lat2, b.lat2),
              Math.max(a.lon2, b.lon2),
              Math.max(a.lat2, b.lat2));
      assertThat(box).as(what).isLessThanOrEqualTo(Math.min(a.s12, b.s12));
    }
  }

  private static GeodesicData ray(double lon, double lat, Random random) {
    return Cgcs2000.GEODESIC.Direct(
        lat, lon, 360 * random.nextDouble(), 12_000 * random.nextDouble());
  }
}
