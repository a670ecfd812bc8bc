package cn.anlan.geo.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.road.DowngradeSearch.Span;
import cn.anlan.geo.road.LongDowngrade.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Long downgrades of made and random profiles, against all pairs of points. */
class DowngradeSearchTest {
  private static final GradeLimits LIMITS = GradeLimits.shipped();
  private final DowngradeSearch search = new DowngradeSearch(LIMITS, 12);

  /** A point every 100 m; grades in per cent, positive downhill, each for so many points. */
  private static Profile profile(boolean fast, double... gradesAndPoints) {
    List<Double> heights = new ArrayList<>(List.of(2000.0));
    for (int i = 0; i < gradesAndPoints.length; i += 2) {
      for (int n = 0; n < gradesAndPoints[i + 1]; n++) {
        heights.add(heights.get(heights.size() - 1) - gradesAndPoints[i]);
      }
    }
    double[] stakes = IntStream.range(0, heights.size()).mapToDouble(i -> i / 10.0).toArray();
    return new Profile(stakes, heights.stream().mapToDouble(h -> h).toArray(), fast);
  }

  /** JTG D20-2017 [verify]: 3.0 % over at most 14.8 km, below 2.5 % over any length. */
  @Test
  void theTableIsAStepFunction() {
    assertThat(LIMITS.isExceeded(true, 14.8, 444)).as("3.0 %% over 14.8 km").isFalse();
    assertThat(LIMITS.isExceeded(true, 14.9, 447)).as("3.0 %% over 14.9 km").isTrue();
    assertThat(LIMITS.isExceeded(true, 19, 2.9 * 190)).as("2.9 %% has the limit of 2.5").isFalse();
    assertThat(LIMITS.isExceeded(true, 40, 2.4 * 400)).as("2.4 %% over any length").isFalse();
    assertThat(LIMITS.isExceeded(true, 3.4, 9 * 34)).as("9 %% has the limit of 6").isTrue();
    assertThat(LIMITS.isExceeded(false, 2.9, 6 * 29)).as("short and low").isFalse();
    assertThat(LIMITS.isExceeded(false, 3, 6 * 30)).as("6 %% over 3 km").isTrue();
    assertThat(LIMITS.isExceeded(false, 10, 520)).as("5.2 %%, 520 m").isTrue();
    assertThat(LIMITS.isExceeded(false, 9, 5.2 * 90)).as("5.2 %%, 468 m").isFalse();
  }

  @Test
  void aDowngradeIsFoundInItsDirectionOnly() {
    Profile down = profile(true, 0.5, 50, 4, 90, 0, 50);
    List<LongDowngrade> found = search.find(down, 0);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).verdict()).isEqualTo(Verdict.EXCEEDS);
    assertThat(found.get(0).topKm()).isLessThanOrEqualTo(5);
    assertThat(found.get(0).footKm()).isGreaterThanOrEqualTo(14);
    assertThat(search.find(down.reversed(), 0)).isEmpty();
    LongDowngrade back = search.find(profile(true, -4, 90).reversed(), 0).get(0);
    assertThat(back.footKm()).isLessThan(back.topKm());
    assertThat(back.dropM()).isCloseTo(360, within(1e-9));
  }

  @Test
  void aShortRiseDoesNotEndADowngradeALongerOneDoes() {
    assertThat(search.find(profile(true, 4, 60, -2, 5, 4, 60), 0)).as("10 m up").hasSize(1);
    assertThat(search.find(profile(true, 4, 60, -2, 7, 4, 60), 0)).as("14 m up").isEmpty();
  }

  @Test
  void whatOnlyTheErrorOfTheHeightsMakesTooSteepMayExceed() {
    Profile near = profile(true, 3.45, 100); // 3.5 % over 9.3 km is the limit; U of 5 m is 14 m
    assertThat(search.find(near, 0)).isEmpty();
    List<LongDowngrade> found = search.find(near, 5);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).verdict()).isEqualTo(Verdict.MAY_EXCEED);
    assertThat(found.get(0).gradeUncertaintyPct()).isCloseTo(0.1414, within(1e-3));
    assertThat(search.find(profile(true, 3.7, 150), 5).get(0).verdict()).isEqualTo(Verdict.EXCEEDS);
  }

  @Test
  void randomProfilesGiveWhatAllPairsGive() {
    for (long seed = 1; seed <= 60; seed++) {
      Random random = new Random(seed);
      double[] stakes = new double[120];
      double[] heights = new double[120];
      heights[0] = 1500;
      for (int i = 1; i < stakes.length; i++) {
        stakes[i] = stakes[i - 1] + 0.05 + random.nextDouble() * 0.4;
        double grade = 4.2 + 2.5 * Math.sin(i / 17.0 + seed) + random.nextGaussian();
        heights[i] = heights[i - 1] - grade * (stakes[i] - stakes[i - 1]) * 10;
      }
      Profile profile = new Profile(stakes, heights, seed % 2 == 0);
      assertThat(search.maximal(profile, 0)).as("seed " + seed).isEqualTo(slowly(profile));
    }
  }

  private static List<Span> slowly(Profile profile) {
    List<Span> all = new ArrayList<>();
    for (int a = 0; a < profile.size(); a++) {
      for (int b = a + 1; b < profile.size(); b++) {
        double length = profile.alongKm()[b] - profile.alongKm()[a];
        double drop = profile.heightM()[a] - profile.heightM()[b];
        if (length <= 45
            && LIMITS.isExceeded(profile.isFast(), length, drop)
            && greatestClimb(profile.heightM(), a, b) <= 12
            && highest(profile.heightM(), a, b) <= profile.heightM()[a]) {
          all.add(new Span(a, b));
        }
      }
    }
    return all.stream()
        .filter(
            s ->
                all.stream()
                    .noneMatch(o -> !o.equals(s) && o.top() <= s.top() && o.foot() >= s.foot()))
        .toList();
  }

  private static double greatestClimb(double[] heights, int from, int to) {
    double greatest = 0;
    for (int i = from; i <= to; i++) {
      for (int j = i + 1; j <= to; j++) {
        greatest = Math.max(greatest, heights[j] - heights[i]);
      }
    }
    return greatest;
  }

  private static double highest(double[] heights, int from, int to) {
    double highest = heights[from];
    for (int i = from; i <= to; i++) {
      highest = Math.max(highest, heights[i]);
    }
    return highest;
  }
}
