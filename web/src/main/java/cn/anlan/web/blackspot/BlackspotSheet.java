package cn.anlan.web.blackspot;

import cn.anlan.geo.text.Text;
import cn.anlan.web.blackspot.BlackspotReport.Manifest;
import cn.anlan.web.blackspot.BlackspotReport.Segment;
import cn.anlan.web.blackspot.Registry.Registered;
import cn.anlan.web.sheet.Sheet;
import cn.anlan.web.sheet.SheetTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Ranking and register of accident-prone stretches for people. */
public final class BlackspotSheet {
  private static final Map<String, Text> KINDS =
      Map.of(
          "temporary", new Text("临时", "temporary"),
          "engineering", new Text("工程", "engineering"));
  private static final Map<String, Text> LEVELS =
      Map.of(
          "province", new Text("省级", "province"),
          "city", new Text("市级", "city"),
          "county", new Text("县级", "county"),
          "none", new Text("未挂牌", "none"));
  private static final Map<String, Text> VERDICTS =
      Map.of(
          "better", new Text("减少", "fewer"),
          "not_told", new Text("看不出", "not told"),
          "worse", new Text("增多", "more"),
          "not_comparable", new Text("函数不适用，不予评价", "not comparable"));

  private BlackspotSheet() {}

  public static Sheet of(BlackspotReport report) {
    Manifest m = report.manifest();
    List<Registered> registry = report.registry();
    long confirmed = registry.stream().filter(r -> r.rank() != null).count();
    long overdue = registry.stream().filter(Registered::overdue).count();
    long open = registry.stream().filter(r -> r.overdue() && !r.isDone()).count();
    List<Text> lead = new ArrayList<>();
    lead.add(
        new Text(
            "截至 %s 的 %d 年内，%d 段中有 %d 段被至少一种方法判为事故易发。"
                .formatted(m.asOf(), m.years(), m.stretches(), report.found()),
            "In the %d years up to %s, %d of %d stretches are put forward by a method."
                .formatted(m.years(), m.asOf(), report.found(), m.stretches())));
    if (m.yearsCovered() < m.years() && m.ledgerFrom() != null) {
      lead.add(
          new Text(
              "事故台账为 %s 至 %s，只覆盖其中 %.2f 年：事故率与预测按此折算，窗口判据未折算。"
                  .formatted(m.ledgerFrom(), m.ledgerTo(), m.yearsCovered()),
              ("The ledger of accidents runs from %s to %s and covers %.2f of these years only:"
                      + " rates and predictions are of these, windows count what there is.")
                  .formatted(m.ledgerFrom(), m.ledgerTo(), m.yearsCovered())));
    }
    lead.add(
        new Text(
            "台账登记 %d 段：筛查证实 %d 段；逾期 %d 段，其中 %d 段至今未完成。"
                .formatted(registry.size(), confirmed, overdue, open),
            "%d are registered: %d confirmed, %d overdue, %d of these still not done."
                .formatted(registry.size(), confirmed, overdue, open)));
    if (report.segments().size() < report.found()) {
      lead.add(
          new Text(
              "下表列出排名在前的 %d 段，共 %d 段。".formatted(report.segments().size(), report.found()),
              "The table lists the first %d of %d."
                  .formatted(report.segments().size(), report.found())));
    }
    return new Sheet(
        new Text("事故易发路段", "Accident-prone stretches"),
        lead,
        m.isDemo(),
        List.of(ranking(report.segments()), register(registry)),
        notes(m));
  }

  private static SheetTable ranking(List<Segment> segments) {
    SheetTable table =
        new SheetTable(
            "ranking",
            new Text("排名（按经验贝叶斯超出数）", "Ranking, by empirical Bayes excess"),
            List.of(
                new Text("名次", "Rank"),
                new Text("路段", "Stretch"),
                new Text("事故", "Crashes"),
                new Text("死亡", "Deaths"),
                new Text("预测", "Predicted"),
                new Text("期望", "Expected"),
                new Text("超出", "Excess"),
                new Text("方法数", "Methods"),
                new Text("理由", "Reasons")));
    for (Segment s : segments) {
      table.row(
          s.rank(),
          s.routeNo() + " " + s.fromStake() + "—" + s.toStake(),
          s.crashes(),
          s.deaths(),
          two(s.predicted()),
          two(s.expected()),
          two(s.excess()),
          s.methods(),
          reasons(s));
    }
    return table;
  }

