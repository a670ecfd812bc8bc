package cn.anlan.geo.datum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class AxisOrderTest {
  @ParameterizedTest
  @EnumSource(
      value = CoordinateSystem.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = "WEB_MERCATOR")
  void theTwoOrdersAreNeverConfusedInTheProvince(CoordinateSystem system) {
    long seed = 5;
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      Coordinate lonLat =
          new Coordinate(113.6 + 4.8 * random.nextDouble(), 24.5 + 5.5 * random.nextDouble());
      Coordinate c =
          DatumShift.fromCgcs2000(new GeometryFactory().createPoint(lonLat), system)
              .getCoordinate();
      assertThat(AxisOrder.isSwapped(c.x, c.y, system)).as("seed %d, %s", seed, c).isFalse();
      assertThat(AxisOrder.isSwapped(c.y, c.x, system)).as("seed %d, %s", seed, c).isTrue();
      assertThat(AxisOrder.areDegrees(c.x, c.y)).isEqualTo(system.isDegrees());
      assertThat(AxisOrder.isSwappedDegrees(c.y, c.x)).isEqualTo(system.isDegrees());
    }
  }
}
