package cn.anlan.analytics.blackspot;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.analytics.blackspot.Criterion.Condition;
import cn.anlan.analytics.blackspot.SlidingWindow.Hit;
import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The sliding window against every window looked at by itself. */
class SlidingWindowTest {
  private static final LocalDate AS_OF = LocalDate.of(2021, 12, 31);
  private static final Text ANY = new Text("试验", "Test");

  private static Criterion criterion(int windowM, int stepM, int atLeast, CrashKind of) {
    return new Criterion("t", ANY, ANY, windowM, stepM, 3, List.of(new Condition(atLeast, of)));
  }

  private static Crash fatal(double positionM, LocalDate day) {
    return new Crash(positionM, day, 1, 0, 0);
  }

  @Test
  void endsAreDrawnInToTheFirstAndTheLastCrash() {
    List<Crash> crashes =
        List.of(fatal(1230, AS_OF), fatal(1510, AS_OF), fatal(1690, AS_OF), fatal(9000, AS_OF));
    List<Hit> hits =
        new SlidingWindow(criterion(500, 100, 3, CrashKind.FATAL)).find(crashes, AS_OF);
    assertThat(hits).hasSize(1);
    assertThat(hits.get(0).fromM()).isEqualTo(1230);
    assertThat(hits.get(0).toM()).isEqualTo(1690);
    assertThat(hits.get(0).most()).isEqualTo(3);
  }

  @Test
  void bothEndsOfTheWindowAndTheLastDayCountTheFirstDayDoesNot() {
    LocalDate first = LocalDate.of(2018, 12, 31);
    SlidingWindow three = new SlidingWindow(criterion(500, 100, 3, CrashKind.FATAL));
    assertThat(three.find(List.of(fatal(100, AS_OF), fatal(300, AS_OF), fatal(600, AS_OF)), AS_OF))
        .hasSize(1);
    assertThat(three.find(List.of(fatal(100, AS_OF), fatal(300, AS_OF), fatal(601, AS_OF)), AS_OF))
        .isEmpty();
    assertThat(three.find(List.of(fatal(100, first), fatal(300, AS_OF), fatal(600, AS_OF)), AS_OF))
        .isEmpty();
    assertThat(
            three.find(
                List.of(fatal(100, first.plusDays(1)), fatal(300, AS_OF), fatal(600, AS_OF)),
                AS_OF))
        .hasSize(1);
  }

  @Test
  void kindsAreToldApart() {
    Crash slight = new Crash(0, AS_OF, 0, 0, 2);
    Crash serious = new Crash(0, AS_OF, 0, 3, 3);
    Crash damage = new Crash(0, AS_OF, 0, 0, 0);
    Crash three = new Crash(0, AS_OF, 3, 0, 1);
    assertThat(CrashKind.INJURY.counts(slight)).isTrue();
    assertThat(CrashKind.INJURY.counts(damage)).isFalse();
    assertThat(CrashKind.SERIOUS.counts(slight)).isFalse();
    assertThat(CrashKind.SERIOUS.counts(serious)).isTrue();
    assertThat(CrashKind.FATAL.counts(serious)).isFalse();
    assertThat(CrashKind.THREE_DEATHS.counts(three)).isTrue();
    assertThat(CrashKind.ANY.counts(damage)).isTrue();
  }

  @Test
  void randomRoutesGiveWhatEveryWindowByItselfGives() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      int window = 100 * (1 + random.nextInt(20));
      Criterion criterion =
          criterion(window, 50 + 50 * random.nextInt(2), 2 + random.nextInt(3), CrashKind.ANY);
      List<Crash> crashes = new ArrayList<>();
      for (int i = random.nextInt(60); i > 0; i--) {
        crashes.add(fatal(random.nextInt(10_000), AS_OF.minusDays(random.nextInt(1500))));
      }
      assertThat(
              new SlidingWindow(criterion)
                  .find(crashes, AS_OF).stream().map(h -> h.fromM() + "–" + h.toM()).toList())
          .as("seed " + seed)
          .isEqualTo(slowly(criterion, crashes));
    }
  }

  private static List<String> slowly(Criterion criterion, List<Crash> crashes) {
    LocalDate before = AS_OF.minusYears(criterion.years());
    double[] places =
        crashes.stream()
            .filter(c -> c.day().isAfter(before))
            .mapToDouble(Crash::positionM)
            .sorted()
            .toArray();
    List<String> found = new ArrayList<>();
    double hitFrom = Double.NaN;
    double hitTo = Double.NaN;
    double windowTo = Double.NaN;
    for (double from = -10_000; from <= 10_000; from += criterion.stepM()) {
      double to = from + criterion.windowM();
      double lowest = Double.NaN;
      double highest = Double.NaN;
      int count = 0;
      for (double place : places) {
        if (place >= from && place <= to) {
          lowest = count++ == 0 ? place : lowest;
          highest = place;
        }
      }
      if (count >= criterion.any().get(0).atLeast()) {
        if (!Double.isNaN(windowTo) && from > windowTo) {
          found.add(hitFrom + "–" + hitTo);
          hitFrom = Double.NaN;
        }
        hitFrom = Double.isNaN(hitFrom) ? lowest : Math.min(hitFrom, lowest);
        hitTo = highest;
        windowTo = to;
      }
    }
    if (!Double.isNaN(hitFrom)) {
      found.add(hitFrom + "–" + hitTo);
    }
    return found;
  }
}
