package cn.anlan.geo.rule.measure;

import cn.anlan.geo.rule.Verdict;

/**
 * The distance that one pair of subject and target must keep.
 *
 * @param inclusive whether exactly that is still too near
 * @param source where the figure stands, if not in the rule's own basis
 */
public record Threshold(double metres, boolean inclusive, String source) {
  /**
   * The same for what reaches up to {@code extentM} nearer, nobody knows in which direction: only
   * what is too near in any case fails, only what is far enough in any case passes.
   */
  Verdict verdict(double distanceM, double extentM, double uncertaintyM) {
    Verdict atMost = verdict(distanceM, uncertaintyM);
    if (extentM == 0 || atMost == Verdict.FAIL) {
      return atMost;
    }
    return verdict(distanceM - extentM, uncertaintyM) == Verdict.PASS
        ? Verdict.PASS
        : Verdict.NEEDS_SURVEY;
  }

  /**
   * What a distance leads to by itself.
   *
   * @param uncertaintyM U: nearer to the limit than this nobody can tell
   */
  public Verdict verdict(double distanceM, double uncertaintyM) {
    if (Math.abs(distanceM - metres) < uncertaintyM) {
      return Verdict.NEEDS_SURVEY;
    }
    boolean broken = distanceM < metres || inclusive && distanceM == metres;
    return broken ? Verdict.FAIL : Verdict.PASS;
  }
}
