package cn.anlan.geo.road;

import cn.anlan.geo.text.Text;
import cn.anlan.geo.yaml.OfficeYaml;
import java.util.List;

/**
 * When a continuous downgrade is too long and too steep (连续长、陡下坡), from {@code
 * road/grade-limits.yaml}: JTG D20-2017 [verify].
 *
 * @param version counts up with every change
 * @param fastRoads by rising grade
 * @param slowRoads by rising drop
 * @param slowStretchKm on slow roads no stretch of this length or more may be steeper than {@code
 *     slowStretchPct} on average
 */
public record GradeLimits(
    int version,
    Text source,
    List<FastLimit> fastRoads,
    List<SlowLimit> slowRoads,
    double slowStretchKm,
    double slowStretchPct) {
  private static final String FILE = "road/grade-limits.yaml";

  /** Expressways and class 1: the greatest length at an average grade. */
  public record FastLimit(double averagePct, double lengthKm) {}

  /** Classes 2 to 4: the greatest average grade for a drop of so many metres or more. */
  public record SlowLimit(double dropM, double averagePct) {}

  private static final List<String> FAST = List.of("expressway", "class_1");

  public GradeLimits {
    if (version < 1 || source == null) {
      throw new IllegalArgumentException("grade limits need a version and a source");
    }
    fastRoads = List.copyOf(fastRoads);
    slowRoads = List.copyOf(slowRoads);
  }

  /** The limits that ship with the product. */
  public static GradeLimits shipped() {
    return OfficeYaml.shipped(FILE, GradeLimits.class);
  }

  /** Whether the limits of expressways and class 1 hold for a class of road. */
  public static boolean isFast(String roadClass) {
    return FAST.contains(roadClass);
  }

  /** With a smaller drop nothing exceeds the limits of its class, in metres. */
  public double leastDropM(boolean fast) {
    return fast
        ? fastRoads.stream().mapToDouble(l -> l.averagePct * l.lengthKm * 10).min().orElse(0)
        : slowRoads.stream()
            .mapToDouble(SlowLimit::dropM)
            .reduce(slowStretchKm * slowStretchPct * 10, Math::min);
  }

  /**
   * Whether a stretch exceeds the limits of its class; the limit is that of the steepest tabulated
   * grade not above the stretch's average, a step function, for towards "any length" there is
   * nothing to interpolate to.
   */
  public boolean isExceeded(boolean fast, double lengthKm, double dropM) {
    double averagePct = dropM / lengthKm / 10;
    if (fast) {
      double most = Double.MAX_VALUE;
      for (FastLimit limit : fastRoads) {
        if (averagePct >= limit.averagePct) {
          most = limit.lengthKm;
        }
      }
      return lengthKm > most;
    }
    double most = Double.MAX_VALUE;
    for (SlowLimit limit : slowRoads) {
      if (dropM >= limit.dropM) {
        most = limit.averagePct;
      }
    }
    return averagePct > most || lengthKm >= slowStretchKm && averagePct > slowStretchPct;
  }
}
