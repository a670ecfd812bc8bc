package cn.anlan.analytics.roadnet;

import java.util.ArrayDeque;
import java.util.List;

/**
 * Kernel density along a network: each event is spread along the roads, through junctions by {@link
 * Split}, and over all paths, also those that meet again. Within a lixel the kernel is integrated
 * exactly; so the masses add up to the number of events, less what was given up (see {@link
 * #lost()}).
 *
 * <p>In a grid of streets there are more paths than can be walked, most of all where the mass turns
 * back at junctions. Of each event at most {@value #MOST_WALKS} edges are walked, those through the
 * fewest junctions first; the others are given up and counted ({@link #cutShort()}).
 */
public final class NetworkDensity {
  /** Paths that carry less than this share of an event are given up. */
  public static final double LEAST_SHARE = 1e-5;

  /** Edges that are walked for one event. */
  public static final int MOST_WALKS = 100_000;

  /**
   * An edge to be walked.
   *
   * @param end towards which
   * @param skippedM metres of the edge behind the start, seen from where the walk comes from
   * @param walkedM from the event to the start
   * @param share of the kernel that comes this way
   */
  private record Walk(int end, double skippedM, double walkedM, double share) {}

  private final RoadNet net;
  private final Lixels lixels;
  private final LineKernel kernel;
  private final Split split;
  private final double[] mass;
  private final ArrayDeque<Walk> ahead = new ArrayDeque<>();
  private double lost;
  private double missed;
  private int cutShort;

  private NetworkDensity(RoadNet net, Lixels lixels, LineKernel kernel, Split split) {
    this.net = net;
    this.lixels = lixels;
    this.kernel = kernel;
    this.split = split;
    this.mass = new double[lixels.size()];
  }

  /**
   * @param lixels of this network
   */
  public static NetworkDensity of(
      RoadNet net, Lixels lixels, List<NetPlace> events, LineKernel kernel, Split split) {
    NetworkDensity density = new NetworkDensity(net, lixels, kernel, split);
    for (NetPlace event : events) {
      net.require(event);
      density.spread(event);
    }
    return density;
  }

  /** Events on a lixel, a fraction. */
  public double mass(int lixel) {
    return mass[lixel];
  }

  /** Events per kilometre on the lixels of an edge. */
  public double perKm(int edge, int index) {
    return mass[lixels.first(edge) + index] / lixels.lengthM(edge) * 1000;
  }

  /**
   * Events that {@link #LEAST_SHARE} and {@link #MOST_WALKS} gave up, signed; the masses and this
   * add up to all.
   */
  public double lost() {
    return lost;
  }

  /** By how many events the masses may be wrong together for what was given up, at most. */
  public double missed() {
    return missed;
  }

  /** How many events had more paths than are walked. */
  public int cutShort() {
    return cutShort;
  }

  private void spread(NetPlace event) {
    ahead.add(new Walk(2 * event.edge() + 1, event.offsetM(), 0, 1)); // to the last node
    ahead.add(new Walk(2 * event.edge(), net.fromEndM(event), 0, 1));
    int walks = 0;
    while (!ahead.isEmpty() && walks++ < MOST_WALKS) {
      walk(ahead.remove());
    }
    cutShort += ahead.isEmpty() ? 0 : 1;
    ahead.forEach(walk -> giveUp(walk.share, walk.walkedM));
    ahead.clear();
  }

  /** Walks an edge; what goes on from its end is to be walked later. */
  private void walk(Walk walk) {
    spread(walk.end, walk.skippedM, walk.walkedM, walk.share);
    double arrivedM = walk.walkedM + net.lengthM(walk.end >> 1) - walk.skippedM;
    if (arrivedM >= kernel.bandwidthM()) {
      return;
    }
    int node = net.nodeOf(walk.end);
    int degree = net.degree(node);
    for (int i = 0; i < degree; i++) {
      int other = net.end(node, i);
      double next = walk.share * (other == walk.end ? split.back(degree) : split.ahead(degree));
      if (Math.abs(next) >= LEAST_SHARE) {
        ahead.add(new Walk(other ^ 1, 0, arrivedM, next));
      } else {
        giveUp(next, arrivedM);
      }
    }
  }

  private void giveUp(double share, double walkedM) {
    double events = share * (0.5 - kernel.within(walkedM));
    lost += events;
    missed += Math.abs(events);
  }

  private void spread(int end, double skippedM, double walkedM, double share) {
    int edge = end >> 1;
    int count = lixels.count(edge);
    double each = lixels.lengthM(edge);
    double before = kernel.within(walkedM);
    for (int i = (int) Math.min(count - 1, Math.floor(skippedM / each)); i < count; i++) {
      double outM = i + 1 == count ? net.lengthM(edge) : (i + 1) * each;
      double after = kernel.within(walkedM + outM - skippedM);
      mass[lixels.first(edge) + ((end & 1) == 1 ? i : count - 1 - i)] += share * (after - before);
      before = after;
      if (walkedM + outM - skippedM >= kernel.bandwidthM()) {
        return;
      }
    }
  }
}
