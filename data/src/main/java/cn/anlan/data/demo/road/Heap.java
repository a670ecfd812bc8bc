package cn.anlan.data.demo.road;

import java.util.Arrays;

/** A binary heap of numbered things by cost, smallest first; equal costs by number. */
final class Heap {
  private double[] costs = new double[1024];
  private int[] items = new int[1024];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  void clear() {
    size = 0;
  }

  void add(double cost, int item) {
    if (size == items.length) {
      costs = Arrays.copyOf(costs, size * 2);
      items = Arrays.copyOf(items, size * 2);
    }
    int at = size++;
    while (at > 0 && before(cost, item, (at - 1) >>> 1)) {
      move((at - 1) >>> 1, at);
      at = (at - 1) >>> 1;
    }
    costs[at] = cost;
    items[at] = item;
  }

  double leastCost() {
    return costs[0];
  }

  int poll() {
    int least = items[0];
    double cost = costs[--size];
    int item = items[size];
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && before(costs[child + 1], items[child + 1], child)) {
        child++;
      }
      if (!before(costs[child], items[child], cost, item)) {
        break;
      }
      move(child, at);
      at = child;
    }
    costs[at] = cost;
    items[at] = item;
    return least;
  }

  private boolean before(double cost, int item, int other) {
    return before(cost, item, costs[other], items[other]);
  }

  private static boolean before(double a, int itemA, double b, int itemB) {
    return a < b || a == b && itemA < itemB;
  }

  private void move(int from, int to) {
    costs[to] = costs[from];
    items[to] = items[from];
  }
}
