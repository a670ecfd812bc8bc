package cn.anlan.web.evidence;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.geo.rule.Finding;
import cn.anlan.geo.rule.Rule;
import cn.anlan.web.print.FactTable;
import cn.anlan.web.print.Figures;
import cn.anlan.web.print.Html;
import cn.anlan.web.print.Language;
import cn.anlan.web.print.PrintPage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The evidence of one finding as a sheet of A4. */
final class EvidenceSheet {
  private final Language language;
  private final Evidence evidence;
  private final Finding finding;
  private final String question;
  private final ItemFacts items;

  /**
   * @param question the screening that it belongs to, or null for a stored site
   */
  EvidenceSheet(Language language, Evidence evidence, String question, Catalog catalog) {
    this.language = language;
    this.evidence = evidence;
    this.finding = evidence.finding();
    this.question = question;
    this.items = new ItemFacts(language, evidence, catalog);
  }

  String document() {
    Html body = new Html();
    body.add(verdict());
    body.add(new Extract(language, evidence).html());
    body.add(section(say("结论依据", "Grounds of the verdict"), reasons()));
    body.add(section(say("规则", "Rule"), rule()));
    body.add(section(say("测量", "Measurement"), new MeasurementFacts(language, evidence).html()));
    body.add(section(say("场址", "Site"), items.of(evidence.subject())));
    if (evidence.target() != null) {
      body.add(section(say("目标", "Target"), items.of(evidence.target())));
    }
    body.add(section(say("例外", "Exceptions"), exceptions()));
    body.add(section(say("材料", "Documents"), documents()));
    body.add(section(say("溯源", "Provenance"), provenance()));
    body.add(section(say("复核", "Review"), review()));
    String title = say("距离核查依据单", "Evidence of a distance check") + " · " + finding.rule();
    return new PrintPage(language, title, address(), evidence.isDemo(), body).document();
  }

  private Html verdict() {
    Html html = new Html();
    html.open("p", "class", "lead")
        .leaf(
            "span",
            VerdictWords.of(language, finding.verdict()),
            "class",
            "verdict verdict-" + finding.verdict(),
            "data-testid",
            "sheet-verdict",
            "data-verdict",
            finding.verdict())
        .text(" " + siteName())
        .text(finding.outsideProvince() ? say("（位于省外）", " (outside the province)") : "")
        .close();
    if (finding.underlyingVerdict() != null) {
      html.leaf(
          "p",
          say("若非如此：", "but for that: ") + VerdictWords.of(language, finding.underlyingVerdict()),
          "class",
          "quiet");
    }
    html.open("div", "class", "bigs");
    big(html, say("距离 d", "Distance d"), Figures.metres(finding.distanceM()), "sheet-distance");
    big(html, say("规定 D", "Demanded D"), Figures.metres(finding.thresholdM()), "sheet-threshold");
    big(
        html,
        say("不确定度 U", "Uncertainty U"),
        Figures.metres(finding.uncertaintyM()),
        "sheet-uncertainty");
    big(html, say("差值 d − D", "Margin d − D"), Figures.metres(finding.marginM()), "sheet-margin");
    return html.close();
  }

  private static void big(Html html, String label, String value, String testId) {
    html.open("div").leaf("small", label).leaf("b", value, "data-testid", testId).close();
  }

  private Html reasons() {
    Html html = new Html();
    html.open("ul");
    finding.reasons().forEach(r -> html.leaf("li", language.of(r.zh(), r.en())));
    return html.close();
  }

