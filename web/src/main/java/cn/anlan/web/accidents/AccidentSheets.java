package cn.anlan.web.accidents;

import cn.anlan.geo.text.Text;
import cn.anlan.web.sheet.MonthChart;
import cn.anlan.web.sheet.Sheet;
import cn.anlan.web.sheet.SheetTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The answers written for people. */
final class AccidentSheets {
  private static final Text UNIT = new Text("单位", "Unit");
  private static final Text EXPLANATION = new Text("说明", "Explanation");

  private AccidentSheets() {}

  static Sheet of(Summary.Answer a) {
    SheetTable units =
        new SheetTable(
            "units",
            new Text("各单位", "By unit"),
            List.of(
                UNIT,
                new Text("事故起数", "Accidents"),
                new Text("死亡", "Deaths"),
                new Text("重伤（含急性中毒）", "Seriously injured"),
                new Text("较大", "Larger"),
                new Text("重大", "Major"),
                new Text("特别重大", "Extraordinary"),
                new Text("直接损失（万元）", "Loss (10k yuan)")));
    List<Summary.Row> rows = new ArrayList<>(List.of(a.total()));
    rows.addAll(a.units());
    for (Summary.Row r : rows) {
      units.row(
          r.name(),
          r.accidents(),
          r.deaths(),
          r.seriouslyInjured(),
          r.larger(),
          r.major(),
          r.extraordinary(),
          String.format(Locale.ROOT, "%.2f", r.loss10kYuan()));
    }
    SheetTable revisions =
        new SheetTable(
            "revisions",
            new Text("死亡人数有补报的事故", "Accidents whose deaths were revised"),
            List.of(
                new Text("编号", "Code"),
                new Text("日期", "Date"),
                new Text("县", "County"),
                new Text("期限（日）", "Window (days)"),
                new Text("初报→现报", "First → now"),
                new Text("等级", "Severity"),
                new Text("调查级别", "Investigated by")));
    for (Summary.Revised r : a.revisions()) {
      boolean same = r.severityFirst().equals(r.severityNow());
      revisions.row(
          r.code(),
          r.occurredOn(),
          r.county(),
          r.windowDays(),
          r.deathsFirst() + " → " + r.deathsNow(),
          same
              ? r.severityTitle()
              : new Text(
                  r.severityTitleFirst().zh() + " → " + r.severityTitle().zh(),
                  r.severityTitleFirst().en() + " → " + r.severityTitle().en()),
          same
              ? r.investigatorNow()
              : new Text(
                  r.investigatorFirst().zh() + " → " + r.investigatorNow().zh(),
                  r.investigatorFirst().en() + " → " + r.investigatorNow().en()));
    }
    Text lead =
        new Text(
            "%s 至 %s：事故 %d 起、死亡 %d 人，其中较大 %d 起、重大 %d 起、特别重大 %d 起。初报死亡 %d 人；%d 起有补报，%d 起因此改变等级。"
                .formatted(
                    a.manifest().window().from(),
                    a.manifest().window().to(),
                    a.total().accidents(),
                    a.total().deaths(),
                    a.total().larger(),
                    a.total().major(),
                    a.total().extraordinary(),
                    a.deathsFirst(),
                    a.revised(),
                    a.reclassified()),
            "%s to %s: %d accidents, %d deaths (%d by the first reports); %d accidents were revised, %d changed their severity."
                .formatted(
                    a.manifest().window().from(),
                    a.manifest().window().to(),
                    a.total().accidents(),
                    a.total().deaths(),
                    a.deathsFirst(),
                    a.revised(),
                    a.reclassified()));
    return sheet(
        new Text("事故情况", "Accidents"), List.of(lead), a.manifest(), List.of(units, revisions));
  }

