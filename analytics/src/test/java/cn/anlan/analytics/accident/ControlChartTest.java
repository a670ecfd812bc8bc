package cn.anlan.analytics.accident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.analytics.accident.ControlChart.Point;
import cn.anlan.analytics.accident.ControlChart.Series;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ControlChartTest {
  private static final long SEED = 20_260_708;
  private static final int UNITS = 110;
  private static final List<YearMonth> MONTHS =
      IntStream.range(0, 24).mapToObj(YearMonth.of(2020, 1)::plusMonths).toList();

  @Test
  void chanceAloneGivesNoSignalAmongThousandsOfUnitMonths() {
    ControlChart chart = new ControlChart(MONTHS, drawn(), even());
    assertThat(chart.points()).hasSize(UNITS * MONTHS.size());
    assertThat(chart.points()).as("seed %d", SEED).noneMatch(p -> p.isHigh(.05) || p.isLow(.05));
    double sum = chart.points().stream().mapToDouble(Point::expected).sum();
    double seen = chart.points().stream().mapToDouble(Point::count).sum();
    assertThat(sum).isCloseTo(seen, within(.02 * seen));
  }

  @Test
  void oneWildMonthIsFoundAndNoOther() {
    List<Series> units = drawn();
    units.get(17).counts()[9] += 14;
    List<Point> signals =
        new ControlChart(MONTHS, units, even())
            .points().stream().filter(p -> p.isHigh(.05)).toList();

    assertThat(signals).as("seed %d", SEED).hasSize(1);
    assertThat(signals.get(0).code()).isEqualTo("u17");
    assertThat(signals.get(0).month()).isEqualTo(YearMonth.of(2020, 10));
  }

  @Test
  void limitsAreThoseOfTheExactDistribution() {
    Point point = new Point("u", MONTHS.get(0), 3, 2.0, 0, 0, 1, 1);
    assertThat(point.upperLimit(0)).isEqualTo(7); // P(X ≤ 6) = .99547, P(X ≤ 7) = .99890
    assertThat(point.lowerLimit(0)).isZero();
    assertThat(point.upperLimit(.5)).isGreaterThan(7);
  }

  @Test
  void aUnitWithoutResidentsIsLeftOut() {
    List<Series> units = drawn();
    units.add(new Series("zone", 0, new double[MONTHS.size()]));
    assertThat(new ControlChart(MONTHS, units, even()).points())
        .noneMatch(p -> p.code().equals("zone"));
  }

  @Test
  void aSeasonIsNoSignal() {
    double[] season = even();
    season[6] = 3;
    List<Series> units = drawn();
    Random random = new Random(SEED + 1);
    units.forEach(
        u -> {
          for (int m = 0; m < MONTHS.size(); m++) {
            if (MONTHS.get(m).getMonthValue() == 7) {
              u.counts()[m] = poisson(3 * u.residents() / 200_000, random);
            }
          }
        });
    assertThat(new ControlChart(MONTHS, units, season).points())
        .as("seed %d", SEED)
        .noneMatch(p -> p.isHigh(.05));
  }

  private static List<Series> drawn() {
    Random random = new Random(SEED);
    List<Series> units = new ArrayList<>();
    for (int u = 0; u < UNITS; u++) {
      double residents = 100_000 + random.nextInt(600_000);
      double[] counts = new double[MONTHS.size()];
      for (int m = 0; m < counts.length; m++) {
        counts[m] = poisson(residents / 200_000, random);
      }
      units.add(new Series("u" + u, residents, counts));
    }
    return units;
  }

  private static int poisson(double mean, Random random) {
    int count = 0;
    for (double p = random.nextDouble(); p > Math.exp(-mean); p *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  private static double[] even() {
    double[] season = new double[12];
    Arrays.fill(season, 1);
    return season;
  }
}