  private Html rule() {
    Evidence.AppliedRule rule = evidence.rule();
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put(
        say("规则与版本", "Rule, version"),
        rule.id()
            + " · "
            + rule.version()
            + " · "
            + rule.kind()
            + " · "
            + language.of(rule.title()));
    rows.put(say("条款", "Article"), language.of(rule.basis().law()) + " " + rule.basis().article());
    rows.put(say("内容（转述）", "What it says (our words)"), language.of(rule.basis().summary()));
    rows.put(
        say("有效期", "In force"),
        rule.validFrom() + " – " + (rule.validTo() == null ? "" : rule.validTo()));
    rows.put(say("来源", "Source"), rule.basis().source() + "（" + rule.basis().basisOrigin() + "）");
    rows.put(say("既有项目", "Earlier projects"), language.of(rule.earlierProjects().note()));
    boolean signed = rule.signOff().status() == Rule.SignOff.Status.SIGNED;
    rows.put(
        say("签核", "Sign-off"),
        signed
            ? rule.signOff().by() + " " + rule.signOff().on()
            : say("未签核：", "not signed: ") + String.join("; ", rule.signOff().openPoints()));
    return FactTable.table(rows);
  }

  private Html exceptions() {
    if (evidence.exceptions().isEmpty()) {
      return new Html().leaf("p", say("本规则没有例外", "the rule has none"), "class", "quiet");
    }
    Html html = new Html();
    html.open("table", "class", "facts");
    for (Evidence.TestedException e : evidence.exceptions()) {
      String result =
          switch (e.result()) {
            case "holds" -> say("成立", "holds");
            case "does_not_hold" -> say("不成立", "does not hold");
            default ->
                say("资料不足，不作为例外：缺 ", "not proven, so no exception; missing: ")
                    + String.join(", ", e.missing());
          };
      html.open("tr").leaf("th", language.of(e.title())).leaf("td", result).close();
    }
    return html.close();
  }

  /** What is missing, what the data hold, and what only the file itself can show. */
  private Html documents() {
    Html html = new Html();
    html.open("ul", "data-testid", "sheet-documents");
    for (Rule.Evidence wanted : evidence.rule().evidence()) {
      boolean missing = finding.evidenceMissing().contains(wanted.title());
      String state =
          missing
              ? say("尚缺", "missing")
              : wanted.field() == null
                  ? say("数据库不记载，随案卷核对", "not in the data: to be checked in the file")
                  : say("已登记", "recorded") + " (" + wanted.field() + ")";
      html.leaf("li", (missing ? "☐ " : "") + language.of(wanted.title()) + " — " + state);
    }
    return html.close();
  }

  private Html provenance() {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put(say("事实日期", "As of"), evidence.asOf().toString());
    rows.put(say("数据版本", "Data version"), Long.toString(evidence.dataVersion()));
    rows.put(
        say("计算于", "Computed at"),
        ItemFacts.MINUTE.format(evidence.computedAt())
            + " · 安澜 Anlan "
            + evidence.programVersion());
    Html html = FactTable.table(rows);
    html.open("p", "class", "hash", "data-testid", "sheet-hash")
        .text(say("输入摘要 SHA-256：", "Input hash, SHA-256: ") + evidence.inputHash())
        .close();
    if (evidence.rulesHash() != null) {
      html.leaf(
          "p",
          say("规则、数据版本、日期、程序摘要：", "Rules, data version, day and program: ") + evidence.rulesHash(),
          "class",
          "hash");
    }
    return html;
  }

  private Html review() {
    Html html = new Html();
    html.open("table", "class", "facts sign");
    for (String label :
        new String[] {say("复核人", "Reviewer"), say("时间", "Time"), say("决定", "Decision")}) {
      html.open("tr").leaf("th", label).leaf("td", "").close();
    }
    return html.close();
  }

  private Html section(String title, Html content) {
    return new Html().open("section").leaf("h2", title).add(content).close();
  }

  private String siteName() {
    return finding.subjectName() == null || finding.subjectName().isBlank()
        ? question == null ? finding.subjectCode() : say("拟选场址", "proposed site")
        : finding.subjectName();
  }

  private String address() {
    StringBuilder text = new StringBuilder("evidence?rule=").append(encoded(finding.rule()));
    text.append("&layer=").append(encoded(finding.subjectLayer()));
    if (question == null) {
      text.append("&code=").append(encoded(finding.subjectCode()));
      text.append("&asOf=").append(evidence.asOf());
    } else {
      text.append("&question=").append(encoded(question));
    }
    return text.append("&lang=").append(language.other().code()).toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String say(String zh, String en) {
    return language.of(zh, en);
  }
}
