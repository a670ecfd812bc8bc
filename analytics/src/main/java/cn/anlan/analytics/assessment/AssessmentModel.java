package cn.anlan.analytics.assessment;

import cn.anlan.analytics.accident.Severity;
import cn.anlan.analytics.assessment.facts.FactRules;
import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The model of the regional grade as its YAML file states it; see {@code models/regional.yaml} for
 * what each value means. Every value is checked when it is read.
 *
 * @param version counts up with every change; results name it
 * @param severityWeights by code of the severity
 * @param judgements of the indicators in their order; CR is below 0.1
 * @param cutPoints scores, descending, from which on a region is level 1, 2, 3
 * @param hysteresisPoints by how many points a score must be below a cut-point for a better colour
 * @param historyFrom the first month-end that is gone through
 */
public record AssessmentModel(
    String id,
    int version,
    Text title,
    String basis,
    int windowMonths,
    boolean productionRelatedOnly,
    Map<String, Double> severityWeights,
    List<String> indicators,
    List<List<String>> judgements,
    List<Double> cutPoints,
    double hysteresisPoints,
    LocalDate historyFrom,
    List<Veto> vetoes,
    Sensitivity sensitivity,
    BaselineRule baseline) {

  /**
   * A condition that overrules the score. Exactly one of {@code severityAtLeast} and {@code
   * listingOverdueDays} says when, exactly one of {@code bestLevel} and {@code raiseBy} what.
   *
   * @param bestLevel the level is at best this one
   * @param raiseBy so many levels worse
   */
  public record Veto(
      String id,
      Text title,
      String severityAtLeast,
      Integer listingOverdueDays,
      Integer bestLevel,
      Integer raiseBy) {
    public Veto {
      require(id != null && title != null, "a veto needs id and title");
      require(
          (severityAtLeast == null) != (listingOverdueDays == null),
          "veto " + id + " needs either severity_at_least or listing_overdue_days");
      require(
          (bestLevel == null) != (raiseBy == null),
          "veto " + id + " needs either best_level or raise_by");
      require(
          bestLevel == null || bestLevel >= 1 && bestLevel <= 3,
          "veto " + id + ": best_level is 1, 2 or 3");
      require(raiseBy == null || raiseBy >= 1, "veto " + id + ": raise_by is at least 1");
      if (severityAtLeast != null) {
        severityOf(severityAtLeast);
      }
    }

    /** The least severity that fires it; empty where listings do. */
    public Optional<Severity> severity() {
      return Optional.ofNullable(severityAtLeast).map(AssessmentModel::severityOf);
    }
  }

  /**
   * @param runs how many times weights, and counts, are drawn
   * @param weightChange the share by which a weight is at most changed
   */
  public record Sensitivity(int runs, double weightChange, long seed) {}

  /**
   * What baselines are computed from.
   *
   * @param lowQuantile of all regions and month-ends: becomes lo
   */
  public record BaselineRule(
      LocalDate from, LocalDate to, double lowQuantile, double highQuantile) {}

  public AssessmentModel {
    require(id != null && title != null && basis != null, "id, title and basis are required");
    require(version >= 1, "version is at least 1");
    require(windowMonths >= 1 && windowMonths <= 60, "window_months is 1 to 60");
    require(severityWeights != null, "severity_weights is required");
    for (Severity severity : Severity.values()) {
      Double weight = severityWeights.get(severity.code());
      require(
          weight != null && weight >= 0 && weight < 1e6,
          "severity_weights." + severity.code() + " must be a number of at least 0");
    }
    require(
        severityWeights.size() == Severity.values().length,
        "severity_weights has an unknown severity: " + severityWeights.keySet());
    require(indicators != null && !indicators.isEmpty(), "indicators is required");
    indicators.forEach(AssessmentModel::indicator);
    require(new HashSet<>(indicators).size() == indicators.size(), "an indicator stands twice");
    require(judgements != null, "judgements is required");
    PairwiseJudgements.of(indicators, judgements);
    require(
        cutPoints != null
            && cutPoints.size() == 3
            && cutPoints.get(0) > cutPoints.get(1)
            && cutPoints.get(1) > cutPoints.get(2),
        "cut_points needs three descending scores");
    require(hysteresisPoints >= 0, "hysteresis_points is at least 0");
    require(historyFrom != null, "history_from is required");
    vetoes = vetoes == null ? List.of() : List.copyOf(vetoes);
    require(
        vetoes.stream().filter(v -> v.listingOverdueDays() != null).count() <= 1,
        "only one veto can look at listings");
    require(
        sensitivity != null
            && sensitivity.runs() >= 1
            && sensitivity.runs() <= 10_000
            && sensitivity.weightChange() >= 0
            && sensitivity.weightChange() < 1,
        "sensitivity needs runs of 1 to 10000 and a weight_change below 1");
    require(
        baseline != null
            && baseline.from() != null
            && baseline.to() != null
            && baseline.from().isBefore(baseline.to())
            && baseline.lowQuantile() >= 0
            && baseline.lowQuantile() < baseline.highQuantile()
            && baseline.highQuantile() <= 1,
        "baseline needs from before to, and quantiles 0 ≤ low < high ≤ 1");
    severityWeights = Map.copyOf(severityWeights);
    indicators = List.copyOf(indicators);
    judgements = judgements.stream().map(List::copyOf).toList();
    cutPoints = List.copyOf(cutPoints);
  }

  /** The indicators in the order of the judgements. */
  public List<Indicator> used() {
    return indicators.stream().map(AssessmentModel::indicator).toList();
  }

  /** Weights of the judgements and their consistency. */
  public PairwiseJudgements weighing() {
    return PairwiseJudgements.of(indicators, judgements);
  }

  Map<Severity, Double> weightsOfSeverity() {
    Map<Severity, Double> weights = new EnumMap<>(Severity.class);
    Arrays.stream(Severity.values()).forEach(s -> weights.put(s, severityWeights.get(s.code())));
    return weights;
  }

  /** What decides which facts are counted. */
  public FactRules factRules() {
    int listingDays =
        vetoes.stream()
            .filter(v -> v.listingOverdueDays() != null)
            .mapToInt(Veto::listingOverdueDays)
            .findFirst()
            .orElse(0);
    LocalDate first = baseline.from().isBefore(historyFrom) ? baseline.from() : historyFrom;
    return new FactRules(
        windowMonths, productionRelatedOnly, listingDays, first.minusMonths(windowMonths));
  }

  /** Id and version as results name them: {@code regional 1}. */
  public String label() {
    return id + " " + version;
  }

  /** Level 1 (worst) to 4 by cut-points alone. */
  int level(double score) {
    for (int i = 0; i < cutPoints.size(); i++) {
      if (score >= cutPoints.get(i)) {
        return i + 1;
      }
    }
    return 4;
  }

  /**
   * The level after a month of another level: worse at once, better only below the band.
   *
   * @param before that month's level by score; 0 where there was none
   */
  int level(double score, int before) {
    int level = level(score);
    if (before == 0 || level <= before) {
      return level;
    }
    return Math.max(before, level(score + hysteresisPoints));
  }

  /**
   * A score must be below this for the level after {@code level}.
   *
   * @param before the month before's level by score; 0 where there was none
   */
  double scoreForBetterThan(int level, int before) {
    boolean inBand = before != 0 && before <= level;
    return cutPoints.get(level - 1) - (inBand ? hysteresisPoints : 0);
  }

  private static Indicator indicator(String code) {
    return Indicator.find(code)
        .orElseThrow(() -> new IllegalArgumentException("there is no indicator '" + code + "'"));
  }

  private static Severity severityOf(String code) {
    return Arrays.stream(Severity.values())
        .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no severity '" + code + "'"));
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(problem);
    }
  }
}
