package cn.anlan.geo.road.height;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.road.MeasuredLine;
import cn.anlan.geo.road.height.LineHeights.Span;
import cn.anlan.geo.road.topology.Pieces;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class LineHeightsTest {
  /** 3 km eastwards. */
  private static final MeasuredLine LINE =
      MeasuredLine.of(
          new Coordinate[] {Pieces.place(0, 0), Pieces.place(1500, 0), Pieces.place(3000, 0)});

  private static final double WEST = Pieces.place(0, 0).x;
  private static final double PER_DEGREE_M = 3000 / (Pieces.place(3000, 0).x - WEST);

  private interface Ground {
    double heightM(double eastM);
  }

  private static LineHeights along(Ground ground, Span... off) {
    return LineHeights.of(
        LINE,
        (lon, lat) -> ground.heightM((lon - WEST) * PER_DEGREE_M),
        List.of(off),
        HeightModel.shipped());
  }

  @Test
  void anEvenSlopeStaysAsItIsToItsEnds() {
    LineHeights profile = along(east -> 200 + 0.05 * east);
    for (int i = 0; i < profile.measureM().length; i++) {
      assertThat(profile.heightM()[i]).isCloseTo(200 + 0.05 * profile.measureM()[i], within(0.01));
    }
    assertThat(profile.measureM()[profile.measureM().length - 1]).isEqualTo(LINE.lengthM());
    assertThat(profile.spikes() + profile.unknown()).isZero();
  }

  @Test
  void noiseIsAveragedOverTheWindow() {
    Random random = new Random(5);
    LineHeights profile = along(east -> 300 + 6 * random.nextGaussian());
    double squares = 0;
    for (double height : profile.heightM()) {
      squares += (height - 300) * (height - 300);
    }
    double sigma = Math.sqrt(squares / profile.heightM().length);
    // 5 heights in 150 m: 6/√5 = 2.7; at the ends up to 6·√(1/3+1/2).
    assertThat(sigma).as("seed 5").isBetween(1.8, 3.6);
  }

  @Test
  void aSpikeIsTakenOutAndCounted() {
    LineHeights profile = along(east -> 200 + 0.03 * east + (east > 1480 && east < 1505 ? 400 : 0));
    assertThat(profile.spikes()).isEqualTo(1);
    for (int i = 0; i < profile.measureM().length; i++) {
      assertThat(profile.heightM()[i]).isCloseTo(200 + 0.03 * profile.measureM()[i], within(0.01));
    }
  }

  @Test
  void aTunnelGoesStraightFromPortalToPortalBelowTheMountain() {
    Ground mountain = east -> 200 + 0.02 * east + Math.max(0, 300 - Math.abs(east - 1500) * 0.6);
    LineHeights profile = along(mountain, new Span(1000, 2000));
    for (int i = 0; i < profile.measureM().length; i++) {
      assertThat(profile.heightM()[i])
          .as("at %.0f m", profile.measureM()[i])
          .isCloseTo(200 + 0.02 * profile.measureM()[i], within(0.1));
    }
    double over = along(mountain).heightM()[profile.heightM().length / 2];
    assertThat(over).isGreaterThan(480); // without it the road would climb the mountain
  }

  @Test
  void aShortVoidIsCrossedStraightAndALongOneStaysUnknown() {
    LineHeights shortVoid = along(east -> east > 900 && east < 1300 ? Double.NaN : 0.04 * east);
    assertThat(shortVoid.unknown()).isZero();
    assertThat(shortVoid.heightM()[37]).isCloseTo(0.04 * shortVoid.measureM()[37], within(0.01));
    LineHeights longVoid = along(east -> east > 900 && east < 1500 ? Double.NaN : 0.04 * east);
    assertThat(longVoid.unknown()).isBetween(19, 21);
    assertThat(longVoid.heightM()[35]).isNaN();
  }

  @Test
  void withoutAModelNothingIsKnown() {
    LineHeights profile = along(east -> Double.NaN);
    assertThat(profile.unknown()).isEqualTo(profile.heightM().length);
  }
}
