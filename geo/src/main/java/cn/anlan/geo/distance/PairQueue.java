package cn.anlan.geo.distance;

import java.util.Arrays;

/** A binary heap of pairs of numbers by a bound, least first, without objects. */
final class PairQueue {
  private double[] bounds = new double[64];
  private long[] pairs = new long[64];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  double leastBound() {
    return bounds[0];
  }

  int leastFirst() {
    return (int) (pairs[0] >>> 32);
  }

  int leastSecond() {
    return (int) pairs[0];
  }

  void add(double bound, int first, int second) {
    if (size == bounds.length) {
      bounds = Arrays.copyOf(bounds, 2 * size);
      pairs = Arrays.copyOf(pairs, 2 * size);
    }
    int at = size++;
    while (at > 0 && bounds[(at - 1) / 2] > bound) {
      move((at - 1) / 2, at);
      at = (at - 1) / 2;
    }
    bounds[at] = bound;
    pairs[at] = (long) first << 32 | second;
  }

  void removeLeast() {
    size--;
    double bound = bounds[size];
    long pair = pairs[size];
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && bounds[child + 1] < bounds[child]) {
        child++;
      }
      if (bounds[child] >= bound) {
        break;
      }
      move(child, at);
      at = child;
    }
    bounds[at] = bound;
    pairs[at] = pair;
  }

  private void move(int from, int to) {
    bounds[to] = bounds[from];
    pairs[to] = pairs[from];
  }
}
