package cn.anlan.web.blackspot;

import cn.anlan.geo.text.Text;
import cn.anlan.web.sheet.Sheet;
import cn.anlan.web.sheet.SheetTable;
import java.util.List;
import java.util.Locale;

/** What a treatment did, for people. */
public final class EvaluationSheet {
  private EvaluationSheet() {}

  public static Sheet of(Evaluation e, boolean isDemo) {
    SheetTable table =
        new SheetTable(
            "evaluation",
            new Text("治理前后", "Before and after"),
            List.of(new Text("项目", "Item"), new Text("治理前", "Before"), new Text("治理后", "After")));
    table.row(new Text("时段", "Time"), e.from() + "—" + e.treatedOn(), e.treatedOn() + "—" + e.to());
    table.row(
        new Text("日交通量（辆）", "Vehicles a day"), Math.round(e.adtBefore()), Math.round(e.adtAfter()));
    table.row(new Text("实有事故（起）", "Crashes counted"), e.observedBefore(), e.observedAfter());
    table.row(
        new Text("按交通量预测", "Predicted from traffic"),
        two(e.predictedBefore()),
        two(e.predictedAfter()));
    table.row(
        new Text("期望（后：若不治理）", "Expected (after: without the treatment)"),
        two(e.expectedBefore()),
        two(e.withoutTreatment()));
    String stretch = e.routeNo() + " " + e.fromStake() + "—" + e.toStake();
    return new Sheet(
        new Text(stretch + " 治理成效", "Effect of the treatment of " + stretch),
        List.of(e.text()),
        isDemo,
        List.of(table),
        List.of(
            new Text(
                "比值 %s，效果指数 θ %s，标准误 %s。θ 低于 1 即事故减少；区间含 1 即看不出变化。"
                    .formatted(two(e.oddsRatio()), two(e.effectiveness()), two(e.standardError())),
                "Odds ratio %s, index of effectiveness θ %s, standard error %s. Below 1 crashes fell; an interval that holds 1 tells no change."
                    .formatted(two(e.oddsRatio()), two(e.effectiveness()), two(e.standardError()))),
            e.adtAfterGiven()
                ? new Text("治理后交通量为所给之数。", "The traffic after is the one given.")
                : new Text("未给治理后交通量，视为不变。", "No traffic after was given: taken as unchanged."),
            new Text(
                "方法：E. Hauer（1997），美国公路安全手册（2010）第9章。",
                "Method: E. Hauer (1997); AASHTO Highway Safety Manual (2010), ch. 9.")));
  }

  private static String two(Double value) {
    return value == null ? null : String.format(Locale.ROOT, "%.2f", value);
  }
}
