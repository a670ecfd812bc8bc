package cn.anlan.data.basemap;

import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/**
 * Nameless river lines as a network, in which a river is found by the towns it passes: the shortest
 * way along the lines from each town's nearest vertex to the next one's.
 *
 * <p>Lines that end within {@value #BRIDGE_M} m of another line are joined to it, because
 * tributaries in the source often stop short of the main stem.
 */
final class RiverNetwork {
  /** A town lies this close to its river as the source draws it. */
  private static final double SNAP_M = 12_000;

  private static final int BRIDGE_M = 3_000;

  private record Edge(int to, double lengthM) {}

  private record Visit(int node, double distanceM) {}

  private final List<Coordinate> nodes = new ArrayList<>();
  private final List<List<Edge>> edges = new ArrayList<>();

  RiverNetwork(List<LineString> lines) {
    Map<Coordinate, Integer> ids = new HashMap<>();
    Map<Integer, Integer> lineOf = new HashMap<>();
    for (int n = 0; n < lines.size(); n++) {
      int previous = -1;
      for (Coordinate c : lines.get(n).getCoordinates()) {
        int node = ids.computeIfAbsent(c, this::addNode);
        lineOf.putIfAbsent(node, n);
        if (previous >= 0 && previous != node) {
          connect(previous, node);
        }
        previous = node;
      }
    }
    bridge(lineOf);
  }

  /**
   * The course through the places, in their order.
   *
   * @throws UserFault if a place is far from every line, or no way leads on
   */
  LineString course(String name, List<Coordinate> places) {
    List<Integer> path = new ArrayList<>();
    int from = nearest(name, places.get(0));
    path.add(from);
    for (Coordinate place : places.subList(1, places.size())) {
      int to = nearest(name, place);
      for (int node : way(name, from, to)) {
        append(path, node);
      }
      from = to;
    }
    Coordinate[] coordinates = path.stream().map(nodes::get).toArray(Coordinate[]::new);
    return GeoJsonFile.FACTORY.createLineString(coordinates);
  }

  /** Going back the way one came, as to a town up a side stream, is left out. */
  private static void append(List<Integer> path, int node) {
    int size = path.size();
    if (path.get(size - 1) == node) {
      return;
    }
    if (size > 1 && path.get(size - 2) == node) {
      path.remove(size - 1);
    } else {
      path.add(node);
    }
  }

  private List<Integer> way(String name, int from, int to) {
    double[] best = new double[nodes.size()];
    int[] before = new int[nodes.size()];
    Arrays.fill(best, Double.MAX_VALUE);
    best[from] = 0;
    before[from] = from;
    PriorityQueue<Visit> queue = new PriorityQueue<>(Comparator.comparingDouble(Visit::distanceM));
    queue.add(new Visit(from, 0));
    while (!queue.isEmpty()) {
      Visit visit = queue.remove();
      if (visit.node() == to) {
        break;
      }
      if (visit.distanceM() > best[visit.node()]) {
        continue;
      }
      for (Edge edge : edges.get(visit.node())) {
        double distanceM = visit.distanceM() + edge.lengthM();
        if (distanceM < best[edge.to()]) {
          best[edge.to()] = distanceM;
          before[edge.to()] = visit.node();
          queue.add(new Visit(edge.to(), distanceM));
        }
      }
    }
    if (best[to] == Double.MAX_VALUE) {
      throw new UserFault(
          name + ": 河线不通 " + nodes.get(from) + " → " + nodes.get(to), "改 waters.csv 里的地点");
    }
    List<Integer> way = new ArrayList<>();
    for (int node = to; node != from; node = before[node]) {
      way.add(0, node);
    }
    return way;
  }

  private int nearest(String name, Coordinate place) {
    int nearest = -1;
    double best = Double.MAX_VALUE;
    for (int i = 0; i < nodes.size(); i++) {
      double d = place.distance(nodes.get(i));
      if (d < best) {
        best = d;
        nearest = i;
      }
    }
    double offM = distanceM(place, nodes.get(nearest));
    if (offM > SNAP_M) {
      throw new UserFault(
          name + ": " + place + " 离最近的河线 " + Math.round(offM) + " m", "改 waters.csv 里的地点");
    }
    return nearest;
  }

  private void bridge(Map<Integer, Integer> lineOf) {
    for (int end = 0; end < nodes.size(); end++) {
      if (edges.get(end).size() != 1) {
        continue;
      }
      int nearest = -1;
      double best = BRIDGE_M;
      for (int i = 0; i < nodes.size(); i++) {
        boolean other = !lineOf.get(i).equals(lineOf.get(end));
        if (other && nodes.get(i).distance(nodes.get(end)) < 0.05) {
          double d = distanceM(nodes.get(i), nodes.get(end));
          if (d < best) {
            best = d;
            nearest = i;
          }
        }
      }
      if (nearest >= 0) {
        connect(end, nearest);
      }
    }
  }

  private int addNode(Coordinate c) {
    nodes.add(c);
    edges.add(new ArrayList<>(2));
    return nodes.size() - 1;
  }

  private void connect(int a, int b) {
    double lengthM = distanceM(nodes.get(a), nodes.get(b));
    edges.get(a).add(new Edge(b, lengthM));
    edges.get(b).add(new Edge(a, lengthM));
  }

  private static double distanceM(Coordinate a, Coordinate b) {
    return Geodesic.WGS84.Inverse(a.y, a.x, b.y, b.x, GeodesicMask.DISTANCE).s12;
  }
}
