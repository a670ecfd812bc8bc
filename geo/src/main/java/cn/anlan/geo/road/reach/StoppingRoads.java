package cn.anlan.geo.road.reach;

import cn.anlan.geo.distance.HilbertOrder;
import cn.anlan.geo.distance.PackedNodes;
import cn.anlan.geo.road.graph.RoadGraph;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * The lines of the roads on which a vehicle may stop, in a packed tree of boxes whose items are the
 * roads. Immutable.
 *
 * <p>A <em>foot</em> is the point of a straight piece of a road that is nearest to a place. A road
 * of many pieces has as many feet: a lane that comes back on the other side of a valley can be left
 * on either.
 */
final class StoppingRoads extends PackedNodes {
  /** What is done with a foot. */
  @FunctionalInterface
  interface FootVisitor {
    /**
     * @param share how far along the edge, 0 to 1
     * @param awayM from the place to the foot, metres
     */
    void at(int edge, double share, double awayM);
  }

  private final int[] edge;
  private final int[] roadOf;

  /** A road's points are first[road] to before first[road + 1]. */
  private final int[] first;

  private final double[] lonLat;

  /** The share of its edge's length at each point. */
  private final float[] along;

  /** West, south, east, north of each node, degrees, rounded outwards. */
  private final float[] boxes;

  StoppingRoads(RoadGraph graph, BitSet which) {
    super(which.cardinality());
    int size = size();
    int[] ids = which.stream().toArray();
    Coordinate[][] lines =
        IntStream.of(ids).parallel().mapToObj(graph::line).toArray(Coordinate[][]::new);
    int[] order = order(lines);
    edge = new int[size];
    roadOf = new int[graph.edges()];
    Arrays.fill(roadOf, -1);
    first = new int[size + 1];
    for (int road = 0; road < size; road++) {
      edge[road] = ids[order[road]];
      roadOf[edge[road]] = road;
      first[road + 1] = first[road] + lines[order[road]].length;
    }
    lonLat = new double[2 * first[size]];
    along = new float[first[size]];
    boxes = new float[4 * (root() + 1)];
    for (int road = 0; road < size; road++) {
      put(road, lines[order[road]]);
    }
    for (int node = size; node <= root(); node++) {
      Envelope box = new Envelope();
      for (int child = firstChild(node); child < endOfChildren(node); child++) {
        expand(box, child);
      }
      putBox(node, box);
    }
  }

  /** The lines' places in the order of a Hilbert curve through the middles of their boxes. */
  private static int[] order(Coordinate[][] lines) {
    Envelope all = new Envelope();
    double[] corners = new double[4 * lines.length];
    for (int i = 0; i < lines.length; i++) {
      Envelope box = box(lines[i]);
      all.expandToInclude(box);
      corners[4 * i] = box.getMinX();
      corners[4 * i + 1] = box.getMinY();
      corners[4 * i + 2] = box.getMaxX();
      corners[4 * i + 3] = box.getMaxY();
    }
    long[] order = HilbertOrder.of(lines.length, 2, corners, all);
    return Arrays.stream(order).mapToInt(place -> (int) place).toArray();
  }

  private static Envelope box(Coordinate[] line) {
    Envelope box = new Envelope();
    Arrays.stream(line).forEach(box::expandToInclude);
    return box;
  }

  private void put(int road, Coordinate[] line) {
    NearPlane plane = new NearPlane(line[0].x, line[0].y);
    double[] lengths = new double[line.length];
    for (int i = 1; i < line.length; i++) {
      double dx = plane.x(line[i].x, line[i].y) - plane.x(line[i - 1].x, line[i - 1].y);
      double dy = plane.y(line[i].x, line[i].y) - plane.y(line[i - 1].x, line[i - 1].y);
      lengths[i] = lengths[i - 1] + Math.hypot(dx, dy);
    }
    double whole = lengths[line.length - 1];
    for (int i = 0; i < line.length; i++) {
      int at = first[road] + i;
      lonLat[2 * at] = line[i].x;
      lonLat[2 * at + 1] = line[i].y;
      along[at] = whole == 0 ? 0 : (float) (lengths[i] / whole);
    }
    putBox(road, box(line));
  }

  private void putBox(int node, Envelope box) {
    boxes[4 * node] = Math.nextDown((float) box.getMinX());
    boxes[4 * node + 1] = Math.nextDown((float) box.getMinY());
    boxes[4 * node + 2] = Math.nextUp((float) box.getMaxX());
    boxes[4 * node + 3] = Math.nextUp((float) box.getMaxY());
  }

  /** A road's edge. */
  int edge(int road) {
    return edge[road];
  }

  /** An edge's road; −1 where nobody stops on it. */
  int roadOf(int ofEdge) {
    return roadOf[ofEdge];
  }

  /** The node above a road. */
  int groupOf(int road) {
    return size() + road / FANOUT;
  }

  double toBoxM(NearPlane plane, int node) {
    int at = 4 * node;
    return plane.toBoxM(boxes[at], boxes[at + 1], boxes[at + 2], boxes[at + 3]);
  }

  /** Widens a box so that it holds that of a node. */
  void expand(Envelope box, int node) {
    int at = 4 * node;
    box.expandToInclude(boxes[at], boxes[at + 1]);
    box.expandToInclude(boxes[at + 2], boxes[at + 3]);
  }

  /** Shows the feet of one road that are at most so far from the plane's place. */
  void feet(NearPlane plane, int road, double mostM, FootVisitor visitor) {
    int from = first[road];
    double x = plane.x(lonLat[2 * from], lonLat[2 * from + 1]);
    double y = plane.y(lonLat[2 * from], lonLat[2 * from + 1]);
    for (int i = from + 1; i < first[road + 1]; i++) {
      double dx = plane.x(lonLat[2 * i], lonLat[2 * i + 1]) - x;
      double dy = plane.y(lonLat[2 * i], lonLat[2 * i + 1]) - y;
      double squared = dx * dx + dy * dy;
      double t = squared == 0 ? 0 : Math.min(1, Math.max(0, -(x * dx + y * dy) / squared));
      double awayM = Math.hypot(x + t * dx, y + t * dy);
      if (awayM <= mostM) {
        double before = along[i - 1]; // in doubles the end's share comes out as it is
        visitor.at(edge[road], before + t * (along[i] - before), awayM);
      }
      x += dx;
      y += dy;
    }
  }

  /** Shows all feet that are at most so far from the plane's place. */
  void feet(NearPlane plane, double mostM, FootVisitor visitor) {
    if (root() >= 0) {
      feetBelow(plane, root(), mostM, visitor);
    }
  }

  private void feetBelow(NearPlane plane, int node, double mostM, FootVisitor visitor) {
    if (toBoxM(plane, node) > mostM) {
      return;
    }
    if (node < size()) {
      feet(plane, node, mostM, visitor);
      return;
    }
    for (int child = firstChild(node); child < endOfChildren(node); child++) {
      feetBelow(plane, child, mostM, visitor);
    }
  }
}