  static Text reasons(Segment segment) {
    return new Text(
        segment.reasons().stream().map(Text::zh).collect(Collectors.joining("；")),
        segment.reasons().stream().map(Text::en).collect(Collectors.joining("; ")));
  }

  private static SheetTable register(List<Registered> registry) {
    SheetTable table =
        new SheetTable(
            "register",
            new Text("治理台账", "Register"),
            List.of(
                new Text("编码", "Code"),
                new Text("路段", "Stretch"),
                new Text("成因", "Cause"),
                new Text("措施", "Measure"),
                new Text("期限", "Due"),
                new Text("完成", "Done"),
                new Text("逾期（天）", "Overdue (days)"),
                new Text("挂牌", "Supervised"),
                new Text("路长", "Road chief"),
                new Text("现名次", "Rank now"),
                new Text("治理前后 θ（95%）", "Effect θ (95 %)")));
    for (Registered r : registry) {
      table.row(
          r.code(),
          r.routeNo() + " " + r.fromStake() + "—" + r.toStake(),
          r.cause(),
          measure(r),
          r.dueOn(),
          r.completedOn(),
          r.overdue() ? r.overdueDays() : null,
          r.listingLevel() == null ? null : LEVELS.get(r.listingLevel()),
          r.roadChiefPost(),
          r.rank() == null ? new Text("未证实", "not confirmed") : r.rank(),
          effect(r));
    }
    return table;
  }

  /** Kind and measure, as far as the register says; null where it says neither. */
  private static Text measure(Registered r) {
    Text kind = r.measureKind() == null ? null : KINDS.get(r.measureKind());
    String measure = r.measure() == null ? "" : r.measure();
    if (measure.isEmpty()) {
      return kind;
    }
    return kind == null
        ? new Text(measure, measure)
        : new Text(kind.zh() + "：" + measure, kind.en() + ": " + measure);
  }

  private static Text effect(Registered r) {
    if (r.effect() == null) {
      return r.noEffect();
    }
    Text verdict = VERDICTS.get(r.effect().verdict());
    if (r.effect().verdict().equals("not_comparable")) {
      return verdict;
    }
    String theta =
        String.format(
            Locale.ROOT,
            "%.2f (%.2f–%.2f) ",
            r.effect().effectiveness(),
            r.effect().lower(),
            r.effect().upper());
    return new Text(theta + verdict.zh(), theta + verdict.en());
  }

  private static List<Text> notes(Manifest m) {
    List<Text> notes = new ArrayList<>();
    notes.add(
        new Text(
            "模型 %s 第 %d 版，路段长 %d 米；滑动窗口也沿路网穿过路口。交通事故 %d 起，%d 起待核、未计入；%d 起所在道路没有桩号，只计入经路口的窗口。"
                .formatted(
                    m.model(),
                    m.modelVersion(),
                    m.stretchM(),
                    m.trafficAccidents(),
                    m.unplaced(),
                    m.withoutStake()),
            ("Model %s, version %d, stretches of %d m; windows also go through junctions. Of %d road"
                    + " accidents %d wait and are not counted; %d are on road without stakes and"
                    + " count in the windows through junctions only.")
                .formatted(
                    m.model(),
                    m.modelVersion(),
                    m.stretchM(),
                    m.trafficAccidents(),
                    m.unplaced(),
                    m.withoutStake())));
    if (m.windowsCutShort() > 0) {
      notes.add(
          new Text(
              "街网过密处经路口的窗口未能全部查完（%d 处起点）：那里可能还有成组的事故未列出；沿单一路线的窗口不受影响。"
                  .formatted(m.windowsCutShort()),
              ("In dense grids of streets not every window through junctions could be looked at"
                      + " (%d starts): there may be groups that are not listed. Windows along one"
                      + " route are not affected.")
                  .formatted(m.windowsCutShort())));
    }
    notes.add(
        new Text(
            "治理前后按经验贝叶斯比较，交通量视为不变；区间含 1 即看不出变化。数据版本 %d。".formatted(m.dataVersion()),
            "Before and after are compared by empirical Bayes with unchanged traffic; an interval that holds 1 tells no change. Data version %d."
                .formatted(m.dataVersion())));
    return notes;
  }

  private static String two(Double value) {
    return value == null ? null : String.format(Locale.ROOT, "%.2f", value);
  }
}
