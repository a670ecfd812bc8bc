package cn.anlan.analytics.roadnet;

/**
 * A network cut into short pieces of about equal length (lixels). Each edge is cut into as many
 * equal ones as keep them at or below the length asked for, so that none crosses a junction.
 */
public final class Lixels {
  private final RoadNet net;
  private final int[] first;

  /**
   * @param longestM above 0
   */
  public Lixels(RoadNet net, double longestM) {
    if (!(longestM > 0)) {
      throw new IllegalArgumentException("lixels of " + longestM + " m");
    }
    this.net = net;
    this.first = new int[net.edges() + 1];
    for (int edge = 0; edge < net.edges(); edge++) {
      double pieces = Math.max(1, Math.ceil(net.lengthM(edge) / longestM - 1e-9));
      first[edge + 1] = Math.addExact(first[edge], (int) Math.min(Integer.MAX_VALUE, pieces));
    }
  }

  /** How many there are. */
  public int size() {
    return first[net.edges()];
  }

  /** The first of an edge's; they end where those of the next begin. */
  public int first(int edge) {
    return first[edge];
  }

  /** How many an edge has. */
  public int count(int edge) {
    return first[edge + 1] - first[edge];
  }

  /** The length of each of an edge's. */
  public double lengthM(int edge) {
    return net.lengthM(edge) / count(edge);
  }
}
