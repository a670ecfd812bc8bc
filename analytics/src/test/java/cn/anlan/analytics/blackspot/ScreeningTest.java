package cn.anlan.analytics.blackspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.analytics.blackspot.Route.Piece;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

/** The methods together, on a network whose truth is known. */
class ScreeningTest {
  private static final LocalDate AS_OF = LocalDate.of(2021, 12, 31);
  private static final long SEED = 43;
  private final BlackspotModel model = BlackspotModel.shipped();

  /** 600 km with crashes by a known function, and one kilometre with far too many. */
  private static List<Route> network() {
    Random random = new Random(SEED);
    Well19937c draws = new Well19937c(SEED);
    List<Route> routes = new ArrayList<>();
    for (int r = 0; r < 12; r++) {
      List<Piece> pieces = new ArrayList<>();
      List<Crash> crashes = new ArrayList<>();
      for (int km = 0; km < 50; km++) {
        double adt = 500 * Math.exp(3 * random.nextDouble());
        pieces.add(new Piece(km * 1000.0, (km + 1) * 1000.0, "second", adt));
        double mean = 3 * Math.exp(-6.5 + 0.8 * Math.log(adt));
        double own = new GammaDistribution(draws, 1 / 0.3, 0.3 * mean).sample();
        int count = own > 0 ? new PoissonDistribution(draws, own, 1e-12, 10_000).sample() : 0;
        count = r == 3 && km == 20 ? 60 : count;
        for (int i = 0; i < count; i++) {
          LocalDate day = AS_OF.minusDays(random.nextInt(1090));
          double place = (km + random.nextDouble()) * 1000;
          crashes.add(new Crash(place, day, random.nextInt(12) == 0 ? 1 : 0, 0, 1));
        }
      }
      routes.add(new Route("S" + r, pieces, crashes));
    }
    return routes;
  }

  @Test
  void thePlantedKilometreIsFirstByEveryMethodAndTheFunctionIsFound() {
    Screening.Result result = new Screening(model).screen(network(), null, AS_OF);
    assertThat(result.stretches()).isEqualTo(600);
    assertThat(result.offRoad()).isZero();
    SafetyPerformance spf = result.performance().orElseThrow();
    assertThat(spf.fitted()).isTrue();
    assertThat(spf.b()).as("seed %d", SEED).isCloseTo(0.8, within(0.12));
    assertThat(spf.dispersionPerKm()).as("seed %d", SEED).isCloseTo(0.3, within(0.12));
    Finding first = result.findings().get(0);
    assertThat(first.stretch().routeNo()).isEqualTo("S3");
    assertThat(first.stretch().fromM()).isEqualTo(20_000);
    assertThat(first.methods()).isEqualTo(4);
    assertThat(first.excess()).isBetween(30.0, 60.0);
    assertThat(first.isRate()).isTrue();
    assertThat(result.findings())
        .isSortedAccordingTo((a, b) -> Double.compare(b.excess(), a.excess()));
  }

  @Test
  void withoutTrafficCountsOnlyWhatNeedsNoneIsSaid() {
    Route bare =
        new Route(
            "X1",
            List.of(new Piece(0, 3000, "fourth", Double.NaN)),
            List.of(
                new Crash(100, AS_OF, 1, 0, 0),
                new Crash(200, AS_OF, 1, 0, 0),
                new Crash(300, AS_OF, 1, 0, 0),
                new Crash(90_000, AS_OF, 0, 0, 1)));
    Screening.Result result = new Screening(model).screen(List.of(bare), null, AS_OF);
    assertThat(result.performance()).isEmpty();
    assertThat(result.offRoad()).as("a stake that the route has not got").isEqualTo(1);
    Finding finding = result.findings().get(0);
    assertThat(finding.expected()).isNull();
    assertThat(finding.rate()).isNaN();
    assertThat(finding.isRate()).isFalse();
    assertThat(finding.mean()).isEqualTo(1);
    assertThat(finding.hits()).extracting(h -> h.criterion().id()).contains("default", "zhejiang");
  }

  @Test
  void aStretchWithAGapHasTheLengthOfItsRoad() {
    Route gap =
        new Route(
            "X2",
            List.of(
                new Piece(250, 600, "third", 1000),
                new Piece(800, 1000, "third", 3000),
                new Piece(2000, 2500, "third", 1000)),
            List.of());
    List<Stretch> stretches = Stretch.cut(gap, 1000, AS_OF.minusYears(3), AS_OF, model.weights());
    assertThat(stretches).hasSize(2);
    assertThat(stretches.get(0).lengthM()).isEqualTo(550);
    assertThat(stretches.get(0).fromM()).isEqualTo(250);
    assertThat(stretches.get(0).adt()).isCloseTo((350 * 1000 + 200 * 3000) / 550.0, within(1e-9));
    assertThat(stretches.get(1).toM()).isEqualTo(2500);
  }
}
