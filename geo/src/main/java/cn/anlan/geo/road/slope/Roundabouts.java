package cn.anlan.geo.road.slope;

import cn.anlan.geo.road.graph.RoadGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The roundabouts of a network. For a road that passes through one it is a single junction, though
 * its edges mostly bear no number.
 */
final class Roundabouts {
  private final Map<Integer, Integer> placeOf = new HashMap<>(); // of their nodes only
  private final Map<Integer, List<int[]>> from = new HashMap<>(); // node → {half, end}

  private Roundabouts() {}

  static Roundabouts of(RoadGraph graph) {
    Roundabouts all = new Roundabouts();
    graph.forEachEdge(
        edge -> {
          if (edge.isOpenToCars() && graph.isRoundabout(edge.id())) {
            all.join(edge.fromNode(), edge.toNode());
            if (RoadIdentity.isOpen(edge, true)) {
              all.add(edge.fromNode(), Chain.half(edge.id(), true), edge.toNode());
            }
            if (RoadIdentity.isOpen(edge, false)) {
              all.add(edge.toNode(), Chain.half(edge.id(), false), edge.fromNode());
            }
          }
        });
    return all;
  }

  private void add(int node, int half, int end) {
    from.computeIfAbsent(node, any -> new ArrayList<>(2)).add(new int[] {half, end});
  }

  private void join(int a, int b) {
    int one = place(a);
    int other = place(b);
    placeOf.put(Math.max(one, other), Math.min(one, other));
    placeOf.putIfAbsent(Math.min(one, other), Math.min(one, other));
  }

  /** The junction that a node belongs to, by its lowest node; the node itself elsewhere. */
  int place(int node) {
    int at = node;
    for (Integer next = placeOf.get(at); next != null && next != at; next = placeOf.get(at)) {
      at = next;
    }
    return at;
  }

  /** The way round from a node to another, none where it is the same; null where there is none. */
  int[] way(int node, int to) {
    Map<Integer, int[]> cameBy = new HashMap<>(); // node → {half, node before}
    cameBy.put(node, new int[0]);
    Deque<Integer> open = new ArrayDeque<>(List.of(node));
    while (!open.isEmpty() && !cameBy.containsKey(to)) {
      int at = open.poll();
      for (int[] next : from.getOrDefault(at, List.of())) {
        if (cameBy.putIfAbsent(next[1], new int[] {next[0], at}) == null) {
          open.add(next[1]);
        }
      }
    }
    if (!cameBy.containsKey(to)) {
      return null;
    }
    List<Integer> way = new ArrayList<>();
    for (int at = to; at != node; at = cameBy.get(at)[1]) {
      way.add(cameBy.get(at)[0]);
    }
    Collections.reverse(way);
    return way.stream().mapToInt(Integer::intValue).toArray();
  }
}
