package cn.anlan.analytics.grade.explain;

import cn.anlan.analytics.grade.Gb18218;
import cn.anlan.analytics.grade.Gb18218.Grade;
import cn.anlan.analytics.grade.Gb18218.Quantity;
import cn.anlan.analytics.grade.Gb18218.Substance;
import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.analytics.grade.explain.GradeExplanation.Band;
import cn.anlan.analytics.grade.explain.GradeExplanation.FactorValue;
import cn.anlan.analytics.grade.explain.GradeExplanation.Score;
import cn.anlan.analytics.grade.explain.Ungradable.Fault;
import cn.anlan.geo.text.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Explains the level of a major hazard installation by GB 18218: S, α, β of each substance, R. */
public final class InstallationExplainer {
  private static final String SUBSTANCES = "substances";
  private static final String EXPOSED = "exposed_500m";
  private static final Pattern STOCK =
      Pattern.compile("(.+?)\\s*([0-9]+(?:\\.[0-9]+)?)\\s*(?:t|吨)");

  /** How far a stored R, which has three decimals, may lie from the computed one. */
  private static final BigDecimal R_ROUNDING = new BigDecimal("0.001");

  private final GradingTables tables;

  public InstallationExplainer(GradingTables tables) {
    this.tables = tables;
  }

  /**
   * @param substances each as the layer writes it: {@code 氯 20 t}
   * @param exposed residents within 500 m of the plant boundary, or null
   * @param level as stored, or null
   * @param rValue as stored, or null
   */
  public record Installation(
      List<String> substances, Long exposed, Integer level, BigDecimal rValue) {}

  /**
   * @throws Ungradable where a substance is not in the table, a quantity cannot be read, or the
   *     residents are missing
   */
  public GradeExplanation explain(Installation unit) {
    Gb18218 table = tables.majorHazard();
    List<Quantity> quantities = read(table, unit);
    Grade grade = table.grade(quantities, unit.exposed());
    boolean major = grade.isMajorHazard();
    Text title =
        major ? title(grade.level()) : new Text("不构成重大危险源", "no major hazard installation");
    Integer level = major ? grade.level() : null;
    InstallationRelief relief = new InstallationRelief(table, quantities, unit.exposed(), grade);
    List<Text> notes = new ArrayList<>();
    if (unit.rValue() != null
        && unit.rValue().subtract(grade.rValue()).abs().compareTo(R_ROUNDING) > 0) {
      notes.add(
          new Text(
              "台账 R 为 " + Words.number(unit.rValue()) + "，按因子计算为 " + Words.number(grade.rValue()),
              "stored R is "
                  + Words.number(unit.rValue())
                  + ", the factors give "
                  + Words.number(grade.rValue())));
    }
    return new GradeExplanation(
        level,
        level == null ? null : level.toString(),
        title,
        "major_hazard_level",
        new Score("R", new Text("分级指标 R", "grading value R"), grade.rValue(), false),
        tables.ref(table),
        factors(table, quantities, unit, grade),
        steps(quantities, grade),
        major ? new Band(title, range(table, grade.level())) : null,
        major ? relief.toNextBetter() : List.of(),
        Words.stored(
            "hazard_level",
            unit.level(),
            level,
            unit.level() == null ? null : title(unit.level()),
            title),
        notes);
  }

