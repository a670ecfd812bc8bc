package cn.anlan.geo.road;

/**
 * A downgrade that is, or may be, too long and too steep.
 *
 * @param topKm stake at which it begins, in the direction of travel
 * @param footKm stake at which it ends; below {@code topKm} against the stakes
 * @param zoneTopKm stake at which the first of all stretches begins that exceed the limits and
 *     overlap; this is the one of them with the greatest drop
 * @param zoneFootKm stake at which the last of them ends
 * @param averageGradePct drop by length
 * @param gradeUncertaintyPct U of the average grade, from that of two heights
 */
public record LongDowngrade(
    double topKm,
    double footKm,
    double zoneTopKm,
    double zoneFootKm,
    double lengthKm,
    double dropM,
    double averageGradePct,
    double gradeUncertaintyPct,
    Verdict verdict) {
  /** How sure it is. What does not exceed the limits with the greatest error is not listed. */
  public enum Verdict {
    /** Also with a drop smaller by its uncertainty. */
    EXCEEDS,
    /** Only within the uncertainty of the heights. */
    MAY_EXCEED
  }

  /** Whether the stakes rise in the direction of travel. */
  public boolean withStakes() {
    return footKm > topKm;
  }
}
