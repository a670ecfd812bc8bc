package cn.anlan.analytics.blackspot;

import cn.anlan.analytics.blackspot.Criterion.Condition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The sliding window (移动窗口法) along one route: a window is moved on step by step, what it finds in
 * windows that overlap is one hit, and a hit's ends are drawn in to its first and its last crash.
 *
 * <p>A window holds both its ends. It begins at multiples of the step, so that a rerun on more
 * crashes looks at the same windows.
 */
public final class SlidingWindow {
  /**
   * A stretch in which a criterion holds.
   *
   * @param placesM of the crashes that were counted on this route, rising, metres along it
   * @param condition the first that held, in the criterion's order
   * @param most the greatest number of crashes of that kind in one window, of a window through a
   *     junction those on the other routes too
   * @param isMostSure false where not every window through a junction was looked at: there may be a
   *     fuller one
   * @param alsoOn the other routes on which a window through a junction has crashes ({@link
   *     NetworkWindow}); empty along one route
   */
  public record Hit(
      Criterion criterion,
      List<Double> placesM,
      Condition condition,
      int most,
      boolean isMostSure,
      List<String> alsoOn) {
    /** Of the first crash, metres along the route. */
    public double fromM() {
      return placesM.get(0);
    }

    /** Of the last crash. */
    public double toM() {
      return placesM.get(placesM.size() - 1);
    }
  }

  private final Criterion criterion;

  public SlidingWindow(Criterion criterion) {
    this.criterion = criterion;
  }

  /**
   * @param crashes of one route, in any order
   * @param asOf the last day that counts; the first is the day after the same day so many years
   *     before
   * @return in the order of their place; windows of one condition's hits do not overlap
   */
  public List<Hit> find(List<Crash> crashes, LocalDate asOf) {
    return find(crashes, asOf, List.of());
  }

  /**
   * Leaves out windows that meet any of some stakes.
   *
   * @param broken what {@link NetworkWindow} looks at instead
   */
  List<Hit> find(List<Crash> crashes, LocalDate asOf, List<Broken> broken) {
    LocalDate before = asOf.minusYears(criterion.years());
    List<Crash> recent =
        crashes.stream()
            .filter(crash -> crash.day().isAfter(before) && !crash.day().isAfter(asOf))
            .sorted(Comparator.comparingDouble(Crash::positionM))
            .toList();
    List<Hit> hits = new ArrayList<>();
    for (Condition condition : criterion.any()) {
      List<Crash> counted = recent.stream().filter(condition.of()::counts).toList();
      hits.addAll(find(condition, counted, broken));
    }
    hits.sort(Comparator.comparingDouble(Hit::fromM).thenComparingDouble(Hit::toM));
    return hits;
  }

  private List<Hit> find(Condition condition, List<Crash> counted, List<Broken> broken) {
    List<Hit> hits = new ArrayList<>();
    Merged open = null;
    int end = 0;
    for (int first = 0; first < counted.size(); first++) {
      double place = counted.get(first).positionM();
      // Of all windows those matter whose first crash this is: the others hold no more.
      for (double from = firstWindowWith(place); from <= place; from += criterion.stepM()) {
        if (first > 0 && counted.get(first - 1).positionM() >= from) {
          continue;
        }
        double start = from;
        double to = from + criterion.windowM();
        if (broken.stream().anyMatch(b -> b.meets(start, to))) {
          continue;
        }
        end = Math.max(end, first);
        while (end < counted.size() && counted.get(end).positionM() <= to) {
          end++;
        }
        if (end - first >= condition.atLeast()) {
          if (open != null && from > open.to) {
            hits.add(hit(condition, counted, open));
            open = null;
          }
          open = open == null ? new Merged(first) : open;
          open.add(to, end, end - first);
        }
      }
    }
    if (open != null) {
      hits.add(hit(condition, counted, open));
    }
    return hits;
  }

  /** Windows that overlap. */
  private static final class Merged {
    private final int first;
    private double to;
    private int end;
    private int most;

    Merged(int first) {
      this.first = first;
    }

    void add(double windowTo, int windowEnd, int count) {
      to = windowTo;
      end = windowEnd;
      most = Math.max(most, count);
    }
  }

  /** The first start of a window, on the steps, from which the place is within it. */
  private double firstWindowWith(double positionM) {
    double step = criterion.stepM();
    return Math.ceil((positionM - criterion.windowM()) / step) * step;
  }

  private Hit hit(Condition condition, List<Crash> counted, Merged merged) {
    List<Crash> within = counted.subList(merged.first, merged.end);
    return new Hit(
        criterion,
        within.stream().map(Crash::positionM).toList(),
        condition,
        merged.most,
        true,
        List.of());
  }
}
