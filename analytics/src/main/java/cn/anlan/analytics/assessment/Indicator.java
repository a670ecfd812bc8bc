package cn.anlan.analytics.assessment;

import cn.anlan.analytics.accident.Severity;
import cn.anlan.analytics.assessment.facts.RegionFacts;
import cn.anlan.geo.text.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * What a region's grade is made of: accidents and hazards only. Higher is worse for each; the
 * benefit of rectification is turned round. A figure is a count by an exposure, and undefined (NaN)
 * where nothing is exposed: zero population, no enterprise, no hazard registered.
 */
public enum Indicator {
  ACCIDENT_RATE(
      "十万人事故率",
      "Accidents per 100,000 residents",
      "起/10万人",
      1e5,
      (facts, weights) -> facts.accidentCount(),
      RegionFacts::population),
  DEATH_RATE(
      "十万人死亡率",
      "Deaths per 100,000 residents",
      "人/10万人",
      1e5,
      (facts, weights) -> facts.deaths(),
      RegionFacts::population),
  SEVERITY_WEIGHTED(
      "按等级加权事故数", "Accidents weighted by severity", "加权起", 1, Indicator::weighted, facts -> 1),
  OPEN_MAJOR(
      "百家企业未销号重大隐患",
      "Open major hazards per 100 enterprises",
      "处/百家",
      100,
      (facts, weights) -> facts.openMajor(),
      RegionFacts::enterprises),
  /** Of open hazards; where none is open, none is overdue. */
  OVERDUE_RATE(
      "隐患逾期率",
      "Share of open hazards that are overdue",
      "%",
      100,
      (facts, weights) -> facts.overdue(),
      facts -> facts.registered() == 0 ? 0 : Math.max(1, facts.open())),
  /** 1 − 整改率: registered and not closed, by registered, both cumulative. */
  UNRECTIFIED_RATE(
      "隐患未整改率",
      "Share of registered hazards not closed",
      "%",
      100,
      (facts, weights) -> facts.registered() - facts.closed(),
      RegionFacts::registered);

  private final String code = name().toLowerCase(Locale.ROOT);
  private final Text title;
  private final String unit;
  private final double per;
  private final ToDoubleBiFunction<RegionFacts, Map<Severity, Double>> counted;
  private final ToDoubleFunction<RegionFacts> exposed;

  Indicator(
      String zh,
      String en,
      String unit,
      double per,
      ToDoubleBiFunction<RegionFacts, Map<Severity, Double>> counted,
      ToDoubleFunction<RegionFacts> exposed) {
    this.title = new Text(zh, en);
    this.unit = unit;
    this.per = per;
    this.counted = counted;
    this.exposed = exposed;
  }

  private static double weighted(RegionFacts facts, Map<Severity, Double> severityWeights) {
    double sum = 0;
    for (Severity severity : Severity.values()) {
      sum += severityWeights.get(severity) * facts.accidents(severity);
    }
    return sum;
  }

  double count(RegionFacts facts, Map<Severity, Double> severityWeights) {
    return counted.applyAsDouble(facts, severityWeights);
  }

  double exposure(RegionFacts facts) {
    return exposed.applyAsDouble(facts);
  }

  /** The figure of a count: NaN where nothing is exposed. */
  double value(double count, double exposure) {
    return exposure > 0 ? per * count / exposure : Double.NaN;
  }

  /** The name that models use: {@code accident_rate}. */
  public String code() {
    return code;
  }

  public Text title() {
    return title;
  }

  public String unit() {
    return unit;
  }

  /** What the count by exposure is multiplied by. */
  public double per() {
    return per;
  }

  /** Whether small counts are drawn towards the common rate (empirical Bayes). */
  public boolean isSmoothed() {
    return this == ACCIDENT_RATE || this == DEATH_RATE;
  }

  /** Whether it counts what has happened, and not what can be put right today. */
  public boolean isOfAccidents() {
    return this == ACCIDENT_RATE || this == DEATH_RATE || this == SEVERITY_WEIGHTED;
  }

  static Optional<Indicator> find(String code) {
    return Arrays.stream(values()).filter(i -> i.code.equals(code)).findFirst();
  }
}
