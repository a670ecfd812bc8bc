package cn.anlan.geo.rule;

/** What a rule demands. Sealed, so that the engine must answer for each kind that is added. */
public sealed interface RuleKind {
  /**
   * The subject must stand at least {@code thresholdM} metres from the target.
   *
   * @param inclusive whether exactly {@code thresholdM} is still too near (以内, 民法典 art. 1259)
   */
  record MinDistance(double thresholdM, boolean inclusive) implements RuleKind {
    /** Whether the distance breaks the rule, accuracy apart. */
    public boolean isBrokenAt(double distanceM) {
      return distanceM < thresholdM || inclusive && distanceM == thresholdM;
    }
  }
}
