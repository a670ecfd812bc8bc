package cn.anlan.geo.road.slope;

import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.road.MeasuredLine;
import cn.anlan.geo.road.graph.RoadEdge;
import cn.anlan.geo.road.graph.RoadGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;

/**
 * Joins the edges of a network to roads as a vehicle follows them, each direction of travel on its
 * own.
 *
 * <p>At a junction an edge is continued by an edge of the same road that cars may use onwards: with
 * a number in common; failing that with the same name; failing that of the same class, where one
 * has neither number nor name. Of several the straightest continues, by the bearings over the last
 * and first {@value #BEARING_M} m; pairs are taken in that order, and every edge is in each
 * direction in one chain and once. A turn of more than {@value #MOST_TURN_DEG}° is no continuation.
 * A roundabout is one junction, passed on the way round that is driven. Where an expressway or
 * class 1 road becomes another, other limits hold, and the chain ends.
 */
final class RoadChains {
  private static final double BEARING_M = 20;
  private static final double MOST_TURN_DEG = 150;

  /** A shorter edge, made by a barrier, has no bearing. */
  private static final double LEAST_M = 0.01;

  private static final int[] NOT_ROUND = {};

  private final RoadGraph graph;
  private final Roundabouts roundabouts;
  private final RoadIdentity[] roads;
  private final float[] bearingDeg; // by half: the way off from its beginning
  private final int[] next; // by half, or -1
  private final BitSet follows = new BitSet();
  private final Map<Integer, int[]> around = new HashMap<>(); // half → the way round after it

  private RoadChains(RoadGraph graph) {
    this.graph = graph;
    roundabouts = Roundabouts.of(graph);
    roads = RoadIdentity.of(graph);
    bearingDeg = new float[2 * graph.edges()];
    next = new int[2 * graph.edges()];
    Arrays.fill(next, -1);
  }

  private record Pair(int in, int out, int likeness, double turnDeg) {}

  /** The edges that lead to a junction, and from it, as halves. */
  private record Arms(List<Integer> in, List<Integer> out) {}

  /** All chains, by the first edge. */
  static List<Chain> of(RoadGraph graph) {
    RoadChains chains = new RoadChains(graph);
    chains.arms().forEach((place, arms) -> chains.connect(arms));
    return chains.gather();
  }

  private Map<Integer, Arms> arms() {
    Map<Integer, Arms> byPlace = new HashMap<>();
    graph.forEachEdge(
        edge -> {
          if (!edge.isOpenToCars() || graph.isRoundabout(edge.id())) {
            return;
          }
          MeasuredLine line = MeasuredLine.of(graph.line(edge.id()));
          double first = Math.min(BEARING_M, line.lengthM());
          int forward = Chain.half(edge.id(), true);
          int backward = Chain.half(edge.id(), false);
          bearingDeg[forward] = bearing(line.at(0), line.at(first));
          bearingDeg[backward] = bearing(line.at(line.lengthM()), line.at(line.lengthM() - first));
          Arms start = arms(byPlace, edge.fromNode());
          Arms end = arms(byPlace, edge.toNode());
          if (RoadIdentity.isOpen(edge, true)) {
            start.out.add(forward);
            end.in.add(forward);
          }
          if (RoadIdentity.isOpen(edge, false)) {
            end.out.add(backward);
            start.in.add(backward);
          }
        });
    return byPlace;
  }

  private Arms arms(Map<Integer, Arms> byPlace, int node) {
    return byPlace.computeIfAbsent(
        roundabouts.place(node), any -> new Arms(new ArrayList<>(3), new ArrayList<>(3)));
  }

  private static float bearing(Coordinate a, Coordinate b) {
    if (Cgcs2000.distanceM(a.x, a.y, b.x, b.y) < LEAST_M) {
      return Float.NaN;
    }
    return (float) Cgcs2000.GEODESIC.Inverse(a.y, a.x, b.y, b.x, GeodesicMask.AZIMUTH).azi1;
  }

  private void connect(Arms arms) {
    List<Pair> pairs = new ArrayList<>();
    for (int in : arms.in) {
      for (int out : arms.out) {
        int likeness = roads[Chain.edge(in)].likeness(roads[Chain.edge(out)]);
        if (Chain.edge(in) != Chain.edge(out) && likeness != RoadIdentity.OTHER) {
          double turn = turnDeg(in, out);
          if (turn <= MOST_TURN_DEG) {
            pairs.add(new Pair(in, out, likeness, turn));
          }
        }
      }
    }
    pairs.sort(
        Comparator.comparingInt(Pair::likeness)
            .thenComparingDouble(Pair::turnDeg)
            .thenComparingInt(Pair::in)
            .thenComparingInt(Pair::out));
    for (Pair pair : pairs) {
      if (next[pair.in] < 0 && !follows.get(pair.out)) {
        int[] way = roundabouts.way(end(pair.in), end(pair.out ^ 1));
        if (way != null) {
          next[pair.in] = pair.out;
          follows.set(pair.out);
          if (way.length > 0) {
            around.put(pair.in, way);
          }
        }
      }
    }
  }

  /** By how much the way turns from an edge to the next, 0 to 180; 0 where one has no bearing. */
  private double turnDeg(int in, int out) {
    double back = bearingDeg[in ^ 1]; // the way off again from where it has come to
    double between = Math.abs(back - bearingDeg[out]) % 360;
    return Double.isNaN(between) ? 0 : 180 - Math.min(between, 360 - between);
  }

  private int end(int half) {
    RoadEdge edge = graph.edge(Chain.edge(half));
    return Chain.isForward(half) ? edge.toNode() : edge.fromNode();
  }

  private List<Chain> gather() {
    List<Chain> chains = new ArrayList<>();
    BitSet taken = new BitSet();
    for (boolean ring : new boolean[] {false, true}) { // what begins nowhere is a ring
      graph.forEachEdge(
          edge -> {
            for (boolean forward : new boolean[] {true, false}) {
              int half = Chain.half(edge.id(), forward);
              boolean isRoad = RoadIdentity.isOpen(edge, forward) && !graph.isRoundabout(edge.id());
              if (isRoad && !taken.get(half) && (ring || !follows.get(half))) {
                chains.add(new Chain(graph, from(half, taken)));
              }
            }
          });
    }
    return chains;
  }

  private int[] from(int first, BitSet taken) {
    List<Integer> halves = new ArrayList<>();
    for (int half = first; half >= 0 && !taken.get(half); half = next[half]) {
      taken.set(half);
      halves.add(half);
      if (next[half] >= 0 && !taken.get(next[half])) {
        Arrays.stream(around.getOrDefault(half, NOT_ROUND)).forEach(halves::add);
      }
    }
    return halves.stream().mapToInt(Integer::intValue).toArray();
  }
}
