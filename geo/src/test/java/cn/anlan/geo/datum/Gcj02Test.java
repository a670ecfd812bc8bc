package cn.anlan.geo.datum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.BiFunction;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.junit.jupiter.api.Test;

class Gcj02Test {
  /** Half a unit of the seventh decimal, to which the vectors are printed. */
  private static final double PRINTED = 0.5000001e-7;

  @Test
  void movesNanchangAndGanzhouAsPublished() {
    assertPoint(Gcj02.fromWgs84(115.8580, 28.6830), 115.8629009, 28.6796702);
    assertPoint(Gcj02.fromWgs84(114.9350, 25.8310), 114.9397274, 25.8278183);
    assertPoint(Bd09.fromWgs84(115.8580, 28.6830), 115.8694856, 28.6853266);
    assertPoint(Bd09.fromWgs84(114.9350, 25.8310), 114.9462090, 25.8339908);
  }

  @Test
  void offsetsOverJiangxiAreThoseMeasured() {
    Spread gcj = overJiangxi((lon, lat) -> distanceM(lon, lat, Gcj02.fromWgs84(lon, lat)));
    assertThat(gcj.mean).isCloseTo(604, within(2.0));
    assertThat(gcj.min).isCloseTo(551, within(2.0));
    assertThat(gcj.max).isCloseTo(666, within(2.0));
    Spread bd = overJiangxi((lon, lat) -> distanceM(lon, lat, Bd09.fromWgs84(lon, lat)));
    assertThat(bd.mean).isCloseTo(1190, within(2.0));
    assertThat(bd.min).isCloseTo(1128, within(2.0));
    assertThat(bd.max).isCloseTo(1252, within(2.0));
  }

  @Test
  void inverseConvergesAsMeasuredAndReturnsWithinTenNanometresAfterFiveSteps() {
    Spread one = inverseError(1);
    assertThat(one.mean).isCloseTo(1.19, within(0.05));
    assertThat(one.max).isCloseTo(2.77, within(0.05));
    assertThat(inverseError(2).max).isLessThan(1.15e-2);
    assertThat(inverseError(3).max).isLessThan(5.5e-5);
    assertThat(inverseError(Gcj02.INVERSE_STEPS).max).isLessThan(1e-8);
  }

  @Test
  void baiduInverseIsRefinedBeyondTheCustomaryOne() {
    Spread closed =
        overJiangxi(
            (lon, lat) -> {
              double[] bd = Bd09.fromGcj02(lon, lat);
              return distanceM(lon, lat, Bd09.closedInverse(bd[0], bd[1]));
            });
    assertThat(closed.mean).isCloseTo(0.06, within(0.01));
    assertThat(closed.max).isBetween(0.09, 0.135);
    Spread refined =
        overJiangxi(
            (lon, lat) -> {
              double[] bd = Bd09.fromWgs84(lon, lat);
              return planarM(lon, lat, Bd09.toWgs84(bd[0], bd[1]));
            });
    assertThat(refined.max).isLessThan(2e-8);
  }

  @Test
  void isTheIdentityOutsideItsBounds() {
    assertThat(Gcj02.fromWgs84(72.0, 30)).containsExactly(72.0, 30);
    assertThat(Gcj02.toWgs84(137.9, 30)).containsExactly(137.9, 30);
    assertThat(Gcj02.fromWgs84(115, 0.5)).containsExactly(115, 0.5);
    assertThat(Gcj02.fromWgs84(115, 55.9)).containsExactly(115, 55.9);
    assertThat(Gcj02.fromWgs84(72.01, 30)[0]).isNotEqualTo(72.01);
  }

  private static Spread inverseError(int steps) {
    return overJiangxi(
        (lon, lat) -> {
          double[] gcj = Gcj02.fromWgs84(lon, lat);
          return planarM(lon, lat, Gcj02.toWgs84(gcj[0], gcj[1], steps));
        });
  }

  private record Spread(double mean, double min, double max) {}

  private static Spread overJiangxi(BiFunction<Double, Double, Double> measure) {
    double sum = 0;
    double min = Double.MAX_VALUE;
    double max = 0;
    int n = 0;
    for (double lon = 113.57; lon <= 118.48; lon += 0.02) {
      for (double lat = 24.49; lat <= 30.08; lat += 0.02) {
        double d = measure.apply(lon, lat);
        sum += d;
        min = Math.min(min, d);
        max = Math.max(max, d);
        n++;
      }
    }
    return new Spread(sum / n, min, max);
  }

  private static double distanceM(double lon, double lat, double[] to) {
    return Geodesic.WGS84.Inverse(lat, lon, to[1], to[0], GeodesicMask.DISTANCE).s12;
  }

  /** For nanometres, where the geodesic's own rounding would show. */
  private static double planarM(double lon, double lat, double[] to) {
    double metresPerDegree = 111_320;
    return Math.hypot(
        (to[0] - lon) * metresPerDegree * Math.cos(Math.toRadians(lat)),
        (to[1] - lat) * metresPerDegree);
  }

  private static void assertPoint(double[] point, double lon, double lat) {
    assertThat(point[0]).isCloseTo(lon, within(PRINTED));
    assertThat(point[1]).isCloseTo(lat, within(PRINTED));
  }
}
