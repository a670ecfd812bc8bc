package cn.anlan.web.surroundings;

import cn.anlan.geo.text.Text;
import cn.anlan.web.print.Figures;
import cn.anlan.web.print.Html;
import cn.anlan.web.print.Language;
import cn.anlan.web.print.MapSketch;
import cn.anlan.web.print.PrintPage;
import cn.anlan.web.site.SiteGeometry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** A report of surroundings to print: the nearest of each theme, counts by direction, a sketch. */
final class SurroundingsPage {
  /** How many neighbours of a theme are printed. */
  static final int LISTED = 12;

  private static final int MAP_PX = 420;

  private final Language language;
  private final Report report;
  private final Subject subject;

  SurroundingsPage(Language language, Report report, Subject subject) {
    this.language = language;
    this.report = report;
    this.subject = subject;
  }

  String document() {
    Html body = new Html();
    body.leaf("p", lead(), "class", "lead");
    body.add(exposure());
    body.open("figure").add(sketch()).close();
    body.add(byDirection());
    report.themes().forEach(theme -> body.add(theme(theme)));
    String title =
        say("周边分析", "Surroundings")
            + " · "
            + Figures.orNone(subject.name() == null ? subject.code() : subject.name());
    return new PrintPage(language, title, address(language.other()), report.demo(), body)
        .document();
  }

  private String lead() {
    return say("半径 ", "Within ")
        + Figures.distance(report.radiusM())
        + say("（自边界起的大地线距离）· 编码 ", " of the boundary (geodesic) · code ")
        + Figures.orNone(subject.code())
        + say(" · 中心 ", " · centre ")
        + Figures.position(report.subject().centre())
        + " CGCS2000 · "
        + say("数据版本 ", "data version ")
        + report.dataVersion();
  }

  private Html exposure() {
    Report.Exposure e = report.exposure();
    Html html = new Html();
    html.open("section", "class", "box", "data-testid", "exposure");
    html.leaf("h2", say("厂界外 500 m 内人数与 α（GB 18218）", "Residents within 500 m and α (GB 18218)"));
    html.open("table", "class", "facts");
    row(html, say("估算人数", "Estimated residents"), Figures.whole(e.people()));
    row(
        html,
        say("点位在内的居民点人数", "In settlements whose point is within"),
        Figures.whole(e.peopleAtPoints()));
    row(html, "α", Figures.orNone(e.alpha()));
    if (e.recorded() != null) {
      row(
          html,
          say("已登记人数", "Recorded residents"),
          Figures.orNone(e.recorded().fields().get("exposed_500m")));
      row(html, say("已登记 α", "Recorded α"), Figures.orNone(e.recorded().fields().get("alpha")));
      row(
          html,
          say("已登记 R、级别", "Recorded R, level"),
          Figures.orNone(e.recorded().fields().get("r_value"))
              + " · "
              + Figures.orNone(e.recorded().fields().get("hazard_level")));
      row(
          html,
          say("按本次 α 的 R、级别", "R and level with this α"),
          (e.recorded().rValue() == null
                  ? "–"
                  : String.format(java.util.Locale.ROOT, "%.3f", e.recorded().rValue()))
              + " · "
              + Figures.orNone(e.recorded().level()));
    }
    html.close();
    html.leaf("p", language.of(e.note()) + "（" + e.source() + "）", "class", "quiet");
    return html.close();
  }

  private Html byDirection() {
    Html html = new Html();
    html.leaf("h2", say("按方位计数", "Counts by direction"));
    html.open("table", "class", "grid").open("thead").open("tr").leaf("th", "");
    report.directions().forEach(d -> html.leaf("th", language.of(d)));
    html.leaf("th", say("合计", "All")).close().close().open("tbody");
    for (Report.ThemeResult theme : report.themes()) {
      html.open("tr").leaf("th", language.of(theme.title()));
      for (int i = 0; i < report.directions().size(); i++) {
        int at = i;
        long count = theme.cells().stream().mapToLong(ring -> ring.get(at).count()).sum();
        html.leaf("td", count == 0 ? "·" : Figures.whole(count));
      }
      html.leaf("td", Figures.whole(theme.count())).close();
    }
    return html.close().close();
  }

  private Html theme(Report.ThemeResult theme) {
    Html html = new Html();
    html.open("section", "data-theme", theme.id());
    html.open("h2").leaf("i", "", "class", "dot dot-" + theme.id());
    html.text(language.of(theme.title()) + "：" + Figures.whole(theme.count())).close();
    if (theme.sumTitle() != null) {
      html.leaf(
          "p", language.of(theme.sumTitle()) + " " + Figures.whole(theme.sum()), "class", "quiet");
    }
    if (theme.items().isEmpty()) {
      return html.leaf("p", say("半径内没有", "none within the radius"), "class", "quiet").close();
    }
    html.open("table", "class", "list").open("thead").open("tr");
    List<Text> heads =
        List.of(
            new Text("名称", "Name"),
            new Text("类别", "Kind"),
            new Text("距离", "Distance"),
            new Text("方位", "Direction"),
            new Text("方位角", "Azimuth"),
            new Text("数量", "Number"));
    heads.forEach(head -> html.leaf("th", language.of(head)));
    html.close().close().open("tbody");
    for (Report.Neighbour n : theme.items()) {
      html.open("tr")
          .leaf("td", n.name() == null ? n.code() : n.name())
          .leaf("td", language.of(n.kind()))
          .leaf("td", Figures.metres(n.distanceM()))
          .leaf("td", language.of(n.direction()))
          .leaf("td", Math.round(n.azimuthDeg()) + "°")
          .leaf("td", Figures.whole(n.value()))
          .close();
    }
    html.close().close();
    long more = theme.count() - theme.items().size();
    if (more > 0) {
      html.leaf("p", say("另有 ", "and ") + more + say(" 处较远", " farther ones"), "class", "quiet");
    }
    return html.close();
  }

  private Html sketch() {
    MapSketch map = new MapSketch(subject.centre(), report.radiusM() * 1.08, MAP_PX);
    report.ringsM().forEach(ring -> map.ring(ring, "ring"));
    for (Report.ThemeResult theme : report.themes()) {
      for (Report.Neighbour n : theme.items()) {
        Geometry at = SiteGeometry.point(n.point().get(0), n.point().get(1));
        map.draw(at, "theme-" + theme.id());
      }
    }
    map.draw(subject.geometry(), "subject");
    return map.svg(
        say("周边示意图", "Sketch of the surroundings"),
        say("内部用图，审图号：（待填）", "Internal sketch, map approval no.: (to be filled)"));
  }

  private String address(Language other) {
    return "surroundings?layer="
        + encoded(subject.layer())
        + "&code="
        + encoded(subject.code())
        + "&radiusM="
        + Math.round(report.radiusM())
        + "&points="
        + report.directions().size()
        + "&lang="
        + other.code();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void row(Html html, String label, String value) {
    html.open("tr").leaf("th", label).leaf("td", value).close();
  }

  private String say(String zh, String en) {
    return language.of(zh, en);
  }
}
