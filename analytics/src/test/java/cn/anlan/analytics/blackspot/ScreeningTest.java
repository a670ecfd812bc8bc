package cn.anlan.analytics.blackspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.analytics.blackspot.Route.Piece;
import cn.anlan.analytics.roadnet.NetPlace;
import cn.anlan.analytics.roadnet.RoadNet;
import cn.anlan.geo.road.linear.Direction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

/** The methods together, on a network whose truth is known. */
class ScreeningTest {
  private static final LocalDate AS_OF = LocalDate.of(2021, 12, 31);
  private static final Ledger LEDGER = new Ledger(LocalDate.of(2010, 1, 1), AS_OF);
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
        pieces.add(new Piece(km * 1000.0, (km + 1) * 1000.0, Direction.BOTH, "second", adt));
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
      routes.add(new Route("S" + r, pieces, List.of(), crashes));
    }
    return routes;
  }

  @Test
  void thePlantedKilometreIsFirstByEveryMethodAndTheFunctionIsFound() {
    Screening.Result result = new Screening(model).screen(network(), null, null, LEDGER, AS_OF);
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

  /** The same crashes, in a ledger that ends half-way through the three years asked for. */
  @Test
  void ratesAreOfTheYearsThatTheLedgerCovers() {
    LocalDate half = AS_OF.minusDays(548);
    List<Route> cut =
        network().stream()
            .map(
                r ->
                    new Route(
                        r.routeNo(),
                        r.pieces(),
                        r.abreast(),
                        r.crashes().stream().filter(c -> !c.day().isAfter(half)).toList()))
            .toList();
    Ledger ledger = new Ledger(LEDGER.firstDay(), half);
    Screening screening = new Screening(model);
    Screening.Result late = screening.screen(cut, null, null, ledger, AS_OF);
    assertThat(late.years()).isCloseTo(1.5, within(1e-9));
    Screening.Result whole = screening.screen(network(), null, null, LEDGER, AS_OF);
    assertThat(whole.years()).isEqualTo(3);
    SafetyPerformance then = late.performance().orElseThrow();
    assertThat(then.perYear(3000, 1))
        .as("crashes a year, seed %d", SEED)
        .isCloseTo(Math.exp(-6.5 + 0.8 * Math.log(3000)), within(0.2));
    double rate = late.findings().get(0).rate();
    double exposure = late.findings().get(0).stretch().exposure(1.5);
    assertThat(rate * exposure).isCloseTo(late.findings().get(0).stretch().crashes(), within(1e-9));
    assertThat(screening.screen(cut, null, null, ledger, AS_OF.plusYears(9)).findings())
        .as("none of the years is covered")
        .isEmpty();
    assertThat(new Ledger(AS_OF.minusDays(364), AS_OF).yearsCovered(AS_OF, 1)).isEqualTo(1);
    assertThat(new Ledger(AS_OF, AS_OF).yearsCovered(AS_OF, 1)).isEqualTo(1 / 365.0);
    assertThat(Ledger.of(List.of()).yearsCovered(AS_OF, 3)).isZero();
  }

  @Test
  void withoutTrafficCountsOnlyWhatNeedsNoneIsSaid() {
    Route bare =
        new Route(
            "X1",
            List.of(new Piece(0, 3000, Direction.BOTH, "fourth", Double.NaN)),
            List.of(),
            List.of(
                new Crash(100, AS_OF, 1, 0, 0),
                new Crash(200, AS_OF, 1, 0, 0),
                new Crash(300, AS_OF, 1, 0, 0),
                new Crash(90_000, AS_OF, 0, 0, 1)));
    Screening.Result result = new Screening(model).screen(List.of(bare), null, null, LEDGER, AS_OF);
    assertThat(result.performance()).isEmpty();
    assertThat(result.offRoad()).as("a stake that the route has not got").isEqualTo(1);
    Finding finding = result.findings().get(0);
    assertThat(finding.expected()).isNull();
    assertThat(finding.rate()).isNaN();
    assertThat(finding.isRate()).isFalse();
    assertThat(finding.mean()).isEqualTo(1);
    assertThat(finding.hits()).extracting(h -> h.criterion().id()).contains("default", "zhejiang");
  }

  /** Three deaths at exactly K11+000, where one stretch ends and the next begins. */
  @Test
  void aHitPutsForwardOnlyStretchesThatHaveItsCrashes() {
    Route route =
        new Route(
            "X5",
            List.of(new Piece(0, 20_000, Direction.BOTH, "second", Double.NaN)),
            List.of(),
            List.of(
                new Crash(11_000, AS_OF, 1, 0, 0),
                new Crash(11_000, AS_OF, 1, 0, 0),
                new Crash(11_000, AS_OF, 1, 0, 0)));
    Screening.Result result =
        new Screening(model).screen(List.of(route), null, null, LEDGER, AS_OF);
    assertThat(result.findings()).extracting(f -> f.stretch().fromM()).containsExactly(11_000.0);
    Stretch found = result.findings().get(0).stretch();
    assertThat(found.crashes()).isEqualTo(3);
    assertThat(found.meets("X5", 10_000, 11_000)).as("touches only").isFalse();
    assertThat(found.meets("X5", 12_000, 13_000)).as("touches only").isFalse();
    assertThat(found.meets("X5", 10_000, 11_001)).isTrue();
    assertThat(found.meets("X5", 11_000, 11_000)).as("a single stake").isTrue();
    assertThat(found.meets("X6", 11_000, 12_000)).isFalse();
  }

  /** Four fatal crashes round a junction, two on each road: too few for either road alone. */
  @Test
  void aJunctionWhoseCrashesStandOnTwoRoadsIsFoundOnBoth() {
    RoadNet cross =
        RoadNet.of(
            5,
            new int[] {0, 1, 2, 3},
            new int[] {4, 4, 4, 4},
            new double[] {2000, 2000, 2000, 2000});
    List<NetworkCrash> crashes = new ArrayList<>();
    for (int edge = 0; edge < 4; edge++) {
      String route = edge < 2 ? "G1" : "S2";
      double positionM = edge % 2 == 0 ? 1900 : 2100;
      Crash crash = new Crash(positionM, AS_OF.minusMonths(20), 1, 0, 0);
      crashes.add(new NetworkCrash(route, crash, true, new NetPlace(edge, 1900)));
    }
    NetworkCrash late = crashes.get(0);
    crashes.add(
        new NetworkCrash(
            "S2",
            new Crash(2010, AS_OF.plusDays(1), 1, 0, 0),
            true,
            new NetPlace(3, late.place().offsetM())));
    List<Route> routes = new ArrayList<>();
    for (String no : List.of("G1", "S2")) {
      routes.add(
          new Route(
              no,
              List.of(new Piece(0, 4000, Direction.BOTH, "second", Double.NaN)),
              List.of(),
              crashes.stream()
                  .filter(c -> c.routeNo().equals(no))
                  .map(NetworkCrash::crash)
                  .toList()));
    }
    assertThat(
            new Screening(model)
                .screen(routes, null, null, LEDGER, AS_OF).findings().stream()
                    .flatMap(f -> f.hits().stream())
                    .toList())
        .isEmpty();
    Screening.Result through =
        new Screening(model)
            .screen(routes, new Screening.Network(cross, crashes, Map.of()), null, LEDGER, AS_OF);
    List<SlidingWindow.Hit> hits =
        through.findings().stream().flatMap(f -> f.hits().stream()).toList();
    assertThat(hits)
        .as("no path of 500 m holds three of the four, which lie on four arms")
        .extracting(h -> h.criterion().id())
        .doesNotContain("default");
    crashes.add(
        new NetworkCrash(
            "S2", new Crash(2000, AS_OF.minusMonths(5), 1, 0, 0), true, new NetPlace(2, 2000)));
    through =
        new Screening(model)
            .screen(routes, new Screening.Network(cross, crashes, Map.of()), null, LEDGER, AS_OF);
    List<Finding> found =
        through.findings().stream()
            .filter(f -> f.hits().stream().anyMatch(h -> h.criterion().id().equals("default")))
            .toList();
    assertThat(found).extracting(f -> f.stretch().routeNo()).contains("G1", "S2");
    assertThat(found.get(0).reasons().get(0).zh()).contains("经路口");
    assertThat(found.get(0).hits().get(0).most()).as("the one on the junction counts").isEqualTo(3);
  }

  /** A spur of the same route that has no stakes: its crashes have a place on the network only. */
  @Test
  void crashesOnRoadWithoutStakesCountInWindowsThroughJunctionsOnly() {
    RoadNet fork =
        RoadNet.of(4, new int[] {0, 1, 1}, new int[] {1, 2, 3}, new double[] {2000, 2000, 2000});
    Crash one = new Crash(1900, AS_OF, 1, 0, 0);
    Crash two = new Crash(1950, AS_OF, 1, 0, 0);
    Crash nowhere = new Crash(0, AS_OF, 1, 0, 0);
    List<NetworkCrash> crashes =
        List.of(
            new NetworkCrash("G1", one, true, new NetPlace(0, 1900)),
            new NetworkCrash("G1", two, true, new NetPlace(0, 1950)),
            new NetworkCrash("G1", nowhere, false, new NetPlace(1, 100)));
    Route route =
        new Route(
            "G1",
            List.of(new Piece(0, 4000, Direction.BOTH, "second", Double.NaN)),
            List.of(),
            List.of(one, two));
    Screening.Result result =
        new Screening(model)
            .screen(
                List.of(route),
                new Screening.Network(fork, crashes, Map.of()),
                null,
                LEDGER,
                AS_OF);
    Finding found = result.findings().get(0);
    assertThat(found.stretch().fromM()).isEqualTo(1000);
    assertThat(found.hits()).allMatch(h -> h.most() == 3);
    assertThat(found.hits().get(0).alsoOn()).containsExactly("G1（无桩号 no stakes）");
    assertThat(found.hits().get(0).placesM()).containsExactly(1900.0, 1950.0);
    assertThat(result.findings()).as("nothing at K0").hasSize(1);
  }

  /**
   * K98 to K100, then K99 to K102 (长链): K99 to K100 occur twice. Deaths at the first K99+500 and, a
   * kilometre on, at the second are not together; those before and behind the break are.
   */
  @Test
  void alongALongChainCrashesAreTogetherByTheRoadNotByTheirStakes() {
    RoadNet road = RoadNet.of(3, new int[] {0, 1}, new int[] {1, 2}, new double[] {2000, 3000});
    List<NetworkCrash> apart =
        List.of(
            fatal(99_500, new NetPlace(0, 1500)),
            fatal(99_520, new NetPlace(0, 1520)),
            fatal(99_510, new NetPlace(1, 510)));
    assertThat(spots(road, apart, Map.of())).as("by stakes").isNotEmpty();
    Map<String, List<Broken>> chain = Map.of("G1", List.of(new Broken(99_000, 100_000)));
    assertThat(spots(road, apart, chain)).isEmpty();
    List<NetworkCrash> through =
        List.of(
            fatal(99_900, new NetPlace(0, 1900)),
            fatal(99_950, new NetPlace(0, 1950)),
            fatal(99_100, new NetPlace(1, 100)));
    assertThat(spots(road, through, Map.of())).as("800 m apart by stakes").isEmpty();
    assertThat(spots(road, through, chain))
        .singleElement()
        .satisfies(hit -> assertThat(hit.placesM()).containsExactly(99_100.0, 99_900.0, 99_950.0));
    List<NetworkCrash> beside =
        List.of(
            fatal(100_210, new NetPlace(1, 1210)),
            fatal(100_220, new NetPlace(1, 1220)),
            fatal(100_230, new NetPlace(1, 1230)));
    assertThat(spots(road, beside, chain)).as("found once, by stakes").hasSize(1);
  }

  private static NetworkCrash fatal(double positionM, NetPlace place) {
    return new NetworkCrash("G1", new Crash(positionM, AS_OF, 1, 0, 0), true, place);
  }

  /** The hits of three deaths in 500 m. */
  private List<SlidingWindow.Hit> spots(
      RoadNet net, List<NetworkCrash> crashes, Map<String, List<Broken>> broken) {
    Route route =
        new Route(
            "G1",
            List.of(
                new Piece(98_000, 100_000, Direction.BOTH, "second", Double.NaN),
                new Piece(99_000, 102_000, Direction.BOTH, "second", Double.NaN)),
            List.of(),
            crashes.stream().map(NetworkCrash::crash).toList());
    return new Screening(model)
            .screen(
                List.of(route), new Screening.Network(net, crashes, broken), null, LEDGER, AS_OF)
            .findings()
            .stream()
            .flatMap(f -> f.hits().stream())
            .filter(h -> h.criterion().id().equals("default"))
            .distinct()
            .toList();
  }

  /** Twenty kilometres of route, ten more metres, and a crash where it ends. */
  @Test
  void aSingleCrashAtARoutesEndIsCountedAndProvesNothing() {
    List<Route> routes = new ArrayList<>(network());
    Crash atTheEnd = new Crash(20_010, AS_OF, 0, 0, 1);
    List<Piece> pieces = List.of(new Piece(0, 20_010, Direction.BOTH, "second", 3000));
    routes.add(new Route("X3", pieces, List.of(), List.of(atTheEnd)));
    Crash onAWholeKilometre = new Crash(20_000, AS_OF, 0, 0, 1);
    List<Piece> whole = List.of(new Piece(0, 20_000, Direction.BOTH, "second", 3000));
    routes.add(new Route("X4", whole, List.of(), List.of(onAWholeKilometre)));
    Screening.Result with = new Screening(model).screen(routes, null, null, LEDGER, AS_OF);
    assertThat(with.stretches()).isEqualTo(640);
    assertThat(with.offRoad()).isZero();
    assertThat(with.findings()).extracting(f -> f.stretch().routeNo()).doesNotContain("X3", "X4");
    Screening.Result without = new Screening(model).screen(network(), null, null, LEDGER, AS_OF);
    assertThat(with.performance().orElseThrow().a())
        .as("both crashes count")
        .isNotEqualTo(without.performance().orElseThrow().a());
  }
}
