package cn.anlan.analytics.roadnet;

/**
 * Roads as a graph with lengths. Edges may be loops and may run beside one another; the network may
 * be in several parts. Immutable.
 *
 * <p>Each edge has two ends, its first and its last; at a node the ends that meet there are listed
 * one after the other, an end being {@code 2·edge} for the first and {@code 2·edge + 1} for the
 * last.
 */
public final class RoadNet {
  private final int[] from;
  private final int[] to;
  private final double[] lengthM;
  private final int[] firstEnd;
  private final int[] ends;

  private RoadNet(int nodes, int[] from, int[] to, double[] lengthM) {
    this.from = from;
    this.to = to;
    this.lengthM = lengthM;
    this.firstEnd = new int[nodes + 1];
    for (int edge = 0; edge < from.length; edge++) {
      firstEnd[from[edge] + 1]++;
      firstEnd[to[edge] + 1]++;
    }
    for (int node = 0; node < nodes; node++) {
      firstEnd[node + 1] += firstEnd[node];
    }
    this.ends = new int[2 * from.length];
    int[] next = firstEnd.clone();
    for (int edge = 0; edge < from.length; edge++) {
      ends[next[from[edge]]++] = 2 * edge;
      ends[next[to[edge]]++] = 2 * edge + 1;
    }
  }

  /**
   * @param nodes how many nodes there are, numbered from 0
   * @param from the first node of each edge
   * @param to the last node of each
   * @param lengthM of each, above 0
   * @throws IllegalArgumentException for a node that is none or a length that is none
   */
  public static RoadNet of(int nodes, int[] from, int[] to, double[] lengthM) {
    if (from.length != to.length || from.length != lengthM.length) {
      throw new IllegalArgumentException("from, to and lengthM differ in number");
    }
    for (int edge = 0; edge < from.length; edge++) {
      if (Math.min(from[edge], to[edge]) < 0 || Math.max(from[edge], to[edge]) >= nodes) {
        throw new IllegalArgumentException("edge " + edge + " ends at a node that is none");
      }
      if (!(lengthM[edge] > 0) || Double.isInfinite(lengthM[edge])) {
        throw new IllegalArgumentException("edge " + edge + " is " + lengthM[edge] + " m long");
      }
    }
    return new RoadNet(nodes, from.clone(), to.clone(), lengthM.clone());
  }

  public int nodes() {
    return firstEnd.length - 1;
  }

  public int edges() {
    return from.length;
  }

  public int from(int edge) {
    return from[edge];
  }

  public int to(int edge) {
    return to[edge];
  }

  public double lengthM(int edge) {
    return lengthM[edge];
  }

  /** Of all edges together. */
  public double totalM() {
    double total = 0;
    for (double length : lengthM) {
      total += length;
    }
    return total;
  }

  /** How many ends of edges meet at a node; a loop has two of them. */
  public int degree(int node) {
    return firstEnd[node + 1] - firstEnd[node];
  }

  /** One of the ends that meet at a node, {@code index} from 0 below {@link #degree}. */
  int end(int node, int index) {
    return ends[firstEnd[node] + index];
  }

  /** The node at which an end lies. */
  int nodeOf(int end) {
    return (end & 1) == 0 ? from[end >> 1] : to[end >> 1];
  }

  /** Refuses a place that is not on the network. */
  void require(NetPlace place) {
    if (place.edge() >= edges() || place.offsetM() > lengthM[place.edge()] * (1 + 1e-9)) {
      throw new IllegalArgumentException("not on the network: " + place);
    }
  }

  /** A place's metres from its edge's last node. */
  double fromEndM(NetPlace place) {
    return Math.max(0, lengthM[place.edge()] - place.offsetM());
  }
}
