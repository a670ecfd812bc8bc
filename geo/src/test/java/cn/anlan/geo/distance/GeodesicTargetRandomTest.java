package cn.anlan.geo.distance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** The engine against {@link BruteForce}: 40 shores, 250 sites each. */
class GeodesicTargetRandomTest {
  private static final int SHORES = 40;
  private static final int SITES = 250;
  private static final double TOLERANCE_M = 1e-3;

  @Test
  void tenThousandRandomSitesAreWithinAMillimetreOfBruteForce() {
    long first = System.nanoTime() & 0xffffff;
    int met = IntStream.range(0, SHORES).parallel().map(i -> compare(first + i)).sum();
    assertThat(met)
        .as("sites that meet their shore, first seed %d", first)
        .isBetween(SHORES * SITES / 20, SHORES * SITES * 3 / 4);
  }

  /** How many of the sites meet the shore. */
  private static int compare(long seed) {
    RandomShapes shapes = new RandomShapes(new Random(seed));
    Geometry shore = shapes.shore();
    GeodesicTarget target = GeodesicTarget.of(shore);
    BruteForce reference = new BruteForce(shore);
    int met = 0;
    for (int i = 0; i < SITES; i++) {
      Geometry site = shapes.site(shore);
      double expected = reference.distanceM(site);
      NearestPair pair = target.nearest(site);
      String what =
          "seed " + seed + ", site " + i + " " + site + ": " + pair + ", expected " + expected;
      assertThat(Math.abs(pair.distanceM() - expected)).as(what).isLessThan(TOLERANCE_M);
      assertThat(target.lowerBoundM(site)).as(what).isLessThanOrEqualTo(pair.distanceM());
      assertThat(target.nearestWithin(site, pair.distanceM()).orElseThrow().distanceM())
          .as(what)
          .isEqualTo(pair.distanceM());
      assertThat(target.nearestWithin(site, pair.distanceM() * 0.999))
          .as(what)
          .matches(p -> p.isPresent() == (pair.distanceM() == 0));
      double ends =
          Cgcs2000.distanceM(
              pair.subjectLonDeg(), pair.subjectLatDeg(), pair.targetLonDeg(), pair.targetLatDeg());
      assertThat(Math.abs(ends - pair.distanceM())).as(what).isLessThan(1e-6);
      met += pair.distanceM() == 0 ? 1 : 0;
    }
    return met;
  }
}
