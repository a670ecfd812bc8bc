package cn.anlan.data.demo.road;

import cn.anlan.data.demo.draw.Shipped;
import java.util.List;

/**
 * When a continuous downgrade is too long and too steep (连续长、陡下坡), from {@code
 * demo/grade-limits.yaml}: JTG D20-2017 [verify].
 */
record GradeLimits(
    List<FastLimit> fastRoads,
    List<SlowLimit> slowRoads,
    double slowStretchKm,
    double slowStretchPct) {
  /** Expressways and class 1: the greatest length at an average grade. */
  record FastLimit(double averagePct, double lengthKm) {}

  /** Classes 2 to 4: the greatest average grade for a drop above so many metres. */
  record SlowLimit(double dropM, double averagePct) {}

  static GradeLimits shipped() {
    return Shipped.yaml("demo/grade-limits.yaml", GradeLimits.class);
  }

  /**
   * Whether a stretch exceeds the limits of its class; the limit is that of the steepest tabulated
   * grade not above the stretch's average.
   */
  boolean isExceeded(boolean fast, double lengthKm, double dropM) {
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
