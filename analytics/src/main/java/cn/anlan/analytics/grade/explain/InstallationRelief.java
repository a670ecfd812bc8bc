package cn.anlan.analytics.grade.explain;

import cn.anlan.analytics.grade.Gb18218;
import cn.anlan.analytics.grade.Gb18218.Exposure;
import cn.anlan.analytics.grade.Gb18218.Grade;
import cn.anlan.analytics.grade.Gb18218.Quantity;
import cn.anlan.geo.text.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What would bring a major hazard installation one level down: less of one substance, or fewer
 * residents, the others as they are. Quantities are given to a tenth of a tonne, on the safe side.
 */
final class InstallationRelief {
  private static final MathContext PRECISION = MathContext.DECIMAL64;

  private final Gb18218 table;
  private final List<Quantity> quantities;
  private final long exposed;
  private final Grade grade;

  InstallationRelief(Gb18218 table, List<Quantity> quantities, long exposed, Grade grade) {
    this.table = table;
    this.quantities = quantities;
    this.exposed = exposed;
    this.grade = grade;
  }

  List<Text> toNextBetter() {
    BigDecimal bound =
        table.levels().stream()
            .filter(l -> l.level() == grade.level())
            .findFirst()
            .orElseThrow()
            .from();
    return bound.signum() == 0 ? leaving() : below(bound);
  }

  private List<Text> below(BigDecimal bound) {
    List<Text> ways = new ArrayList<>();
    String needs = "R < " + Words.number(bound);
    ways.add(
        new Text(
            "要降一级，须 " + needs + "（现为 " + Words.number(grade.rValue()) + "）",
            "one level down needs " + needs + " (now " + Words.number(grade.rValue()) + ")"));
    BigDecimal weighted = grade.rValue().divide(grade.alpha(), PRECISION);
    for (int i = 0; i < quantities.size(); i++) {
      Quantity quantity = quantities.get(i);
      BigDecimal beta = quantity.substance().beta();
      BigDecimal others = weighted.subtract(beta.multiply(share(quantity)));
      BigDecimal allowed =
          bound
              .divide(grade.alpha(), PRECISION)
              .subtract(others)
              .multiply(quantity.substance().thresholdT())
              .divide(beta, PRECISION);
      String limit = tenth(allowed);
      less(quantity, allowed, "R " + less(bound), limit, ways);
    }
    residents(bound, weighted, ways);
    return ways;
  }

  /** Level four: the way down is to be no major hazard installation at all, S below one. */
  private List<Text> leaving() {
    List<Text> ways = new ArrayList<>();
    ways.add(
        new Text(
            "已是最低一级；S < 1 时不再构成重大危险源（现为 " + Words.number(grade.ratio()) + "）",
            "already the lowest level; with S < 1 it would be no major hazard installation (now "
                + Words.number(grade.ratio())
                + ")"));
    for (Quantity quantity : quantities) {
      BigDecimal others = grade.ratio().subtract(share(quantity));
      BigDecimal allowed =
          BigDecimal.ONE.subtract(others).multiply(quantity.substance().thresholdT());
      less(quantity, allowed, "S < 1", tenth(allowed), ways);
    }
    return ways;
  }

  private static void less(
      Quantity quantity, BigDecimal allowed, String then, String limit, List<Text> ways) {
    String name = quantity.substance().name();
    if (allowed.signum() > 0 && !limit.equals("0")) {
      String now = Words.number(quantity.tonnes());
      ways.add(
          new Text(
              name + "由 " + now + " t 减到 " + limit + " t 以下：" + then,
              name + " from " + now + " t to below " + limit + " t: " + then));
    }
  }

  private void residents(BigDecimal bound, BigDecimal weighted, List<Text> ways) {
    for (int i = 1; i < table.exposures().size(); i++) {
      Exposure fewer = table.exposures().get(i);
      long most = table.exposures().get(i - 1).from() - 1;
      BigDecimal rValue = fewer.alpha().multiply(weighted, PRECISION);
      if (most < exposed && rValue.compareTo(bound) < 0) {
        String then = "α = " + Words.number(fewer.alpha()) + "，R = " + Words.number(rValue);
        ways.add(
            new Text(
                "厂界外 500 m 内由 " + exposed + " 人减到不多于 " + most + " 人：" + then,
                "residents within 500 m from " + exposed + " to at most " + most + ": " + then));
        return;
      }
    }
  }

  private static BigDecimal share(Quantity quantity) {
    return quantity.tonnes().divide(quantity.substance().thresholdT(), PRECISION);
  }

  private static String less(BigDecimal bound) {
    return "< " + Words.number(bound);
  }

  private static String tenth(BigDecimal tonnes) {
    return Words.number(tonnes.setScale(1, RoundingMode.DOWN));
  }
}
