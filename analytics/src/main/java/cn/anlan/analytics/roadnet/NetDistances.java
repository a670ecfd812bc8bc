package cn.anlan.analytics.roadnet;

import java.util.Arrays;

/**
 * Shortest distances along the roads from one place at a time (E. W. Dijkstra, A note on two
 * problems in connexion with graphs, Numerische Mathematik 1 (1959) 269-271), no further than is
 * asked for. Reusable, not for several threads at once.
 */
public final class NetDistances {
  private final RoadNet net;
  private final double[] distanceM;

  /** The nodes reached, in the order of their distance. */
  private final int[] reached;

  private int count;
  private int[] heap = new int[64];
  private final int[] heapPlace;
  private int heapSize;
  private NetPlace source;
  private double limitM;

  public NetDistances(RoadNet net) {
    this.net = net;
    this.distanceM = new double[net.nodes()];
    this.reached = new int[net.nodes()];
    this.heapPlace = new int[net.nodes()];
    Arrays.fill(distanceM, Double.POSITIVE_INFINITY);
    Arrays.fill(heapPlace, -1);
  }

  /**
   * Measures from a place.
   *
   * @param limitM nodes further than this are not reached
   */
  public void from(NetPlace place, double limitM) {
    net.require(place);
    for (int i = 0; i < count; i++) {
      distanceM[reached[i]] = Double.POSITIVE_INFINITY;
    }
    count = 0;
    this.source = place;
    this.limitM = limitM;
    offer(net.from(place.edge()), place.offsetM());
    offer(net.to(place.edge()), net.fromEndM(place));
    while (heapSize > 0) {
      int node = poll();
      reached[count++] = node;
      for (int i = 0; i < net.degree(node); i++) {
        int end = net.end(node, i);
        offer(net.nodeOf(end ^ 1), distanceM[node] + net.lengthM(end >> 1));
      }
    }
  }

  /** To a node; infinite where it lies beyond the limit or on another part of the network. */
  public double toNodeM(int node) {
    return distanceM[node];
  }

  /** To a place; infinite beyond the limit, within which it is exact. */
  public double toM(NetPlace place) {
    int edge = place.edge();
    double best =
        Math.min(
            distanceM[net.from(edge)] + place.offsetM(),
            distanceM[net.to(edge)] + net.fromEndM(place));
    if (edge == source.edge()) {
      best = Math.min(best, Math.abs(place.offsetM() - source.offsetM()));
    }
    return best <= limitM ? best : Double.POSITIVE_INFINITY;
  }

  /** How many nodes were reached. */
  int reachedNodes() {
    return count;
  }

  int reachedNode(int index) {
    return reached[index];
  }

  private void offer(int node, double metres) {
    if (metres > limitM || metres >= distanceM[node]) {
      return;
    }
    distanceM[node] = metres;
    if (heapPlace[node] < 0) {
      if (heapSize == heap.length) {
        heap = Arrays.copyOf(heap, 2 * heapSize);
      }
      heapPlace[node] = heapSize;
      heap[heapSize++] = node;
    }
    up(heapPlace[node]);
  }

  private int poll() {
    int least = heap[0];
    heapPlace[least] = -1;
    int last = heap[--heapSize];
    if (heapSize > 0) {
      put(0, last);
      down(0);
    }
    return least;
  }

  private void up(int place) {
    int node = heap[place];
    int at = place;
    while (at > 0 && distanceM[heap[(at - 1) / 2]] > distanceM[node]) {
      put(at, heap[(at - 1) / 2]);
      at = (at - 1) / 2;
    }
    put(at, node);
  }

  private void down(int place) {
    int node = heap[place];
    int at = place;
    while (2 * at + 1 < heapSize) {
      int child = 2 * at + 1;
      if (child + 1 < heapSize && distanceM[heap[child + 1]] < distanceM[heap[child]]) {
        child++;
      }
      if (distanceM[heap[child]] >= distanceM[node]) {
        break;
      }
      put(at, heap[child]);
      at = child;
    }
    put(at, node);
  }

  private void put(int place, int node) {
    heap[place] = node;
    heapPlace[node] = place;
  }
}
