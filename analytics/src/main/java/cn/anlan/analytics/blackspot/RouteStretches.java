package cn.anlan.analytics.blackspot;

import cn.anlan.analytics.blackspot.Route.Piece;
import cn.anlan.analytics.blackspot.SlidingWindow.Hit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A route cut into stretches at the multiples of a length, and which of them a place is in. Where
 * there is no road there is no stretch. A remainder shorter than half a stretch, as at the route's
 * ends or beside a gap, is no stretch of its own: on so little road a single crash would look dense
 * beyond all others. It belongs to the neighbour from which it is less far away, if there is one in
 * the next cell.
 *
 * <p>A place at a multiple is in the stretch that begins there; where the road ends there, in the
 * one that ends. Every place of the route is in exactly one.
 */
final class RouteStretches {
  /** Consecutive cells that are one stretch. */
  private record Part(long firstCell, long lastCell, Section section) {
    private double gapM(Part next) {
      return next.firstCell - lastCell > 1
          ? Double.POSITIVE_INFINITY
          : next.section.fromM() - section.toM();
    }
  }

  private final Route route;
  private final int stretchM;
  private final List<Part> parts = new ArrayList<>();

  RouteStretches(Route route, int stretchM) {
    this.route = route;
    this.stretchM = stretchM;
    cells().forEach(this::addParts);
    mergeShort();
  }

  /** Between the multiples the runs of road, each from where it begins to where it ends. */
  private TreeMap<Long, List<double[]>> cells() {
    TreeMap<Long, List<double[]>> cells = new TreeMap<>();
    for (Piece piece : route.pieces()) {
      long last = (long) Math.ceil(piece.toM() / stretchM) - 1;
      for (long cell = (long) Math.floor(piece.fromM() / stretchM); cell <= last; cell++) {
        double from = Math.max(piece.fromM(), (double) cell * stretchM);
        double to = Math.min(piece.toM(), (cell + 1.0) * stretchM);
        List<double[]> runs = cells.computeIfAbsent(cell, any -> new ArrayList<>());
        double[] open = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (open != null && from <= open[1]) {
          open[1] = Math.max(open[1], to);
        } else {
          runs.add(new double[] {from, to});
        }
      }
    }
    return cells;
  }

  /** The runs of a cell together; each by itself where they are too short even so. */
  private void addParts(long cell, List<double[]> runs) {
    Part whole = part(cell, cell, runs.get(0)[0], runs.get(runs.size() - 1)[1]);
    if (isShort(whole)) {
      runs.forEach(run -> parts.add(part(cell, cell, run[0], run[1])));
    } else {
      parts.add(whole);
    }
  }

  private boolean isShort(Part part) {
    return part.section.lengthM() < stretchM / 2.0;
  }

  private Part part(long firstCell, long lastCell, double fromM, double toM) {
    return new Part(firstCell, lastCell, Section.of(route, fromM, toM));
  }

  private void mergeShort() {
    int i = 0;
    while (i < parts.size()) {
      double before = i > 0 ? parts.get(i - 1).gapM(parts.get(i)) : Double.POSITIVE_INFINITY;
      double after =
          i + 1 < parts.size() ? parts.get(i).gapM(parts.get(i + 1)) : Double.POSITIVE_INFINITY;
      if (!isShort(parts.get(i)) || Double.isInfinite(Math.min(before, after))) {
        i++;
        continue;
      }
      i = before <= after ? i - 1 : i;
      Part low = parts.get(i);
      Part high = parts.remove(i + 1);
      parts.set(i, part(low.firstCell, high.lastCell, low.section.fromM(), high.section.toM()));
    }
  }

  /** The number of the stretch that a place is in; -1 where the route has no road there. */
  int find(double positionM) {
    if (!route.has(positionM)) {
      return -1;
    }
    int number = 0;
    while (number + 1 < parts.size() && parts.get(number + 1).section.fromM() <= positionM) {
      number++;
    }
    return number;
  }

  /**
   * By stretch, the hits that have a crash in it; a stretch without one of them is none of them.
   */
  List<List<Hit>> withCrashesOf(List<Hit> hits) {
    List<List<Hit>> of = new ArrayList<>();
    parts.forEach(any -> of.add(new ArrayList<>()));
    for (Hit hit : hits) {
      hit.placesM().stream()
          .map(this::find)
          .filter(number -> number >= 0)
          .distinct()
          .forEach(number -> of.get(number).add(hit));
    }
    return of;
  }

  /**
   * The stretches by place, with what happened on them.
   *
   * @param from crashes after this day count
   * @param to the last day that counts
   */
  List<Stretch> count(LocalDate from, LocalDate to, CrashWeights weights) {
    List<List<Crash>> crashes = new ArrayList<>();
    parts.forEach(any -> crashes.add(new ArrayList<>()));
    for (Crash crash : route.crashes()) {
      int number = find(crash.positionM());
      if (number >= 0 && crash.day().isAfter(from) && !crash.day().isAfter(to)) {
        crashes.get(number).add(crash);
      }
    }
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      stretches.add(Stretch.of(route.routeNo(), parts.get(i).section, crashes.get(i), weights));
    }
    return stretches;
  }
}
