package cn.anlan.data.demo.utility;

import cn.anlan.data.demo.draw.FlatFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Which of a set of places a grid joins. */
final class Network {
  /** Two places by their number, and the distance between them. */
  record Edge(int from, int to, double lengthM) {}

  private Network() {}

  /** The shortest tree that joins all places (Prim). */
  static List<Edge> tree(List<Coordinate> places) {
    int n = places.size();
    List<Edge> edges = new ArrayList<>();
    double[] nearestM = new double[n];
    int[] via = new int[n];
    boolean[] joined = new boolean[n];
    Arrays.fill(nearestM, Double.POSITIVE_INFINITY);
    int at = 0;
    for (int step = 1; step < n; step++) {
      joined[at] = true;
      FlatFrame frame = FlatFrame.bySeries(places.get(at));
      int next = -1;
      for (int i = 0; i < n; i++) {
        if (joined[i]) {
          continue;
        }
        Coordinate place = places.get(i);
        double far = frame.distanceM(place);
        if (far < nearestM[i]) {
          nearestM[i] = far;
          via[i] = at;
        }
        if (next < 0 || nearestM[i] < nearestM[next]) {
          next = i;
        }
      }
      edges.add(new Edge(via[next], next, nearestM[next]));
      at = next;
    }
    return edges;
  }

  /**
   * A grid with rings: two places are joined where no third is nearer to both than they are to each
   * other (relative neighbourhood graph).
   */
  static List<Edge> grid(List<Coordinate> places) {
    int n = places.size();
    double[][] far = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        far[i][j] = FlatFrame.bySeries(places.get(i)).distanceM(places.get(j));
        far[j][i] = far[i][j];
      }
    }
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        boolean neighbours = true;
        for (int k = 0; k < n && neighbours; k++) {
          neighbours = k == i || k == j || Math.max(far[i][k], far[j][k]) >= far[i][j];
        }
        if (neighbours) {
          edges.add(new Edge(i, j, far[i][j]));
        }
      }
    }
    return edges;
  }

  /**
   * A tree taken apart into paths, the longest first, so that each edge is in one path: how a
   * pipeline network falls into a trunk and its branches.
   *
   * @return the places of each path in turn
   */
  static List<List<Integer>> paths(int places, List<Edge> tree) {
    List<Edge> left = new ArrayList<>(tree);
    List<List<Integer>> paths = new ArrayList<>();
    while (!left.isEmpty()) {
      List<List<Edge>> at = new ArrayList<>();
      for (int i = 0; i < places; i++) {
        at.add(new ArrayList<>());
      }
      for (Edge edge : left) {
        at.get(edge.from()).add(edge);
        at.get(edge.to()).add(edge);
      }
      List<Integer> longest = List.of();
      double longestM = -1;
      for (int start = 0; start < places; start++) {
        Farthest found = new Farthest(at);
        found.walk(start, null, 0, new ArrayList<>());
        if (found.lengthM > longestM + 1e-6) {
          longestM = found.lengthM;
          longest = found.path;
        }
      }
      paths.add(longest);
      List<Integer> taken = longest;
      left.removeIf(edge -> follows(taken, edge));
    }
    return paths;
  }

  private static boolean follows(List<Integer> path, Edge edge) {
    int i = path.indexOf(edge.from());
    int j = path.indexOf(edge.to());
    return i >= 0 && j >= 0 && Math.abs(i - j) == 1;
  }

  private static final class Farthest {
    private final List<List<Edge>> at;
    private double lengthM = -1;
    private List<Integer> path = List.of();

    Farthest(List<List<Edge>> at) {
      this.at = at;
    }

    void walk(int place, Edge came, double wayM, List<Integer> trail) {
      trail.add(place);
      if (wayM > lengthM) {
        lengthM = wayM;
        path = List.copyOf(trail);
      }
      for (Edge edge : at.get(place)) {
        if (edge != came) {
          int next = edge.from() == place ? edge.to() : edge.from();
          walk(next, edge, wayM + edge.lengthM(), trail);
        }
      }
      trail.remove(trail.size() - 1);
    }
  }
}