  static Sheet of(Comparisons.Answer a) {
    SheetTable table =
        new SheetTable(
            "compare",
            new Text("同比", "Against the year before"),
            List.of(
                UNIT,
                new Text("指标", "Measure"),
                new Text("本期", "Now"),
                new Text("上年同期", "Before"),
                new Text("同比", "Change"),
                new Text("本期 95% 区间", "95 % of now"),
                new Text("p", "p"),
                new Text("结论", "Verdict"),
                new Text("备注", "Note")));
    for (Comparisons.Row r : a.rows()) {
      table.row(
          r.name(),
          r.measure().equals("deaths") ? new Text("死亡", "deaths") : new Text("起数", "accidents"),
          r.current(),
          r.previous(),
          r.changePct() == null ? "n/a" : r.changePct().toPlainString() + "%",
          String.format(
              Locale.ROOT, "%.1f–%.1f", r.currentInterval95().low(), r.currentInterval95().high()),
          String.format(Locale.ROOT, "%.3f", r.pValue()),
          verdict(r),
          r.note());
    }
    List<Text> lead = new ArrayList<>();
    a.rows().stream().filter(r -> r.qValue() == null).forEach(r -> lead.add(r.explanation()));
    if (a.rows().size() > 2) {
      lead.add(
          new Text(
              String.format(
                  Locale.ROOT,
                  "同时比较各单位时，仅凭偶然也会有约 %.1f 项看似“真实变化”；控制错误发现率后成立的有 %d 项。",
                  a.realByChance(),
                  standing(a)),
              String.format(
                  Locale.ROOT,
                  "Among so many comparisons chance alone makes about %.1f look real; %d hold with the false discovery rate controlled.",
                  a.realByChance(),
                  standing(a))));
    }
    return sheet(new Text("事故同比", "Accidents compared"), lead, a.manifest(), List.of(table));
  }

  private static long standing(Comparisons.Answer a) {
    return a.rows().stream().filter(r -> Boolean.TRUE.equals(r.holdsAmongMany())).count();
  }

  private static Text verdict(Comparisons.Row r) {
    Text text =
        switch (r.verdict()) {
          case "real_fall" -> new Text("真实下降", "real fall");
          case "real_rise" -> new Text("真实上升", "real rise");
          default -> new Text("随机波动", "chance");
        };
    boolean doubtful = Boolean.FALSE.equals(r.holdsAmongMany()) && !r.verdict().equals("chance");
    return doubtful
        ? new Text(text.zh() + "（多重比较后存疑）", text.en() + " (doubtful among many)")
        : text;
  }

  static Sheet of(Targets.Answer a) {
    SheetTable table =
        new SheetTable(
            "targets",
            new Text("控制指标", "Targets"),
            List.of(
                new Text("地区", "Region"),
                new Text("指标", "Target"),
                new Text("上年", "Year before"),
                new Text("控制数", "Ceiling"),
                new Text("至今", "So far"),
                new Text("进度控制数", "Allowed by now"),
                new Text("完成可能", "Probability"),
                new Text("状态", "State")));
    for (Targets.Row r : a.rows()) {
      table.row(
          r.regionName(),
          r.name() + (r.fallPct() == null ? "" : " −" + r.fallPct().toPlainString() + "%"),
          r.previousYear(),
          r.ceiling(),
          r.toDate(),
          String.format(Locale.ROOT, "%.1f", r.proRataCeiling()),
          String.format(Locale.ROOT, "%.0f%%", 100 * r.probability()),
          state(r.state()));
    }
    List<Text> lead =
        new ArrayList<>(
            a.rows().stream()
                .filter(r -> r.region().equals("360000"))
                .map(
                    r ->
                        new Text(r.regionName() + " " + r.explanation().zh(), r.explanation().en()))
                .toList());
    if (a.rows().isEmpty()) {
      lead.add(new Text("该年度没有下达可由事故推算的指标。", "No target of this year counts accidents."));
    }
    List<Text> notes = new ArrayList<>(a.manifest().notes());
    notes.addAll(a.notEvaluated());
    notes.add(
        new Text(
            "控制数 = ⌊上年 ×（1 − 降幅）⌋；完成可能按今年至今的水平和月际离散推算（本系统设计）。",
            "Ceiling = floor(year before × (1 − fall)); the probability is a forecast by the pace so far (our design)."));
    return new Sheet(
        new Text("指标进度", "Targets"), lead, a.manifest().isDemo(), List.of(table), notes);
  }

  private static Text state(String state) {
    return switch (state) {
      case "met" -> new Text("完成", "met");
      case "missed" -> new Text("未完成", "missed");
      case "exceeded" -> new Text("已突破", "exceeded");
      case "on_track" -> new Text("进度内", "on track");
      default -> new Text("超进度", "behind");
    };
  }

