package cn.anlan.geo.road;

import java.util.List;

/**
 * A downgrade that is, or may be, too long and too steep. Places are kilometres along the profile.
 *
 * @param topKm where it begins, in the direction of travel
 * @param footKm where it ends
 * @param zoneTopKm where the first of all stretches begins that exceed the limits and overlap; this
 *     is the one of them with the greatest drop
 * @param zoneFootKm where the last of them ends
 * @param sure what exceeds the limits also with a drop smaller by its uncertainty, by their tops;
 *     they may overlap, and the rest of the zone only may exceed them. None where the verdict is
 *     {@link Verdict#MAY_EXCEED}
 * @param averageGradePct drop by length
 * @param gradeUncertaintyPct U of the average grade, from that of two heights
 */
public record LongDowngrade(
    double topKm,
    double footKm,
    double zoneTopKm,
    double zoneFootKm,
    List<Part> sure,
    double lengthKm,
    double dropM,
    double averageGradePct,
    double gradeUncertaintyPct,
    Verdict verdict) {
  /** Where a part of it begins, in the direction of travel, and ends. */
  public record Part(double topKm, double footKm) {}

  public LongDowngrade {
    sure = List.copyOf(sure);
  }

  /** How sure it is. What does not exceed the limits with the greatest error is not listed. */
  public enum Verdict {
    /** Also with a drop smaller by its uncertainty. */
    EXCEEDS,
    /** Only within the uncertainty of the heights. */
    MAY_EXCEED
  }
}
