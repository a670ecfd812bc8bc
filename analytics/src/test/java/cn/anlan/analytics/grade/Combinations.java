package cn.anlan.analytics.grade;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Every combination of the scores that a table's factors may have. */
public final class Combinations {
  private Combinations() {}

  public static List<List<BigDecimal>> of(GradingTable table) {
    List<List<BigDecimal>> all = List.of(List.of());
    for (GradingTable.Factor factor : table.factors()) {
      List<List<BigDecimal>> longer = new ArrayList<>();
      for (List<BigDecimal> start : all) {
        for (BigDecimal value : factor.values()) {
          List<BigDecimal> next = new ArrayList<>(start);
          next.add(value);
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }
}
