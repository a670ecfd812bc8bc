package cn.anlan.analytics.accident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.analytics.accident.Comparison.Method;
import cn.anlan.analytics.accident.Comparison.Verdict;
import cn.anlan.analytics.rollup.UnitTree;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Window GANZHOU =
      new Window(LocalDate.of(2021, 1, 1), LocalDate.of(2021, 11, 30));
  private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
  private static final LocalDate END = LocalDate.of(2021, 12, 31);

  /** The published figures of Ganzhou, January to November 2021. */
  @Test
  void ninetyNineAfterAHundredAndThirtyOneIsARealFall() {
    Comparison accidents = Comparison.ofCounts(Measure.ACCIDENTS, GANZHOU, 99, 131);
    assertThat(accidents.changePct()).isEqualTo(new BigDecimal("-24.4"));
    assertThat(accidents.pValue()).isCloseTo(.0407, within(5e-5));
    assertThat(accidents.verdict()).isEqualTo(Verdict.REAL_FALL);
    assertThat(accidents.explanation().zh())
        .startsWith("事故起数 99 起，上年同期 131 起，同比 -24.4%，真实下降")
        .contains("4.1%");
  }

  @Test
  void aHundredAndFourAfterAHundredAndTwelveIsNoise() {
    Comparison deaths = Comparison.ofCounts(Measure.DEATHS, GANZHOU, 104, 112);
    assertThat(deaths.changePct()).isEqualTo(new BigDecimal("-7.1"));
    assertThat(deaths.pValue()).isCloseTo(.634, within(5e-4));
    assertThat(deaths.verdict()).isEqualTo(Verdict.CHANCE);
    assertThat(deaths.currentInterval().low()).isCloseTo(84.98, within(.005));
    assertThat(deaths.currentInterval().high()).isCloseTo(126.01, within(.005));
    assertThat(deaths.explanation().zh()).contains("属随机波动");
    assertThat(deaths.explanation().en()).contains("within chance").contains("63.4%");
  }

  @Test
  void percentagesHaveOneDecimalHalfUpAndNoneOnZero() {
    assertThat(PercentChange.text(0, 0)).isEqualTo("n/a");
    assertThat(PercentChange.text(3, 0)).isEqualTo("n/a");
    assertThat(PercentChange.text(801, 800)).isEqualTo("+0.1%"); // 0.125
    assertThat(PercentChange.text(2001, 2000)).isEqualTo("+0.1%"); // 0.05 exactly
    assertThat(PercentChange.text(1999, 2000)).isEqualTo("-0.1%");
    assertThat(PercentChange.text(5, 5)).isEqualTo("0.0%");
    assertThatThrownBy(() -> PercentChange.of(-1, 3)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Comparison.ofCounts(Measure.LARGER, GANZHOU, 1, 0).explanation().zh())
        .contains("n/a");
  }

  @Test
  void countsThatScatterAsPoissonsAreTestedExactly() {
    long seed = 20_260_704;
    List<Accident> drawn = DrawnAccidents.poisson(FIRST, END, d -> .4, new Random(seed));
    Comparison comparison = Comparison.of(drawn, Measure.ACCIDENTS, GANZHOU, FIRST, END, even());
    assertThat(comparison.method()).as("seed %d", seed).isEqualTo(Method.EXACT_BINOMIAL);
    assertThat(comparison.currentCount())
        .isEqualTo(drawn.stream().filter(a -> GANZHOU.contains(a.occurredOn())).count());
  }

  /** Half of the months have five times the deaths: what looks like a rise is scatter. */
  @Test
  void scatteredDeathsAreTestedWithTheirScatter() {
    long seed = 20_260_705;
    Random random = new Random(seed);
    double[] monthly = random.doubles(36).map(x -> x < .5 ? .25 : 1.25).toArray();
    List<Accident> drawn =
        DrawnAccidents.poisson(
            FIRST, END, d -> monthly[(d.getYear() - 2019) * 12 + d.getMonthValue() - 1], random);
    Comparison scattered = Comparison.of(drawn, Measure.DEATHS, GANZHOU, FIRST, END, even());
    Comparison naive =
        Comparison.ofCounts(
            Measure.DEATHS, GANZHOU, scattered.currentCount(), scattered.previousCount());

    assertThat(scattered.method()).as("seed %d", seed).isEqualTo(Method.NEGATIVE_BINOMIAL);
    assertThat(scattered.dispersion()).isGreaterThan(.05);
    assertThat(scattered.pValue()).as("seed %d", seed).isGreaterThan(naive.pValue());
    assertThat(scattered.explanation().zh()).contains("负二项");
  }

  @Test
  void theSameWindowEndsWithItsMonth() {
    Window february = new Window(LocalDate.of(2021, 1, 1), LocalDate.of(2021, 2, 28));
    assertThat(february.yearsBefore(1).to()).isEqualTo(LocalDate.of(2020, 2, 29));
    Window leap = new Window(LocalDate.of(2020, 2, 29), LocalDate.of(2020, 2, 29));
    assertThat(leap.yearsBefore(1))
        .isEqualTo(new Window(LocalDate.of(2019, 2, 28), LocalDate.of(2019, 2, 28)));
    assertThat(GANZHOU.days()).isEqualTo(334);
    assertThatThrownBy(() -> new Window(END, FIRST)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMonthNobodyReportedIsMissingAndNotQuiet() {
    List<Accident> drawn =
        new ArrayList<>(DrawnAccidents.poisson(FIRST, END, d -> 1, new Random(20_260_706)));
    drawn.removeIf(a -> a.occurredOn().getYear() == 2020 && a.occurredOn().getMonthValue() == 5);
    AccidentBook book = new AccidentBook(drawn, new UnitTree(List.of()));
    assertThat(book.missingMonths(END)).containsExactly(YearMonth.of(2020, 5));
    List<Accident> few = DrawnAccidents.poisson(FIRST, END, d -> .01, new Random(1));
    assertThat(new AccidentBook(few, new UnitTree(List.of())).missingMonths(END)).isEmpty();
  }

  private static double[] even() {
    double[] season = new double[12];
    Arrays.fill(season, 1);
    return season;
  }
}
