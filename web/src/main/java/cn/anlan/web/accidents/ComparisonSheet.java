package cn.anlan.web.accidents;

import cn.anlan.geo.text.Text;
import cn.anlan.web.sheet.Sheet;
import cn.anlan.web.sheet.SheetTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** 同比 written for people: the verdicts in words, doubtful ones called so. */
final class ComparisonSheet {
  private ComparisonSheet() {}

  static Sheet of(Comparisons.Answer a) {
    SheetTable table =
        new SheetTable(
            "compare",
            new Text("同比", "Against the year before"),
            List.of(
                new Text("单位", "Unit"),
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
          r.pValue() < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", r.pValue()),
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
    return new Sheet(
        new Text("事故同比", "Accidents compared"),
        lead,
        a.manifest().isDemo(),
        List.of(table),
        a.manifest().notes());
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
}
