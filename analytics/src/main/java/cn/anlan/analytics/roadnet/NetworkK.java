package cn.anlan.analytics.roadnet;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The K function of points on a network: how many more neighbours a point has within a distance
 * along the roads than chance would give it.
 *
 * <p>Uncorrected: K(r) = L/(n(n−1))·#{i ≠ j: d(i,j) ≤ r}, with L the length of the network (A.
 * Okabe, I. Yamada, The K-function method on a network and its computational implementation,
 * Geographical Analysis 33 (2001) 271-290). Corrected: each pair counts 1/m, m being how many
 * places of the network lie exactly as far from point i as point j does; K(r) = r then means chance
 * whatever the network's shape (Q. W. Ang, A. Baddeley, G. Nair, Geometrically corrected second
 * order analysis of events on a linear network, Scandinavian Journal of Statistics 39 (2012)
 * 591-617).
 *
 * @param radiiM rising
 * @param uncorrectedM K(r) of each, metres
 * @param correctedM the same, corrected for the network's shape
 */
public record NetworkK(double[] radiiM, double[] uncorrectedM, double[] correctedM) {

  /**
   * Nearer to a node than this share of the shortest edge is at the node, when places are counted.
   */
  public static final double AT_NODE_SHARE = 1e-3;

  /**
   * @param places two or more; several may lie at one spot
   * @param radiiM rising, from 0 or above
   */
  public static NetworkK of(RoadNet net, List<NetPlace> places, double... radiiM) {
    if (places.size() < 2 || radiiM.length == 0) {
      throw new IllegalArgumentException("K needs two points and a radius at least");
    }
    double mostM = radiiM[radiiM.length - 1];
    PlacesByEdge byEdge = new PlacesByEdge(net, places);
    NetDistances distances = new NetDistances(net);
    double slackM = AT_NODE_SHARE * shortestM(net);
    double[] plain = new double[radiiM.length];
    double[] shared = new double[radiiM.length];
    for (int i = 0; i < places.size(); i++) {
      int self = i;
      distances.from(places.get(i), mostM);
      Circle circle = new Circle(net, distances, places.get(i), slackM);
      forTouched(
          net,
          distances,
          places.get(i),
          edge -> {
            for (int at = byEdge.first(edge); at < byEdge.first(edge + 1); at++) {
              double metres = distances.toM(places.get(byEdge.at(at)));
              if (byEdge.at(at) != self && metres <= mostM) {
                int bin = bin(radiiM, metres);
                plain[bin]++;
                shared[bin] += 1.0 / circle.placesAt(metres);
              }
            }
          });
    }
    double scale = net.totalM() / ((double) places.size() * (places.size() - 1));
    for (int bin = 0; bin < plain.length; bin++) {
      plain[bin] = plain[bin] * scale + (bin == 0 ? 0 : plain[bin - 1]);
      shared[bin] = shared[bin] * scale + (bin == 0 ? 0 : shared[bin - 1]);
    }
    return new NetworkK(radiiM.clone(), plain, shared);
  }

  /**
   * Each place's distance to the nearest other one; infinite where no other is on its part of the
   * network.
   */
  public static double[] nearestM(RoadNet net, List<NetPlace> places) {
    PlacesByEdge byEdge = new PlacesByEdge(net, places);
    NetDistances distances = new NetDistances(net);
    double[] nearest = new double[places.size()];
    double furthestM = net.totalM(); // no finite distance is longer
    for (int i = 0; i < nearest.length; i++) {
      nearest[i] = Double.POSITIVE_INFINITY;
      double limitM = net.lengthM(places.get(i).edge());
      while (Double.isInfinite(nearest[i]) && limitM < 2 * furthestM) {
        distances.from(places.get(i), limitM);
        nearest[i] = nearest(net, distances, places, i, byEdge);
        limitM *= 2;
      }
    }
    return nearest;
  }

