package cn.anlan.geo.road.reach;

import cn.anlan.geo.road.graph.Components;
import cn.anlan.geo.road.graph.RoadGraph;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A {@link RoadGraph} made ready to be driven by teams: each edge with its seconds in both
 * directions, each junction with its roads in one array, and the lines on which a vehicle may stop.
 * It stands on its own: the graph may be closed. Immutable; any number of threads.
 *
 * <p><b>Memory.</b> About 60 bytes an edge and 20 a vertex: 130 MB for a million edges of three.
 */
public final class ReachNetwork {
  private static final double KMH = 3.6;

  private final ReachModel model;
  private final int[] from;
  private final int[] to;
  private final float[] forwardS;
  private final float[] backwardS;
  private final StoppingRoads stopping;
  private final Components parts;

  /** Roads that meet at junction n: entries first[n] to before first[n + 1] of {@code roads}. */
  private final int[] first;

  /** An edge's number, twice; plus one where it is driven from here against its line. */
  private final int[] roads;

  private ReachNetwork(RoadGraph graph, ReachModel model) {
    this.model = model;
    int edges = graph.edges();
    from = new int[edges];
    to = new int[edges];
    forwardS = new float[edges];
    backwardS = new float[edges];
    BitSet letsOff = new BitSet(edges);
    graph.forEachEdge(
        edge -> {
          int id = edge.id();
          from[id] = edge.fromNode();
          to[id] = edge.toNode();
          forwardS[id] = seconds(edge.lengthM(), model.kmh(edge.roadClass(), edge.forwardKmh()));
          backwardS[id] = seconds(edge.lengthM(), model.kmh(edge.roadClass(), edge.backwardKmh()));
          letsOff.set(
              id,
              edge.isOpenToCars()
                  && !edge.isTunnel()
                  && !model.noStopping().contains(edge.roadClass()));
        });
    first = new int[graph.nodes() + 1];
    roads = meeting();
    stopping = new StoppingRoads(graph, letsOff);
    parts = graph.components();
  }

  /** Makes it ready: some seconds for a million edges. */
  public static ReachNetwork of(RoadGraph graph, ReachModel model) {
    return new ReachNetwork(graph, model);
  }

  private static float seconds(double lengthM, double kmh) {
    return kmh > 0 ? (float) (lengthM * KMH / kmh) : Float.POSITIVE_INFINITY;
  }

  private int[] meeting() {
    for (int id = 0; id < from.length; id++) {
      first[from[id] + 1]++;
      first[to[id] + 1]++;
    }
    Arrays.parallelPrefix(first, Integer::sum);
    int[] next = first.clone();
    int[] meeting = new int[2 * from.length];
    for (int id = 0; id < from.length; id++) {
      meeting[next[from[id]]++] = 2 * id;
      meeting[next[to[id]]++] = 2 * id + 1;
    }
    return meeting;
  }

  /** How many junctions. */
  public int nodes() {
    return first.length - 1;
  }

  /** How many edges. */
  public int edges() {
    return from.length;
  }

  public ReachModel model() {
    return model;
  }

  /**
   * Places beside these roads.
   *
   * @param lonDeg CGCS2000; NaN stands nowhere
   */
  public Placing place(double[] lonDeg, double[] latDeg) {
    return new Placing(this, lonDeg, latDeg);
  }

  /** The roads on which a vehicle may stop. */
  StoppingRoads roads() {
    return stopping;
  }

  /** Whether an open edge belongs to the main network, and to no island. */
  boolean isMain(int edge) {
    return parts.of(from[edge]) == 0;
  }

  int from(int edge) {
    return from[edge];
  }

  int to(int edge) {
    return to[edge];
  }

  /** Seconds along the line of an edge; infinite where that way is closed. */
  double forwardS(int edge) {
    return forwardS[edge];
  }

  double backwardS(int edge) {
    return backwardS[edge];
  }

  /** Of a closed way not even a part can be driven, but its end is the junction. */
  static double part(double share, double seconds) {
    return share == 0 ? 0 : share * seconds;
  }

  int firstRoad(int node) {
    return first[node];
  }

  int endOfRoads(int node) {
    return first[node + 1];
  }

  int edgeOf(int road) {
    return roads[road] >> 1;
  }

  /** Where a road leads from a junction. */
  int headOf(int road) {
    int edge = roads[road] >> 1;
    return (roads[road] & 1) == 0 ? to[edge] : from[edge];
  }

  /** Seconds from the junction to there; infinite where that way is closed. */
  double secondsOf(int road) {
    int edge = roads[road] >> 1;
    return (roads[road] & 1) == 0 ? forwardS[edge] : backwardS[edge];
  }
}
