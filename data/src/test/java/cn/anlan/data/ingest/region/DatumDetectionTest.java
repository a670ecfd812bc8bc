package cn.anlan.data.ingest.region;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.datum.DatumOdds;
import cn.anlan.data.datum.DatumWeighing;
import cn.anlan.data.datum.Hypothesis;
import cn.anlan.data.datum.KnownPlace;
import cn.anlan.data.ingest.region.DatumTrials.Outcome;
import cn.anlan.data.ingest.region.DatumTrials.Spread;
import cn.anlan.geo.datum.Gcj02;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The counties are the real ones; the map that judges is drawn badly, differently with each seed.
 */
class DatumDetectionTest {
  private static final long SEED = 20261122;

  @Test
  void manyPointsAllOverTheProvinceTellTheDatumAlsoWhenOneInTenNamesAWrongCounty() {
    for (double wrongNames : new double[] {0, 0.03, 0.1}) {
      Random random = new Random(SEED);
      DatumTrials trials =
          new DatumTrials(MisdrawnMap.counties(), MisdrawnMap.of(random), wrongNames);
      for (Hypothesis datum : Hypothesis.values()) {
        Outcome outcome = trials.run(datum, Spread.PROVINCE, 500, 10, random);
        assertThat(outcome.wrong()).as("seed %d, %s, %s", SEED, datum, wrongNames).isZero();
        assertThat(outcome.right())
            .as("seed %d, %s, %s", SEED, datum, wrongNames)
            .isGreaterThanOrEqualTo(9);
      }
    }
  }

  @Test
  void fewOrCrowdedPointsAreDoubtfulRatherThanWrong() {
    Random random = new Random(SEED);
    int files = 0;
    int wrong = 0;
    for (int map = 0; map < 3; map++) {
      DatumTrials trials = new DatumTrials(MisdrawnMap.counties(), MisdrawnMap.of(random), 0.05);
      for (Spread spread : Spread.values()) {
        for (int points : new int[] {10, 20, 50, 150}) {
          for (Hypothesis datum : Hypothesis.values()) {
            Outcome outcome = trials.run(datum, spread, points, 10, random);
            files += 10;
            wrong += outcome.wrong();
            if (points < 20) {
              assertThat(outcome.doubtful()).as("seed %d", SEED).isEqualTo(10);
            }
          }
        }
      }
    }
    assertThat(wrong).as("wrong of %d files, seed %d", files, SEED).isLessThanOrEqualTo(1);
  }

  /**
   * 800 m off is rare, but then a thousand rows beside it are off together: one witness, no more.
   */
  @Test
  void aThousandRowsOfOneParkBesideABadlyDrawnBorderAreNotEvidence() {
    Random random = new Random(SEED);
    ProvinceMap map = DatumRates.baseMap();
    DatumWeighing weighing = new DatumWeighing(map, 20);
    double[] edge = borderPoint(map, "360102");
    for (int i = 0; i < 1_000; i++) {
      double lon = edge[0] + 0.002 * random.nextGaussian();
      double lat = edge[1] + 0.002 * random.nextGaussian();
      weighing.addNamed("360102", lon, lat);
    }
    DatumOdds odds = weighing.odds();
    assertThat(odds.nearRows()).isEqualTo(1_000);
    assertThat(odds.isEvidence()).as("seed %d, %s", SEED, odds).isFalse();
  }

  @Test
  void rowsThatNameAnyCountyFitNothing() {
    Random random = new Random(SEED);
    ProvinceMap map = DatumRates.baseMap();
    DatumWeighing weighing = new DatumWeighing(map, 20);
    String[] codes = MisdrawnMap.counties().keySet().toArray(String[]::new);
    for (int i = 0; i < 500; i++) {
      double lon = 114 + 3 * random.nextDouble();
      double lat = 25 + 4 * random.nextDouble();
      weighing.addNamed(codes[random.nextInt(codes.length)], lon, lat);
    }
    assertThat(weighing.odds().isMisfit()).as("seed %d", SEED).isTrue();
    assertThat(weighing.odds().isEvidence()).as("seed %d", SEED).isFalse();
  }

  @Test
  void threeKnownPlacesAreEvidenceAndNeverMoreThanAThousandToOne() {
    DatumWeighing weighing = new DatumWeighing(DatumRates.baseMap(), 20);
    for (int i = 0; i < 3; i++) {
      double[] gcj = Gcj02.fromWgs84(115.8 + 0.1 * i, 28.2);
      weighing.addKnown(gcj[0], gcj[1], new KnownPlace(point(115.8 + 0.1 * i, 28.2), 30));
    }
    DatumOdds odds = weighing.odds();
    assertThat(odds.best()).isEqualTo(Hypothesis.GCJ02);
    assertThat(odds.isEvidence()).isTrue();
    assertThat(odds.oddsOfBest()).isBetween(500.0, 1_001.0);
  }

  @Test
  void pointsOnNamedRoadsTellAcrossThemButNotAlong() {
    Random random = new Random(SEED);
    DatumWeighing along = new DatumWeighing(DatumRates.baseMap(), 10);
    DatumWeighing crossing = new DatumWeighing(DatumRates.baseMap(), 10);
    for (int i = 0; i < 8; i++) {
      double lon = 115.2 + 0.1 * i;
      double lat = 28.2 + 0.02 * random.nextDouble();
      double[] shift = Gcj02.fromWgs84(lon, lat);
      double east = shift[0] - lon;
      double north = shift[1] - lat;
      KnownPlace road = new KnownPlace(line(lon, lat, 10 * east, 10 * north), 10);
      along.addKnown(shift[0], shift[1], road);
      KnownPlace other = new KnownPlace(line(lon, lat, 10 * north, -10 * east), 10);
      crossing.addKnown(shift[0], shift[1], other);
    }
    assertThat(crossing.odds().best()).as("seed %d", SEED).isEqualTo(Hypothesis.GCJ02);
    assertThat(crossing.odds().isEvidence()).as("seed %d", SEED).isTrue();
    assertThat(along.odds().oddsAgainst().get(Hypothesis.CGCS2000))
        .as("moved along the road it still lies on it, seed %d", SEED)
        .isLessThan(2);
  }

  private static Geometry line(double lon, double lat, double eastDeg, double northDeg) {
    return new GeometryFactory()
        .createLineString(
            new Coordinate[] {
              new Coordinate(lon - eastDeg, lat - northDeg),
              new Coordinate(lon + eastDeg, lat + northDeg)
            });
  }

  private static Geometry point(double lon, double lat) {
    return new GeometryFactory().createPoint(new Coordinate(lon, lat));
  }

  @Test
  void nothingToWeighIsNoEvidence() {
    DatumOdds odds = new DatumWeighing(DatumRates.baseMap(), 20).odds();
    assertThat(odds.oddsOfBest()).isEqualTo(1);
    assertThat(odds.isEvidence()).isFalse();
  }

  private static double[] borderPoint(ProvinceMap map, String county) {
    double lat = 28.7;
    for (double lon = 115.7; lon < 116.3; lon += 0.0005) {
      if (map.insideM(county, lon, lat).orElseThrow() > 0) {
        return new double[] {lon, lat};
      }
    }
    throw new IllegalStateException("no border of " + county);
  }
}
