package cn.anlan.analytics.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnitTreeTest {
  private static final LocalDate TODAY = LocalDate.of(2021, 12, 31);
  private static final LocalDate FOUNDED = LocalDate.of(2016, 6, 1);

  /** A zone of provincial rank, a zone of a city, a city with two counties. */
  private static final UnitTree SMALL =
      new UnitTree(
          List.of(
              unit("P", UnitLevel.PROVINCE, null, null, false),
              unit("C", UnitLevel.CITY, "P", null, false),
              unit("A", UnitLevel.COUNTY, "C", null, false),
              unit("B", UnitLevel.COUNTY, "C", null, false),
              unit("ZC", UnitLevel.COUNTY, "C", null, true),
              unit("ZP", UnitLevel.CITY, "P", FOUNDED, true)));

  @Test
  void aZoneOfACityCountsBesideItsCountiesAndInTheCity() {
    assertThat(code(SMALL.find("ZC", UnitLevel.COUNTY, TODAY))).isEqualTo("ZC");
    assertThat(code(SMALL.find("ZC", UnitLevel.CITY, TODAY))).isEqualTo("C");
    assertThat(code(SMALL.find("ZC", UnitLevel.PROVINCE, TODAY))).isEqualTo("P");
  }

  @Test
  void aZoneOfProvincialRankStandsForItselfAtBothLevels() {
    for (UnitLevel level : List.of(UnitLevel.CITY, UnitLevel.COUNTY)) {
      assertThat(code(SMALL.find("ZP", level, TODAY))).isEqualTo("ZP");
      assertThat(SMALL.valid(level, TODAY)).extracting(Unit::code).contains("ZP");
    }
    assertThat(SMALL.valid(UnitLevel.COUNTY, TODAY))
        .extracting(Unit::code)
        .containsExactly("A", "B", "ZC", "ZP");
  }

  @Test
  void anEnterpriseOfAZoneCountsInTheZoneAndNotInItsCounty() {
    assertThat(code(SMALL.find("ZP", "A", UnitLevel.COUNTY, TODAY))).isEqualTo("ZP");
    assertThat(code(SMALL.find("ZP", "A", UnitLevel.CITY, TODAY))).isEqualTo("ZP");
    assertThat(code(SMALL.find(null, "A", UnitLevel.COUNTY, TODAY))).isEqualTo("A");
  }

  @Test
  void beforeAZoneWasFoundedItsEnterprisesCountInTheirCounty() {
    LocalDate before = FOUNDED.minusDays(1);
    assertThat(code(SMALL.find("ZP", "A", UnitLevel.COUNTY, before))).isEqualTo("A");
    assertThat(code(SMALL.find("ZP", "A", UnitLevel.CITY, before))).isEqualTo("C");
    assertThat(code(SMALL.find("ZP", "A", UnitLevel.CITY, FOUNDED))).isEqualTo("ZP");
    assertThat(SMALL.valid(UnitLevel.CITY, before)).extracting(Unit::code).containsExactly("C");
  }

  @Test
  void aCityIsNoCounty() {
    assertThat(SMALL.find("C", UnitLevel.COUNTY, TODAY)).isEmpty();
    assertThat(SMALL.find("431127", UnitLevel.PROVINCE, TODAY)).isEmpty();
    assertThat(SMALL.find(null, null, UnitLevel.PROVINCE, TODAY)).isEmpty();
  }

  @Test
  void aCircleOfSuccessorsIsNoUnitAndEnds() {
    LocalDate end = LocalDate.of(2010, 1, 1);
    UnitTree circle =
        new UnitTree(
            List.of(
                new Unit("A", "A", UnitLevel.COUNTY, "B", null, end, "B", null, null, false),
                new Unit("B", "B", UnitLevel.COUNTY, "A", null, end, "A", null, null, false)));
    assertThat(circle.find("A", UnitLevel.COUNTY, TODAY)).isEmpty();
    assertThatThrownBy(
            () ->
                new UnitTree(
                    List.of(
                        SMALL.valid(UnitLevel.CITY, TODAY).get(0),
                        SMALL.valid(UnitLevel.CITY, TODAY).get(0))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * Against what was written down while the province changed, on every day of change and around.
   */
  @Test
  void everyCodeMeansTheUnitItMeantAndEveryLevelAddsUpToTheSame() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int run = 0; run < 200; run++) {
      RandomProvince province = new RandomProvince(random, random.nextInt(12));
      List<Unit> units = new ArrayList<>(province.units());
      List<String> zones = zones(units, random, province);
      UnitTree tree = new UnitTree(units);
      List<String[]> rows = rows(province, zones, random);
      for (LocalDate change : province.days()) {
        for (int shift = -1; shift <= 1; shift++) {
          LocalDate day = change.plusDays(shift);
          String where = "seed " + seed + ", run " + run + ", " + day;
          for (String code : province.codes()) {
            assertThat(code(tree.find(code, UnitLevel.COUNTY, day)))
                .as(where + ", " + code)
                .isEqualTo(province.truth(code, day));
          }
          requireSums(tree, rows, day, where);
        }
      }
    }
  }

  private static void requireSums(UnitTree tree, List<String[]> rows, LocalDate day, String where) {
    Map<String, Integer> counties = counts(tree, rows, UnitLevel.COUNTY, day);
    Map<String, Integer> cities = counts(tree, rows, UnitLevel.CITY, day);
    Map<String, Integer> province = counts(tree, rows, UnitLevel.PROVINCE, day);
    assertThat(province).as(where).isEqualTo(Map.of("P", rows.size()));
    Map<String, Integer> summed = new HashMap<>();
    counties.forEach(
        (code, n) -> summed.merge(code(tree.find(code, UnitLevel.CITY, day)), n, Integer::sum));
    assertThat(summed).as(where).isEqualTo(cities);
    assertThat(cities.values().stream().mapToInt(n -> n).sum()).as(where).isEqualTo(rows.size());
    assertThat(tree.valid(UnitLevel.COUNTY, day))
        .as(where)
        .extracting(Unit::code)
        .containsAll(counties.keySet());
    assertThat(tree.valid(UnitLevel.CITY, day))
        .as(where)
        .extracting(Unit::code)
        .containsAll(cities.keySet());
  }

  private static Map<String, Integer> counts(
      UnitTree tree, List<String[]> rows, UnitLevel level, LocalDate day) {
    Map<String, Integer> counts = new HashMap<>();
    for (String[] row : rows) {
      counts.merge(code(tree.find(row[0], row[1], level, day)), 1, Integer::sum);
    }
    return counts;
  }

  /** Zones of both ranks, some of them founded and dissolved. */
  private static List<String> zones(List<Unit> units, Random random, RandomProvince province) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      boolean provincial = random.nextBoolean();
      LocalDate from =
          random.nextBoolean() ? null : RandomProvince.START.plusDays(random.nextInt(3000));
      LocalDate to =
          random.nextBoolean() ? null : RandomProvince.START.plusDays(3000 + random.nextInt(3000));
      boolean handedOver = random.nextBoolean();
      units.add(
          new Unit(
              "Z" + i,
              "Z",
              provincial ? UnitLevel.CITY : UnitLevel.COUNTY,
              provincial ? "P" : "C0",
              from,
              to,
              handedOver ? province.codes().get(0) : null,
              null,
              null,
              true));
      codes.add("Z" + i);
    }
    return codes;
  }

  /** Rows that declare a county and, some of them, a zone. */
  private static List<String[]> rows(RandomProvince province, List<String> zones, Random random) {
    List<String[]> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String county = province.codes().get(random.nextInt(province.codes().size()));
      rows.add(
          new String[] {
            random.nextInt(3) > 0 ? null : zones.get(random.nextInt(zones.size())), county
          });
    }
    return rows;
  }

  private static Unit unit(
      String code, UnitLevel level, String parent, LocalDate from, boolean isZone) {
    return new Unit(code, code, level, parent, from, null, null, null, null, isZone);
  }

  private static String code(java.util.Optional<Unit> unit) {
    return unit.map(Unit::code).orElse(null);
  }
}
