package cn.anlan.data.demo.industry;

import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.analytics.grade.SafetyScoreTable;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.Shapes;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** The rows of the layer {@code enterprise}, made one by one as they are asked for. */
final class EnterpriseRows {
  private final SafetyScoreTable chemical = GradingTables.ours().chemicalEnterprise();
  private final Random random;
  private final ReportingZones zones;

  EnterpriseRows(Random random) {
    this.random = random;
    this.zones = new ReportingZones(random);
  }

  /**
   * @param riskLevel the worst level of its risk points
   */
  DemoRow row(Enterprise enterprise, int riskLevel) {
    Map<String, Object> values = new HashMap<>(48);
    values.put("name", enterprise.name());
    values.put("sector", enterprise.sector());
    values.put("scale", enterprise.scale());
    values.put("commissioned_on", enterprise.commissionedOn());
    values.put("in_park", enterprise.inPark());
    long employees = employees(enterprise.scale());
    values.put("employees", employees);
    supervision(enterprise, riskLevel, values);
    grade(enterprise, riskLevel, values);
    ledgers(enterprise.sector(), employees, values);
    zones.unitOf(enterprise).ifPresent(unit -> values.put("reporting_unit_code", unit));
    values.put("township_code", enterprise.village().township().code());
    values.put("county_code", enterprise.county().code());
    return new DemoRow(enterprise.code(), values, Shapes.point(enterprise.at()), 5.0);
  }

  /** Bounds by head count as for industry in 统计上大中小微型企业划分办法 (1000, 300, 20). */
  private long employees(String scale) {
    return switch (scale) {
      case "large" -> 1000 + random.nextInt(3000);
      case "medium" -> 300 + random.nextInt(700);
      case "small" -> 20 + random.nextInt(280);
      default -> 2 + random.nextInt(18);
    };
  }

  private void supervision(Enterprise enterprise, int riskLevel, Map<String, Object> values) {
    String scale = enterprise.scale();
    boolean large = scale.equals("large");
    boolean medium = scale.equals("medium");
    double x = random.nextDouble();
    String standard =
        large
            ? x < 0.25 ? "level_1" : x < 0.6 ? "level_2" : x < 0.82 ? "level_3" : "none"
            : medium
                ? x < 0.04 ? "level_1" : x < 0.14 ? "level_2" : x < 0.33 ? "level_3" : "none"
                : x < 0.12 ? "level_3" : x < 0.2 ? "micro" : "none";
    values.put("std_level", standard);
    values.put("registered_in_system", random.nextDouble() < (large || medium ? 0.95 : 0.76));
    values.put("responsibility_report", random.nextDouble() < (large || medium ? 0.9 : 0.62));
    values.put("blacklist", random.nextDouble() < 0.0015);
    double demo = random.nextDouble();
    if (demo < 0.028) {
      values.put("demo_type", "risk_control");
    } else if (!standard.equals("none") && demo < 0.2) {
      values.put("demo_type", "standardised");
    }
    String level =
        large && random.nextDouble() < 0.3
            ? "province"
            : riskLevel == 1 || large ? "city" : scale.equals("micro") ? "township" : "county";
    values.put("supervision_level", level);
  }

  /** Chemical enterprises are graded by the score of 应急〔2018〕19号, all others by risk points. */
  private void grade(Enterprise enterprise, int riskLevel, Map<String, Object> values) {
    long level = riskLevel;
    if (enterprise.sector().equals("hazardous_chemicals")) {
      double mean = 66 + 6.5 * riskLevel;
      double score = Math.max(30, Math.min(99, mean + random.nextGaussian() * 8));
      score = Math.round(score * 10) / 10.0;
      values.put("safety_score", score);
      level = chemical.grade(BigDecimal.valueOf(score)).level();
    }
    values.put("risk_level", level);
  }

  /** What the ledgers of the industry-and-trade campaign ask for (2019 plan). */
  private void ledgers(String sector, long employees, Map<String, Object> values) {
    boolean trade = sector.equals("industry_trade");
    boolean works =
        trade || sector.equals("hazardous_chemicals") || sector.equals("city_operation");
    values.put("confined_space", random.nextDouble() < (works ? 0.3 : 0.03));
    values.put("height_work", random.nextDouble() < (sector.equals("construction") ? 0.9 : 0.25));
    if (trade && random.nextDouble() < 0.35) {
      values.put("dust_workers", Math.min(employees, workers(10)));
    }
    if (trade && random.nextDouble() < 0.12) {
      values.put("ammonia_room_workers", Math.min(employees, workers(9)));
    }
  }

  /** Half of them round the threshold, so that both its sides and itself occur; the rest apart. */
  private long workers(int threshold) {
    return random.nextBoolean() ? threshold - 1 + random.nextInt(3) : 1 + random.nextInt(60);
  }
}
