package cn.anlan.analytics.ledger;

import static cn.anlan.analytics.ledger.SmallProvince.ALL;
import static cn.anlan.analytics.ledger.SmallProvince.TREE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.analytics.ledger.HazardLedger.Grade;
import cn.anlan.analytics.rollup.NamedRows;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HazardLedgerTest {
  private static final LocalDate DAY = LocalDate.of(2021, 6, 30);

  private record Drawn(
      String enterprise,
      String county,
      String grade,
      String status,
      LocalDate found,
      LocalDate registered,
      LocalDate due,
      LocalDate originalDue,
      LocalDate closed) {
    String unit() {
      return "e1".equals(enterprise) ? "zone" : county.equals("999") ? "" : county;
    }
  }

  private final List<Drawn> drawn = new ArrayList<>();

  @Test
  void ratesAreThoseOfTheDocuments() {
    LocalDate d = DAY.minusDays(40);
    add("110", "major", d, d, DAY.minusDays(5), DAY.minusDays(5), DAY.minusDays(5)); // in time
    add("110", "major", d, d, DAY.minusDays(5), DAY.minusDays(9), DAY.minusDays(5)); // extended
    add("110", "major", d, d, DAY.minusDays(5), DAY.minusDays(5), DAY.minusDays(4)); // late
    add("110", "major", d, d, DAY.minusDays(1), DAY.minusDays(1), null); // overdue since today
    add("110", "major", d, d, DAY, DAY, null); // due today: not overdue
    add("110", "major", d, d, DAY.plusDays(9), DAY.plusDays(9), DAY.plusDays(1)); // closed later
    add("110", "major", d, null, null, null, null); // found, not registered
    add("110", "major", DAY.plusDays(1), DAY.plusDays(1), null, null, null); // later: not there
    add("110", "general", d, d, null, null, d);
    HazardCounts major = ledger().counts(UnitLevel.COUNTY, DAY).get("110").get(Grade.MAJOR);

    assertThat(major.rectified()).isEqualTo(new Rate(3, 6));
    assertThat(major.inTime()).isEqualTo(new Rate(2, 5));
    assertThat(major.inTimeAsFirstSet()).isEqualTo(new Rate(1, 5));
    assertThat(major.overdue()).isEqualTo(new Rate(1, 4));
    assertThat(major.rectified().text()).isEqualTo("50.0%");
    assertThat(ledger().counts(UnitLevel.COUNTY, DAY).get("110").get(Grade.GENERAL).rectified())
        .isEqualTo(new Rate(1, 1));
  }

  @Test
  void nothingOfNothingIsNoRate() {
    assertThat(HazardCounts.none().overdue().text()).isEqualTo("n/a");
    assertThat(new Rate(15, 16).text()).isEqualTo("93.8%"); // 93.75, half up
    assertThat(new Rate(227, 239).text()).isEqualTo("95.0%"); // 94.98: Ganzhou's 239 tasks
    assertThatThrownBy(() -> new Rate(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void passesAgreeWithCountingOneByOneAndTheUnitsAddUp() {
    long seed = 20_260_709;
    draw(new Random(seed));
    HazardLedger ledger = ledger();
    for (LocalDate day : List.of(DAY, DAY.minusMonths(9), SmallProvince.FIRST.plusDays(3))) {
      Map<String, Map<Grade, HazardCounts>> counties = ledger.counts(UnitLevel.COUNTY, day);
      for (String unit : List.of("110", "120", "210", "220", "zone", "")) {
        for (HazardFigure figure : HazardFigure.values()) {
          long expected =
              drawn.stream().filter(h -> h.unit().equals(unit) && naive(h, figure, day)).count();
          assertThat(sum(counties.get(unit), figure))
              .as("seed %d, %s of %s on %s", seed, figure, unit, day)
              .isEqualTo(expected);
        }
      }
      Map<String, Map<Grade, HazardCounts>> cities = ledger.counts(UnitLevel.CITY, day);
      Map<String, Map<Grade, HazardCounts>> province = ledger.counts(UnitLevel.PROVINCE, day);
      for (HazardFigure f : HazardFigure.values()) {
        assertThat(sum(cities.get("200"), f))
            .isEqualTo(
                sum(counties.get("210"), f)
                    + sum(counties.get("220"), f)
                    + sum(counties.get("zone"), f));
        assertThat(sum(province.get("000"), f))
            .isEqualTo(sum(cities.get("100"), f) + sum(cities.get("200"), f));
        assertThat(sum(province.get(""), f)).isEqualTo(sum(counties.get(""), f));
      }
    }
  }

  @Test
  void lineageIsTheRowsOfTheFigure() {
    draw(new Random(20_260_710));
    HazardLedger ledger = ledger();
    for (HazardFigure figure : HazardFigure.values()) {
      AtomicLong rows = new AtomicLong();
      ledger.rows(figure, Grade.MAJOR, UnitLevel.CITY, "200", DAY, row -> rows.incrementAndGet());
      assertThat(rows.get())
          .as("%s", figure)
          .isEqualTo(ledger.counts(UnitLevel.CITY, DAY).get("200").get(Grade.MAJOR).get(figure));
    }
  }

  private void draw(Random random) {
    List<String> counties = List.of("110", "120", "210", "220", "999");
    for (int i = 0; i < 3_000; i++) {
      LocalDate found = SmallProvince.FIRST.plusDays(random.nextInt(1_000));
      LocalDate registered = random.nextInt(20) == 0 ? null : found.plusDays(random.nextInt(4));
      LocalDate first = registered == null ? null : found.plusDays(5 + random.nextInt(60));
      boolean shut = random.nextInt(50) == 0;
      drawn.add(
          new Drawn(
              random.nextInt(6) == 0 ? "e1" : random.nextBoolean() ? "e2" : null,
              counties.get(random.nextInt(5)),
              random.nextInt(9) == 0 ? null : random.nextBoolean() ? "major" : "general",
              shut ? "closed_by_shutdown" : "closed",
              found,
              registered,
              first == null ? null : first.plusDays(random.nextInt(2) * 15L),
              first,
              registered != null && random.nextInt(3) > 0
                  ? found.plusDays(4 + random.nextInt(90))
                  : null));
    }
  }

  private static boolean naive(Drawn h, HazardFigure figure, LocalDate day) {
    boolean closed = h.closed() != null && !h.closed().isAfter(day);
    boolean registered = h.registered() != null && !h.registered().isAfter(day);
    boolean due = h.due() != null && !h.due().isAfter(day);
    return !h.found().isAfter(day)
        && switch (figure) {
          case REGISTERED -> registered;
          case CLOSED -> registered && closed;
          case CLOSED_BY_SHUTDOWN -> registered && closed && h.status().contains("shutdown");
          case OPEN -> !closed;
          case OVERDUE -> !closed && h.due() != null && h.due().isBefore(day);
          case DUE -> due;
          case IN_TIME -> due && h.closed() != null && !h.closed().isAfter(h.due());
          case IN_TIME_AS_FIRST_SET ->
              due && h.closed() != null && !h.closed().isAfter(h.originalDue());
        };
  }

  private static long sum(Map<Grade, HazardCounts> byGrade, HazardFigure figure) {
    return new EnumMap<>(byGrade).values().stream().mapToLong(c -> c.get(figure)).sum();
  }

  private void add(
      String county,
      String grade,
      LocalDate found,
      LocalDate registered,
      LocalDate due,
      LocalDate originalDue,
      LocalDate closed) {
    drawn.add(
        new Drawn(null, county, grade, "registered", found, registered, due, originalDue, closed));
  }

  private HazardLedger ledger() {
    SnapshotBuilder rows = SmallProvince.hazards();
    long id = 0;
    for (Drawn h : drawn) {
      id++;
      rows.add(
          id,
          null,
          "h" + id,
          h.enterprise(),
          h.county(),
          h.grade(),
          h.status(),
          h.found(),
          h.registered(),
          h.due(),
          h.originalDue(),
          h.closed());
    }
    LayerSnapshot hazards = rows.build();
    NamedRows named =
        NamedRows.ofThemselves(SmallProvince.enterprises(), ALL)
            .through(hazards, "enterprise_code");
    return new HazardLedger(hazards, ALL, named, TREE);
  }
}
