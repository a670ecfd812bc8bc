package cn.anlan.data.demo.industry;

import cn.anlan.analytics.grade.GradingTable;
import cn.anlan.analytics.grade.GradingTables;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Invented assessments: for a wished level a combination of factors that the product's own table
 * grades so. Six of ten are LEC, three LS, one MES.
 */
final class RiskFactors {
  private static final List<String> METHODS = List.of("lec", "ls", "mes");

  private final Random random;
  private final Map<String, List<Map<String, Object>>> byMethodAndLevel = new HashMap<>();

  RiskFactors(Random random) {
    this.random = random;
    GradingTables tables = GradingTables.ours();
    for (String method : METHODS) {
      GradingTable table = tables.findMethod(method).orElseThrow();
      combine(method, table, new ArrayList<>());
    }
  }

  /** Values for method, factors, score and level of one risk point. */
  Map<String, Object> draw(int level) {
    String method = draw();
    List<Map<String, Object>> choices = byMethodAndLevel.get(method + level);
    return choices.get(random.nextInt(choices.size()));
  }

  private String draw() {
    double x = random.nextDouble();
    return METHODS.get(x < 0.6 ? 0 : x < 0.9 ? 1 : 2);
  }

  private void combine(String method, GradingTable table, List<BigDecimal> chosen) {
    int next = chosen.size();
    if (next < table.factors().size()) {
      for (BigDecimal value : table.factors().get(next).values()) {
        List<BigDecimal> longer = new ArrayList<>(chosen);
        longer.add(value);
        combine(method, table, longer);
      }
      return;
    }
    GradingTable.Grade grade = table.grade(chosen);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("method", method);
    for (int i = 0; i < chosen.size(); i++) {
      values.put("factor_" + table.factors().get(i).name(), chosen.get(i).doubleValue());
    }
    values.put("score", grade.score().doubleValue());
    values.put("level", (long) grade.level());
    byMethodAndLevel.computeIfAbsent(method + grade.level(), k -> new ArrayList<>()).add(values);
  }
}