  static Sheet of(Control.Answer a) {
    SheetTable table =
        new SheetTable(
            "signals",
            new Text("超出控制限的单位月", "Unit-months beyond their limits"),
            List.of(
                UNIT,
                new Text("月份", "Month"),
                new Text("数量", "Count"),
                new Text("应有", "Expected"),
                new Text("控制限", "Limits"),
                new Text("错误发现率", "q"),
                new Text("值得核查", "Worth a look"),
                EXPLANATION));
    for (Control.Signal s : a.signals()) {
      table.row(
          s.name(),
          s.month(),
          s.count(),
          String.format(Locale.ROOT, "%.1f", s.expected()),
          s.lowerLimit() + "–" + s.upperLimit(),
          String.format(Locale.ROOT, "%.4f", s.qValue()),
          s.worthALook() ? new Text("是", "yes") : new Text("否", "no"),
          s.explanation());
    }
    Text lead =
        new Text(
            String.format(
                Locale.ROOT,
                "%s 至 %s 共 %d 个单位月：超出各自控制限的 %d 个（仅凭偶然至多约 %.1f 个），控制错误发现率后值得核查的 %d 个。",
                a.from(),
                a.to(),
                a.unitMonths(),
                a.outside(),
                a.outsideByChance(),
                a.worthALook()),
            String.format(
                Locale.ROOT,
                "%d unit-months from %s to %s: %d beyond their limits (chance alone: up to %.1f), %d worth a look with the false discovery rate controlled.",
                a.unitMonths(),
                a.from(),
                a.to(),
                a.outside(),
                a.outsideByChance(),
                a.worthALook()));
    List<Sheet.Part> parts = new ArrayList<>();
    if (a.chart() != null) {
      parts.add(chart(a));
    }
    parts.add(table);
    List<Text> notes = new ArrayList<>(a.manifest().notes());
    if (!a.leftOut().isEmpty()) {
      notes.add(
          new Text(
              "无常住人口、未作控制图的单位：" + a.leftOut(), "Without residents, not charted: " + a.leftOut()));
    }
    return new Sheet(
        new Text("事故控制图", "Control chart"), List.of(lead), a.manifest().isDemo(), parts, notes);
  }

  private static MonthChart chart(Control.Answer a) {
    List<Control.Month> months = a.chart();
    List<Integer> marked = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      Control.Month m = months.get(i);
      if (m.count() > m.upperLimit() || m.count() < m.lowerLimit()) {
        marked.add(i);
      }
    }
    return new MonthChart(
        "control",
        new Text("逐月数量与控制限：" + a.chartedUnit(), "Months and limits: " + a.chartedUnit()),
        months.stream().map(m -> m.month().toString().substring(2)).toList(),
        months.stream().mapToDouble(Control.Month::count).toArray(),
        marked,
        List.of(
            new MonthChart.Line(
                new Text("应有数量", "Expected"),
                months.stream().mapToDouble(Control.Month::expected).toArray()),
            new MonthChart.Line(
                new Text("上控制限", "Upper limit"),
                months.stream().mapToDouble(Control.Month::upperLimit).toArray())));
  }

  static Sheet of(Seasons.Answer a) {
    SheetTable table =
        new SheetTable(
            "months",
            new Text("各月指数", "Monthly indices"),
            List.of(
                new Text("月", "Month"),
                new Text("实际", "Observed"),
                new Text("均匀时应有", "Expected"),
                new Text("指数", "Index"),
                new Text("95% 区间", "95 %")));
    double[] index = new double[a.months().size()];
    double[] even = new double[index.length];
    for (Seasons.Month m : a.months()) {
      index[m.month() - 1] = m.index() == null ? Double.NaN : m.index();
      even[m.month() - 1] = 1;
      table.row(
          m.month(),
          m.observed(),
          String.format(Locale.ROOT, "%.1f", m.expected()),
          m.index() == null ? null : String.format(Locale.ROOT, "%.2f", m.index()),
          m.low() == null ? null : String.format(Locale.ROOT, "%.2f–%.2f", m.low(), m.high()));
    }
    MonthChart chart =
        new MonthChart(
            "season",
            new Text("月指数：" + a.unitName(), "Monthly index: " + a.unitName()),
            a.months().stream().map(m -> Integer.toString(m.month())).toList(),
            index,
            List.of(),
            List.of(new MonthChart.Line(new Text("平均水平", "Average"), even)));
    return sheet(
        new Text("季节规律", "Season"), List.of(a.explanation()), a.manifest(), List.of(chart, table));
  }

  private static Sheet sheet(
      Text title, List<Text> lead, Manifest manifest, List<Sheet.Part> parts) {
    return new Sheet(title, lead, manifest.isDemo(), parts, manifest.notes());
  }
}
