package cn.anlan.analytics.assessment;

/**
 * A change that would bring a region nearer to its next better colour: a count that comes down.
 *
 * @param from the count as it is
 * @param to what it must come down to, everything else unchanged
 * @param points how much the score falls by it
 */
public record Step(Indicator indicator, long from, long to, double points) {
  /** How many fewer. */
  public long fewer() {
    return from - to;
  }
}
