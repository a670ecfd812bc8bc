package cn.anlan.data.demo.road;

import cn.anlan.data.demo.road.LineGraph.Route;
import cn.anlan.data.demo.road.Pieces.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Finds long downgrades (长大下坡) in the profiles of the routes, in both directions: stretches that
 * exceed {@link GradeLimits}, with no climb of more than the tolerance in them.
 */
final class Downgrades {
  private static final double CLIMB_M = 12;
  private static final double LONGEST_KM = 45;

  /**
   * A stretch that is too long and too steep, from its top to its foot.
   *
   * @param pieces it lies on, in the order of the stakes
   * @param topKm stake where the descent begins; greater than the foot's where stakes fall
   */
  record Downgrade(List<Piece> pieces, double topKm, double footKm, double dropM) {
    double fromKm() {
      return Math.min(topKm, footKm);
    }

    double toKm() {
      return Math.max(topKm, footKm);
    }

    boolean withStakes() {
      return footKm > topKm;
    }

    double averagePct() {
      return dropM / (toKm() - fromKm()) / 10;
    }

    Route route() {
      return pieces.get(0).route();
    }
  }

  private final GradeLimits limits;
  private final List<Downgrade> found = new ArrayList<>();

  private Downgrades(GradeLimits limits) {
    this.limits = limits;
  }

  /** In order of drop, the greatest first. Pieces must stand route by route, by their stakes. */
  static List<Downgrade> find(List<Piece> pieces, GradeLimits limits) {
    Downgrades search = new Downgrades(limits);
    int start = 0;
    for (int i = 1; i <= pieces.size(); i++) {
      if (i == pieces.size() || !follows(pieces.get(i - 1), pieces.get(i))) {
        search.run(pieces.subList(start, i));
        start = i;
      }
    }
    search.found.sort(
        Comparator.comparingDouble((Downgrade d) -> -d.dropM)
            .thenComparing(d -> d.route().no())
            .thenComparingDouble(Downgrade::fromKm));
    return search.found;
  }

  private static boolean follows(Piece a, Piece b) {
    return a.route() == b.route() && a.toKm() == b.fromKm() && a.last() == b.first();
  }

  private void run(List<Piece> run) {
    int n = 1;
    for (Piece piece : run) {
      n += piece.line().getNumPoints() - 1;
    }
    double[] km = new double[n];
    double[] z = new double[n];
    int at = 0;
    for (Piece piece : run) {
      Coordinate[] c = piece.line().getCoordinates();
      for (int i = at == 0 ? 0 : 1; i < c.length; i++) {
        km[at] = piece.fromKm() + (piece.toKm() - piece.fromKm()) * i / (c.length - 1);
        z[at++] = c[i].z;
      }
    }
    boolean fast = List.of("expressway", "class_1").contains(run.get(0).route().kind().roadClass());
    descend(run, km, z, fast);
    reverse(km);
    reverse(z);
    descend(run, km, z, fast);
  }

  private void descend(List<Piece> run, double[] km, double[] z, boolean fast) {
    List<int[]> hits = new ArrayList<>();
    int furthest = -1;
    for (int a = 0; a + 1 < km.length; a++) {
      int end = -1;
      double lowest = z[a];
      for (int b = a + 1; b < km.length && Math.abs(km[b] - km[a]) <= LONGEST_KM; b++) {
        if (z[b] > lowest + CLIMB_M || z[b] > z[a]) {
          break;
        }
        lowest = Math.min(lowest, z[b]);
        if (limits.isExceeded(fast, Math.abs(km[b] - km[a]), z[a] - z[b])) {
          end = b;
        }
      }
      if (end > furthest) {
        hits.add(new int[] {a, end});
        furthest = end;
      }
    }
    hits.sort(Comparator.comparingDouble(h -> z[h[1]] - z[h[0]]));
    List<int[]> kept = new ArrayList<>();
    for (int[] hit : hits) {
      if (kept.stream().allMatch(k -> k[1] <= hit[0] || hit[1] <= k[0])) {
        kept.add(hit);
        double top = km[hit[0]];
        double foot = km[hit[1]];
        List<Piece> under =
            run.stream()
                .filter(p -> p.toKm() > Math.min(top, foot) && p.fromKm() < Math.max(top, foot))
                .toList();
        found.add(new Downgrade(under, top, foot, z[hit[0]] - z[hit[1]]));
      }
    }
  }

  private static void reverse(double[] values) {
    double[] copy = Arrays.copyOf(values, values.length);
    for (int i = 0; i < values.length; i++) {
      values[i] = copy[values.length - 1 - i];
    }
  }
}