  private static double nearest(
      RoadNet net, NetDistances distances, List<NetPlace> places, int self, PlacesByEdge byEdge) {
    double[] best = {Double.POSITIVE_INFINITY};
    forTouched(
        net,
        distances,
        places.get(self),
        edge -> {
          for (int at = byEdge.first(edge); at < byEdge.first(edge + 1); at++) {
            if (byEdge.at(at) != self) {
              best[0] = Math.min(best[0], distances.toM(places.get(byEdge.at(at))));
            }
          }
        });
    return best[0];
  }

  /** Every edge with an end within reach, and the source's own, once each. */
  private static void forTouched(
      RoadNet net, NetDistances distances, NetPlace source, IntConsumer edges) {
    BitSet seen = new BitSet();
    seen.set(source.edge());
    edges.accept(source.edge());
    for (int i = 0; i < distances.reachedNodes(); i++) {
      int node = distances.reachedNode(i);
      for (int e = 0; e < net.degree(node); e++) {
        int edge = net.end(node, e) >> 1;
        if (!seen.get(edge)) {
          seen.set(edge);
          edges.accept(edge);
        }
      }
    }
  }

  private static double shortestM(RoadNet net) {
    double shortest = Double.POSITIVE_INFINITY;
    for (int edge = 0; edge < net.edges(); edge++) {
      shortest = Math.min(shortest, net.lengthM(edge));
    }
    return shortest;
  }

  private static int bin(double[] radiiM, double metres) {
    int found = Arrays.binarySearch(radiiM, metres);
    return found >= 0 ? found : -found - 1;
  }

  /**
   * How many places of the network lie at a distance from the source. What lies within {@link
   * #AT_NODE_SHARE} of the shortest edge from a node is at the node: a point beside a junction
   * whose coordinates were rounded must not be taken for one of several beyond it.
   */
  private static final class Circle {
    private final double slackM;
    private final double[] nodes;
    private double[] starts = new double[16];
    private double[] ends = new double[16];
    private int count;

    Circle(RoadNet net, NetDistances distances, NetPlace source, double slackM) {
      this.slackM = slackM;
      nodes = new double[distances.reachedNodes()];
      for (int i = 0; i < nodes.length; i++) {
        nodes[i] = distances.toNodeM(distances.reachedNode(i)); // they are reached in this order
      }
      forTouched(
          net,
          distances,
          source,
          edge -> {
            double a = distances.toNodeM(net.from(edge));
            double b = distances.toNodeM(net.to(edge));
            if (edge == source.edge()) {
              add(0, a, source.offsetM());
              add(0, b, net.fromEndM(source));
            } else {
              add(a, b, net.lengthM(edge));
            }
          });
      starts = Arrays.copyOf(starts, count);
      ends = Arrays.copyOf(ends, count);
      Arrays.sort(starts);
      Arrays.sort(ends);
    }

    /** Along a road the distance rises from both ends; where they meet is its peak. */
    private void add(double a, double b, double lengthM) {
      double peak = (a + b + lengthM) / 2; // infinite where an end is beyond the limit
      branch(a, Math.min(peak, a + lengthM - slackM));
      branch(b, Math.min(peak, b + lengthM - slackM));
    }

    private void branch(double fromM, double toM) {
      if (fromM + slackM < toM) { // never where the end is beyond the limit
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, 2 * count);
          ends = Arrays.copyOf(ends, 2 * count);
        }
        starts[count] = fromM + slackM;
        ends[count++] = toM;
      }
    }

    /** At least 1: there is the point that lies there. */
    int placesAt(double metres) {
      double sure = metres * (1 - 1e-12); // a road that ends just here still has its last place
      int onRoads = below(starts, sure) - below(ends, sure);
      int atNodes = below(nodes, metres + slackM) - below(nodes, metres - slackM);
      return Math.max(1, onRoads + atNodes);
    }

    private static int below(double[] sorted, double metres) {
      int low = 0;
      int high = sorted.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (sorted[middle] < metres) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }
}
