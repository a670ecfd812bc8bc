package cn.anlan.web.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.data.catalog.Catalog;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Disclosure;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.snapshot.Columns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A city with two counties and a zone, a city with one, a new area beside both. */
class RollUpTest {
  private static final Catalog CATALOG = Catalog.load(null);
  private static final LocalDate DAY = LocalDate.of(2021, 12, 31);
  private static final LocalDate ZONE_FOUNDED = LocalDate.of(2016, 6, 1);
  private static final Scope ALL = Scope.wholeProvince("test");

  private static final String[][] ENTERPRISES = {
    {"E1", "360702", null, "fire"},
    {"E2", "360702", "Z", "fire"},
    {"E3", "360703", null, "coal_mine"},
    {"E4", "360112", "N", "fire"},
    {"E5", "360112", null, null},
    {"E6", "431127", null, "fire"},
  };

  @Test
  void anEnterpriseOfAZoneIsCountedInTheZoneOnly() {
    assertThat(enterprises(UnitLevel.COUNTY, DAY, null, null))
        .isEqualTo(Map.of("360112", 1L, "360702", 1L, "360703", 1L, "N", 1L, "Z", 1L));
    assertThat(enterprises(UnitLevel.CITY, DAY, null, null))
        .isEqualTo(Map.of("360100", 1L, "360700", 3L, "N", 1L));
    assertThat(enterprises(UnitLevel.PROVINCE, DAY, null, null)).isEqualTo(Map.of("360000", 5L));
  }

  @Test
  void whatBelongsToNoUnitIsCountedAsUnplacedAndNeverDropped() {
    for (UnitLevel level : UnitLevel.values()) {
      RollUp.Result result = result("enterprise", level, DAY, "sector", null, ALL);
      assertThat(result.total()).isEqualTo(6);
      assertThat(result.unplaced().count()).isEqualTo(1);
      assertThat(result.unplaced().counts()).isEqualTo(Map.of("fire", 1L));
    }
  }

  @Test
  void beforeTheNewAreaExistedItsEnterprisesCountInTheirCounty() {
    assertThat(enterprises(UnitLevel.COUNTY, ZONE_FOUNDED.minusDays(1), null, null))
        .isEqualTo(Map.of("360112", 2L, "360702", 1L, "360703", 1L, "Z", 1L));
  }

  @Test
  void everyUnitOfTheLevelIsListedAlsoTheEmptyOnes() {
    RollUp.Result result =
        result("enterprise", UnitLevel.CITY, DAY, null, "sector = 'coal_mine'", ALL);
    assertThat(result.units())
        .extracting(c -> c.unit().code() + " " + c.kind() + " " + c.count())
        .containsExactly("360100 statutory 0", "360700 statutory 1", "N new_area 0");
    assertThat(result.total()).isEqualTo(1);
  }

  @Test
  void valuesOfAFieldAreCountedWithinEachUnit() {
    RollUp.Result result = result("enterprise", UnitLevel.CITY, DAY, "sector", null, ALL);
    assertThat(result.units())
        .extracting(RollUp.Counted::counts)
        .containsExactly(Map.of(), Map.of("coal_mine", 1L, "fire", 2L), Map.of("fire", 1L));
  }

  @Test
  void aRiskPointFollowsItsEnterpriseIntoTheZone() {
    assertThat(counts(result("risk_point", UnitLevel.COUNTY, DAY, null, null, ALL)))
        .isEqualTo(Map.of("360702", 2L, "Z", 1L));
  }

  @Test
  void aHazardFollowsItsRiskPointAndAListingItsHazardIntoTheZone() {
    assertThat(counts(result("hazard", UnitLevel.COUNTY, DAY, null, null, ALL)))
        .isEqualTo(Map.of("360702", 1L, "Z", 2L));
    assertThat(counts(result("listing", UnitLevel.COUNTY, DAY, null, null, ALL)))
        .isEqualTo(Map.of("360702", 1L, "Z", 1L));
  }

  @Test
  void aCountysUserSeesTheCountysRowsOnly() {
    Scope county = Scope.regions("章贡", List.of("360702"), EnumSet.allOf(Disclosure.class));
    RollUp.Result result = result("enterprise", UnitLevel.CITY, DAY, null, null, county);
    assertThat(result.total()).isEqualTo(2);
    assertThat(counts(result)).isEqualTo(Map.of("360700", 2L));
  }

  @Test
  void whatCannotBeRolledUpIsRefused() {
    assertThatThrownBy(() -> result("region", UnitLevel.CITY, DAY, null, null, ALL))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("没有所在县");
    assertThatThrownBy(() -> result("enterprise", UnitLevel.CITY, DAY, "nosuch", null, ALL))
        .isInstanceOf(UserFault.class);
    assertThatThrownBy(() -> result("enterprise", UnitLevel.CITY, DAY, null, "sector =", ALL))
        .isInstanceOf(UserFault.class);
  }

