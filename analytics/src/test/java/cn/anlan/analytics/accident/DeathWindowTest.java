package cn.anlan.analytics.accident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deaths are revised for 30 days, road and fire for 7 (order 493, article 13). */
class DeathWindowTest {
  private static final LocalDate DAY = LocalDate.of(2021, 3, 1);

  @Test
  void deathsAreThoseKnownOnTheDay() {
    Accident plant = DrawnAccidents.of(DAY, 30, 2, 3, 4);
    assertThat(plant.deathsKnownOn(DAY)).isEqualTo(2);
    assertThat(plant.deathsKnownOn(DAY.plusDays(6))).isEqualTo(2);
    assertThat(plant.deathsKnownOn(DAY.plusDays(7))).isEqualTo(3);
    assertThat(plant.deathsKnownOn(DAY.plusDays(29))).isEqualTo(3);
    assertThat(plant.deathsKnownOn(DAY.plusDays(30))).isEqualTo(4);
    assertThat(plant.isOpenOn(DAY.plusDays(29))).isTrue();
    assertThat(plant.isOpenOn(DAY.plusDays(30))).isFalse();
  }

  @Test
  void onRoadsAndInFiresWhatDiesAfterDaySevenDoesNotCount() {
    Accident road = DrawnAccidents.of(DAY, 7, 1, 2, 3);
    assertThat(road.deathsKnownOn(DAY.plusDays(6))).isEqualTo(1);
    assertThat(road.deathsKnownOn(DAY.plusDays(7))).isEqualTo(2);
    assertThat(road.deathsKnownOn(DAY.plusYears(1))).isEqualTo(2);
    assertThat(road.deathsFinal()).isEqualTo(2);
    assertThat(Accident.windowDays(true, "construction", "vehicle")).isEqualTo(7);
    assertThat(Accident.windowDays(false, "road_transport", "vehicle")).isEqualTo(7);
    assertThat(Accident.windowDays(false, "fire", "burn")).isEqualTo(7);
    assertThat(Accident.windowDays(false, "industry_trade", "fire")).isEqualTo(7);
    assertThat(Accident.windowDays(false, "industry_trade", "burn")).isEqualTo(30);
  }

  @Test
  void aThirdDeathMakesItLargerAndTheCityInvestigates() {
    Accident grown = DrawnAccidents.of(DAY, 30, 2, 2, 3);
    List<Revision> revisions =
        Revision.list(List.of(DrawnAccidents.of(DAY, 30, 1, 1, 1), grown), DAY.plusDays(30));

    assertThat(revisions).hasSize(1);
    Revision revision = revisions.get(0);
    assertThat(revision.changesSeverity()).isTrue();
    assertThat(revision.severityBefore()).isEqualTo(Severity.ORDINARY);
    assertThat(revision.severityAfter()).isEqualTo(Severity.LARGER);
    assertThat(revision.investigatorBefore()).isEqualTo(InvestigatingLevel.COUNTY);
    assertThat(revision.investigatorAfter()).isEqualTo(InvestigatingLevel.CITY);
    assertThat(Revision.list(List.of(grown), DAY.plusDays(29))).isEmpty();
  }

  @Test
  void aNumberMayAlsoBeTakenBack() {
    Accident corrected = DrawnAccidents.of(DAY, 30, 3, 2, 2);
    Revision revision = Revision.list(List.of(corrected), DAY.plusDays(7)).get(0);
    assertThat(revision.severityAfter()).isEqualTo(Severity.ORDINARY);
  }

  @Test
  void eachSeverityHasItsInvestigator() {
    assertThat(InvestigatingLevel.of(Severity.MAJOR)).isEqualTo(InvestigatingLevel.PROVINCE);
    assertThat(InvestigatingLevel.of(Severity.EXTRAORDINARY))
        .isEqualTo(InvestigatingLevel.STATE_COUNCIL);
  }

  @Test
  void negativeNumbersAreRefused() {
    assertThatThrownBy(() -> DrawnAccidents.of(DAY, 30, -1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("negative");
  }
}
