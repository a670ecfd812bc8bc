package cn.anlan.analytics.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Columbus, North Carolina and St Louis as R spdep 1.2-7 answers them (twelve digits printed) and
 * as PySAL's documentation prints them.
 */
class PublishedValuesTest {
  private static final Offset<Double> PRINTED = within(2e-11);
  private static final Offset<Double> TEN_DIGITS = within(2e-10);

  @ParameterizedTest
  @ValueSource(strings = {"columbus", "sids2", "stl"})
  void globalMoranIsThatOfSpdep(String name) {
    Published data = Published.read(name);
    GlobalMoran w = GlobalMoran.of(data.values(), data.binary().rowStandardised(), 0, 0);
    GlobalMoran b = GlobalMoran.of(data.values(), data.binary(), 0, 0);
    assertThat(w.i()).isCloseTo(data.moranW().i(), PRINTED);
    assertThat(w.expected()).isCloseTo(-1.0 / (data.values().length - 1), PRINTED);
    assertThat(w.varNormal()).isCloseTo(data.moranW().varNormal(), PRINTED);
    assertThat(w.varRandom()).isCloseTo(data.moranW().varRandom(), PRINTED);
    assertThat(w.zNormal()).isCloseTo(data.moranW().zNormal(), TEN_DIGITS);
    assertThat(w.zRandom()).isCloseTo(data.moranW().zRandom(), TEN_DIGITS);
    assertThat(w.pNormal()).isCloseTo(data.moranW().pNormal(), PRINTED);
    assertThat(b.i()).isCloseTo(data.moranB().i(), PRINTED);
    assertThat(b.varRandom()).isCloseTo(data.moranB().varRandom(), PRINTED);
    assertThat(b.zRandom()).isCloseTo(data.moranB().zRandom(), TEN_DIGITS);
  }

  @Test
  void globalMoranIsWhatPysalPrints() {
    Published sids = Published.read("sids2");
    GlobalMoran nc = GlobalMoran.of(sids.values(), sids.binary().rowStandardised(), 0, 0);
    assertThat(nc.i()).isCloseTo(0.24772519320480135, within(1e-15));
    assertThat(nc.pNormal()).isCloseTo(0.00011583307814905095, within(1e-15));
    Published stl = Published.read("stl");
    GlobalMoran homicides = GlobalMoran.of(stl.values(), stl.binary().rowStandardised(), 0, 0);
    assertThat(homicides.i()).isCloseTo(0.24365582621771695, within(1e-15));
    assertThat(homicides.expected()).isCloseTo(-0.012987012987012988, within(1e-17));
    assertThat(homicides.pNormal()).isCloseTo(0.000271, within(5e-7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"columbus", "sids2", "stl"})
  void localStatisticsAreThoseOfSpdep(String name) {
    Published data = Published.read(name);
    assertThat(GetisOrd.gi(data.values(), data.binary())).containsExactly(data.gi(), TEN_DIGITS);
    assertThat(GetisOrd.giStar(data.values(), data.binary()))
        .containsExactly(data.giStar(), TEN_DIGITS);
    LocalMoran local = LocalMoran.of(data.values(), data.binary().rowStandardised(), 1, 1);
    for (int i = 0; i < local.size(); i++) {
      assertThat(local.statistic(i)).as("unit " + i).isCloseTo(data.localMoran()[i], TEN_DIGITS);
      assertThat(local.z(i)).as("z of unit " + i).isCloseTo(data.localMoranZ()[i], TEN_DIGITS);
    }
  }

  /** PySAL's six points within 15 of each other, binary weights. */
  @Test
  void getisOrdOfSixPointsIsWhatPysalPrints() {
    double[] x = {10, 20, 40, 15, 30, 30};
    double[] y = {10, 10, 10, 20, 20, 30};
    double[] values = {2, 3, 3.2, 5, 8, 7};
    SpatialWeights near = Nearness.within(x, y, 15);
    assertThat(near.neighbours(4)).containsExactly(1, 2, 3, 5);
    assertThat(GetisOrd.gi(values, near))
        .containsExactly(
            new double[] {-1.0136729, -0.04361589, 1.31558703, -0.31412676, 1.15373986, 1.77833941},
            within(5e-9));
    assertThat(GetisOrd.giStar(values, near))
        .containsExactly(
            new double[] {
              -1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331
            },
            within(5e-9));
  }

  @Test
  void ratesOfAssuncaoAndReisAreWhatPysalPrints() {
    double[] events = {30, 25, 25, 15, 33, 21, 30, 20};
    double[] people = {100, 100, 110, 90, 100, 90, 110, 90};
    assertThat(Arrays.copyOf(AssuncaoReis.standardised(events, people), 4))
        .containsExactly(
            new double[] {1.03843594, -0.04099089, -0.56250375, -1.73061861}, within(5e-9));
    Published counties = Published.read("sids2");
    Published.Rates sids = Published.read("sids2_rates", Published.Rates.class);
    GlobalMoran moran =
        GlobalMoran.of(
            AssuncaoReis.standardised(sids.events(), sids.births()),
            counties.binary().rowStandardised(),
            0,
            0);
    assertThat(moran.i()).isCloseTo(0.1662, within(5e-5));
    assertThat(moran.pNormal() / 2).isCloseTo(0.0042, within(5e-5));
  }
}
