package cn.anlan.web.hotspots;

import cn.anlan.geo.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a leader reads: what is hot, where, and how sure that is. */
final class Explanation {
  private static final int NAMED = 6;

  private final HotspotQuestion question;
  private final Text layer;
  private final Units units;
  private final Events events;
  private final List<Finding> findings;
  private final HotspotAnswer.Moran moran;
  private final Significance.Tested tested;
  private final CountyUnits counties;

  Explanation(
      HotspotQuestion question,
      Text layer,
      Units units,
      Events events,
      List<Finding> findings,
      HotspotAnswer.Moran moran,
      Significance.Tested tested,
      CountyUnits counties) {
    this.question = question;
    this.layer = layer;
    this.units = units;
    this.events = events;
    this.findings = findings;
    this.moran = moran;
    this.tested = tested;
    this.counties = counties;
  }

  Text text() {
    Text said =
        switch (question.method()) {
          case KDE -> density();
          case GI -> hotAndCold();
          case MORAN -> global();
          case LOCAL_MORAN -> clusters();
        };
    return new Text(lead().zh() + said.zh(), lead().en() + said.en());
  }

  private Text lead() {
    String day = events.lastDay() == null ? "" : events.lastDay().toString();
    return new Text(
        format("%s %,d 处", layer.zh(), events.size())
            + (day.isEmpty() ? "" : "（截至 " + day + "）")
            + "。",
        format("%s: %,d", layer.en(), events.size())
            + (day.isEmpty() ? "" : " up to " + day)
            + ". ");
  }

  private Text density() {
    if (findings.isEmpty()) {
      return new Text("没有一处落在省内。", "None of them lies in the province.");
    }
    Finding peak = findings.get(0);
    double cellKm2 = ((GridUnits) units).cover().lattice().cellKm2();
    double mean = findings.stream().mapToDouble(Finding::densityPerKm2).sum() / units.size();
    List<Finding> densest = findings.stream().filter(f -> f.verdict().equals("top_1")).toList();
    double inDensest = densest.stream().mapToDouble(Finding::densityPerKm2).sum() * cellKm2;
    double all = findings.stream().mapToDouble(Finding::densityPerKm2).sum() * cellKm2;
    String where = county(peak);
    String km = format("%.3g", question.reachM(0) / 1000);
    return new Text(
        format(
            "最密处在%s，每百平方公里约 %.1f，是全省平均的 %.1f 倍；最密的 1%% 面积（%,.0f km²）集中了 %.0f%%。"
                + "带宽 %s km%s，省界处已作边缘校正。核密度只说哪里密，不检验是否偶然，也不除以人口或企业数。",
            where,
            peak.densityPerKm2() * 100,
            peak.densityPerKm2() / mean,
            densest.size() * cellKm2,
            100 * inDensest / all,
            km,
            question.adaptive() ? "（自适应：稀处放宽、密处收窄）" : ""),
        format(
            "Densest in %s: about %.1f per 100 km², %.1f times the province's mean; the densest 1 %%"
                + " of the area (%,.0f km²) holds %.0f %%. Bandwidth %s km%s, corrected at the border."
                + " A density tests nothing against chance and is not per resident or enterprise.",
            where,
            peak.densityPerKm2() * 100,
            peak.densityPerKm2() / mean,
            densest.size() * cellKm2,
            100 * inDensest / all,
            km,
            question.adaptive() ? " (adaptive)" : ""));
  }

  private Text hotAndCold() {
    long hot = sure("hot");
    long cold = sure("cold");
    long below = findings.stream().filter(Finding::isBelow05).count();
    String hottest =
        findings.stream()
            .filter(f -> f.verdict().startsWith("hot"))
            .map(this::county)
            .distinct()
            .limit(NAMED)
            .collect(Collectors.joining("、"));
    return new Text(
        format(
                "%s中，热点 %,d、冷点 %,d（错误发现率 5%%：所列之中平均至多 5%% 出于偶然）。"
                    + "若全凭偶然，约 %,.0f 个会有 p<0.05，实际 %,d 个。",
                units.words().zh(), hot, cold, tested.expectedBelow05(), below)
            + (hottest.isEmpty() ? "没有可信的热点。" : "最热的在：" + hottest + "。"),
        format(
                "Of %s %,d are hot and %,d cold (false discovery rate 5 %%: at most 5 %% of those"
                    + " listed are chance on average). By chance alone about %,.0f would have"
                    + " p<0.05; %,d have. ",
                units.words().en(), hot, cold, tested.expectedBelow05(), below)
            + (hottest.isEmpty() ? "No hot spot can be relied on." : "Hottest: " + hottest + "."));
  }

  private long sure(String kind) {
    return findings.stream()
        .filter(f -> f.verdict().equals(kind + "_99") || f.verdict().equals(kind + "_95"))
        .count();
  }

  private Text global() {
    boolean clear = moran.pPermutation() <= Significance.USUAL;
    boolean alike = moran.i() > moran.expected();
    String zh =
        !clear ? "看不出格局：与随机分布没有可信的差别。" : alike ? "高值与高值相邻、低值与低值相邻，是成片的，不是偶然。" : "高值与低值相间，不是偶然。";
    String en =
        !clear
            ? "No pattern: it cannot be told from chance."
            : alike
                ? "High lies beside high and low beside low; that is no chance."
                : "High lies beside low; that is no chance.";
    return new Text(
        format(
            "%s的莫兰指数 I=%.3f（随机时 %.3f），p=%.4f：%s",
            units.words().zh(), moran.i(), moran.expected(), moran.pPermutation(), zh),
        format(
            "Moran's I of %s is %.3f (by chance %.3f), p=%.4f. %s",
            units.words().en(), moran.i(), moran.expected(), moran.pPermutation(), en));
  }

  private Text clusters() {
    Text whole = global();
    String zh = "";
    String en = "";
    String[][] kinds = {
      {"high_high", "高值成片", "high among high"},
      {"high_low", "高值突出（周边低）", "high among low"},
      {"low_high", "低值突出（周边高）", "low among high"},
      {"low_low", "低值成片", "low among low"}
    };
    for (String[] kind : kinds) {
      List<Finding> of = findings.stream().filter(f -> f.verdict().equals(kind[0])).toList();
      if (!of.isEmpty()) {
        String names =
            of.stream().map(this::county).distinct().limit(NAMED).collect(Collectors.joining("、"));
        String more = of.size() > NAMED ? "…" : "";
        zh += format("%s %,d：%s%s；", kind[1], of.size(), names, more);
        en += format("%s %,d: %s%s; ", kind[2], of.size(), names, more);
      }
    }
    return zh.isEmpty()
        ? new Text(
            whole.zh() + "但没有哪个单元单独站得住（错误发现率 5%）。",
            whole.en() + " No single unit can be relied on (false discovery rate 5 %).")
        : new Text(
            whole.zh() + zh + "所列之中平均至多 5% 出于偶然。",
            whole.en() + " " + en + "at most 5 % of those listed are chance on average.");
  }

  private String county(Finding finding) {
    return counties.place(finding, units).name();
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
