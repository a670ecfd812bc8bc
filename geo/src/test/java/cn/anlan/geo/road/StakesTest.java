package cn.anlan.geo.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class StakesTest {
  @Test
  void stakesAreWrittenAsRoadSignsHaveThem() {
    assertThat(Stakes.text(2143.2)).isEqualTo("K2143+200");
    assertThat(Stakes.text(0)).isEqualTo("K0+000");
    assertThat(Stakes.text(12.9996)).isEqualTo("K13+000");
    assertThat(Stakes.text(-0.25)).isEqualTo("-K0+250");
  }

  @Test
  void verticesHaveStakesInProportionToTheGeodesicLength() {
    Coordinate[] line = {
      new Coordinate(115, 28), new Coordinate(115, 28.01), new Coordinate(115, 28.04)
    };
    double[] stakes = Stakes.along(line, 10, 14);
    assertThat(stakes).hasSize(3);
    assertThat(stakes[1]).isCloseTo(11, within(1e-5)); // a meridian's degrees differ a little
    assertThat(stakes[2]).isEqualTo(14);
  }
}
