package cn.anlan.data.demo.industry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.data.demo.DrawnLayers;
import cn.anlan.data.demo.DrawnProvince;
import cn.anlan.data.demo.DrawnProvince.Theme;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Planted;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.geo.distance.GeodesicTarget;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IndustryTest {
  private static final Theme<Industry> DRAWN =
      DrawnProvince.industry(new DemoPlan(DemoPlan.DEFAULT_SEED, 0.02));

  private final DrawnLayers rows = DRAWN.layers();
  private final Ground ground = DrawnProvince.ground();
  private final Industry industry = DRAWN.drawn();

  @Test
  void handsOverItsLayersInOrderOfReference() {
    assertThat(rows.ids()).containsExactly("enterprise", "chemical_project", "risk_point");
    for (String layer : rows.ids()) {
      rows.assertFitsCatalogue(layer);
      rows.assertLiesInItsCounty(layer, ground);
      rows.assertStaysDry(layer, ground);
    }
  }

  @Test
  void countsAreThoseOfTheScale() {
    assertThat(industry.enterprises()).hasSize(1200);
    assertThat(rows.get("enterprise")).hasSize(1200);
    assertThat(rows.get("chemical_project")).hasSize(160);
    assertThat(rows.get("risk_point")).hasSize(5700);
    assertThat(industry.riskPoints().stream().filter(p -> p.level() == 1)).hasSize(51);
  }

  @Test
  void theFullProvinceIsExactAndItsAnomaliesShow() {
    DemoPlan plan = new DemoPlan(DemoPlan.DEFAULT_SEED, 1);
    Industry full = Industry.draw(ground, DrawnProvince.settlements(), plan, (layer, out) -> {});

    assertThat(full.enterprises()).hasSize(60_000);
    Map<Integer, Long> levels =
        full.riskPoints().stream()
            .collect(Collectors.groupingBy(RiskPoint::level, Collectors.counting()));
    assertThat(levels.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(285_000);
    assertThat(levels.get(1)).isEqualTo(2_565);
    assertThat(levels.get(2)).isBetween(16_500L, 18_000L);
    assertThat(levels.get(3)).isBetween(74_000L, 78_500L);
    assertUnderReporting(full);
    assertHotSpot(full);
  }

  @Test
  void eachEnterpriseOwnsItsStretchOfRiskPoints() {
    int next = 0;
    for (Enterprise enterprise : industry.enterprises()) {
      assertThat(enterprise.firstRiskPoint()).isEqualTo(next);
      for (RiskPoint point : industry.riskPointsOf(enterprise)) {
        assertThat(point.enterprise()).isSameAs(enterprise);
        assertThat(FlatFrame.betweenM(point.at(), enterprise.at())).isLessThanOrEqualTo(300);
      }
      next += enterprise.riskPoints();
    }
    assertThat(next).isEqualTo(industry.riskPoints().size());
  }

  @Test
  void theProductGradesEveryRiskPointAsItIsGraded() {
    GradingTables methods = GradingTables.ours();
    Map<String, Integer> seen = new HashMap<>();
    for (DemoRow row : rows.get("risk_point")) {
      String method = (String) row.values().get("method");
      seen.merge(method, 1, Integer::sum);
      var table = methods.findMethod(method).orElseThrow();
      List<BigDecimal> scores =
          table.factors().stream()
              .map(f -> BigDecimal.valueOf((Double) row.values().get("factor_" + f.name())))
              .toList();
      var grade = table.grade(scores);
      assertThat((long) grade.level()).isEqualTo(row.values().get("level"));
      assertThat(grade.score().doubleValue()).isEqualTo(row.values().get("score"));
    }
    assertThat(seen).containsOnlyKeys("lec", "ls", "mes");
    assertThat(seen.get("lec")).isGreaterThan(seen.get("ls")).isGreaterThan(seen.get("mes"));
  }

  @Test
  void ledgersHaveBothSidesOfTheirThresholds() {
    assertThat(rows.get("enterprise").stream().map(r -> r.values().get("dust_workers")))
        .contains(9L, 10L, 11L);
    assertThat(rows.get("enterprise").stream().map(r -> r.values().get("ammonia_room_workers")))
        .contains(9L, 10L);
  }

  @Test
  void anEnterpriseIsAsBadAsItsWorstRiskPointOrItsScoreSays() {
    for (int i = 0; i < industry.enterprises().size(); i++) {
      Map<String, Object> values = rows.get("enterprise").get(i).values();
      Double score = (Double) values.get("safety_score");
      long expected =
          score != null
              ? score < 60 ? 1 : score < 75 ? 2 : score < 90 ? 3 : 4
              : industry.riskPointsOf(industry.enterprises().get(i)).stream()
                  .mapToLong(RiskPoint::level)
                  .min()
                  .orElse(4);
      assertThat(values.get("risk_level")).isEqualTo(expected);
    }
  }

  @Test
  void chemicalProjectsKeepTheirDistancesFromTheShore() {
    List<GeodesicTarget> shores = ground.shores().stream().map(GeodesicTarget::of).toList();
    int within = 0;
    int doubtful = 0;
    for (DemoRow project : rows.get("chemical_project")) {
      double distanceM =
          shores.stream()
              .mapToDouble(s -> s.nearest(project.geometry()).distanceM())
              .min()
              .orElseThrow();
      within += distanceM < 990 ? 1 : 0;
      doubtful += distanceM >= 990 && distanceM < 1010 ? 1 : 0;
    }
    assertThat(within).isEqualTo(40);
    assertThat(doubtful).isEqualTo(16);
  }

  @Test
  void factsAreNotOfTheFuture() {
    for (String layer : rows.ids()) {
      for (DemoRow row : rows.get(layer)) {
        assertThat(row.values().getOrDefault("name", "示例").toString()).startsWith("示例");
        for (Object value : row.values().values()) {
          if (value instanceof LocalDate date) {
            assertThat(date).isBeforeOrEqualTo(LocalDate.of(2021, 12, 31));
          }
        }
      }
    }
  }

  private static void assertUnderReporting(Industry full) {
    List<String> silent =
        full.planted().stream()
            .filter(p -> p.kind().equals("risk_point_under_reporting"))
            .map(Planted::countyCode)
            .toList();
    assertThat(silent).hasSize(3);
    Map<String, Double> perEnterprise =
        full.enterprises().stream()
            .collect(
                Collectors.groupingBy(
                    e -> e.county().code(), Collectors.averagingInt(Enterprise::riskPoints)));
    double least =
        perEnterprise.entrySet().stream()
            .filter(e -> !silent.contains(e.getKey()))
            .mapToDouble(Map.Entry::getValue)
            .min()
            .orElseThrow();
    for (String county : silent) {
      assertThat(perEnterprise.get(county)).isLessThan(0.7 * least);
    }
  }

  private static void assertHotSpot(Industry full) {
    Planted hot =
        full.planted().stream()
            .filter(p -> p.kind().equals("major_risk_hot_spot"))
            .findFirst()
            .orElseThrow();
    Map<String, Double> majorShare =
        full.riskPoints().stream()
            .collect(
                Collectors.groupingBy(
                    p -> p.enterprise().county().code(),
                    Collectors.averagingDouble(p -> p.level() == 1 ? 1 : 0)));
    double highestElsewhere =
        majorShare.entrySet().stream()
            .filter(e -> !e.getKey().equals(hot.countyCode()))
            .mapToDouble(Map.Entry::getValue)
            .max()
            .orElseThrow();
    assertThat(majorShare.get(hot.countyCode())).isGreaterThan(1.5 * highestElsewhere);
    assertThat(hot.subjects()).hasSizeGreaterThan(50);
  }
}
