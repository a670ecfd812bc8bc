package cn.anlan.analytics.hazard;

import static cn.anlan.analytics.hazard.HazardLifeCycle.check;
import static cn.anlan.analytics.hazard.HazardLifeCycle.isOverdue;
import static cn.anlan.analytics.hazard.HazardLifeCycle.refuse;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HazardLifeCycleTest {
  private static final LocalDate DAY = LocalDate.of(2021, 6, 1);

  /** A sound record in a state; tests change one thing and see it refused. */
  private static final class Draft {
    HazardState state;
    boolean major;
    boolean five = true;
    boolean immediate;
    LocalDate found = DAY;
    LocalDate registered;
    LocalDate graded;
    LocalDate reported;
    LocalDate due;
    LocalDate originalDue;
    LocalDate submitted;
    LocalDate accepted;
    LocalDate closed;
    LocalDate reopened;
    long count;
    String fixer;
    String signer;

    HazardRecord record() {
      return new HazardRecord(
          state,
          major,
          five,
          immediate,
          found,
          registered,
          graded,
          reported,
          due,
          originalDue,
          submitted,
          accepted,
          closed,
          reopened,
          count,
          fixer,
          signer);
    }
  }

  private static Draft draft(HazardState state, boolean major) {
    Draft d = new Draft();
    d.state = state;
    d.major = major;
    int step =
        switch (state) {
          case FOUND, CLOSED_BY_SHUTDOWN -> 0;
          case REGISTERED -> 1;
          case GRADED -> 2;
          case REPORTED -> 3;
          case RECTIFYING, REOPENED -> 4;
          case SUBMITTED -> 5;
          case ACCEPTED -> 6;
          case CLOSED -> 7;
        };
    d.registered = step >= 1 ? DAY.plusDays(1) : null;
    d.graded = step >= 2 ? DAY.plusDays(2) : null;
    d.reported = step >= 3 && major ? DAY.plusDays(3) : null;
    d.due = step >= 4 ? DAY.plusDays(30) : null;
    d.originalDue = d.due;
    d.submitted = step >= 5 ? DAY.plusDays(20) : null;
    d.fixer = step >= 5 ? "workshop" : null;
    d.accepted = step >= 6 ? DAY.plusDays(22) : null;
    d.signer = step >= 6 ? "inspector" : null;
    d.closed = step >= 7 || state == HazardState.CLOSED_BY_SHUTDOWN ? DAY.plusDays(23) : null;
    if (state == HazardState.REOPENED) {
      d.reopened = DAY.plusDays(25);
      d.count = 1;
    }
    return d;
  }

  @ParameterizedTest
  @EnumSource(HazardState.class)
  void aSoundRecordOfEveryStateHasNoBreach(HazardState state) {
    assertThat(check(draft(state, true).record())).isEmpty();
    if (state != HazardState.REPORTED) {
      assertThat(check(draft(state, false).record())).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FOUND, REGISTERED", "REGISTERED, GRADED", "GRADED, REPORTED", "REPORTED, RECTIFYING",
    "RECTIFYING, SUBMITTED", "SUBMITTED, ACCEPTED", "ACCEPTED, CLOSED", "SUBMITTED, REOPENED",
    "CLOSED, REOPENED", "RECTIFYING, CLOSED_BY_SHUTDOWN"
  })
  void theChainIsAllowedStepByStep(HazardState from, HazardState to) {
    assertThat(refuse(draft(from, true).record(), draft(to, true).record())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "FOUND, GRADED", "REGISTERED, RECTIFYING", "REGISTERED, CLOSED", "RECTIFYING, CLOSED",
    "SUBMITTED, CLOSED", "CLOSED, RECTIFYING", "CLOSED_BY_SHUTDOWN, REGISTERED", "GRADED, SUBMITTED"
  })
  void noStepIsSkippedOrTakenBack(HazardState from, HazardState to) {
    assertThat(refuse(draft(from, false).record(), draft(to, false).record()))
        .contains(Breach.STEP_NOT_ALLOWED);
  }

  @Test
  void aRecordWithoutTheDayItWasFoundIsABreachAndNoCrash() {
    for (HazardState state : HazardState.values()) {
      Draft d = draft(state, true);
      d.found = null;
      assertThat(check(d.record())).as(state.name()).containsExactly(Breach.DATES_DO_NOT_FIT_STATE);
    }
  }

  @Test
  void onlyAMajorHazardIsReportedAndItMustBe() {
    Draft general = draft(HazardState.REPORTED, false);
    assertThat(refuse(draft(HazardState.GRADED, false).record(), general.record()))
        .contains(Breach.STEP_NOT_ALLOWED);
    Draft silent = draft(HazardState.RECTIFYING, true);
    silent.reported = null;
    assertThat(refuse(draft(HazardState.GRADED, true).record(), silent.record()))
        .containsExactly(Breach.MAJOR_NOT_REPORTED);
  }

  @Test
  void rectificationNeedsTheFiveElementsUnlessDoneOnTheSpot() {
    Draft d = draft(HazardState.RECTIFYING, false);
    d.five = false;
    assertThat(check(d.record())).containsExactly(Breach.FIVE_ELEMENTS_MISSING);
    Draft atOnce = draft(HazardState.SUBMITTED, false);
    atOnce.five = false;
    atOnce.immediate = true;
    assertThat(refuse(draft(HazardState.GRADED, false).record(), atOnce.record())).isEmpty();
  }

  @Test
  void aMajorHazardIsNeverClosedWithoutAcceptance() {
    Draft d = draft(HazardState.CLOSED, true);
    d.accepted = null;
    d.signer = null;
    assertThat(check(d.record())).containsExactly(Breach.MAJOR_CLOSED_UNACCEPTED);
  }

  @Test
  void whoPutItRightDoesNotSignForIt() {
    Draft d = draft(HazardState.ACCEPTED, false);
    d.signer = d.fixer;
    assertThat(check(d.record())).containsExactly(Breach.SIGNER_NOT_INDEPENDENT);
    d.signer = null;
    assertThat(check(d.record())).containsExactly(Breach.SIGNER_NOT_INDEPENDENT);
  }

  @Test
  void datesFollowTheStepsAndTheState() {
    Draft back = draft(HazardState.CLOSED, false);
    back.accepted = back.submitted.minusDays(1);
    assertThat(check(back.record())).containsExactly(Breach.DATES_NOT_IN_ORDER);
    Draft early = draft(HazardState.RECTIFYING, false);
    early.closed = DAY.plusDays(9);
    assertThat(check(early.record())).contains(Breach.DATES_DO_NOT_FIT_STATE);
    Draft missing = draft(HazardState.GRADED, false);
    missing.registered = null;
    assertThat(check(missing.record())).containsExactly(Breach.DATES_DO_NOT_FIT_STATE);
  }

  @Test
  void anExtensionKeepsTheOriginalDate() {
    Draft d = draft(HazardState.RECTIFYING, false);
    d.due = d.originalDue.plusDays(30);
    assertThat(check(d.record())).isEmpty();
    d.due = d.originalDue.minusDays(1);
    assertThat(check(d.record())).containsExactly(Breach.DUE_DATE_WRONG);
    d.originalDue = null;
    assertThat(check(d.record())).containsExactly(Breach.DUE_DATE_WRONG);
  }

  @Test
  void reopeningIsCounted() {
    Draft d = draft(HazardState.REOPENED, false);
    d.count = 0;
    assertThat(check(d.record())).containsExactly(Breach.REOPENING_NOT_COUNTED);
    Draft jump = draft(HazardState.REOPENED, false);
    jump.count = 2;
    assertThat(refuse(draft(HazardState.CLOSED, false).record(), jump.record()))
        .containsExactly(Breach.REOPENING_NOT_COUNTED);
  }

  @Test
  void overdueBeginsTheDayAfterTheDateDueAndEndsWithClosing() {
    HazardRecord open = draft(HazardState.RECTIFYING, false).record();
    assertThat(isOverdue(open, DAY.plusDays(30))).isFalse();
    assertThat(isOverdue(open, DAY.plusDays(31))).isTrue();
    assertThat(isOverdue(draft(HazardState.CLOSED, false).record(), DAY.plusDays(99))).isFalse();
    assertThat(isOverdue(draft(HazardState.FOUND, false).record(), DAY.plusDays(99))).isFalse();
  }
}
