package cn.anlan.geo.road.topology;

import cn.anlan.geo.distance.Cgcs2000;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/** All pairs of places at most a small distance apart, by squares of that size. */
final class NearPairs {
  private static final double LEAST_DEGREE_M = 110_574;

  /** Takes a pair of numbers, the lesser first. */
  @FunctionalInterface
  interface Pair {
    void take(int one, int other);
  }

  private record Square(long column, long row) {}

  private NearPairs() {}

  static void within(List<Coordinate> places, double distanceM, Pair out) {
    double farthestLat = places.stream().mapToDouble(p -> Math.abs(p.y)).max().orElse(0);
    double row = 1.001 * distanceM / LEAST_DEGREE_M;
    double column = 1.01 * row / Math.cos(Math.toRadians(Math.min(89, farthestLat)));
    Map<Square, Integer> last = new HashMap<>();
    int[] before = new int[places.size()];
    Arrays.fill(before, -1);
    for (int i = 0; i < before.length; i++) {
      Coordinate at = places.get(i);
      long x = (long) Math.floor(at.x / column);
      long y = (long) Math.floor(at.y / row);
      for (long dx = -1; dx <= 1; dx++) {
        for (long dy = -1; dy <= 1; dy++) {
          int other = last.getOrDefault(new Square(x + dx, y + dy), -1);
          for (; other >= 0; other = before[other]) {
            Coordinate there = places.get(other);
            if (Cgcs2000.distanceM(at.x, at.y, there.x, there.y) <= distanceM) {
              out.take(other, i);
            }
          }
        }
      }
      Integer former = last.put(new Square(x, y), i);
      before[i] = former == null ? -1 : former;
    }
  }
}
