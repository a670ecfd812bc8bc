package cn.anlan.data.demo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.analytics.accident.Severity;
import cn.anlan.data.demo.DrawnLayers;
import cn.anlan.data.demo.DrawnProvince;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.road.AccidentProne;
import cn.anlan.data.demo.road.Road;
import cn.anlan.data.demo.road.RoadNetwork;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccidentLedgerTest {
  private final DrawnLayers drawn = DrawnProvince.ledger().layers();

  @ParameterizedTest
  @CsvSource({"2020, 131, 112", "2021, 99, 104"})
  void ganzhouHasThePublishedFiguresToTheOne(int year, int accidents, int deaths) {
    List<DemoRow> rows = ganzhou(year);
    assertThat(rows).hasSize(accidents);
    assertThat(rows.stream().mapToLong(r -> number(r, "deaths")).sum()).isEqualTo(deaths);
  }

  @Test
  void ganzhouIn2021HasOneLargerAccidentAndNoneWorse() {
    Map<Object, Long> bySeverity =
        ganzhou(2021).stream()
            .collect(Collectors.groupingBy(r -> r.values().get("severity"), Collectors.counting()));
    assertThat(bySeverity).isEqualTo(Map.of("ordinary", 98L, "larger", 1L));
  }

  @Test
  void theSeverityFollowsFromTheNumbersAndDeathsAreOnlyRevisedUpwards() {
    for (DemoRow row : drawn.get("accident")) {
      Severity severity =
          Severity.of(
              number(row, "deaths"),
              number(row, "serious_injuries"),
              number(row, "acute_poisoned"),
              (Double) row.values().get("direct_loss_10k_yuan"));
      assertThat(row.values()).as(row.code()).containsEntry("severity", severity.code());
      assertThat(number(row, "deaths_first_report"))
          .isLessThanOrEqualTo(number(row, "deaths_day_7"));
      assertThat(number(row, "deaths_day_7")).isLessThanOrEqualTo(number(row, "deaths_day_30"));
      boolean sevenDays =
          row.values().get("is_traffic").equals(true)
              || row.values().get("accident_type").equals("fire");
      assertThat(number(row, "deaths"))
          .isEqualTo(number(row, sevenDays ? "deaths_day_7" : "deaths_day_30"));
    }
  }

  @Test
  void aRoadAccidentLiesAtItsStake() {
    Map<String, Road> roads =
        DrawnProvince.roads().drawn().roads().stream()
            .collect(Collectors.toMap(Road::code, r -> r));
    int onRoads = 0;
    for (DemoRow row : drawn.get("accident")) {
      String code = (String) row.values().get("road_code");
      assertThat(code != null).isEqualTo(row.values().get("is_traffic").equals(true));
      if (code != null) {
        Road road = roads.get(code);
        double stake = (Double) row.values().get("stake_km");
        assertThat(stake).isBetween(road.fromStakeKm() - 0.001, road.toStakeKm() + 0.001);
        assertThat(row.values()).containsEntry("route_no", road.routeNo());
        var at = RoadNetwork.at(road, stake).at();
        assertThat(row.geometry().getCoordinate().x).isCloseTo(at.x, within(2e-5));
        assertThat(row.geometry().getCoordinate().y).isCloseTo(at.y, within(2e-5));
        onRoads++;
      }
    }
    assertThat(onRoads).isGreaterThan(9_000);
  }

  @Test
  void everyPlantedSegmentMeetsTheCriterionAndHardlyAnyOtherRoadDoes() {
    List<AccidentProne> planted =
        DrawnProvince.roads().drawn().accidentProne().stream()
            .filter(AccidentProne::planted)
            .toList();
    assertThat(planted).hasSize(3);
    for (AccidentProne segment : planted) {
      assertThat(worst(segment.road(), 0.5, r -> number(r, "deaths") > 0))
          .as(segment.toString())
          .isGreaterThanOrEqualTo(3);
      assertThat(worst(segment.road(), 2, AccidentLedgerTest::hurts)).isGreaterThanOrEqualTo(10);
    }
    List<String> prone =
        DrawnProvince.roads().drawn().accidentProne().stream().map(s -> s.road().code()).toList();
    long elsewhere =
        DrawnProvince.roads().drawn().roads().stream()
            .filter(r -> !prone.contains(r.code()))
            .filter(r -> onRoad(r).size() >= 3)
            .filter(r -> worst(r, 0.5, a -> number(a, "deaths") > 0) >= 3)
            .count();
    assertThat(elsewhere).isLessThanOrEqualTo(5);
  }

  @Test
  void accidentsAreTheSameAtEveryScaleButForTheEnterprise() {
    List<DemoRow> small = drawn.get("accident");
    DemoPlan plan = new DemoPlan(DemoPlan.DEFAULT_SEED, 0.02);
    List<DemoRow> larger =
        DrawnProvince.ledger(plan, DrawnProvince.industry(plan)).layers().get("accident");
    assertThat(larger).hasSameSizeAs(small);
    for (int i = 0; i < small.size(); i++) {
      assertThat(larger.get(i).geometry()).isEqualTo(small.get(i).geometry());
      Map<String, Object> one = new HashMap<>(small.get(i).values());
      Map<String, Object> other = new HashMap<>(larger.get(i).values());
      one.remove("enterprise_code");
      other.remove("enterprise_code");
      assertThat(other).isEqualTo(one);
    }
  }

  private Map<String, List<DemoRow>> byRoad;

  private List<DemoRow> onRoad(Road road) {
    if (byRoad == null) {
      byRoad =
          drawn.get("accident").stream()
              .filter(r -> r.values().get("road_code") != null)
              .collect(Collectors.groupingBy(r -> (String) r.values().get("road_code")));
    }
    return byRoad.getOrDefault(road.code(), List.of());
  }

  /** The most accidents of a kind in any window of a length. */
  private int worst(Road road, double windowKm, Predicate<DemoRow> kind) {
    double[] stakes =
        onRoad(road).stream()
            .filter(kind)
            .mapToDouble(r -> (Double) r.values().get("stake_km"))
            .sorted()
            .toArray();
    int worst = 0;
    for (int from = 0, to = 0; to < stakes.length; to++) {
      while (stakes[to] - stakes[from] > windowKm) {
        from++;
      }
      worst = Math.max(worst, to - from + 1);
    }
    return worst;
  }

  private static boolean hurts(DemoRow row) {
    return number(row, "deaths") + number(row, "serious_injuries") > 0;
  }

  private List<DemoRow> ganzhou(int year) {
    return drawn.get("accident").stream()
        .filter(r -> r.values().get("is_production_related").equals(true))
        .filter(r -> ((String) r.values().get("county_code")).startsWith("3607"))
        .filter(r -> ((LocalDate) r.values().get("occurred_on")).getYear() == year)
        .filter(r -> ((LocalDate) r.values().get("occurred_on")).getMonthValue() < 12)
        .toList();
  }

  private static long number(DemoRow row, String field) {
    return (Long) row.values().get(field);
  }
}
