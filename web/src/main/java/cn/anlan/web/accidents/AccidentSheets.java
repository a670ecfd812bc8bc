package cn.anlan.web.accidents;

import cn.anlan.geo.text.Text;
import cn.anlan.web.sheet.MonthChart;
import cn.anlan.web.sheet.Sheet;
import cn.anlan.web.sheet.SheetTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Summary, targets and seasons written for people. */
final class AccidentSheets {
  private static final Text UNIT = new Text("单位", "Unit");

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
