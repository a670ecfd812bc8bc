package cn.anlan.geo.road;

import cn.anlan.geo.road.LongDowngrade.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds long steep downgrades (长大下坡) in a profile: of all stretches between two of its points that
 * exceed {@link GradeLimits} those that lie in no other, with no climb above a tolerance in them.
 *
 * <p>Heights are not exact. A drop is uncertain by U = 2·√2·σ of a height; what exceeds the limits
 * with a drop less by U exceeds them, what exceeds them only with a drop more by U may.
 */
public final class DowngradeSearch {
  /** A climb that does not end a downgrade, where nobody says otherwise, in metres [design]. */
  public static final double CLIMB_M = 12;

  /** No stretch is longer; the longest limit is 20 km. */
  private static final double LONGEST_KM = 45;

  private final GradeLimits limits;
  private final double climbM;

  /**
   * @param climbM by how much a road may climb again within a downgrade, in metres [design]
   */
  public DowngradeSearch(GradeLimits limits, double climbM) {
    this.limits = limits;
    this.climbM = climbM;
  }

  /**
   * A stretch between two points of a profile, by their indices.
   *
   * @param top where the descent begins
   */
  public record Span(int top, int foot) {
    boolean overlaps(Span other) {
      return top < other.foot && other.top < foot;
    }
  }

  /**
   * The stretches that exceed the limits and lie in no other such stretch, in the direction of the
   * profile, by their tops. They may overlap.
   *
   * @param addedM added to every drop, in metres
   */
  public List<Span> maximal(Profile profile, double addedM) {
    List<Span> spans = new ArrayList<>();
    int furthest = -1;
    for (int top = 0; top + 1 < profile.size(); top++) {
      int end = furthestFoot(profile, top, addedM);
      if (end > furthest) {
        spans.add(new Span(top, end));
        furthest = end;
      }
    }
    return spans;
  }

  private int furthestFoot(Profile profile, int top, double addedM) {
    double[] heights = profile.heightM();
    int end = -1;
    double lowest = heights[top];
    for (int foot = top + 1; foot < profile.size(); foot++) {
      double lengthKm = profile.lengthKm(top, foot);
      boolean climbs = heights[foot] > lowest + climbM || heights[foot] > heights[top];
      if (climbs || lengthKm > LONGEST_KM) {
        break;
      }
      lowest = Math.min(lowest, heights[foot]);
      if (limits.isExceeded(profile.isFast(), lengthKm, profile.dropM(top, foot) + addedM)) {
        end = foot;
      }
    }
    return end;
  }

  /** U of a drop: of the difference of two heights with this standard deviation. */
  public static double uncertaintyM(double sigmaM) {
    return 2 * Math.sqrt(2) * sigmaM;
  }

  /**
   * The downgrades of a profile in its direction, by their tops. Stretches that overlap are one
   * downgrade, shown by the one with the greatest drop.
   *
   * @param sigmaM one standard deviation of a height, ≥ 0
   */
  public List<LongDowngrade> find(Profile profile, double sigmaM) {
    double uncertaintyM = uncertaintyM(sigmaM);
    List<Span> surely = maximal(profile, -uncertaintyM);
    List<LongDowngrade> found = new ArrayList<>();
    List<Span> together = new ArrayList<>();
    int reach = -1;
    for (Span span : maximal(profile, uncertaintyM)) {
      if (!together.isEmpty() && span.top >= reach) {
        found.add(downgrade(profile, together, surely, uncertaintyM));
        together.clear();
      }
      together.add(span);
      reach = span.foot; // feet rise as tops do
    }
    if (!together.isEmpty()) {
      found.add(downgrade(profile, together, surely, uncertaintyM));
    }
    return found;
  }

  private static LongDowngrade downgrade(
      Profile profile, List<Span> together, List<Span> surely, double uncertaintyM) {
    Span zone = new Span(together.get(0).top, together.get(together.size() - 1).foot);
    List<Span> sure = surely.stream().filter(zone::overlaps).toList();
    Span shown =
        (sure.isEmpty() ? together : sure)
            .stream()
                .max(Comparator.comparingDouble(s -> profile.dropM(s.top, s.foot)))
                .orElseThrow();
    double lengthKm = profile.lengthKm(shown.top, shown.foot);
    double dropM = profile.dropM(shown.top, shown.foot);
    return new LongDowngrade(
        profile.alongKm()[shown.top],
        profile.alongKm()[shown.foot],
        profile.alongKm()[zone.top],
        profile.alongKm()[zone.foot],
        sure.stream()
            .map(s -> new Part(profile.alongKm()[s.top], profile.alongKm()[s.foot]))
            .toList(),
        lengthKm,
        dropM,
        dropM / lengthKm / 10,
        uncertaintyM / lengthKm / 10,
        sure.isEmpty() ? LongDowngrade.Verdict.MAY_EXCEED : LongDowngrade.Verdict.EXCEEDS);
  }
}
