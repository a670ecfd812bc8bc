package cn.anlan.data.demo.road;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Which places are joined directly, and which joins follow one another as one route. */
final class Joins {
  private static final double SAME_WAY_DEG = 50;

  /** A join of two places by their numbers. */
  record Join(int a, int b) {}

  private Joins() {}

  /**
   * The Gabriel graph: two places are joined where no third lies in the circle over their distance.
   * It is connected and plane.
   */
  static List<Join> gabriel(List<Coordinate> places) {
    List<Join> joins = new ArrayList<>();
    for (int a = 0; a < places.size(); a++) {
      for (int b = a + 1; b < places.size(); b++) {
        if (free(places, a, b)) {
          joins.add(new Join(a, b));
        }
      }
    }
    return joins;
  }

  private static boolean free(List<Coordinate> places, int a, int b) {
    double square = square(places.get(a), places.get(b));
    for (int c = 0; c < places.size(); c++) {
      if (c != a
          && c != b
          && square(places.get(a), places.get(c)) + square(places.get(c), places.get(b)) < square) {
        return false;
      }
    }
    return true;
  }

  /** The shortest tree over the places (Prim), grown from the first. */
  static List<Join> tree(List<Coordinate> places) {
    int n = places.size();
    double[] nearest = new double[n];
    int[] by = new int[n];
    boolean[] in = new boolean[n];
    Arrays.fill(nearest, Double.MAX_VALUE);
    List<Join> joins = new ArrayList<>();
    int grown = 0;
    for (int i = 0; i < n; i++) {
      in[grown] = true;
      if (i > 0) {
        joins.add(new Join(by[grown], grown));
      }
      int next = -1;
      for (int c = 0; c < n; c++) {
        if (in[c]) {
          continue;
        }
        double d = square(places.get(grown), places.get(c));
        if (d < nearest[c]) {
          nearest[c] = d;
          by[c] = grown;
        }
        if (next < 0 || nearest[c] < nearest[next]) {
          next = c;
        }
      }
      grown = next;
    }
    return joins;
  }

  /**
   * Chains of places: at each place the two joins that turn least are one route, as long as they
   * turn by less than 50°. Longest chains first.
   */
  static List<List<Integer>> routes(List<Coordinate> places, List<Join> joins) {
    List<Join> left = new ArrayList<>(joins);
    left.sort(Comparator.comparingDouble(j -> -square(places.get(j.a), places.get(j.b))));
    List<List<Integer>> routes = new ArrayList<>();
    while (!left.isEmpty()) {
      Join first = left.remove(0);
      List<Integer> route = new ArrayList<>(List.of(first.a, first.b));
      grow(route, left, places, true);
      grow(route, left, places, false);
      routes.add(route);
    }
    routes.sort(Comparator.comparingDouble(r -> -length(r, places)));
    return routes;
  }

  private static void grow(
      List<Integer> route, List<Join> left, List<Coordinate> places, boolean forward) {
    while (true) {
      int end = forward ? route.get(route.size() - 1) : route.get(0);
      int before = forward ? route.get(route.size() - 2) : route.get(1);
      Join best = null;
      double least = SAME_WAY_DEG;
      for (Join join : left) {
        int other = join.a == end ? join.b : join.b == end ? join.a : -1;
        if (other >= 0 && !route.contains(other)) {
          double turn = turnDeg(places.get(before), places.get(end), places.get(other));
          if (turn < least) {
            least = turn;
            best = join;
          }
        }
      }
      if (best == null) {
        return;
      }
      left.remove(best);
      int other = best.a == end ? best.b : best.a;
      route.add(forward ? route.size() : 0, other);
    }
  }

  private static double length(List<Integer> route, List<Coordinate> places) {
    double sum = 0;
    for (int i = 1; i < route.size(); i++) {
      sum += Math.sqrt(square(places.get(route.get(i - 1)), places.get(route.get(i))));
    }
    return sum;
  }

  private static double turnDeg(Coordinate a, Coordinate b, Coordinate c) {
    double in = Math.atan2(b.y - a.y, (b.x - a.x) * 0.89);
    double out = Math.atan2(c.y - b.y, (c.x - b.x) * 0.89);
    double turn = Math.abs(Math.toDegrees(out - in)) % 360;
    return turn > 180 ? 360 - turn : turn;
  }

  private static double square(Coordinate a, Coordinate b) {
    double dx = (a.x - b.x) * 0.89;
    double dy = a.y - b.y;
    return dx * dx + dy * dy;
  }
}
