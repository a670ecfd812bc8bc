package cn.anlan.data.datum;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/**
 * How a file's evidence weighs.
 *
 * @param logLikelihood natural logarithm, by hypothesis; only differences mean anything
 * @param outsideShare share of rows beyond 2σ outside the county they name, by hypothesis
 * @param namedRows rows that name a county whose area is known
 * @param nearRows of these, rows near enough to a boundary to tell anything
 * @param knownRows rows whose place is known
 */
public record DatumOdds(
    Map<Hypothesis, Double> logLikelihood,
    Map<Hypothesis, Double> outsideShare,
    long namedRows,
    long nearRows,
    long knownRows) {
  /** From this on odds are evidence; below they are doubt. */
  public static final double EVIDENCE = 100;

  /**
   * Where more than this share of rows is outside its county even under the best hypothesis, the
   * counties or the columns are wrong, and odds between hypotheses mean nothing.
   */
  public static final double MISFIT_SHARE = 0.3;

  /** Larger odds are only larger words. */
  private static final double LARGEST = 1e9;

  public DatumOdds {
    logLikelihood = Map.copyOf(logLikelihood);
    outsideShare = Map.copyOf(outsideShare);
  }

  /** The hypothesis that the evidence favours most; with no evidence, CGCS2000. */
  public Hypothesis best() {
    return new EnumMap<>(logLikelihood)
        .entrySet().stream()
            .max(
                Map.Entry.<Hypothesis, Double>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .orElseThrow()
            .getKey();
  }

  /** Odds of one hypothesis against another, at most a thousand million. */
  public double odds(Hypothesis one, Hypothesis other) {
    double odds = Math.exp(logLikelihood.get(one) - logLikelihood.get(other));
    return Math.min(LARGEST, Math.max(1 / LARGEST, odds));
  }

  /** Odds of the best hypothesis against the next best. */
  public double oddsOfBest() {
    Hypothesis best = best();
    double least = LARGEST;
    for (Hypothesis other : Hypothesis.values()) {
      if (other != best) {
        least = Math.min(least, odds(best, other));
      }
    }
    return least;
  }

  /** Whether the rows' counties fit no hypothesis. */
  public boolean isMisfit() {
    return outsideShare.get(best()) > MISFIT_SHARE;
  }

  /** Whether the best hypothesis stands on evidence: 100 to one against each other one. */
  public boolean isEvidence() {
    return oddsOfBest() >= EVIDENCE && !isMisfit();
  }

  /** Whether the evidence speaks against a hypothesis: some other one is 100 times as likely. */
  public boolean speaksAgainst(Hypothesis h) {
    return odds(best(), h) >= EVIDENCE && !isMisfit();
  }
}
