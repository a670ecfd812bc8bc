package cn.anlan.analytics.ledger;

import static cn.anlan.analytics.ledger.SmallProvince.ALL;
import static cn.anlan.analytics.ledger.SmallProvince.COUNTIES;
import static cn.anlan.analytics.ledger.SmallProvince.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.analytics.ledger.Suspicion.Kind;
import cn.anlan.analytics.rollup.NamedRows;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Each screen finds what was planted, and nothing where counts are drawn honestly. */
class ScreensTest {
  private static final long SEED = 20_260_711;
  private static final LocalDate LAST = LocalDate.of(2021, 12, 31);
  private static final LocalDate SILENT = LocalDate.of(2021, 3, 1);
  private static final LocalDate ONE_DAY = LocalDate.of(2021, 12, 20);

  @Test
  void honestLedgersRaiseNoSuspicion() {
    HazardDays days = days(false);
    assertThat(SilentMonths.find(days)).as("seed %d", SEED).isEmpty();
    assertThat(SameDayClosing.find(days)).as("seed %d", SEED).isEmpty();
    assertThat(UnderReporting.find(days, riskPoints(), FIRST, LAST)).as("seed %d", SEED).isEmpty();
    FormCells forms = forms(false);
    assertThat(RepeatedForms.find(forms)).isEmpty();
    assertThat(HeapedDigits.find(forms, LAST)).as("seed %d", SEED).isEmpty();
  }

  @Test
  void fiveMonthsWithoutAHazardAreFound() {
    List<Suspicion> found = SilentMonths.find(days(true));
    assertThat(found).hasSize(1);
    Suspicion s = found.get(0);
    assertThat(s.unit()).isEqualTo("110");
    assertThat(s.from()).isEqualTo(SILENT);
    assertThat(s.to()).isEqualTo(LocalDate.of(2021, 7, 31));
    assertThat(s.expected()).isBetween(60.0, 140.0);
    assertThat(s.explanation().zh()).contains("连续 5 个月");
  }

  @Test
  void everythingClosedOnOneDayIsFound() {
    List<Suspicion> found = SameDayClosing.find(days(true));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).unit()).isEqualTo("120");
    assertThat(found.get(0).from()).isEqualTo(ONE_DAY);
    assertThat(found.get(0).count()).isGreaterThan(50);
  }

  @Test
  void aCountyThatReportsAnEighthIsFound() {
    List<Suspicion> found = UnderReporting.find(days(true), riskPoints(), FIRST, LAST);
    assertThat(found).extracting(Suspicion::unit).containsExactly("220");
    assertThat(found.get(0).kind()).isEqualTo(Kind.UNDER_REPORTING);
    assertThat(found.get(0).count()).isLessThan(.2 * found.get(0).expected());
  }

  @Test
  void copiedFormsAndRoundedFiguresAreFound() {
    FormCells forms = forms(true);
    List<Suspicion> copied = RepeatedForms.find(forms);
    assertThat(copied).hasSize(1);
    assertThat(copied.get(0).unit()).isEqualTo("210");
    assertThat(copied.get(0).count()).isEqualTo(10);
    assertThat(copied.get(0).explanation().zh()).contains("F1 调度表").contains("连续 10 期");
    List<Suspicion> rounded = HeapedDigits.find(forms, LAST);
    assertThat(rounded).extracting(Suspicion::unit).containsExactly("220");
  }

  @Test
  void nothingToLookAtRaisesNothing() {
    LayerSnapshot none = SmallProvince.hazards().build();
    HazardDays days = new HazardDays(ledger(none), FIRST, LAST);
    assertThat(SilentMonths.find(days)).isEmpty();
    assertThat(SameDayClosing.find(days)).isEmpty();
    assertThat(UnderReporting.find(days, Map.of(), FIRST, LAST)).isEmpty();
    FormCells forms = new FormCells(SmallProvince.reports().build(), ALL, LAST);
    assertThat(RepeatedForms.find(forms)).isEmpty();
    assertThat(HeapedDigits.find(forms, LAST)).isEmpty();
  }

  private static Map<String, Long> riskPoints() {
    return Map.of("110", 700L, "120", 700L, "210", 700L, "220", 700L);
  }

  private static HazardDays days(boolean planted) {
    Random random = new Random(SEED);
    SnapshotBuilder rows = SmallProvince.hazards();
    long id = 0;
    for (String county : COUNTIES) {
      for (int i = 0; i < 700; i++) {
        LocalDate found = FIRST.plusDays(random.nextInt(1_096));
        LocalDate closed = found.plusDays(3 + random.nextInt(60));
        boolean silent = !found.isBefore(SILENT) && found.isBefore(SILENT.plusMonths(5));
        if (planted && county.equals("110") && silent
            || planted && county.equals("220") && i % 8 != 0) {
          continue;
        }
        if (planted && county.equals("120") && found.isAfter(LocalDate.of(2021, 7, 1))) {
          closed = ONE_DAY.isBefore(found) ? found : ONE_DAY;
        }
        id++;
        rows.add(
            id, null, "h" + id, null, county, "general", "closed", found, found, closed, closed,
            closed);
      }
    }
    return new HazardDays(ledger(rows.build()), FIRST, LAST);
  }

  private static HazardLedger ledger(LayerSnapshot hazards) {
    NamedRows none = NamedRows.ofThemselves(SmallProvince.enterprises(), ALL);
    return new HazardLedger(
        hazards, ALL, none.through(hazards, "enterprise_code"), SmallProvince.TREE);
  }

  private static FormCells forms(boolean planted) {
    Random random = new Random(SEED);
    SnapshotBuilder rows = SmallProvince.reports();
    long id = 0;
    for (String county : COUNTIES) {
      double[] sums = new double[80];
      for (int m = 0; m < 10; m++) {
        for (int cell = 0; cell < sums.length; cell++) {
          boolean copies = planted && county.equals("210") && m > 0;
          sums[cell] += copies ? 0 : 10 + random.nextInt(30);
          double value = sums[cell];
          if (planted && county.equals("220") && cell % 2 == 0) {
            value = Math.floor(value / 10) * 10;
          }
          id++;
          rows.add(
              id,
              null,
              "r" + id,
              "f1",
              YearMonth.of(2021, 2).plusMonths(m).toString(),
              Integer.toString(cell),
              "item",
              "found",
              value,
              LAST,
              county);
        }
      }
    }
    return new FormCells(rows.build(), ALL, LAST);
  }
}
