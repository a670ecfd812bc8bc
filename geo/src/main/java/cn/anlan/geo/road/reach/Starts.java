package cn.anlan.geo.road.reach;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Where and when teams come onto the roads: a list of feet of their stations. */
final class Starts {
  private int[] edge = new int[64];
  private float[] share = new float[64];
  private double[] readyS = new double[64];
  private int[] team = new int[64];
  private int size;

  /** Which edges any of them is on; made by {@link #sorted}. */
  private BitSet edges;

  /**
   * All feet round a team's station that it can reach in time.
   *
   * @param turnoutS when it starts there
   * @param limitS later than this on the road is not kept
   */
  static Starts of(Placing stations, int station, double turnoutS, double limitS) {
    Starts starts = new Starts();
    double lonDeg = stations.lonDeg(station);
    double latDeg = stations.latDeg(station);
    ReachModel model = stations.network().model();
    double mostM = Math.min(model.offRoadBoundM(), model.offRoadM(limitS - turnoutS));
    if (!Double.isNaN(lonDeg + latDeg) && mostM >= 0) {
      stations
          .network()
          .roads()
          .feet(
              new NearPlane(lonDeg, latDeg),
              mostM,
              (edge, share, awayM) ->
                  starts.add(edge, share, turnoutS + model.offRoadS(awayM), station));
    }
    return starts;
  }

  int size() {
    return size;
  }

  int edge(int i) {
    return edge[i];
  }

  double share(int i) {
    return share[i];
  }

  /** Seconds from the alarm until it is on the road there. */
  double readyS(int i) {
    return readyS[i];
  }

  int team(int i) {
    return team[i];
  }

  void add(int ofEdge, double along, double ready, int ofTeam) {
    if (size == edge.length) {
      edge = Arrays.copyOf(edge, 2 * size);
      share = Arrays.copyOf(share, 2 * size);
      readyS = Arrays.copyOf(readyS, 2 * size);
      team = Arrays.copyOf(team, 2 * size);
    }
    edge[size] = ofEdge;
    share[size] = (float) along;
    readyS[size] = ready;
    team[size++] = ofTeam;
  }

  /**
   * The same by edges and along each, without those at which another of the edge is as soon, coming
   * along it.
   */
  Starts sorted(ReachNetwork network) {
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(i -> edge[i])
                    .thenComparing(i -> share[i])
                    .thenComparing(i -> readyS[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] first = sooner(order, network::forwardS);
    int[] backwards = new int[first.length];
    Arrays.setAll(backwards, i -> first[first.length - 1 - i]);
    int[] both = sooner(backwards, network::backwardS);
    Starts sorted = new Starts();
    sorted.edges = new BitSet();
    for (int k = both.length - 1; k >= 0; k--) {
      int i = both[k];
      sorted.add(edge[i], share[i], readyS[i], team[i]);
      sorted.edges.set(edge[i]);
    }
    return sorted;
  }

  /** Those of an order along edges that are sooner than whoever comes from an earlier one. */
  private int[] sooner(int[] order, IntToDoubleFunction secondsOf) {
    IntStream.Builder kept = IntStream.builder();
    double came = Double.POSITIVE_INFINITY;
    for (int k = 0; k < order.length; k++) {
      int i = order[k];
      if (k == 0 || edge[order[k - 1]] != edge[i]) {
        came = Double.POSITIVE_INFINITY;
      } else {
        double way = Math.abs(share[i] - share[order[k - 1]]);
        came += ReachNetwork.part(way, secondsOf.applyAsDouble(edge[i]));
      }
      if (readyS[i] < came) {
        came = readyS[i];
        kept.add(i);
      }
    }
    return kept.build().toArray();
  }

  /** The number of the first on an edge, where they are sorted; −1 where none is. */
  int firstOn(int ofEdge) {
    if (!edges.get(ofEdge)) {
      return -1;
    }
    int at = Arrays.binarySearch(edge, 0, size, ofEdge);
    while (at > 0 && edge[at - 1] == ofEdge) {
      at--;
    }
    return at;
  }
}
