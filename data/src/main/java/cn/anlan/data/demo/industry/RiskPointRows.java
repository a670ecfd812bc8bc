package cn.anlan.data.demo.industry;

import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.Shapes;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** The rows of the layer {@code risk_point}, made one by one as they are asked for. */
final class RiskPointRows {
  private static final LocalDate FIRST_REVIEW = LocalDate.of(2019, 6, 1);
  private static final LocalDate LAST_REVIEW = LocalDate.of(2021, 12, 31);
  private static final String[] CONTROL_LEVELS = {"company", "workshop", "team", "post"};

  private final RiskFactors factors;
  private final Random random;
  private final LocalDate[] reviews;

  RiskPointRows(Random random) {
    this.random = random;
    this.factors = new RiskFactors(random);
    this.reviews = FIRST_REVIEW.datesUntil(LAST_REVIEW.plusDays(1)).toArray(LocalDate[]::new);
  }

  DemoRow row(RiskPoint point) {
    Enterprise enterprise = point.enterprise();
    Map<String, Object> values = new HashMap<>(32);
    values.put("name", "示例风险点·" + point.part() + "（" + enterprise.code().substring(5) + "）");
    values.put("enterprise_code", enterprise.code());
    values.put("sector", enterprise.sector());
    values.put("accident_type", point.accidentType());
    values.putAll(factors.draw(point.level()));
    values.put("control_level", CONTROL_LEVELS[point.level() - 1]);
    values.put("control_measures", measures(point.level()));
    values.put("notice_board", random.nextDouble() < (point.level() == 1 ? 0.95 : 0.8));
    values.put("last_reviewed", reviews[random.nextInt(reviews.length)]);
    values.put("township_code", enterprise.village().township().code());
    values.put("county_code", enterprise.county().code());
    return new DemoRow(point.code(), values, Shapes.point(point.at()), 5.0);
  }

  private static String measures(int level) {
    return switch (level) {
      case 1 -> "示例：在线监测，专人值守，每日巡查，公示牌与应急处置卡齐备";
      case 2 -> "示例：每周检查，操作票与作业许可，配应急器材";
      case 3 -> "示例：每月检查，岗位操作规程";
      default -> "示例：班前提示";
    };
  }
}
