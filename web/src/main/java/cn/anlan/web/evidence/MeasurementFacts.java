package cn.anlan.web.evidence;

import cn.anlan.geo.rule.Finding;
import cn.anlan.geo.rule.Rule;
import cn.anlan.web.print.FactTable;
import cn.anlan.web.print.Figures;
import cn.anlan.web.print.Html;
import cn.anlan.web.print.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the distance was measured: between which points, how certain, in place of what. */
final class MeasurementFacts {
  private final Language language;
  private final Evidence evidence;
  private final Finding finding;

  MeasurementFacts(Language language, Evidence evidence) {
    this.language = language;
    this.evidence = evidence;
    this.finding = evidence.finding();
  }

  Html html() {
    Map<String, String> rows = new LinkedHashMap<>();
    Rule.Measure measure = evidence.rule().measure();
    if (measure != null) {
      rows.put(
          say("量法", "From, to"), language.of(measure.from()) + " → " + language.of(measure.to()));
    }
    rows.put(say("场址最近点", "Nearest point of the site"), point(finding.subjectPoint()));
    rows.put(say("目标最近点", "Nearest point of the target"), point(finding.targetPoint()));
    rows.put("U = 2·√(σ²…)", uncertainty());
    if (finding.thresholdSource() != null) {
      rows.put(say("规定距离出处", "Source of D"), finding.thresholdSource());
    }
    if (finding.proxy() != null) {
      rows.put(
          say("代用", "Proxy"),
          say("代表", "stands for ")
              + language.of(finding.proxy().standsFor())
              + "; "
              + say("量得 ", "measured ")
              + Figures.metres(finding.proxy().measuredM())
              + ", "
              + say("扣除 ", "less ")
              + Figures.metres(finding.proxy().offsetM())
              + ", σ = "
              + Figures.metres(finding.proxy().sigmaM())
              + " · "
              + Figures.orNone(finding.proxy().source()));
    } else {
      rows.put(say("代用", "Proxy"), say("无", "none"));
    }
    if (finding.count() != null) {
      rows.put(
          say("计数", "Count"),
          finding.count().certain()
              + " – "
              + finding.count().possible()
              + " / "
              + finding.count().max()
              + " ("
              + Figures.distance(finding.count().withinM())
              + ")");
    }
    rows.put(
        say("坐标系", "Coordinate system"),
        evidence.subject().crsChain().stream()
            .map(language::of)
            .collect(Collectors.joining(" → ")));
    return FactTable.table(rows);
  }

  private String uncertainty() {
    return "σ "
        + say("场址", "site")
        + " = "
        + Figures.metres(evidence.subject().sigmaM())
        + ", σ "
        + say("目标", "target")
        + " = "
        + Figures.metres(evidence.target() == null ? null : evidence.target().sigmaM());
  }

  private static String point(List<Double> lonLat) {
    return Figures.position(lonLat) + (lonLat == null ? "" : "（CGCS2000）");
  }

  private String say(String zh, String en) {
    return language.of(zh, en);
  }
}
