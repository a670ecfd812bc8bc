package cn.anlan.analytics.grade.explain;

import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.analytics.grade.TailingsTable;
import cn.anlan.analytics.grade.TailingsTable.Grade;
import cn.anlan.analytics.grade.TailingsTable.PondClass;
import cn.anlan.analytics.grade.explain.GradeExplanation.FactorValue;
import cn.anlan.analytics.grade.explain.Ungradable.Fault;
import cn.anlan.geo.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Explains the class of a tailings pond. A class is size, not risk: it has no colour. */
public final class PondExplainer {
  private static final String CAPACITY = "capacity_10k_m3";
  private static final String HEIGHT = "dam_height_m";

  private final GradingTables tables;

  public PondExplainer(GradingTables tables) {
    this.tables = tables;
  }

  /**
   * @param capacity10kM3 total capacity in 万m³, or null
   * @param pondClass as stored, or null
   */
  public record Pond(BigDecimal capacity10kM3, BigDecimal damHeightM, String pondClass) {}

  /**
   * @throws Ungradable where capacity or height is missing or negative
   */
  public GradeExplanation explain(Pond pond) {
    List<Fault> faults = new ArrayList<>();
    check(CAPACITY, pond.capacity10kM3(), faults);
    check(HEIGHT, pond.damHeightM(), faults);
    if (!faults.isEmpty()) {
      throw new Ungradable(faults);
    }
    TailingsTable table = tables.tailings();
    Grade grade = table.grade(pond.capacity10kM3().doubleValue(), pond.damHeightM().doubleValue());
    PondClass combined = grade.combined();
    return new GradeExplanation(
        null,
        combined.code(),
        combined.title(),
        "tailings_class",
        null,
        tables.ref(table),
        List.of(
            factor(CAPACITY, "全库容 V", "Total capacity V", pond.capacity10kM3(), "万m³"),
            factor(HEIGHT, "坝高 H", "Dam height H", pond.damHeightM(), "m")),
        steps(pond, grade),
        null,
        lower(table, pond, grade),
        Words.stored(
            "pond_class",
            pond.pondClass(),
            combined.code(),
            table.classes().stream()
                .filter(c -> Objects.equals(c.code(), pond.pondClass()))
                .map(PondClass::title)
                .findFirst()
                .orElse(null),
            combined.title()),
        List.of(
            table.raisedFor(),
            new Text(
                "GB 39496-2020 已取消危、险、病、正常库的分级；原安全度只作历史",
                "GB 39496-2020 has no grades of safety any more; former ones are history")));
  }

  private static void check(String field, BigDecimal value, List<Fault> faults) {
    if (value == null || value.signum() < 0) {
      faults.add(
          new Fault(
              field,
              value == null ? null : Words.number(value),
              value == null ? "没有填写 (is missing)" : "不能为负 (must not be negative)",
              "填写不小于 0 的 " + field + " (give a number from 0 up)"));
    }
  }

  private static FactorValue factor(
      String name, String zh, String en, BigDecimal value, String unit) {
    return new FactorValue(name, new Text(zh, en), value, Words.number(value, unit), unit, null);
  }

  private static List<Text> steps(Pond pond, Grade grade) {
    String v = "V = " + Words.number(pond.capacity10kM3()) + " 万m³";
    String h = "H = " + Words.number(pond.damHeightM()) + " m";
    String combinedZh =
        grade.apart() == 0
            ? "两者同等"
            : grade.apart() > 1 ? "两者相差" + grade.apart() + "等，按高者降一等" : "两者相差一等，按高者";
    String combinedEn =
        grade.apart() == 0
            ? "both agree"
            : grade.apart() > 1
                ? "they differ by " + grade.apart() + " classes: one below the higher"
                : "they differ by one class: the higher";
    return List.of(
        new Text(
            "按库容 " + v + "：" + grade.byCapacity().title().zh(),
            "by capacity " + v + ": " + grade.byCapacity().title().en()),
        new Text(
            "按坝高 " + h + "：" + grade.byHeight().title().zh(),
            "by height " + h + ": " + grade.byHeight().title().en()),
        new Text(
            combinedZh + " ⇒ " + grade.combined().title().zh(),
            combinedEn + " ⇒ " + grade.combined().title().en()));
  }

  /** Below which capacity, or which height, the pond would have a lower class. */
  private static List<Text> lower(TailingsTable table, Pond pond, Grade now) {
    List<Text> ways = new ArrayList<>();
    int classNow = table.classes().indexOf(now.combined());
    for (PondClass bound : table.classes()) {
      BigDecimal v = bound.capacityWanM3();
      if (ways.isEmpty() && v.signum() > 0 && v.compareTo(pond.capacity10kM3()) <= 0) {
        add(
            table,
            classNow,
            below(v),
            pond.damHeightM(),
            "全库容低于 " + Words.number(v) + " 万m³",
            "capacity below " + Words.number(v) + " 万m³",
            ways);
      }
    }
    int capacityWays = ways.size();
    for (PondClass bound : table.classes()) {
      BigDecimal h = bound.damHeightM();
      if (ways.size() == capacityWays && h.signum() > 0 && h.compareTo(pond.damHeightM()) <= 0) {
        add(
            table,
            classNow,
            pond.capacity10kM3(),
            below(h),
            "坝高低于 " + Words.number(h) + " m",
            "dam below " + Words.number(h) + " m",
            ways);
      }
    }
    return ways;
  }

  private static BigDecimal below(BigDecimal bound) {
    return bound.subtract(new BigDecimal("0.001"));
  }

  private static void add(
      TailingsTable table,
      int classNow,
      BigDecimal capacity,
      BigDecimal height,
      String zh,
      String en,
      List<Text> ways) {
    PondClass then = table.grade(capacity.doubleValue(), height.doubleValue()).combined();
    if (table.classes().indexOf(then) > classNow) {
      ways.add(new Text(zh + "：" + then.title().zh(), en + ": " + then.title().en()));
    }
  }
}
