package cn.anlan.web.assessment;

import cn.anlan.geo.text.Text;
import cn.anlan.web.assessment.AssessmentAnswer.Contribution;
import cn.anlan.web.assessment.AssessmentAnswer.Manifest;
import cn.anlan.web.assessment.AssessmentAnswer.Region;
import cn.anlan.web.print.FactTable;
import cn.anlan.web.print.Html;
import cn.anlan.web.print.Language;
import cn.anlan.web.print.PrintPage;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Grades to print: the list of a level, or one region with its reasons and its months. */
public final class AssessmentSheet {
  private final Language language;
  private final Manifest manifest;

  public AssessmentSheet(Language language, Manifest manifest) {
    this.language = language;
    this.manifest = manifest;
  }

  /** The list, worst first, with the first reason of each. */
  public String all(AssessmentAnswer answer) {
    return page(allBody(answer), address("?level=" + manifest.level() + "&")).document();
  }

  /** The same as a file of its own. */
  public String allFile(AssessmentAnswer answer) {
    return page(allBody(answer), "").file();
  }

  /** One region. */
  public String one(AssessmentAnswer.One answer) {
    return page(oneBody(answer), address("/" + answer.region().code() + "?")).document();
  }

  /** The same as a file of its own. */
  public String oneFile(AssessmentAnswer.One answer) {
    return page(oneBody(answer), "").file();
  }

  private Html oneBody(AssessmentAnswer.One answer) {
    Region region = answer.region();
    Html body = new Html();
    body.leaf("h2", region.name() + " · " + grade(region.level(), region.score()));
    sentences(body, region.explanation(), "lead");
    section(body, say("怎样才能好转", "What would have to change"), region.toNextBetter());
    contributions(body, region.contributions());
    body.leaf("h2", say("结论是否稳定", "How firmly it stands"));
    body.leaf("p", stability(region));
    body.leaf("h2", say("固有风险（不计入得分）", "Inherent risk (not in the score)"));
    Map<String, String> overlay = new LinkedHashMap<>();
    region.overlay().forEach(o -> overlay.put(language.of(o.title()), o.value() + " " + o.unit()));
    body.add(FactTable.table(overlay));
    section(body, say("说明", "Notes"), region.notes());
    body.leaf("h2", say("近12个月", "The last 12 months"));
    body.open("table").open("thead").open("tr");
    cells(body, "th", say("日期", "Day"), say("等级", "Grade"), say("得分", "Score"));
    body.close().close().open("tbody");
    for (AssessmentAnswer.Past past : answer.history()) {
      body.open("tr");
      cells(body, "td", past.asOf(), colour(past.level()), number(past.score()));
      body.close();
    }
    body.close().close();
    provenance(body);
    return body;
  }

  private Html allBody(AssessmentAnswer answer) {
    Html body = new Html();
    sentences(body, manifest.notes(), "lead");
    body.open("table").open("thead").open("tr");
    cells(
        body,
        "th",
        say("区划", "Region"),
        say("等级", "Grade"),
        say("得分", "Score"),
        say("主要原因", "Main reason"),
        say("否决条款", "Vetoes"));
    body.close().close().open("tbody");
    answer.regions().stream()
        .sorted(
            Comparator.comparing((Region r) -> r.level() == null ? 5 : r.level())
                .thenComparing(r -> r.score() == null ? 0 : -r.score()))
        .forEach(
            region -> {
              body.open("tr");
              cells(
                  body,
                  "td",
                  region.name(),
                  colour(region.level()),
                  number(region.score()),
                  region.explanation().size() < 2 ? "" : language.of(region.explanation().get(1)),
                  region.vetoes().stream()
                      .map(v -> language.of(v.title()))
                      .collect(Collectors.joining("；")));
              body.close();
            });
    body.close().close();
    provenance(body);
    return body;
  }

  private void contributions(Html body, List<Contribution> contributions) {
    body.leaf("h2", say("各指标贡献", "What each indicator brings"));
    body.open("table").open("thead").open("tr");
    cells(
        body,
        "th",
        say("指标", "Indicator"),
        say("数值", "Figure"),
        say("平滑后", "Smoothed"),
        say("权重", "Weight"),
        say("得分", "Points"));
    body.close().close().open("tbody");
    for (Contribution c : contributions) {
      body.open("tr");
      cells(
          body,
          "td",
          language.of(c.title()),
          number(c.raw()) + " " + c.unit(),
          c.smoothed() == null ? "" : number(c.smoothed()),
          number(100 * c.weight()) + "%",
          number(c.points()));
      body.close();
    }
    body.close().close();
  }

  private String stability(Region region) {
    if (region.sensitivity().weights() == null) {
      return "–";
    }
    return say(
            "权重在 ±20% 内随机变动，颜色不变的占 ",
            "The colour stays in this share of runs, weights changed by up to 20 %: ")
        + number(100 * region.sensitivity().weights())
        + say("%；按计数的偶然性重抽，不变的占 ", " %; counts drawn anew: ")
        + number(100 * region.sensitivity().counts())
        + say("%（各 ", " % (runs: ")
        + region.sensitivity().runs()
        + say(" 次，种子 ", ", seed ")
        + region.sensitivity().seed()
        + say("）。", ").");
  }

  private void provenance(Html body) {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put(
        say("模型", "Model"),
        manifest.model()
            + " "
            + manifest.modelVersion()
            + " · "
            + language.of(manifest.modelTitle()));
    rows.put(say("依据", "Basis"), manifest.basis());
    rows.put(say("基线", "Baseline"), manifest.baseline());
    rows.put(say("评估日期", "As of"), String.valueOf(manifest.asOf()));
    rows.put(say("数据截止", "Data cut-off"), String.valueOf(manifest.dataCutOff()));
    rows.put(say("数据版本", "Data version"), String.valueOf(manifest.dataVersion()));
    rows.put(say("行业", "Sector"), manifest.sector());
    rows.put("SHA-256", manifest.sha256());
    body.leaf("h2", say("来源", "Provenance")).add(FactTable.table(rows));
  }

  private void section(Html body, String title, List<Text> sentences) {
    if (!sentences.isEmpty()) {
      body.leaf("h2", title);
      sentences(body, sentences, "");
    }
  }

  private void sentences(Html body, List<Text> sentences, String style) {
    sentences.forEach(s -> body.leaf("p", language.of(s), "class", style));
  }

  private static void cells(Html row, String tag, Object... cells) {
    for (Object cell : cells) {
      row.leaf(tag, cell);
    }
  }

  private PrintPage page(Html body, String other) {
    return new PrintPage(
        language,
        say("安全生产风险地图评级", "Regional safety grades") + " · " + manifest.asOf(),
        other,
        manifest.isDemo(),
        body);
  }

  private String address(String rest) {
    return "/api/assessment%sasOf=%s&sector=%s&f=html&lang=%s"
        .formatted(rest, manifest.asOf(), manifest.sector(), language.other().code());
  }

  private String grade(Integer level, Double score) {
    return colour(level) + (score == null ? "" : " · " + number(score));
  }

  /** With a letter, so that a print without colours says it too. */
  private String colour(Integer level) {
    if (level == null) {
      return say("未评级", "not graded");
    }
    return switch (level) {
      case 1 -> say("红 R", "red R");
      case 2 -> say("橙 O", "orange O");
      case 3 -> say("黄 Y", "yellow Y");
      default -> say("绿 G", "green G");
    };
  }

  private static String number(Double value) {
    return value == null ? "–" : String.valueOf(Math.round(value * 100) / 100.0);
  }

  private String say(String zh, String en) {
    return language.of(zh, en);
  }
}
