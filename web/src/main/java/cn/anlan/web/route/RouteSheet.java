package cn.anlan.web.route;

import cn.anlan.geo.text.Text;
import cn.anlan.web.sheet.Drawing;
import cn.anlan.web.sheet.Sheet;
import cn.anlan.web.sheet.SheetTable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The alternatives as a page for a dispatcher: map, comparison, hazards, roads, what is avoided.
 */
public final class RouteSheet {
  private static final int HAZARDS = 40;
  private static final Map<String, Text> LABELS =
      Map.of(
          "fastest", new Text("最快", "fastest"),
          "safest", new Text("最安全", "safest"),
          "balanced", new Text("折中", "balanced"));

  private RouteSheet() {}

  /** Makes it. */
  public static Sheet of(RouteAnswer answer) {
    RouteAnswer.Manifest m = answer.manifest();
    boolean car = m.cargo() == null;
    List<Sheet.Part> parts = new ArrayList<>();
    parts.add(
        new Drawing(
            "route-map", new Text("路线图", "Map"), language -> RouteDrawing.map(answer, language)));
    parts.add(comparison(answer));
    if (answer.routes().get(0).profile() != null) {
      parts.add(
          new Drawing(
              "route-profile",
              new Text("纵断面", "Height profile"),
              language -> RouteDrawing.profile(answer, language)));
    }
    if (!car) {
      parts.add(avoided(answer));
    }
    for (RouteAnswer.Route route : answer.routes()) {
      if (!car) {
        parts.add(hazards(route));
      }
      parts.add(roads(route));
    }
    return new Sheet(
        car ? new Text("行车路线", "Route") : new Text("危险货物运输路线", "Route of dangerous goods"),
        lead(answer),
        m.isDemo(),
        parts,
        notes(answer));
  }

  private static List<Text> lead(RouteAnswer answer) {
    RouteAnswer.Route fastest = answer.routes().get(0);
    RouteAnswer.Route safest = answer.routes().get(answer.routes().size() - 1);
    RouteAnswer.Manifest m = answer.manifest();
    if (m.cargo() == null) {
      return List.of(
          new Text(
              "%s，%s km".formatted(duration(fastest.timeS()), km(fastest.lengthM())),
              "%s, %s km".formatted(duration(fastest.timeS()), km(fastest.lengthM()))));
    }
    List<Text> lead = new ArrayList<>();
    lead.add(
        new Text(
            "%s，%s 出发（%s）".formatted(m.cargoTitle().zh(), m.departure(), m.band().zh()),
            "%s, leaving at %s (%s)".formatted(m.cargoTitle().en(), m.departure(), m.band().en())));
    if (answer.routes().size() == 1) {
      lead.add(new Text("最快的路线同时风险最低", "the fastest way is the safest, too"));
    } else {
      double less = 100 * (1 - safest.risk() / fastest.risk());
      double longer = (safest.timeS() - fastest.timeS()) / 60;
      lead.add(
          new Text(
              "最安全的路线风险低 %.0f%%，多用 %.0f 分钟".formatted(less, longer),
              "the safest way has %.0f%% less risk and takes %.0f min longer"
                  .formatted(less, longer)));
    }
    return lead;
  }

  private static SheetTable comparison(RouteAnswer answer) {
    SheetTable table =
        new SheetTable(
            "routes",
            new Text("方案比较", "Alternatives"),
            List.of(
                new Text("方案", "route"),
                new Text("特点", "label"),
                new Text("用时", "time"),
                new Text("里程 km", "length km"),
                new Text("风险", "risk"),
                new Text("上坡 m", "ascent m"),
                new Text("下坡 m", "descent m")));
    for (RouteAnswer.Route r : answer.routes()) {
      table.row(
          r.id(),
          new Text(label(r.labels(), true), label(r.labels(), false)),
          duration(r.timeS()),
          km(r.lengthM()),
          r.risk() == null ? null : plain(r.risk()),
          r.ascentM() == null ? null : "%.0f".formatted(r.ascentM()),
          r.descentM() == null ? null : "%.0f".formatted(r.descentM()));
    }
    return table;
  }

  /** What a route is, in words. */
  static String label(List<String> labels, boolean zh) {
    if (labels.isEmpty()) {
      return zh ? "备选" : "another";
    }
    return labels.stream()
        .map(LABELS::get)
        .map(t -> zh ? t.zh() : t.en())
        .collect(Collectors.joining(zh ? "、" : ", "));
  }

