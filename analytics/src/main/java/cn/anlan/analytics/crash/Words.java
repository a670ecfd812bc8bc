package cn.anlan.analytics.crash;

import cn.anlan.analytics.crash.Match.Candidate;
import cn.anlan.analytics.crash.Match.Queued;
import cn.anlan.analytics.crash.Match.Reason;
import cn.anlan.analytics.crash.Routes.Route;
import cn.anlan.geo.road.Stakes;
import cn.anlan.geo.road.topology.Foot;
import cn.anlan.geo.text.Text;
import java.util.List;
import java.util.Locale;

/** Says why a report waits, with the values that do not go together and what would help. */
final class Words {
  private static final Text CORRECT_ONE =
      new Text("查明后更正台账中的路线、桩号或坐标", "correct route, stake or position in the ledger");

  private final MatchModel model;
  private final Report report;
  private final Candidate best;

  Words(MatchModel model, Report report, Candidate best) {
    this.model = model;
    this.report = report;
    this.best = best;
  }

  /**
   * @param called the stored routes that may be meant: none, or several
   */
  Queued unknownRoute(List<String> called) {
    if (!called.isEmpty()) {
      String all = String.join("、", called);
      return queued(
          Reason.AMBIGUOUS,
          text("路线“%s”可指 %s", "the route “%s” may mean %s", report.route(), all),
          new Text("照原样写其中一个编号", "write one of these numbers just so"));
    }
    return queued(
        Reason.UNKNOWN_ROUTE,
        text("路网中没有路线“%s”", "no stored route is called “%s”", report.route()),
        new Text("更正路线编号（如 G105），或补录该路", "correct the number (such as G105), or add the road"));
  }

  Queued noPlace() {
    return queued(
        Reason.NO_PLACE,
        new Text("没有坐标，也没有路线加桩号", "no position, and no route with a stake"),
        new Text("补充坐标，或路线编号和桩号", "add a position, or a route number and a stake"));
  }

  Queued stakeOutside(Route route) {
    return queued(
        Reason.STAKE_OUTSIDE,
        text(
            "%s 没有桩号 %s，已有 %s—%s",
            "%s has no stake %s; it has %s to %s",
            route.no,
            Stakes.text(report.stakeKm()),
            Stakes.text(route.fromKm),
            Stakes.text(route.toKm)),
        new Text("更正桩号，或补录缺少的路段", "correct the stake, or add the missing piece of road"));
  }

  Queued offRoad(Foot nearest) {
    return queued(
        Reason.OFF_ROAD,
        nearest == null
            ? new Text("附近没有公路", "no road anywhere near")
            : text("距最近的公路 %.0f 米", "the nearest road is %.0f m away", nearest.distanceM()),
        new Text(
            "核对坐标及其坐标系；不在公路上的事故无需落路",
            "check the position and its datum; an accident off the roads need not be placed"));
  }

  Queued stakeAndPosition(double metres) {
    return queued(
        Reason.CONTRADICTION,
        text(
            "%s %s 与坐标相距 %.1f 公里",
            "%s %s and the position are %.1f km apart",
            report.route(),
            Stakes.text(report.stakeKm()),
            metres / 1000),
        CORRECT_ONE);
  }

  /**
   * @param metres NaN where the route is nowhere near
   */
  Queued routeAndPosition(Route route, double metres) {
    return queued(
        Reason.CONTRADICTION,
        Double.isNaN(metres)
            ? text("坐标附近没有 %s", "%s is nowhere near the position", route.no)
            : text("坐标距 %s 有 %.1f 公里", "%s is %.1f km from the position", route.no, metres / 1000),
        CORRECT_ONE);
  }

  Queued ambiguous(Candidate second) {
    String other =
        second == null
            ? ""
            : String.format(
                Locale.ROOT,
                "，%s %s %.0f%%",
                second.place().routeNo(),
                second.place().stake(),
                100 * second.probability());
    return queued(
        Reason.AMBIGUOUS,
        text(
            "不能确定：%s %s %.0f%%%s（低于 %.0f%%）",
            "not certain: %s %s %.0f %%%s (below %.0f %%)",
            best.place().routeNo(),
            best.place().stake(),
            100 * best.probability(),
            other,
            100 * model.acceptFrom()),
        missing());
  }

  /** What would tell, of what the report does not state. */
  private Text missing() {
    boolean isNamed = report.route() != null && !report.route().isBlank();
    if (!report.hasPosition()) {
      return new Text("补充坐标", "add a position");
    }
    if (!isNamed) {
      return new Text("补充路线编号和桩号", "add the route number and the stake");
    }
    return report.hasStake() ? CORRECT_ONE : new Text("补充桩号", "add the stake");
  }

  Queued imprecise() {
    RoadPlace place = best.place();
    return queued(
        Reason.IMPRECISE,
        text(
            "地点只精确到约 ±%.0f 米：%s %s，路线把握 %.0f%%，%.0f 米以内的把握 %.0f%%（低于 %.0f%%）",
            "the place is known to some ±%.0f m only: %s %s, the route with %.0f %%, within %.0f m with"
                + " %.0f %% (below %.0f %%)",
            place.sigmaM(),
            place.routeNo(),
            place.stake(),
            100 * best.routeProbability(),
            model.samePlaceM(),
            100 * best.probability(),
            100 * model.acceptFrom()),
        report.hasPosition()
            ? new Text(
                "补充更准的坐标，或精确到百米的桩号", "add a better position, or the stake to 100 m or better")
            : new Text("补充坐标，或精确到百米的桩号", "add a position, or the stake to 100 m or better"));
  }

  private Queued queued(Reason reason, Text why, Text remedy) {
    return new Queued(report, reason, why, remedy, best);
  }

  private static Text text(String zh, String en, Object... values) {
    return new Text(String.format(Locale.ROOT, zh, values), String.format(Locale.ROOT, en, values));
  }
}
