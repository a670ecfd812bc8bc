package cn.anlan.web.grades;

import cn.anlan.analytics.grade.TableRef;
import cn.anlan.analytics.grade.explain.GradeExplanation;
import cn.anlan.geo.text.Text;
import cn.anlan.web.print.FactTable;
import cn.anlan.web.print.Figures;
import cn.anlan.web.print.Html;
import cn.anlan.web.print.Language;
import cn.anlan.web.print.PrintPage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The grade of one thing as a sheet of A4. */
final class GradeSheet {
  private final Language language;
  private final GradeAnswer answer;

  GradeSheet(Language language, GradeAnswer answer) {
    this.language = language;
    this.answer = answer;
  }

  String document() {
    Html body = new Html();
    GradeAnswer.Graded subject = answer.subject();
    body.leaf(
        "p",
        language.of(subject.layerTitle())
            + " · "
            + say("编码 ", "code ")
            + subject.code()
            + " · "
            + say("所在县 ", "county ")
            + Figures.orNone(subject.countyCode()),
        "class",
        "lead");
    for (int i = 0; i < answer.grades().size(); i++) {
      if (i == 1) {
        body.leaf("p", say("另按下表：", "By another table beside it:"), "class", "quiet");
      }
      body.add(grade(answer.grades().get(i)));
    }
    body.add(section(say("溯源", "Provenance"), provenance()));
    String title =
        say("风险分级说明", "Grounds of a grade")
            + " · "
            + Figures.orNone(subject.name() == null ? subject.code() : subject.name());
    return new PrintPage(language, title, address(), answer.manifest().isDemo(), body).document();
  }

  private Html grade(GradeExplanation grade) {
    Html html = new Html();
    html.open("section", "data-testid", "grade", "data-grade", grade.grade());
    html.open("p", "class", "lead");
    html.leaf(
        "span",
        sign(grade) + (grade.gradeTitle() == null ? "–" : language.of(grade.gradeTitle())),
        "class",
        "verdict grade-" + Figures.orNone(grade.grade()),
        "data-testid",
        "sheet-grade");
    if (grade.score() != null) {
      html.text(
          " "
              + language.of(grade.score().title())
              + " "
              + grade.score().value().toPlainString()
              + (grade.score().higherIsSafer() ? say("（越高越安全）", " (higher is safer)") : ""));
    }
    html.close();
    if (grade.stored() != null && !grade.stored().agrees()) {
      html.leaf("p", language.of(grade.stored().text()), "class", "differs");
    }
    if (!grade.factors().isEmpty()) {
      html.add(section(say("因子", "Factors"), factors(grade.factors())));
    }
    html.add(list(say("怎样得出", "How it was reached"), grade.steps()));
    html.add(list(say("怎样降到下一级", "What the next better grade needs"), grade.toNextBetter()));
    if (grade.table() != null) {
      html.add(section(say("依据", "Table"), table(grade.table())));
    }
    html.add(list(say("说明", "Notes"), grade.notes()));
    return html.close();
  }

  /** A letter beside the colour, for prints without colours and for the colour-blind. */
  private static String sign(GradeExplanation grade) {
    return grade.scale().equals("risk_level") && grade.grade() != null
        ? grade.grade().substring(0, 1).toUpperCase(Locale.ROOT) + " · "
        : "";
  }

  private Html factors(List<GradeExplanation.FactorValue> factors) {
    Html html = new Html();
    html.open("table", "class", "list").open("tbody");
    for (GradeExplanation.FactorValue factor : factors) {
      html.open("tr")
          .leaf("td", language.of(factor.title()))
          .leaf("td", language.of(factor.shown()))
          .leaf("td", language.of(factor.note()), "class", "quiet")
          .close();
    }
    return html.close().close();
  }

  private Html table(TableRef table) {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put(
        say("分级表与版本", "Table, version"),
        language.of(table.title()) + " · " + table.id() + " v" + table.version());
    rows.put(say("来源", "Source"), language.of(table.source()));
    rows.put(
        say("由谁", "Whose"),
        table.origin().equals("office") ? say("本单位", "the office's") : say("随程序", "the program's"));
    if (table.unconfirmed()) {
      rows.put(
          say("未确认", "Unconfirmed"),
          say("标有 [verify] 的内容尚未核实，须经签核", "what is marked [verify] awaits sign-off"));
    }
    return FactTable.table(rows);
  }

  private Html provenance() {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put(say("数据版本", "Data version"), Long.toString(answer.manifest().dataVersion()));
    rows.put(say("事实截止", "As of"), answer.manifest().asOf().toString());
    rows.put(say("程序", "Program"), answer.manifest().program());
    answer.grades().stream()
        .map(GradeExplanation::table)
        .filter(java.util.Objects::nonNull)
        .forEach(t -> rows.put("SHA-256 " + t.id(), t.sha256()));
    return FactTable.table(rows);
  }

  private Html list(String title, List<Text> texts) {
    if (texts.isEmpty()) {
      return new Html();
    }
    Html html = new Html();
    html.open("ul");
    texts.forEach(t -> html.leaf("li", language.of(t)));
    return section(title, html.close());
  }

  private static Html section(String title, Html content) {
    Html html = new Html();
    return html.open("section").leaf("h2", title).add(content).close();
  }

  private String address() {
    return "/api/grades/"
        + answer.subject().layer()
        + "/"
        + URLEncoder.encode(answer.subject().code(), StandardCharsets.UTF_8)
        + "?f=html&lang="
        + language.other().code()
        + "&asOf="
        + answer.manifest().asOf();
  }

  private String say(String zh, String en) {
    return language.of(zh, en);
  }
}
