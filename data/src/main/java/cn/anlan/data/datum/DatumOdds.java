package cn.anlan.data.datum;

import java.util.EnumMap;
import java.util.Map;

/**
 * How a file's evidence weighs. The odds are those that are left without the one stretch of county
 * boundary that tells most, so that none decides alone.
 *
 * @param best the hypothesis that the evidence favours most; with no evidence, CGCS2000
 * @param oddsAgainst odds of the best hypothesis against each; 1 for itself, never less
 * @param outsideShare share of rows outside the county they name, by hypothesis
 * @param farOutsideShare share of rows beyond 2σ outside it under the best hypothesis
 * @param namedRows rows that name a county whose area is known
 * @param nearRows of these, rows near enough to a boundary to tell anything
 * @param knownRows rows whose place is known
 */
public record DatumOdds(
    Hypothesis best,
    Map<Hypothesis, Double> oddsAgainst,
    Map<Hypothesis, Double> outsideShare,
    double farOutsideShare,
    long namedRows,
    long nearRows,
    long knownRows) {
  /** From this on odds are evidence; below they are doubt. */
  public static final double EVIDENCE = 100;

  /**
   * Where more than this share of rows is far outside even under the best hypothesis, the counties
   * or the columns are wrong, and odds between hypotheses mean nothing.
   */
  public static final double MISFIT_SHARE = 0.3;

  /** Larger odds are only larger words. */
  private static final double LARGEST = 1e9;

  public DatumOdds {
    oddsAgainst = new EnumMap<>(oddsAgainst);
    oddsAgainst.replaceAll((h, odds) -> Math.min(LARGEST, odds));
    oddsAgainst = Map.copyOf(oddsAgainst);
    outsideShare = Map.copyOf(outsideShare);
  }

  /** Odds of the best hypothesis against the next best. */
  public double oddsOfBest() {
    double least = LARGEST;
    for (Hypothesis other : Hypothesis.values()) {
      least = other == best ? least : Math.min(least, oddsAgainst.get(other));
    }
    return least;
  }

  /** Whether the rows' counties fit no hypothesis. */
  public boolean isMisfit() {
    return farOutsideShare > MISFIT_SHARE;
  }

  /** Whether the best hypothesis stands on evidence: 100 to one against each other one. */
  public boolean isEvidence() {
    return oddsOfBest() >= EVIDENCE && !isMisfit();
  }

  /** Whether the evidence speaks against a hypothesis: some other one is 100 times as likely. */
  public boolean speaksAgainst(Hypothesis h) {
    return oddsAgainst.get(h) >= EVIDENCE && !isMisfit();
  }
}
