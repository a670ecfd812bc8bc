package cn.anlan.data.demo.road;

import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Rounded;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.road.LineGraph.Edge;
import cn.anlan.data.demo.road.LineGraph.Route;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/** Cuts the network into pieces at junctions, stops and county borders, and draws them. */
final class Pieces {
  private static final double SPACING_M = 300;

  /** A piece of a route, with the stakes of its ends. */
  record Piece(
      Route route,
      List<Integer> nodes,
      LineString line,
      double fromKm,
      double toKm,
      County county) {
    int first() {
      return nodes.get(0);
    }

    int last() {
      return nodes.get(nodes.size() - 1);
    }
  }

  private final LineGraph graph;
  private final Ground ground;
  private final Map<Edge, Optional<County>> countyOf = new IdentityHashMap<>();

  Pieces(LineGraph graph, Ground ground) {
    this.graph = graph;
    this.ground = ground;
  }

  /**
   * @param heightsM of the nodes
   */
  List<Piece> draw(double[] heightsM) {
    List<Piece> pieces = new ArrayList<>();
    Set<Edge> done = new HashSet<>();
    for (Route route : graph.routes()) {
      draw(route, heightsM, done, pieces);
    }
    return pieces;
  }

  private void draw(Route route, double[] heightsM, Set<Edge> done, List<Piece> pieces) {
    double stakeKm = 0;
    List<Integer> nodes = new ArrayList<>();
    Edge before = null;
    for (int i = 1; i < route.nodes().size(); i++) {
      int a = route.nodes().get(i - 1);
      int b = route.nodes().get(i);
      Edge edge = graph.find(a, b);
      boolean own = edge.route == route && done.add(edge);
      if (!nodes.isEmpty() && (!own || cutsAt(a, before, edge))) {
        stakeKm = finish(route, nodes, heightsM, stakeKm, pieces);
        nodes = new ArrayList<>();
      }
      if (own) {
        if (nodes.isEmpty()) {
          nodes.add(a);
        }
        nodes.add(b);
      } else {
        stakeKm = round(stakeKm + FlatFrame.betweenM(graph.place(a), graph.place(b)) / 1000);
      }
      before = edge;
    }
    if (!nodes.isEmpty()) {
      finish(route, nodes, heightsM, stakeKm, pieces);
    }
  }

  private boolean cutsAt(int node, Edge before, Edge next) {
    return graph.isStop(node)
        || graph.edgesAt(node).size() != 2
        || !county(before).equals(county(next));
  }

  private double finish(
      Route route, List<Integer> nodes, double[] heightsM, double fromKm, List<Piece> pieces) {
    Coordinate[] corners = new Coordinate[nodes.size()];
    for (int i = 0; i < corners.length; i++) {
      Coordinate at = graph.place(nodes.get(i));
      corners[i] = new Coordinate(at.x, at.y, heightsM[nodes.get(i)]);
    }
    Coordinate[] smooth = evenly(rounded(rounded(corners)));
    LineString line = Shapes.FACTORY.createLineString(smooth);
    double toKm = round(fromKm + Math.max(0.001, Metres.length(smooth) / 1000));
    County county =
        ground
            .countyAt(line.getInteriorPoint().getCoordinate())
            .or(() -> county(graph.find(nodes.get(0), nodes.get(1))))
            .orElseThrow(
                () -> new IllegalStateException(route.no() + " leaves the province: " + line));
    pieces.add(new Piece(route, nodes, line, fromKm, toKm, county));
    return toKm;
  }

  private Optional<County> county(Edge edge) {
    return countyOf.computeIfAbsent(
        edge, e -> ground.countyAt(Metres.along(graph.place(e.a), graph.place(e.b), 0.5)));
  }

  /** Chaikin's corner cutting; the ends stay. */
  private static Coordinate[] rounded(Coordinate[] corners) {
    if (corners.length < 3) {
      return corners;
    }
    List<Coordinate> cut = new ArrayList<>(corners.length * 2);
    cut.add(corners[0]);
    for (int i = 1; i < corners.length; i++) {
      if (i > 1) {
        cut.add(Metres.along(corners[i - 1], corners[i], 0.25));
      }
      if (i < corners.length - 1) {
        cut.add(Metres.along(corners[i - 1], corners[i], 0.75));
      }
    }
    cut.add(corners[corners.length - 1]);
    return cut.toArray(new Coordinate[0]);
  }

  /** Vertices at even distances of about 300 m, rounded as stored. */
  private static Coordinate[] evenly(Coordinate[] line) {
    double length = Metres.length(line);
    int parts = (int) Math.max(2, Math.round(length / SPACING_M));
    Coordinate[] even = new Coordinate[parts + 1];
    int edge = 1;
    double passed = 0;
    double edgeM = FlatFrame.betweenM(line[0], line[1]);
    for (int i = 0; i <= parts; i++) {
      double at = length * i / parts;
      while (edge < line.length - 1 && passed + edgeM < at) {
        passed += edgeM;
        edge++;
        edgeM = FlatFrame.betweenM(line[edge - 1], line[edge]);
      }
      double t = edgeM == 0 ? 0 : Math.min(1, (at - passed) / edgeM);
      Coordinate c = Metres.along(line[edge - 1], line[edge], t);
      even[i] = Rounded.place(c, Math.round(c.z * 10) / 10.0);
    }
    return even;
  }

  private static double round(double km) {
    return Math.round(km * 1000) / 1000.0;
  }
}
