package cn.anlan.analytics.blackspot;

import cn.anlan.analytics.blackspot.SlidingWindow.Hit;
import cn.anlan.geo.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Why a stretch is put forward, method by method, in sentences. */
final class Reasons {
  private static final String[][] KINDS = {
    {"事故", "crashes"},
    {"伤亡事故", "crashes with casualties"},
    {"严重事故", "serious crashes"},
    {"死亡事故", "fatal crashes"},
    {"一次死亡3人以上事故", "crashes with three or more dead"}
  };

  private final BlackspotModel model;

  Reasons(BlackspotModel model) {
    this.model = model;
  }

  List<Text> of(Finding finding) {
    List<Text> reasons = new ArrayList<>();
    finding.hits().forEach(hit -> reasons.add(window(hit)));
    if (finding.isCumulative()) {
      reasons.add(
          text(
              "属于事故最密集、合计占 %1$.0f%% 事故的路段（累计频率法）",
              "among the densest stretches that have %1$.0f %% of all crashes (cumulative frequency)",
              model.cumulativeShare() * 100));
    }
    if (finding.isRate()) {
      reasons.add(
          text(
              "事故率 %1$.2f 起/百万车公里，高于临界值 %2$.2f（质量控制法）",
              "%1$.2f crashes per million vehicle km, above the critical %2$.2f (rate quality control)",
              finding.rate(),
              finding.criticalRate()));
    }
    if (finding.isPoisson()) {
      reasons.add(
          text(
              "同类道路平均 %1$.2f 起，实有 %2$d 起，偶然出现的概率 %3$.1e（泊松法）",
              "like roads have %1$.2f, this one %2$d; by chance with probability %3$.1e (Poisson)",
              finding.mean(),
              finding.stretch().crashes(),
              finding.chance()));
    }
    if (finding.expected() != null) {
      ExpectedCrashes e = finding.expected();
      reasons.add(
          text(
              "按交通量预测 %1$.2f 起，经验贝叶斯期望 %2$.2f±%3$.2f 起，超出 %4$+.2f 起",
              "predicted from traffic %1$.2f, expected by empirical Bayes %2$.2f±%3$.2f, excess %4$+.2f",
              e.predicted(),
              e.expected(),
              e.standardDeviation(),
              e.excess()));
    }
    return reasons;
  }

  private static Text window(Hit hit) {
    String[] kind = KINDS[hit.condition().of().ordinal()];
    Criterion criterion = hit.criterion();
    boolean through = !hit.alsoOn().isEmpty();
    String others = String.join("、", hit.alsoOn());
    return new Text(
        "%d 年内 %d 米窗口%s有%s%s %d 起，达到 %d 起（%s；%s）"
            .formatted(
                criterion.years(),
                criterion.windowM(),
                through ? "（经路口，连同 " + others + "）" : "",
                kind[0],
                hit.isMostSure() ? "" : "至少",
                hit.most(),
                hit.condition().atLeast(),
                criterion.title().zh(),
                criterion.source().zh()),
        "%s%d %s within %d m%s in %d years, at least %d (%s; %s)"
            .formatted(
                hit.isMostSure() ? "" : "no fewer than ",
                hit.most(),
                kind[1],
                criterion.windowM(),
                through ? " through a junction, with " + String.join(", ", hit.alsoOn()) : "",
                criterion.years(),
                hit.condition().atLeast(),
                criterion.title().en(),
                criterion.source().en()));
  }

  private static Text text(String zh, String en, Object... values) {
    return new Text(String.format(Locale.ROOT, zh, values), String.format(Locale.ROOT, en, values));
  }
}
