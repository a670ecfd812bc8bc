package cn.anlan.geo.rule.measure;

import cn.anlan.geo.rule.Finding;
import cn.anlan.geo.rule.Reason;
import cn.anlan.geo.rule.Verdict;
import java.util.Comparator;
import java.util.List;

/**
 * The distance of a site from one target, and what it alone leads to.
 *
 * @param distanceM rounded to the micrometre, the engine's own resolution, so that a site at the
 *     very limit is not decided by the last bit of a double; negative is the depth inside a zone
 * @param threshold null where the distance to be kept is not known
 * @param uncertaintyM U, or null where a σ is missing
 * @param subjectPoint [lon, lat] of the nearest point of the site
 * @param open why it cannot be judged, else null
 * @param proxy what the target's geometry stands in for, else null
 * @param direction {@code upstream} or {@code downstream} of the target, along a river, else null
 */
public record Measured(
    Feature target,
    double distanceM,
    Threshold threshold,
    Double uncertaintyM,
    Verdict verdict,
    List<Double> subjectPoint,
    List<Double> targetPoint,
    Reason open,
    Finding.Proxy proxy,
    String direction) {
  /** The smallest margin first, then the nearest, then by code. */
  public static final Comparator<Measured> NEAREST_FIRST =
      Comparator.comparingDouble(Measured::marginOrDistanceM)
          .thenComparingDouble(Measured::distanceM)
          .thenComparing(m -> m.target.code(), Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(m -> m.target.id());

  /** The worst verdict first. */
  public static final Comparator<Measured> WORST_FIRST =
      Comparator.comparingInt((Measured m) -> gravity(m.verdict)).thenComparing(NEAREST_FIRST);

  static double rounded(double metres) {
    return Math.rint(metres * 1e6) / 1e6;
  }

  /** {@code distanceM − threshold}, or null where that is not known. */
  public Double marginM() {
    return threshold == null ? null : (Double) (distanceM - threshold.metres());
  }

  private double marginOrDistanceM() {
    return threshold == null ? distanceM : distanceM - threshold.metres();
  }

  private static int gravity(Verdict verdict) {
    return switch (verdict) {
      case FAIL -> 0;
      case NEEDS_SURVEY -> 1;
      case NOT_ASSESSABLE -> 2;
      default -> 3;
    };
  }

  public Finding.Secondary toSecondary() {
    return new Finding.Secondary(
        target.layer(),
        target.id(),
        target.code(),
        target.name(),
        target.definition(),
        distanceM,
        threshold == null ? null : (Double) threshold.metres(),
        marginM(),
        uncertaintyM,
        verdict,
        subjectPoint,
        targetPoint,
        target.demo());
  }
}
