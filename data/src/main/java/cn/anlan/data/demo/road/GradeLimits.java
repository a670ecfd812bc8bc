package cn.anlan.data.demo.road;

import cn.anlan.geo.yaml.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    String file = "demo/grade-limits.yaml";
    try (InputStream in = GradeLimits.class.getClassLoader().getResourceAsStream(file)) {
      return StrictYaml.read(
          file, new String(in.readAllBytes(), StandardCharsets.UTF_8), GradeLimits.class);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
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
