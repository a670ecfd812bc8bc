package cn.anlan.geo.road.reach;

import java.util.Arrays;

/**
 * Junctions (or boxes) by the time at which they are reached, earliest on top; any may be twice.
 */
final class TimeHeap {
  private double[] times = new double[1024];
  private int[] nodes = new int[1024];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  void clear() {
    size = 0;
  }

  /** The earliest time. */
  double time() {
    return times[0];
  }

  void push(double time, int node) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      nodes = Arrays.copyOf(nodes, 2 * size);
    }
    int at = size++;
    while (at > 0 && times[(at - 1) >> 1] > time) {
      times[at] = times[(at - 1) >> 1];
      nodes[at] = nodes[(at - 1) >> 1];
      at = (at - 1) >> 1;
    }
    times[at] = time;
    nodes[at] = node;
  }

  /** Takes the earliest off. */
  int pop() {
    int top = nodes[0];
    double time = times[--size];
    int node = nodes[size];
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && times[child + 1] < times[child]) {
        child++;
      }
      if (times[child] >= time) {
        break;
      }
      times[at] = times[child];
      nodes[at] = nodes[child];
      at = child;
    }
    times[at] = time;
    nodes[at] = node;
    return top;
  }
}
