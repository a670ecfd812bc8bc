package cn.anlan.web.crash;

import cn.anlan.geo.text.Text;
import cn.anlan.web.crash.MatchReport.Manifest;
import cn.anlan.web.crash.MatchReport.OnRoad;
import cn.anlan.web.crash.MatchReport.Waiting;
import cn.anlan.web.sheet.Sheet;
import cn.anlan.web.sheet.SheetTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The matching of accidents for people: how many stand where on what grounds, and the queue. */
public final class MatchSheet {
  private static final Map<String, Text> REASONS =
      Map.of(
          "no_place", new Text("无坐标、无路线桩号", "no position and no stake"),
          "unknown_route", new Text("路线不存在", "unknown route"),
          "stake_outside", new Text("桩号不在路线上", "stake outside the route"),
          "off_road", new Text("附近没有公路", "off the roads"),
          "contradiction", new Text("互相矛盾", "contradiction"),
          "ambiguous", new Text("不能确定", "ambiguous"),
          "imprecise", new Text("地点过粗", "place too coarse"));

  private MatchSheet() {}

  public static Sheet of(MatchReport report) {
    Manifest m = report.manifest();
    Text lead =
        new Text(
            "截至 %s 的道路交通事故 %d 起，已落路 %d 起，待核 %d 起。"
                .formatted(m.asOf(), m.trafficAccidents(), m.placed(), m.queued()),
            "Of %d road accidents up to %s, %d are placed and %d wait."
                .formatted(m.trafficAccidents(), m.asOf(), m.placed(), m.queued()));
    SheetTable table = report.queue().isEmpty() ? placed(report) : queue(report);
    return new Sheet(
        new Text("事故落路", "Accidents on roads"),
        List.of(lead),
        m.isDemo(),
        List.of(counts(m), table),
        List.of(
            new Text(
                "把握是按模型（%s 第 %d 版）位置误差不超过 %.0f 米且路线正确的概率，地点自身的误差计入；低于 %.2f 或互相矛盾的不落路。"
                    .formatted(m.model(), m.modelVersion(), m.samePlaceM(), m.acceptFrom()),
                ("Confidence is the probability by the model (%s, version %d) that the route is right and"
                        + " the place within %.0f m, its own error counted; below %.2f, or contradicting itself, none is given.")
                    .formatted(m.model(), m.modelVersion(), m.samePlaceM(), m.acceptFrom())),
            new Text(
                "数据版本 %d；本表列出 %d / %d 起。"
                    .formatted(m.dataVersion(), table.rows().size(), report.numberMatched()),
                "Data version %d; %d of %d are listed."
                    .formatted(m.dataVersion(), table.rows().size(), report.numberMatched()))));
  }

  private static SheetTable counts(Manifest m) {
    SheetTable table =
        new SheetTable(
            "counts",
            new Text("情况", "Counts"),
            List.of(new Text("类别", "Kind"), new Text("起数", "Accidents")));
    m.confidence()
        .forEach(
            (from, count) ->
                table.row(new Text("已落路，把握 ≥ " + from, "Placed, confidence ≥ " + from), count));
    m.waiting()
        .forEach(
            (reason, count) -> {
              Text title = REASONS.get(reason);
              table.row(new Text("待核：" + title.zh(), "Waiting: " + title.en()), count);
            });
    return table;
  }

  private static SheetTable queue(MatchReport report) {
    SheetTable table =
        new SheetTable(
            "queue",
            new Text("待核事故", "Accidents that wait"),
            List.of(
                new Text("事故", "Accident"),
                new Text("日期", "Day"),
                new Text("所报路线桩号", "As reported"),
                new Text("原因", "Why"),
                new Text("最可能", "Most probable"),
                new Text("如何更正", "Remedy")));
    for (Waiting w : report.queue()) {
      String reported =
          (w.reportedRoute() == null ? "" : w.reportedRoute() + " ")
              + (w.reportedStake() == null ? "" : w.reportedStake());
      String best =
          w.best() == null
              ? null
              : String.format(
                  Locale.ROOT,
                  "%s %s (%.2f; %s %.2f)",
                  w.best().routeNo(),
                  w.best().stake(),
                  w.best().probability(),
                  w.best().routeNo(),
                  w.best().routeProbability());
      table.row(w.code(), w.occurredOn(), reported, w.why(), best, w.remedy());
    }
    return table;
  }

  private static SheetTable placed(MatchReport report) {
    SheetTable table =
        new SheetTable(
            "placed",
            new Text("已落路事故", "Accidents on roads"),
            List.of(
                new Text("事故", "Accident"),
                new Text("日期", "Day"),
                new Text("路线", "Route"),
                new Text("桩号", "Stake"),
                new Text("把握", "Confidence"),
                new Text("路线把握", "Of the route"),
                new Text("沿路误差（米）", "σ along the road (m)")));
    for (OnRoad on : report.placed()) {
      table.row(
          on.code(),
          on.occurredOn(),
          on.routeNo(),
          on.stake(),
          String.format(Locale.ROOT, "%.4f", on.confidence()),
          String.format(Locale.ROOT, "%.4f", on.routeConfidence()),
          Math.round(on.sigmaM()));
    }
    return table;
  }
}