  private static List<Quantity> read(Gb18218 table, Installation unit) {
    List<Fault> faults = new ArrayList<>();
    List<Quantity> quantities = new ArrayList<>();
    String known =
        table.substances().stream().map(Substance::name).collect(Collectors.joining("、"));
    if (unit.substances() == null || unit.substances().isEmpty()) {
      faults.add(
          new Fault(
              SUBSTANCES, null, "没有危险化学品存量 (no substances stored)", "按“氯 20 t”填写 (write them so)"));
    } else {
      for (String text : unit.substances()) {
        Matcher stock = STOCK.matcher(text.strip());
        if (!stock.matches()) {
          faults.add(
              new Fault(
                  SUBSTANCES,
                  text,
                  "读不出物质和吨数 (no substance and tonnes)",
                  "按“氯 20 t”填写 (write it so)"));
          continue;
        }
        table
            .find(stock.group(1).strip())
            .ifPresentOrElse(
                substance ->
                    quantities.add(new Quantity(substance, new BigDecimal(stock.group(2)))),
                () ->
                    faults.add(
                        new Fault(
                            SUBSTANCES,
                            text,
                            "表 gb18218 没有这种物质 (substance is not in the table)",
                            "取 (take) "
                                + known
                                + "；或在本单位的表中补充 (or add it to the office's table)")));
      }
    }
    if (unit.exposed() == null || unit.exposed() < 0) {
      faults.add(
          new Fault(
              EXPOSED,
              unit.exposed() == null ? null : unit.exposed().toString(),
              "没有厂界外 500 m 内人数，α 无从取值 (residents within 500 m are missing)",
              "填写不小于 0 的人数 (give a number from 0 up)"));
    }
    if (!faults.isEmpty()) {
      throw new Ungradable(faults);
    }
    return quantities;
  }

  private static List<FactorValue> factors(
      Gb18218 table, List<Quantity> quantities, Installation unit, Grade grade) {
    List<FactorValue> factors = new ArrayList<>();
    for (Quantity quantity : quantities) {
      Substance substance = quantity.substance();
      String unconfirmed =
          substance.verify().isEmpty()
              ? ""
              : " [verify " + String.join(", ", substance.verify()) + "]";
      Text note =
          Words.same(
              "Q = "
                  + Words.number(substance.thresholdT())
                  + " t，β = "
                  + Words.number(substance.beta())
                  + unconfirmed);
      factors.add(
          new FactorValue(
              substance.name(),
              Words.same(substance.name()),
              quantity.tonnes(),
              Words.number(quantity.tonnes(), "t"),
              "t",
              note));
    }
    factors.add(
        new FactorValue(
            EXPOSED,
            new Text("厂界外 500 m 内人数", "Residents within 500 m of the boundary"),
            unit.exposed(),
            Words.number(BigDecimal.valueOf(unit.exposed()), "人"),
            "人",
            Words.same("α = " + Words.number(grade.alpha()))));
    return factors;
  }

  private static List<Text> steps(List<Quantity> quantities, Grade grade) {
    List<Text> steps = new ArrayList<>();
    BigDecimal weighted = BigDecimal.ZERO;
    for (Quantity quantity : quantities) {
      Substance substance = quantity.substance();
      BigDecimal part = quantity.tonnes().divide(substance.thresholdT(), MathContext.DECIMAL64);
      weighted = weighted.add(part.multiply(substance.beta()));
      steps.add(
          Words.same(
              "%s：q/Q = %s/%s = %s，β·q/Q = %s × %s = %s"
                  .formatted(
                      substance.name(),
                      Words.number(quantity.tonnes()),
                      Words.number(substance.thresholdT()),
                      Words.number(part),
                      Words.number(substance.beta()),
                      Words.number(part),
                      Words.number(part.multiply(substance.beta())))));
    }
    String ratio = "S = Σq/Q = " + Words.number(grade.ratio());
    steps.add(
        grade.isMajorHazard()
            ? new Text(ratio + " ≥ 1：构成重大危险源", ratio + " ≥ 1: a major hazard installation")
            : new Text(ratio + " < 1：不构成重大危险源", ratio + " < 1: no major hazard installation"));
    steps.add(
        Words.same(
            "R = α·Σβ·q/Q = %s × %s = %s"
                .formatted(
                    Words.number(grade.alpha()),
                    Words.number(weighted),
                    Words.number(grade.rValue()))));
    return steps;
  }

  private static Text range(Gb18218 table, int level) {
    String text = "R";
    for (int i = 0; i < table.levels().size(); i++) {
      if (table.levels().get(i).level() == level) {
        BigDecimal from = table.levels().get(i).from();
        text = from.signum() == 0 ? "R" : Words.number(from) + " ≤ R";
        text += i == 0 ? "" : " < " + Words.number(table.levels().get(i - 1).from());
      }
    }
    return Words.same(text);
  }

  private static Text title(int level) {
    return new Text("一二三四".charAt(level - 1) + "级", "level " + level);
  }
}
