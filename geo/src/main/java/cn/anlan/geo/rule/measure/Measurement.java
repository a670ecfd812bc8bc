package cn.anlan.geo.rule.measure;

import cn.anlan.geo.rule.Finding;
import cn.anlan.geo.rule.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * One site measured against the targets of a rule.
 *
 * @param decisive the target with the worst verdict, of those the one with the smallest margin;
 *     null where there is none
 * @param secondary the others within reach, nearest first
 * @param count of a {@code count} rule, whose verdict comes from it; else null
 * @param open why the site cannot be measured, else null
 */
public record Measurement(
    Measured decisive, List<Measured> secondary, Finding.Count count, Reason open) {
  /** Nothing to measure to. */
  public static final Measurement NONE = new Measurement(null, List.of(), null, null);

  /** More would tell nobody anything ([design]). */
  private static final int MAX_SECONDARY = 20;

  static Measurement of(Measured decisive, List<Measured> secondary) {
    List<Measured> sorted =
        secondary.stream().sorted(Measured.NEAREST_FIRST).limit(MAX_SECONDARY).toList();
    return new Measurement(decisive, sorted, null, null);
  }

  static Measurement open(Reason why) {
    return new Measurement(null, List.of(), null, why);
  }

  /** Several measurements as one: the worst decides, what decided the others is secondary. */
  public static Measurement join(Collection<Measurement> parts) {
    if (parts.size() == 1) {
      return parts.iterator().next();
    }
    List<Measured> secondary = new ArrayList<>();
    List<Measured> candidates = new ArrayList<>();
    for (Measurement part : parts) {
      secondary.addAll(part.secondary);
      if (part.decisive != null) {
        candidates.add(part.decisive);
      }
    }
    for (Measurement part : parts) {
      if (part.open != null) {
        return open(part.open);
      }
    }
    Measured decisive = candidates.stream().min(Measured.WORST_FIRST).orElse(null);
    candidates.remove(decisive);
    secondary.addAll(candidates);
    Measurement all = of(decisive, secondary);
    return new Measurement(all.decisive, all.secondary, added(parts), null);
  }

  /** What several targets of a rule count up to together. */
  private static Finding.Count added(Collection<Measurement> parts) {
    Finding.Count sum = null;
    for (Measurement part : parts) {
      Finding.Count next = part.count;
      sum =
          sum == null || next == null
              ? next
              : new Finding.Count(
                  sum.certain() + next.certain(),
                  sum.possible() + next.possible(),
                  sum.max(),
                  sum.withinM(),
                  Objects.equals(sum.of(), next.of()) ? sum.of() : null);
    }
    return sum;
  }
}
