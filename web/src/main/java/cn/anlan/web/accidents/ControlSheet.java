package cn.anlan.web.accidents;

import cn.anlan.geo.text.Text;
import cn.anlan.web.sheet.MonthChart;
import cn.anlan.web.sheet.Sheet;
import cn.anlan.web.sheet.SheetTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A control chart written for people, with the chart of one unit where it was asked for. */
final class ControlSheet {
  private ControlSheet() {}

  static Sheet of(Control.Answer a) {
    SheetTable table =
        new SheetTable(
            "signals",
            new Text("超出控制限的单位月", "Unit-months beyond their limits"),
            List.of(
                new Text("单位", "Unit"),
                new Text("月份", "Month"),
                new Text("数量", "Count"),
                new Text("应有", "Expected"),
                new Text("控制限", "Limits"),
                new Text("错误发现率", "q"),
                new Text("值得核查", "Worth a look"),
                new Text("说明", "Explanation")));
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
        new Text("逐月数量与控制限：" + a.chartedUnitName(), "Months and limits: " + a.chartedUnitName()),
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
}
