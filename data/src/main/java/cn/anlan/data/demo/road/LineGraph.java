package cn.anlan.data.demo.road;

import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.ground.Terrain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;

/**
 * The network as nodes and straight edges of about a kilometre. An edge belongs to the route that
 * built it; routes that come later run over it (共线).
 */
final class LineGraph {
  /** A numbered route: its nodes from the first stake to the last. */
  record Route(String no, RoadKind kind, List<Integer> nodes) {}

  /** An edge of the route, with the steepest grade it may have. */
  static final class Edge {
    final int a;
    final int b;
    final Route route;
    double maxGrade;

    Edge(int a, int b, Route route, double maxGrade) {
      this.a = a;
      this.b = b;
      this.route = route;
      this.maxGrade = maxGrade;
    }

    int other(int node) {
      return node == a ? b : a;
    }
  }

  private static final double SAME_PLACE_M = 50;

  /** Of the grids of roads, expressways, railways and high-speed railways, in cells. */
  private static final double[][] SHIFT = {{0, 0}, {0.47, 0.41}, {0.52, -0.02}, {-0.03, 0.52}};

  private final List<Coordinate> nodes = new ArrayList<>();
  private final List<List<Edge>> edgesAt = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private final Map<Long, Integer> nodeOfCell = new HashMap<>();
  private final Set<Integer> stops = new HashSet<>();
  private final List<Route> routes = new ArrayList<>();

  /** The node of a cell in one of the grids; grids are shifted against each other. */
  int node(int grid, int cell) {
    return nodeOfCell.computeIfAbsent((long) grid << 32 | cell, key -> add(place(grid, cell)));
  }

  /** A stop at a given place: the node of its cell is put there, or a new one beside it. */
  int stop(int grid, Coordinate at) {
    int cell = Grid.cell(at);
    long key = (long) grid << 32 | cell;
    Integer known = nodeOfCell.get(key);
    if (known != null && FlatFrame.betweenM(nodes.get(known), at) < SAME_PLACE_M) {
      stops.add(known);
      return known;
    }
    int node =
        known == null || stops.contains(known) || !edgesAt.get(known).isEmpty()
            ? add(new Coordinate(at.x, at.y, Terrain.heightM(at.x, at.y)))
            : known;
    if (known == null) {
      nodeOfCell.put(key, node);
    } else if (node == known) {
      nodes.set(node, new Coordinate(at.x, at.y, Terrain.heightM(at.x, at.y)));
    }
    stops.add(node);
    return node;
  }

  Route route(String no, RoadKind kind) {
    Route route = new Route(no, kind, new ArrayList<>());
    routes.add(route);
    return route;
  }

  /** Lets the route go on to the node; where no edge leads there yet, it builds one. */
  void extend(Route route, int node) {
    if (route.nodes.isEmpty()) {
      route.nodes.add(node);
      stops.add(node);
      return;
    }
    int last = route.nodes.get(route.nodes.size() - 1);
    if (last == node) {
      return;
    }
    if (find(last, node) == null) {
      Edge edge = new Edge(last, node, route, route.kind.designGrade());
      edges.add(edge);
      edgesAt.get(last).add(edge);
      edgesAt.get(node).add(edge);
    }
    route.nodes.add(node);
  }

  Edge find(int a, int b) {
    for (Edge edge : edgesAt.get(a)) {
      if (edge.other(a) == b) {
        return edge;
      }
    }
    return null;
  }

  List<Route> routes() {
    return routes;
  }

  List<Edge> edges() {
    return edges;
  }

  List<Edge> edgesAt(int node) {
    return edgesAt.get(node);
  }

  int size() {
    return nodes.size();
  }

  /** Place with the height of the ground. */
  Coordinate place(int node) {
    return nodes.get(node);
  }

  /** Whether pieces end at the node in any case. */
  boolean isStop(int node) {
    return stops.contains(node);
  }

  void markStop(int node) {
    stops.add(node);
  }

  private int add(Coordinate at) {
    nodes.add(at);
    edgesAt.add(new ArrayList<>(2));
    return nodes.size() - 1;
  }

  private static Coordinate place(int grid, int cell) {
    Coordinate c = Grid.centre(cell);
    double x = c.x + (0.5 * unit(cell * 31 + grid) - 0.25 + SHIFT[grid][0]) * Grid.STEP_LON;
    double y = c.y + (0.5 * unit(cell * 37 + grid + 7) - 0.25 + SHIFT[grid][1]) * Grid.STEP_LAT;
    return new Coordinate(x, y, Terrain.heightM(x, y));
  }

  private static double unit(int n) {
    int h = n * 0x9E3779B1;
    h = (h ^ (h >>> 15)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return ((h ^ (h >>> 16)) >>> 8) / (double) (1 << 24);
  }
}
