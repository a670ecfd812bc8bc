package cn.anlan.analytics.assessment.facts;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.analytics.accident.Severity;
import cn.anlan.analytics.rollup.Unit;
import cn.anlan.analytics.rollup.UnitLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counted facts against counting row by row, and against themselves after edits. */
class FactTableTest {
  private static final FactRules RULES = new FactRules(12, true, 30, LocalDate.of(2018, 12, 1));
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.of(2019, 12, 31),
          LocalDate.of(2020, 2, 29),
          LocalDate.of(2020, 5, 31),
          LocalDate.of(2020, 6, 1),
          LocalDate.of(2021, 7, 17),
          LocalDate.of(2021, 12, 31));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everyRegionHasWhatCountingRowByRowGives(long seed) {
    RandomLedgers ledgers = new RandomLedgers(new Random(seed), 400);
    FactTable table = FactTable.of(ledgers.sources(), RULES);
    FactSums sums = table.sums(DAYS);
    for (LocalDate day : DAYS) {
      for (UnitLevel level : UnitLevel.values()) {
        for (String sector : new String[] {null, "fire", "construction"}) {
          RegionTable.Rows rows = new RegionTable(table, level, day).rows(sums, sector);
          assertThat(rows.regions())
              .as("seed %d, %s, %s, %s", seed, day, level, sector)
              .isEqualTo(slowly(ledgers, table, level, day, sector));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6, 7, 8, 9})
  void afterRandomEditsTheChangedFactsAreThoseOfAFullCount(long seed) {
    Random random = new Random(seed);
    RandomLedgers ledgers = new RandomLedgers(random, 300);
    FactTable table = FactTable.of(ledgers.sources(), RULES);
    FactSums sums = table.sums(DAYS);
    List<RegionFacts> first = facts(table, sums);
    for (int commit = 0; commit < 12; commit++) {
      switch (random.nextInt(6)) {
        case 0 -> ledgers.pack();
        case 1 -> ledgers.addAccident();
        default -> ledgers.edit(1 + random.nextInt(40));
      }
      FactTable later = table.with(ledgers.sources());
      FactSums laterSums = sums.in(later);
      FactTable afresh = FactTable.of(ledgers.sources(), RULES);
      String as = "seed " + seed + ", commit " + commit;
      assertThat(facts(later, laterSums)).as(as).isEqualTo(facts(afresh, afresh.sums(DAYS)));
      assertThat(later.dataCutOff(LocalDate.of(2030, 1, 1)))
          .as(as)
          .isEqualTo(afresh.dataCutOff(LocalDate.of(2030, 1, 1)));
      table = later;
      sums = laterSums;
    }
    FactTable again = FactTable.of(new RandomLedgers(new Random(seed), 300).sources(), RULES);
    assertThat(first).as("the first table is as it was").isEqualTo(facts(again, again.sums(DAYS)));
  }

  @ParameterizedTest
  @ValueSource(longs = {10, 11})
  void countiesAndZonesAddUpToCitiesAndToTheProvince(long seed) {
    FactTable table = FactTable.of(new RandomLedgers(new Random(seed), 300).sources(), RULES);
    FactSums sums = table.sums(DAYS);
    for (LocalDate day : DAYS) {
      // What is declared under a city's own code is the city's, and no county's.
      RegionFacts province =
          new RegionTable(table, UnitLevel.PROVINCE, day).rows(sums, null).regions().get(0);
      List<RegionFacts> cities =
          new RegionTable(table, UnitLevel.CITY, day).rows(sums, null).regions();
      assertThat(cities.stream().mapToInt(RegionFacts::registered).sum())
          .as("seed " + seed + ", " + day)
          .isEqualTo(province.registered());
      RegionTable.Rows counties = new RegionTable(table, UnitLevel.COUNTY, day).rows(sums, null);
      int inCounties = counties.regions().stream().mapToInt(RegionFacts::registered).sum();
      int all = inCounties + counties.unplacedHazards();
      RegionTable.Rows whole = new RegionTable(table, UnitLevel.PROVINCE, day).rows(sums, null);
      assertThat(all).isEqualTo(province.registered() + whole.unplacedHazards());
      assertThat(counties.regions().stream().mapToLong(RegionFacts::population).sum())
          .isEqualTo(province.population());
    }
  }

  private static List<RegionFacts> facts(FactTable table, FactSums sums) {
    List<RegionFacts> all = new ArrayList<>();
    for (LocalDate day : DAYS) {
      all.addAll(new RegionTable(table, UnitLevel.COUNTY, day).rows(sums, null).regions());
      all.addAll(new RegionTable(table, UnitLevel.CITY, day).rows(sums, "fire").regions());
    }
    return all;
  }

  private static List<RegionFacts> slowly(
      RandomLedgers ledgers, FactTable table, UnitLevel level, LocalDate day, String sector) {
    List<RegionFacts> all = new ArrayList<>();
    for (Unit unit : table.tree().valid(level, day)) {
      Predicate<Map<String, Object>> mine =
          row ->
              table
                  .tree()
                  .find(ledgers.unitOf(row), (String) row.get("county_code"), level, day)
                  .equals(Optional.of(unit));
      Predicate<Map<String, Object>> ofSector =
          row -> sector == null || row.get("sector").equals(sector);
      List<Map<String, Object>> hazards =
          ledgers.hazards().stream().filter(mine).filter(ofSector).toList();
      List<Integer> severities = new ArrayList<>(Collections.nCopies(4, 0));
      int deaths = 0;
      for (Map<String, Object> a :
          ledgers.accidents().stream().filter(mine).filter(ofSector).toList()) {
        LocalDate on = (LocalDate) a.get("occurred_on");
        if ((Boolean) a.get("is_production_related")
            && on.isAfter(day.minusMonths(12))
            && !on.isAfter(day)) {
          Severity severity =
              Severity.of(
                  (Long) a.get("deaths"),
                  (Long) a.get("serious_injuries"),
                  (Long) a.get("acute_poisoned"),
                  (Double) a.get("direct_loss_10k_yuan"));
          severities.set(severity.ordinal(), severities.get(severity.ordinal()) + 1);
          deaths += ((Long) a.get("deaths")).intValue();
        }
      }
      all.add(
          new RegionFacts(
              unit.code(),
              unit.name(),
              population(table, level, day, unit),
              count(
                  ledgers.enterprises().stream().filter(mine).filter(ofSector),
                  e -> e.get("commissioned_on") == null || by(e, "commissioned_on", day)),
              severities,
              deaths,
              count(hazards.stream(), h -> by(h, "registered_on", day)),
              count(hazards.stream(), h -> by(h, "registered_on", day) && isClosed(h, day)),
              count(hazards.stream(), h -> isOpen(h, day)),
              count(
                  hazards.stream(),
                  h ->
                      isOpen(h, day)
                          && h.get("hazard_grade").equals("major")
                          && (h.get("graded_on") == null || by(h, "graded_on", day))),
              count(
                  hazards.stream(),
                  h ->
                      isOpen(h, day)
                          && h.get("due_on") != null
                          && ((LocalDate) h.get("due_on")).isBefore(day)),
              count(
                  ledgers.listings().stream()
                      .filter(mine)
                      .filter(
                          l -> {
                            Object code = l.get("hazard_code");
                            return sector == null
                                || ledgers.hazards().stream()
                                    .anyMatch(
                                        h ->
                                            h.get("code").equals(code)
                                                && h.get("sector").equals(sector));
                          }),
                  l ->
                      by(l, "listed_on", day)
                          && ((LocalDate) l.get("due_on")).plusDays(30).isBefore(day)
                          && (l.get("delisted_on") == null || !by(l, "delisted_on", day)))));
    }
    return all;
  }

  private static long population(FactTable table, UnitLevel level, LocalDate day, Unit unit) {
    var regions = table.sources().regions();
    return regions
        .rows()
        .filter(row -> regions.value("population", row) != null)
        .filter(row -> table.tree().find(regions.text("code", row)).orElseThrow().isValid(day))
        .filter(
            row ->
                table.tree().find(regions.text("code", row), level, day).equals(Optional.of(unit)))
        .mapToLong(row -> (Long) regions.value("population", row))
        .sum();
  }

  private static int count(
      Stream<Map<String, Object>> rows, Predicate<Map<String, Object>> wanted) {
    return (int) rows.filter(wanted).count();
  }

  private static boolean isOpen(Map<String, Object> hazard, LocalDate day) {
    return by(hazard, "found_on", day) && !isClosed(hazard, day);
  }

  private static boolean isClosed(Map<String, Object> hazard, LocalDate day) {
    return hazard.get("closed_on") != null && by(hazard, "closed_on", day);
  }

  private static boolean by(Map<String, Object> row, String date, LocalDate day) {
    return row.get(date) != null && !((LocalDate) row.get(date)).isAfter(day);
  }
}
