package cn.anlan.analytics.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.analytics.crash.Match.Basis;
import cn.anlan.analytics.crash.Match.Placed;
import cn.anlan.analytics.crash.Match.Queued;
import cn.anlan.analytics.crash.Match.Reason;
import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.road.linear.RouteIndex;
import cn.anlan.geo.road.topology.PieceIndex;
import cn.anlan.geo.road.topology.RoadPiece;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class CrashMatcherTest {
  private static final PieceIndex ROADS = PieceIndex.of(InventedRoads.grid());
  private final CrashMatcher matcher = new CrashMatcher(MatchModel.shipped(), RouteIndex.of(ROADS));

  /** On G3 in its second piece, so many metres east of it, 2 km on. */
  private static double[] besideG3(double eastM) {
    int piece = numberOf("G3@5.5");
    var at = ROADS.line(piece).at(2000);
    return new double[] {at.x + eastM / 99_300, at.y};
  }

  private static int numberOf(String code) {
    for (int p = 0; p < ROADS.pieces().size(); p++) {
      if (ROADS.pieces().get(p).code().equals(code)) {
        return p;
      }
    }
    throw new IllegalArgumentException(code);
  }

  private static double stakeOf(String code, double measureM) {
    int piece = numberOf(code);
    var of = ROADS.pieces().get(piece);
    double share = measureM / ROADS.line(piece).lengthM();
    return of.fromStakeKm() + share * (of.toStakeKm() - of.fromStakeKm());
  }

  private Match match(double[] at, String route, double stakeKm) {
    return matcher.match(new Report("A1", at[0], at[1], Double.NaN, route, stakeKm));
  }

  private static final double NONE = Double.NaN;
  private static final double[] NOWHERE = {Double.NaN, Double.NaN};

  @Test
  void whatAgreesIsPlacedBetweenStakeAndPosition() {
    double stake = stakeOf("G3@5.5", 2000);
    Placed placed = (Placed) match(besideG3(10), "3国道", stake + 0.05);
    assertThat(placed.place().routeNo()).isEqualTo("G3");
    assertThat(placed.basis()).isEqualTo(Basis.BOTH);
    assertThat(placed.confidence()).isGreaterThan(0.99);
    // σ 30 m and 50 m: the stake has the weight 900/3400.
    assertThat(placed.place().stakeKm()).isCloseTo(stake + 0.05 * 900 / 3400, within(0.001));
    assertThat(placed.place().sigmaM()).isCloseTo(1500 / Math.sqrt(3400), within(1e-9));
    assertThat(placed.notes()).isEmpty();
  }

  @Test
  void positionAloneAndStakeAloneAreEnoughWhereNothingElseIsNear() {
    Placed byPosition = (Placed) match(besideG3(15), null, NONE);
    assertThat(byPosition.place().routeNo()).isEqualTo("G3");
    assertThat(byPosition.basis()).isEqualTo(Basis.POSITION);
    Placed byStake = (Placed) match(NOWHERE, "G3", 7.123);
    assertThat(byStake.basis()).isEqualTo(Basis.STAKE);
    assertThat(byStake.place().stake()).isEqualTo("K7+123");
    assertThat(byStake.confidence()).isBetween(0.9, 0.99);
  }

  @Test
  void ofTwoRoadsSixtyMetresApartTheNameDecidesAndWithoutItNobodyGuesses() {
    var at = ROADS.line(numberOf("G1@0.0")).at(2000);
    double[] between = {at.x + 30 / 99_300.0, at.y};
    Queued unsure = (Queued) match(between, null, NONE);
    assertThat(unsure.reason()).isEqualTo(Reason.AMBIGUOUS);
    assertThat(unsure.best().probability()).isCloseTo(0.5, within(0.05));
    assertThat(unsure.why().zh()).contains("X1").contains("G1");
    Placed named = (Placed) match(between, "X1", NONE);
    assertThat(named.place().routeNo()).isEqualTo("X1");
    assertThat(named.runnerUp().place().routeNo()).isEqualTo("G1");
  }

  @Test
  void whatContradictsItselfWaitsAndSaysByHowMuch() {
    Queued apart = (Queued) match(besideG3(5), "G3", stakeOf("G3@5.5", 2000) + 3.2);
    assertThat(apart.reason()).isEqualTo(Reason.CONTRADICTION);
    assertThat(apart.why().zh()).contains("相距 3.").contains("公里");
    assertThat(apart.best().place().routeNo()).isEqualTo("G3");
    Queued otherRoad = (Queued) match(besideG3(5), "G7", NONE);
    assertThat(otherRoad.reason()).isEqualTo(Reason.CONTRADICTION);
    assertThat(otherRoad.why().zh()).contains("G7").contains("公里");
    assertThat(otherRoad.best().place().routeNo()).as("a suggestion").isEqualTo("G3");
  }

  @Test
  void whatCannotBeFoundWaitsWithItsReason() {
    assertThat(((Queued) match(besideG3(0), "G999", NONE)).reason())
        .isEqualTo(Reason.UNKNOWN_ROUTE);
    Queued outside = (Queued) match(besideG3(0), "G3", 88.5);
    assertThat(outside.reason()).isEqualTo(Reason.STAKE_OUTSIDE);
    assertThat(outside.why().zh()).contains("K88+500").contains("K0+000").contains("K38+500");
    assertThat(((Queued) match(NOWHERE, null, 12)).reason()).isEqualTo(Reason.NO_PLACE);
    assertThat(((Queued) match(NOWHERE, "G3", NONE)).reason()).isEqualTo(Reason.NO_PLACE);
    double[] off = {InventedRoads.LON - 0.0605, InventedRoads.LAT + 0.1};
    Queued fiveKm = (Queued) match(off, null, NONE);
    assertThat(fiveKm.reason()).isEqualTo(Reason.OFF_ROAD);
    assertThat(fiveKm.why().zh()).contains("600").contains("米");
    double[] nearer = {InventedRoads.LON - 0.009, InventedRoads.LAT + 0.12};
    assertThat(((Queued) match(nearer, null, NONE)).reason())
        .as("900 m from a road is not on it")
        .isEqualTo(Reason.OFF_ROAD);
  }

  @Test
  void aNameThatTwoStoredRoutesShareWaitsAndListsThem() {
    List<RoadPiece> roads = new ArrayList<>(InventedRoads.grid());
    Coordinate[] line = {new Coordinate(115.2, 26.9), new Coordinate(115.25, 26.9)};
    roads.add(InventedRoads.piece("Y007", 0, 5, line));
    roads.add(InventedRoads.piece("Y7", 0, 5, line));
    CrashMatcher shared = new CrashMatcher(MatchModel.shipped(), RouteIndex.of(roads));
    Queued either = (Queued) shared.match(new Report("A1", NONE, NONE, NONE, "7乡道", 3.21));
    assertThat(either.reason()).isEqualTo(Reason.AMBIGUOUS);
    assertThat(either.why().zh()).contains("7乡道").contains("Y007、Y7");
    assertThat(either.remedy().en()).contains("one of these");
  }

  /** 200 routes, 20,000 km; one of them has 5 km. */
  @Test
  void aShortRouteIsAsSureByItsNumberAndStakeAsALongOne() {
    List<RoadPiece> roads = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      double lengthKm = i == 0 ? 5 : 100;
      double lat = 26 + i * 0.02;
      roads.add(
          InventedRoads.piece(
              "X" + (i + 1),
              0,
              lengthKm,
              new Coordinate(115, lat),
              new Coordinate(115 + lengthKm / 99, lat)));
    }
    CrashMatcher many = new CrashMatcher(MatchModel.shipped(), RouteIndex.of(roads));
    Placed onShort = (Placed) many.match(new Report("A1", NONE, NONE, NONE, "X1", 3.217));
    Placed onLong = (Placed) many.match(new Report("A2", NONE, NONE, NONE, "X2", 3.217));
    assertThat(onShort.confidence())
        .isCloseTo(onLong.confidence(), within(1e-4))
        .isGreaterThan(0.97);
  }

  /** The same stake at two places of a long chain: neither name nor stake can tell them apart. */
  @Test
  void whatOnlyAPositionCanTellIsToldSo() {
    List<RoadPiece> roads =
        List.of(
            InventedRoads.piece("G3", 0, 10, new Coordinate(115, 27), new Coordinate(115.1, 27)),
            InventedRoads.piece("G3", 5, 15, new Coordinate(115.1, 27), new Coordinate(115.2, 27)));
    CrashMatcher chain = new CrashMatcher(MatchModel.shipped(), RouteIndex.of(roads));
    Queued twice = (Queued) chain.match(new Report("A1", NONE, NONE, NONE, "G3", 7.25));
    assertThat(twice.reason()).isEqualTo(Reason.AMBIGUOUS);
    assertThat(twice.remedy().zh()).isEqualTo("补充坐标");
  }

  @Test
  void aStakeInWholeKilometresIsTakenForRounded() {
    double stake = stakeOf("G3@5.5", 2000);
    Placed placed = (Placed) match(besideG3(10), "G3", Math.rint(stake));
    double off = Math.abs(placed.place().stakeKm() - stake);
    assertThat(off).isLessThan(0.02 * Math.abs(Math.rint(stake) - stake) + 1e-4);
  }

  @Test
  void aPlaceKnownToThreeHundredMetresOnlyWaitsThoughItsRouteIsSure() {
    Queued coarse = (Queued) match(NOWHERE, "G3", 7);
    assertThat(coarse.reason()).isEqualTo(Reason.IMPRECISE);
    assertThat(coarse.best().routeProbability()).isGreaterThan(0.95);
    // P(|N(0, 300)| ≤ 200) = 0.495
    assertThat(coarse.best().probability() / coarse.best().routeProbability())
        .isCloseTo(0.495, within(0.01));
    assertThat(coarse.why().zh()).contains("±300 米").contains("G3 K7+000");
    assertThat(coarse.why().en()).contains("±300 m");
    assertThat(coarse.remedy().zh()).contains("坐标").contains("百米");
    double[] at = besideG3(15);
    Match at150 = matcher.match(new Report("A1", at[0], at[1], 150, null, NONE));
    assertThat(((Queued) at150).reason()).isEqualTo(Reason.IMPRECISE);
    assertThat(((Queued) at150).remedy().en()).contains("better position");
    Placed at100 = (Placed) matcher.match(new Report("A1", at[0], at[1], 100, null, NONE));
    assertThat(at100.confidence()).isBetween(0.93, 0.9545); // 2 σ
    assertThat(at100.routeConfidence()).isGreaterThan(0.98);
  }

  /** Stakes alone, rounded to the kilometre: what is said of the best place comes true. */
  @Test
  void theProbabilityOfARoundedStakeIsThatOfItsRounding() {
    long seed = 77;
    Random random = new Random(seed);
    int near = 0;
    double said = 0;
    int count = 2_000;
    for (int i = 0; i < count; i++) {
      int piece = numberOf("G3@5.5");
      double measure = random.nextDouble() * ROADS.line(piece).lengthM();
      var at = ROADS.line(piece).at(measure);
      Queued waits = (Queued) match(NOWHERE, "G3", Math.rint(stakeOf("G3@5.5", measure)));
      RoadPlace best = waits.best().place();
      said += waits.best().probability();
      near += Cgcs2000.distanceM(best.lonDeg(), best.latDeg(), at.x, at.y) <= 200 ? 1 : 0;
    }
    // The rounding is even over ±500 m, which the model takes for normal with σ 300 m: 0.4 and
    // 0.48.
    assertThat((double) near / count).as("seed " + seed).isCloseTo(said / count, within(0.12));
  }

  /** Accidents whose place is known, reported with errors of known size. */
  @Test
  void ofPlantedAccidentsTheConfidenceIsWhatComesTrue() {
    long seed = 2143;
    Random random = new Random(seed);
    List<Report> reports = new ArrayList<>();
    List<double[]> truth = new ArrayList<>();
    for (int i = 0; i < 8_000; i++) {
      int piece = random.nextInt(ROADS.pieces().size());
      double measure = random.nextDouble() * ROADS.line(piece).lengthM();
      var at = ROADS.line(piece).at(measure);
      boolean gross = random.nextInt(100) == 0;
      double sigma = gross ? 5000 : 30;
      boolean hasPosition = random.nextInt(10) > 0;
      double lon = at.x + random.nextGaussian() * sigma / 99_300;
      double lat = at.y + random.nextGaussian() * sigma / 110_800;
      var of = ROADS.pieces().get(piece);
      String route = of.routeNo();
      boolean wrong = random.nextInt(100) == 0;
      route = wrong ? "S" + (1 + random.nextInt(8)) : route;
      route = random.nextInt(4) == 0 ? null : route;
      double stake = stakeOf(of.code(), measure) + random.nextGaussian() * 0.05;
      stake = random.nextInt(100) == 0 ? random.nextDouble() * 38 : stake;
      stake = random.nextInt(3) == 0 || route == null ? Double.NaN : Math.max(0, stake);
      reports.add(
          new Report(
              "A" + i, hasPosition ? lon : NONE, hasPosition ? lat : NONE, NONE, route, stake));
      truth.add(new double[] {at.x, at.y, piece});
    }
    int placed = 0;
    int right = 0;
    int[] inBand = new int[3];
    int[] rightInBand = new int[3];
    List<Match> matches = matcher.match(reports);
    for (int i = 0; i < matches.size(); i++) {
      if (matches.get(i) instanceof Placed found) {
        double[] true_ = truth.get(i);
        boolean isRight =
            found.place().routeNo().equals(ROADS.pieces().get((int) true_[2]).routeNo())
                && Cgcs2000.distanceM(
                        found.place().lonDeg(), found.place().latDeg(), true_[0], true_[1])
                    <= 200;
        int band = found.confidence() < 0.97 ? 0 : found.confidence() < 0.995 ? 1 : 2;
        placed++;
        right += isRight ? 1 : 0;
        inBand[band]++;
        rightInBand[band] += isRight ? 1 : 0;
      }
    }
    String said =
        "seed %d: placed %d of %d, right %d; below 0.97: %d of %d, below 0.995: %d of %d, above: %d of %d"
            .formatted(
                seed,
                placed,
                matches.size(),
                right,
                rightInBand[0],
                inBand[0],
                rightInBand[1],
                inBand[1],
                rightInBand[2],
                inBand[2]);
    assertThat((double) right / placed).as(said).isGreaterThan(0.985);
    assertThat((double) placed / matches.size()).as(said).isGreaterThan(0.75);
    assertThat((double) rightInBand[2] / inBand[2]).as(said).isGreaterThan(0.995);
    assertThat((double) rightInBand[0] / inBand[0]).as(said).isGreaterThan(0.85);
  }
}
