package cn.anlan.data.demo.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.analytics.hazard.HazardLifeCycle;
import cn.anlan.analytics.hazard.HazardRecord;
import cn.anlan.analytics.hazard.HazardState;
import cn.anlan.data.demo.DrawnLayers;
import cn.anlan.data.demo.DrawnProvince;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.Planted;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HazardLedgerTest {
  private static final LocalDate END = LocalDate.of(2021, 12, 31);
  private static final List<String> FIVE =
      List.of("five_responsibility", "five_measures", "five_funding", "five_deadline", "five_plan");

  private final DrawnLayers drawn = DrawnProvince.ledger().layers();

  @Test
  void everyRowKeepsTheRulesOfTheLifeCycle() {
    Map<HazardState, Integer> states = new EnumMap<>(HazardState.class);
    for (DemoRow row : drawn.get("hazard")) {
      HazardRecord life = life(row);
      states.merge(life.state(), 1, Integer::sum);
      assertThat(HazardLifeCycle.check(life)).as(row.code()).isEmpty();
      assertThat(
              Stream.of(
                  life.foundOn(),
                  life.registeredOn(),
                  life.gradedOn(),
                  life.reportedOn(),
                  life.submittedOn(),
                  life.acceptedOn(),
                  life.closedOn(),
                  life.reopenedOn()))
          .as(row.code())
          .allMatch(d -> d == null || !d.isAfter(END));
    }
    assertThat(states.keySet()).containsAll(List.of(HazardState.values()));
    assertThat(states.get(HazardState.CLOSED)).isGreaterThan(18_000);
  }

  @Test
  void asManyAsThePublishedFigureSaysAndAboutOneInAHundredIsMajor() {
    assertThat(drawn.get("hazard")).hasSize(3 * 6_800);
    long majors =
        drawn.get("hazard").stream()
            .filter(r -> "major".equals(r.values().get("hazard_grade")))
            .count();
    assertThat(majors / 20_400.0).isBetween(0.007, 0.013);
  }

  @Test
  void somethingIsOverdueAndSomethingWasExtended() {
    long overdue =
        drawn.get("hazard").stream().filter(r -> HazardLifeCycle.isOverdue(life(r), END)).count();
    assertThat(overdue).isBetween(20L, 1_500L);
    assertThat(drawn.get("hazard"))
        .anyMatch(
            r -> {
              Object due = r.values().get("due_on");
              return due != null && !due.equals(r.values().get("original_due_on"));
            });
  }

  @Test
  void theSilentCountyFindsNothingForFiveMonthsAndSomethingBeforeAndAfter() {
    Planted planted = planted("found_zero");
    List<LocalDate> found =
        ofCounty(planted.countyCode()).map(r -> (LocalDate) r.values().get("found_on")).toList();
    assertThat(found).noneMatch(d -> !d.isBefore(planted.from()) && !d.isAfter(planted.to()));
    assertThat(found).anyMatch(d -> d.isBefore(planted.from()));
    assertThat(found).anyMatch(d -> d.isAfter(planted.to()));
  }

  @Test
  void oneCountyPutsHalfAYearRightOnOneDay() {
    Planted planted = planted("all_fixed_same_day");
    Map<Object, Integer> closings = new HashMap<>();
    ofCounty(planted.countyCode())
        .filter(
            r -> {
              LocalDate found = (LocalDate) r.values().get("found_on");
              return !found.isBefore(LocalDate.of(2021, 7, 1))
                  && !found.isAfter(LocalDate.of(2021, 11, 30));
            })
        .forEach(r -> closings.merge(r.values().get("closed_on"), 1, Integer::sum));
    assertThat(closings).containsOnlyKeys(planted.from());
    assertThat(closings.get(planted.from())).isGreaterThan(5);
  }

  @Test
  void codesRiseWithTheDayOfFinding() {
    List<DemoRow> rows = drawn.get("hazard");
    assertThat(rows.get(0).code()).isEqualTo("DEMO-HZ-0000001");
    for (int i = 1; i < rows.size(); i++) {
      assertThat(rows.get(i).code()).isGreaterThan(rows.get(i - 1).code());
      assertThat((LocalDate) rows.get(i).values().get("found_on"))
          .isAfterOrEqualTo((LocalDate) rows.get(i - 1).values().get("found_on"));
    }
  }

  @Test
  void aListingIsRaisedOnlyLevelByLevelWhileTheHazardIsOpen() {
    Map<String, DemoRow> hazards = new HashMap<>();
    drawn.get("hazard").forEach(r -> hazards.put(r.code(), r));
    Map<Object, String> reached = new HashMap<>();
    Map<String, String> before = Map.of("city", "county", "province", "city");
    for (DemoRow row : drawn.get("listing")) {
      DemoRow hazard = hazards.get((String) row.values().get("hazard_code"));
      assertThat(hazard.values()).containsEntry("hazard_grade", "major");
      assertThat((LocalDate) row.values().get("listed_on"))
          .isAfterOrEqualTo((LocalDate) hazard.values().get("reported_on"));
      String level = (String) row.values().get("listing_level");
      assertThat(reached.get(hazard.code())).isEqualTo(before.get(level));
      reached.put(hazard.code(), level);
      Object delisted = row.values().get("delisted_on");
      Object closed = hazard.values().get("closed_on");
      assertThat(delisted == null || closed != null).isTrue();
    }
    assertThat(reached).hasSizeGreaterThan(20);
  }

  private Planted planted(String kind) {
    return DrawnProvince.ledger().drawn().planted().stream()
        .filter(p -> p.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private Stream<DemoRow> ofCounty(String code) {
    return drawn.get("hazard").stream().filter(r -> code.equals(r.values().get("county_code")));
  }

  private static HazardRecord life(DemoRow row) {
    Map<String, Object> v = row.values();
    return new HazardRecord(
        HazardState.find((String) v.get("status")).orElseThrow(),
        "major".equals(v.get("hazard_grade")),
        FIVE.stream().allMatch(f -> Boolean.TRUE.equals(v.get(f))),
        Boolean.TRUE.equals(v.get("immediate_fix")),
        (LocalDate) v.get("found_on"),
        (LocalDate) v.get("registered_on"),
        (LocalDate) v.get("graded_on"),
        (LocalDate) v.get("reported_on"),
        (LocalDate) v.get("due_on"),
        (LocalDate) v.get("original_due_on"),
        (LocalDate) v.get("submitted_on"),
        (LocalDate) v.get("accepted_on"),
        (LocalDate) v.get("closed_on"),
        (LocalDate) v.get("reopened_on"),
        (Long) v.get("reopened_count"),
        (String) v.get("rectified_by_post"),
        (String) v.get("accepted_by_post"));
  }
}