  private static SheetTable avoided(RouteAnswer answer) {
    SheetTable table =
        new SheetTable(
            "avoided",
            new Text("最安全路线绕开的路段", "What the safest way avoids"),
            List.of(
                new Text("路线", "road"),
                new Text("起", "from"),
                new Text("止", "to"),
                new Text("原因", "why"),
                new Text("禁行", "closed"),
                new Text("多用分钟", "extra minutes"),
                new Text("减少风险", "risk saved")));
    for (RouteAnswer.Avoidance a : answer.avoided()) {
      table.row(
          a.routeNo().isEmpty() ? a.name() : a.routeNo(),
          a.fromStake(),
          a.toStake(),
          a.why(),
          a.ban() ? new Text("是", "yes") : null,
          "%.1f".formatted(a.extraS() / 60),
          plain(a.riskSaved()));
    }
    return table;
  }

  private static SheetTable hazards(RouteAnswer.Route route) {
    SheetTable table =
        new SheetTable(
            "hazards-" + route.id(),
            new Text(
                label(route.labels(), true) + "：沿途风险（风险最大的 " + HAZARDS + " 处）",
                label(route.labels(), false) + ": hazards on the way (the " + HAZARDS + " worst)"),
            List.of(
                new Text("km", "km"),
                new Text("类别", "kind"),
                new Text("名称", "name"),
                new Text("人数", "persons"),
                new Text("风险", "risk")));
    route.hazards().stream()
        .sorted(Comparator.comparingDouble(RouteAnswer.HazardPassed::risk).reversed())
        .limit(HAZARDS)
        .sorted(Comparator.comparingDouble(RouteAnswer.HazardPassed::fromM))
        .forEach(
            h ->
                table.row(
                    km(h.fromM()) + "–" + km(h.toM()),
                    h.title(),
                    h.name(),
                    h.persons() > 0 ? "%.0f".formatted(h.persons()) : null,
                    plain(h.risk())));
    return table;
  }

  private static SheetTable roads(RouteAnswer.Route route) {
    SheetTable table =
        new SheetTable(
            "roads-" + route.id(),
            new Text(
                label(route.labels(), true) + "：行车路书", label(route.labels(), false) + ": roads"),
            List.of(
                new Text("路线", "road"),
                new Text("等级", "class"),
                new Text("起", "from"),
                new Text("止", "to"),
                new Text("km", "km"),
                new Text("分钟", "minutes"),
                new Text("风险", "risk")));
    for (RouteAnswer.Segment s : route.segments()) {
      table.row(
          s.routeNo().isEmpty() ? s.name() : s.routeNo(),
          s.roadClass(),
          s.fromStake(),
          s.toStake(),
          km(s.lengthM()),
          "%.1f".formatted(s.timeS() / 60),
          s.risk() == null ? null : plain(s.risk()));
    }
    return table;
  }

  private static List<Text> notes(RouteAnswer answer) {
    RouteAnswer.Manifest m = answer.manifest();
    List<Text> notes = new ArrayList<>(answer.notes());
    if (m.cargo() != null) {
      Text unit = answer.routes().get(0).riskUnit();
      notes.add(new Text("风险单位：" + unit.zh(), "unit of risk: " + unit.en()));
      notes.add(
          new Text(
              m.model().zh() + " 第 " + m.modelVersion() + " 版：" + m.modelSource().zh(),
              m.model().en() + " version " + m.modelVersion() + ": " + m.modelSource().en()));
    }
    if (m.heights() != null) {
      notes.add(new Text("高程：" + m.heights().zh(), "heights: " + m.heights().en()));
    }
    notes.add(
        new Text(
            "路网 %s，数据版本 %d，生成于 %s".formatted(m.network(), m.dataVersion(), m.networkBuiltAt()),
            "network %s, data version %d, made at %s"
                .formatted(m.network(), m.dataVersion(), m.networkBuiltAt())));
    return notes;
  }

  static String duration(double seconds) {
    long minutes = Math.round(seconds / 60);
    return "%d:%02d h".formatted(minutes / 60, minutes % 60);
  }

  static String km(double metres) {
    return String.format(Locale.ROOT, "%.1f", metres / 1000);
  }

  /** Three significant figures at most, thousands written out. */
  static String plain(double value) {
    return value == 0
        ? "0"
        : new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }
}