  @Test
  void randomRowsAddUpAtEveryLevel() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String[] counties = {"360702", "360703", "360112", "360700", "431127"};
    String[] units = {null, null, null, "Z", "N", "360703"};
    List<String[]> rows = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      rows.add(
          new String[] {
            "R" + i,
            counties[random.nextInt(counties.length)],
            units[random.nextInt(units.length)],
            "fire"
          });
    }
    Generation generation = generation(rows.toArray(String[][]::new));
    for (UnitLevel level : UnitLevel.values()) {
      RollUp.Result result =
          new RollUp(CATALOG, generation, ALL, level, DAY)
              .count(CATALOG.getLayer("enterprise"), "sector", null);
      long sum = result.units().stream().mapToLong(RollUp.Counted::count).sum();
      assertThat(sum + result.unplaced().count())
          .as("seed %d, %s", seed, level)
          .isEqualTo(result.total())
          .isEqualTo(2_000);
    }
  }

  private static Map<String, Long> enterprises(
      UnitLevel level, LocalDate day, String by, String filter) {
    return counts(result("enterprise", level, day, by, filter, ALL));
  }

  private static Map<String, Long> counts(RollUp.Result result) {
    Map<String, Long> counts = new HashMap<>();
    result.units().stream()
        .filter(c -> c.count() > 0)
        .forEach(c -> counts.put(c.unit().code(), c.count()));
    return counts;
  }

  private static RollUp.Result result(
      String layer, UnitLevel level, LocalDate day, String by, String filter, Scope scope) {
    return new RollUp(CATALOG, generation(ENTERPRISES), scope, level, day)
        .count(CATALOG.getLayer(layer), by, filter);
  }

  private static Generation generation(String[][] enterprises) {
    SnapshotBuilder builder =
        snapshot("enterprise", "code", "county_code", "reporting_unit_code", "sector code")
            .disclosure(Disclosure.INTERNAL)
            .regionColumn("county_code");
    for (int i = 0; i < enterprises.length; i++) {
      builder.add(i, null, (Object[]) enterprises[i]);
    }
    SnapshotBuilder points =
        snapshot("risk_point", "code", "county_code", "enterprise_code")
            .disclosure(Disclosure.INTERNAL)
            .regionColumn("county_code");
    points.add(1, null, "P1", "360702", "E1");
    points.add(2, null, "P2", "360702", "E2");
    points.add(3, null, "P3", "360702", null);
    SnapshotBuilder hazards =
        snapshot("hazard", "code", "county_code", "enterprise_code", "risk_point_code")
            .disclosure(Disclosure.INTERNAL)
            .regionColumn("county_code");
    hazards.add(1, null, "H1", "360702", null, "P2");
    hazards.add(2, null, "H2", "360702", "E2", null);
    hazards.add(3, null, "H3", "360702", "E1", "P1");
    SnapshotBuilder listings =
        snapshot("listing", "code", "county_code", "hazard_code")
            .disclosure(Disclosure.INTERNAL)
            .regionColumn("county_code");
    listings.add(1, null, "L1", "360702", "H1");
    listings.add(2, null, "L2", "360702", "H3");
    return new Generation(
        1,
        Map.of(
            "hazard",
            hazards.build(),
            "listing",
            listings.build(),
            "reporting_unit",
            units(),
            "enterprise",
            builder.build(),
            "risk_point",
            points.build(),
            "region",
            snapshot("region", "code").disclosure(Disclosure.PUBLIC).build()));
  }

  private static SnapshotBuilder snapshot(String layer, String... columns) {
    return new SnapshotBuilder(layer, 1, Columns.of(columns));
  }

  private static LayerSnapshot units() {
    SnapshotBuilder builder =
        snapshot(
                "reporting_unit",
                "code",
                "name",
                "kind code",
                "unit_level code",
                "parent_code",
                "valid_from date",
                "valid_to date",
                "successor_code",
                "predecessor_code",
                "is_functional_zone boolean")
            .disclosure(Disclosure.PUBLIC);
    String[][] units = {
      {"360000", "statutory", "province", null},
      {"360100", "statutory", "city", "360000"},
      {"360700", "statutory", "city", "360000"},
      {"360112", "statutory", "county", "360100"},
      {"360702", "statutory", "county", "360700"},
      {"360703", "statutory", "county", "360700"},
      {"Z", "development_zone", "county", "360700"},
      {"N", "new_area", "city", "360000"},
    };
    for (int i = 0; i < units.length; i++) {
      String[] u = units[i];
      LocalDate from = u[0].equals("N") ? ZONE_FOUNDED : null;
      boolean zone = !u[1].equals("statutory");
      builder.add(i, null, u[0], u[0], u[1], u[2], u[3], from, null, null, null, zone);
    }
    return builder.build();
  }
}
