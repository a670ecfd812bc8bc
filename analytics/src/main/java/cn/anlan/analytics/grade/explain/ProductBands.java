package cn.anlan.analytics.grade.explain;

import cn.anlan.analytics.grade.GradingTable;
import cn.anlan.analytics.grade.GradingTable.Factor;
import cn.anlan.analytics.grade.GradingTable.Grade;
import cn.anlan.analytics.grade.RiskColour;
import cn.anlan.geo.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The bands of a table that multiplies factors: where a score stands, and the ways to a better one.
 */
final class ProductBands {
  /** How many ways of changing two or more factors are named. */
  private static final int MOST_COMBINED = 3;

  private final GradingTable table;

  ProductBands(GradingTable table) {
    this.table = table;
  }

  /** The scores of a band in words: {@code 160 ≤ D ≤ 320}. */
  Text range(GradingTable.Band band) {
    int at = table.bands().indexOf(band);
    String lower =
        band.above() != null
            ? Words.number(band.above()) + " < "
            : Words.number(band.from()) + " ≤ ";
    return Words.same(lower + table.symbol() + (at == 0 ? "" : upper(table.bands().get(at - 1))));
  }

  private static String upper(GradingTable.Band worse) {
    return worse.above() != null
        ? " ≤ " + Words.number(worse.above())
        : " < " + Words.number(worse.from());
  }

  /**
   * What a better level needs: the bound, then the ways of lowering the fewest factors to scores of
   * their lists, the smallest change of each factor. Empty where the level is already the best.
   */
  List<Text> toNextBetter(List<BigDecimal> scores, Grade now) {
    int best = table.bands().stream().mapToInt(GradingTable.Band::level).max().orElseThrow();
    if (now.level() == best) {
      return List.of();
    }
    List<Text> needs = new ArrayList<>();
    needs.add(bound(now));
    for (List<BigDecimal> way : ways(scores, now)) {
      needs.add(way(scores, way));
    }
    return needs;
  }

  private Text bound(Grade now) {
    List<GradingTable.Band> bands = table.bands();
    int at = bands.indexOf(now.band());
    while (bands.get(at).level() == now.level()) {
      at++;
    }
    RiskColour next = RiskColour.of(bands.get(at).level());
    String bound = table.symbol() + upper(bands.get(at - 1));
    return new Text(
        "要降为" + next.title().zh() + "，须 " + bound + "（现为 " + Words.number(now.score()) + "）",
        "to become "
            + next.title().en()
            + ", "
            + bound
            + " is needed (now "
            + Words.number(now.score())
            + ")");
  }

  private List<List<BigDecimal>> ways(List<BigDecimal> scores, Grade now) {
    List<List<BigDecimal>> better = new ArrayList<>();
    for (List<BigDecimal> lower : lowered(scores)) {
      if (table.grade(lower).level() > now.level()) {
        better.add(lower);
      }
    }
    long fewest = better.stream().mapToLong(way -> changes(scores, way)).min().orElse(0);
    better.removeIf(way -> changes(scores, way) > fewest);
    better.sort(Comparator.comparing((List<BigDecimal> w) -> table.grade(w).score()).reversed());
    if (fewest > 1) {
      return better.subList(0, Math.min(MOST_COMBINED, better.size()));
    }
    List<List<BigDecimal>> smallest = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      int factor = i;
      better.stream()
          .filter(way -> way.get(factor).compareTo(scores.get(factor)) != 0)
          .findFirst()
          .ifPresent(smallest::add);
    }
    return smallest;
  }

  private static long changes(List<BigDecimal> from, List<BigDecimal> to) {
    long changes = 0;
    for (int i = 0; i < from.size(); i++) {
      changes += from.get(i).compareTo(to.get(i)) == 0 ? 0 : 1;
    }
    return changes;
  }

  /** All combinations of listed scores of which none is higher than now. */
  private List<List<BigDecimal>> lowered(List<BigDecimal> scores) {
    List<List<BigDecimal>> all = List.of(List.of());
    for (int i = 0; i < scores.size(); i++) {
      BigDecimal most = scores.get(i);
      List<List<BigDecimal>> longer = new ArrayList<>();
      for (List<BigDecimal> start : all) {
        for (BigDecimal value : table.factors().get(i).values()) {
          if (value.compareTo(most) <= 0) {
            List<BigDecimal> next = new ArrayList<>(start);
            next.add(value);
            longer.add(next);
          }
        }
      }
      all = longer;
    }
    return all;
  }

  private Text way(List<BigDecimal> from, List<BigDecimal> to) {
    StringBuilder zh = new StringBuilder();
    StringBuilder en = new StringBuilder();
    for (int i = 0; i < from.size(); i++) {
      if (from.get(i).compareTo(to.get(i)) != 0) {
        Factor factor = table.factors().get(i);
        String step = Words.number(from.get(i)) + " → " + Words.number(to.get(i));
        zh.append(zh.isEmpty() ? "" : "，且").append(factor.title().zh()).append(" ").append(step);
        en.append(en.isEmpty() ? "" : " and ").append(factor.title().en()).append(" ").append(step);
      }
    }
    Grade grade = table.grade(to);
    RiskColour colour = RiskColour.of(grade.level());
    String product = table.symbol() + " = " + Words.number(grade.score());
    return new Text(
        zh + "：" + product + "，" + colour.title().zh(),
        en + ": " + product + ", " + colour.title().en());
  }
}
