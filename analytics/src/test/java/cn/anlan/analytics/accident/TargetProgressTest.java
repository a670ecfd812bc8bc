package cn.anlan.analytics.accident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetProgressTest {
  private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);

  /** Ganzhou's deaths of January to November: 112 in 2020, 104 in 2021; and one larger accident. */
  @ParameterizedTest
  @CsvSource({
    "104, 16, 87",
    "104, 15, 88",
    "112, 16, 94",
    "1, 10, 0",
    "100, 16, 84",
    "10, 10, 9",
    "0, 16, 0",
    "7, 0, 7"
  })
  void theCeilingIsTheWholeNumberBelow(long previous, String fallPct, long ceiling) {
    assertThat(TargetCeiling.of(previous, new BigDecimal(fallPct))).isEqualTo(ceiling);
  }

  @Test
  void aCeilingNeedsACountAndAFall() {
    assertThatThrownBy(() -> TargetCeiling.of(-1, BigDecimal.TEN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TargetCeiling.of(1, new BigDecimal("-3")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void atTheYearsEndItIsKnown() {
    assertThat(TargetProgress.of(87, 87, 104, 1, 0).probability()).isEqualTo(1);
    assertThat(TargetProgress.of(87, 88, 104, 1, 0).probability()).isZero();
    assertThat(TargetProgress.of(87, 88, 104, 1, 0).isExceeded()).isTrue();
  }

  @Test
  void aCeilingBrokenAlreadyCannotBeMet() {
    assertThat(TargetProgress.of(87, 90, 104, .5, 0).probability()).isZero();
  }

  @Test
  void halfwayThroughTheProbabilityFollowsTheRateSoFar() {
    TargetProgress onTrack = TargetProgress.of(88, 44, 104, .5, 0);
    assertThat(onTrack.proRata()).isEqualTo(44);
    assertThat(onTrack.isWithinProRata()).isTrue();
    assertThat(onTrack.expectedYear()).isCloseTo(88.5, within(1e-9));
    assertThat(onTrack.probability()).isBetween(.45, .55);
    assertThat(TargetProgress.of(88, 30, 104, .5, 0).probability()).isGreaterThan(.95);
    assertThat(TargetProgress.of(88, 60, 104, .5, 0).probability()).isLessThan(.02);
    // Months that scatter more make both outcomes likelier.
    assertThat(TargetProgress.of(88, 30, 104, .5, .5).probability())
        .isLessThan(TargetProgress.of(88, 30, 104, .5, 0).probability());
  }

  @Test
  void inJanuaryTheYearBeforeStandsForThisOne() {
    TargetProgress early = TargetProgress.of(88, 0, 104, .01, 0);
    assertThat(early.expectedYear()).isCloseTo(104.5 * .99, within(1e-9));
    assertThat(early.probability()).isBetween(.05, .25);
  }

  @Test
  void theShareOfAYearFollowsTheSeasonWhereThereIsOne() {
    LocalDate day = LocalDate.of(2021, 6, 30);
    List<Accident> seasonal =
        DrawnAccidents.poisson(
            FIRST,
            LocalDate.of(2021, 12, 31),
            d -> d.getMonthValue() > 6 ? .9 : .3,
            new Random(20_260_707));
    YearShare share = YearShare.of(seasonal, Measure.ACCIDENTS, day, FIRST);
    assertThat(share.years()).isEqualTo(3);
    assertThat(share.share()).isCloseTo(.25, within(.04));
    YearShare byDays = YearShare.of(List.of(), Measure.ACCIDENTS, day, FIRST);
    assertThat(byDays).isEqualTo(new YearShare(181 / 365.0, 0));
    YearShare twoYears = YearShare.of(seasonal, Measure.ACCIDENTS, day, LocalDate.of(2019, 1, 1));
    assertThat(twoYears.years()).isEqualTo(2);
  }
}
