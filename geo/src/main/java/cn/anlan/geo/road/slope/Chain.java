package cn.anlan.geo.road.slope;

import cn.anlan.geo.road.graph.RoadGraph;
import cn.anlan.geo.road.slope.NetworkDowngrade.Part;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Edges of one road that follow one another in a direction of travel. Measures are metres from its
 * beginning, the sum of the edges' lengths.
 */
final class Chain {
  private final RoadGraph graph;
  private final int[] halves;
  private final double[] startM; // of each half, and the chain's length

  /**
   * @param halves edges with their direction, as {@link #half}
   */
  Chain(RoadGraph graph, int[] halves) {
    this.graph = graph;
    this.halves = halves;
    startM = new double[halves.length + 1];
    for (int i = 0; i < halves.length; i++) {
      startM[i + 1] = startM[i] + graph.edge(edge(halves[i])).lengthM();
    }
  }

  /** An edge in a direction as one number. */
  static int half(int edge, boolean forward) {
    return edge << 1 | (forward ? 0 : 1);
  }

  static int edge(int half) {
    return half >> 1;
  }

  static boolean isForward(int half) {
    return (half & 1) == 0;
  }

  int[] halves() {
    return halves;
  }

  double lengthM() {
    return startM[halves.length];
  }

  /** Where the edge with this index begins. */
  double startM(int index) {
    return startM[index];
  }

  /** Its points in the direction of travel; where edges meet the point stands once. */
  Coordinate[] line() {
    List<Coordinate> line = new ArrayList<>();
    for (int half : halves) {
      Coordinate[] points = graph.line(edge(half));
      for (int i = 0; i < points.length; i++) {
        Coordinate at = points[isForward(half) ? i : points.length - 1 - i];
        if (line.isEmpty() || !line.get(line.size() - 1).equals2D(at)) {
          line.add(at);
        }
      }
    }
    if (line.size() == 1) {
      line.add(line.get(0));
    }
    return line.toArray(Coordinate[]::new);
  }

  /** What lies between two measures. */
  List<Part> parts(double fromM, double toM) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < halves.length; i++) {
      double from = Math.max(fromM, startM[i]) - startM[i];
      double to = Math.min(toM, startM[i + 1]) - startM[i];
      if (to > from) {
        double lengthM = startM[i + 1] - startM[i];
        parts.add(
            isForward(halves[i])
                ? new Part(edge(halves[i]), from, to, true)
                : new Part(edge(halves[i]), lengthM - to, lengthM - from, false));
      }
    }
    return parts;
  }
}
