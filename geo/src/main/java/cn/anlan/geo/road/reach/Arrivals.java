package cn.anlan.geo.road.reach;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;

/**
 * When the first of many teams is where: one run of Dijkstra's algorithm from all teams at once, so
 * that the cost does not depend on how many teams there are. A team starts with its turnout and
 * comes onto every road round its station at the feet there; a place is reached by the best of all
 * feet on the roads round it ({@link StoppingRoads}), both within the model's bound. Immutable; any
 * number of threads may ask.
 *
 * <p>Exact for the network's seconds and these feet: a test holds it against one run for each team
 * and all feet. Where several come at the same moment, one of them is named.
 */
public final class Arrivals {
  /** So many places are asked by one thread at a time. */
  private static final int CHUNK = 512;

  private final ReachNetwork network;
  private final double[] times;
  private final int[] teamAt;
  private final Starts starts;
  private final float[] least;

  private Arrivals(ReachNetwork network, Starts starts, double limitS) {
    this.network = network;
    times = new double[network.nodes()];
    teamAt = new int[network.nodes()];
    Arrays.fill(times, Double.POSITIVE_INFINITY);
    Arrays.fill(teamAt, ArrivalTimes.NOBODY);
    run(starts, limitS);
    this.starts = needed(starts);
    least = least();
  }

  /**
   * Runs it.
   *
   * @param teams their stations; those without a road start nowhere
   * @param turnoutS of each team, seconds
   * @param limitS times later than this are no longer exact, but later than this; infinite for no
   *     limit
   */
  public static Arrivals of(Placing teams, double[] turnoutS, double limitS) {
    if (turnoutS.length != teams.size() || Double.isNaN(limitS)) {
      throw new IllegalArgumentException(turnoutS.length + " of " + teams.size() + ", " + limitS);
    }
    List<Starts> each =
        IntStream.range(0, teams.size())
            .parallel()
            .mapToObj(team -> Starts.of(teams, team, turnoutS[team], limitS))
            .toList();
    Starts all = new Starts();
    for (Starts one : each) {
      for (int i = 0; i < one.size(); i++) {
        all.add(one.edge(i), one.share(i), one.readyS(i), one.team(i));
      }
    }
    return new Arrivals(teams.network(), all, limitS);
  }

  private void run(Starts from, double limitS) {
    TimeHeap heap = new TimeHeap();
    for (int i = 0; i < from.size(); i++) {
      int edge = from.edge(i);
      double ahead = ReachNetwork.part(1 - from.share(i), network.forwardS(edge));
      double back = ReachNetwork.part(from.share(i), network.backwardS(edge));
      reach(network.to(edge), from.readyS(i) + ahead, from.team(i), heap);
      reach(network.from(edge), from.readyS(i) + back, from.team(i), heap);
    }
    while (!heap.isEmpty() && heap.time() <= limitS) {
      double time = heap.time();
      int node = heap.pop();
      if (time > times[node]) {
        continue; // reached earlier in the meantime
      }
      for (int road = network.firstRoad(node); road < network.endOfRoads(node); road++) {
        reach(network.headOf(road), time + network.secondsOf(road), teamAt[node], heap);
      }
    }
  }

  private void reach(int node, double time, int team, TimeHeap heap) {
    if (time < times[node]) {
      times[node] = time;
      teamAt[node] = team;
      heap.push(time, node);
    }
  }

  /** Those where nobody is sooner by road: of the hundreds round a station few are left. */
  private Starts needed(Starts all) {
    Starts needed = new Starts();
    for (int i = 0; i < all.size(); i++) {
      if (all.readyS(i) < fromEnds(all.edge(i), all.share(i))) {
        needed.add(all.edge(i), all.share(i), all.readyS(i), all.team(i));
      }
    }
    return needed.sorted(network);
  }

  private double fromEnds(int edge, double share) {
    return Math.min(
        times[network.from(edge)] + ReachNetwork.part(share, network.forwardS(edge)),
        times[network.to(edge)] + ReachNetwork.part(1 - share, network.backwardS(edge)));
  }

  private double fromStart(int start, int edge, double share) {
    double way = share - starts.share(start);
    return starts.readyS(start)
        + (way >= 0
            ? ReachNetwork.part(way, network.forwardS(edge))
            : ReachNetwork.part(-way, network.backwardS(edge)));
  }

  /** The least seconds below each node of the tree above the roads. */
  private float[] least() {
    StoppingRoads roads = network.roads();
    float[] below = new float[Math.max(0, roads.root() + 1 - roads.size())];
    Arrays.fill(below, Float.POSITIVE_INFINITY);
    if (below.length == 0) {
      return below;
    }
    for (int node = 0; node < times.length; node++) {
      if (times[node] < Double.POSITIVE_INFINITY) {
        for (int road = network.firstRoad(node); road < network.endOfRoads(node); road++) {
          lower(below, network.edgeOf(road), times[node]);
        }
      }
    }
    for (int i = 0; i < starts.size(); i++) {
      lower(below, starts.edge(i), starts.readyS(i));
    }
    for (int node = roads.groupOf(roads.size() - 1) + 1; node <= roads.root(); node++) {
      float best = Float.POSITIVE_INFINITY;
      for (int child = roads.firstChild(node); child < roads.endOfChildren(node); child++) {
        best = Math.min(best, below[child - roads.size()]);
      }
      below[node - roads.size()] = best;
    }
    return below;
  }

  private void lower(float[] below, int edge, double seconds) {
    int road = network.roads().roadOf(edge);
    if (road >= 0) {
      int group = network.roads().groupOf(road) - network.roads().size();
      below[group] = Math.min(below[group], Math.nextDown((float) seconds));
    }
  }

  /** How the search for a place's best foot sees the roads. */
  private final class OnTheRoads implements FootSearch.Times {
    @Override
    public double leastS(int node) {
      int roads = network.roads().size();
      if (node >= roads) {
        return least[node - roads];
      }
      int edge = network.roads().edge(node);
      double best = Math.min(times[network.from(edge)], times[network.to(edge)]);
      for (int i = starts.firstOn(edge); isOn(i, edge); i++) {
        best = Math.min(best, starts.readyS(i));
      }
      return best;
    }

    @Override
    public double seconds(int edge, double share) {
      double best = fromEnds(edge, share);
      for (int i = starts.firstOn(edge); isOn(i, edge); i++) {
        best = Math.min(best, fromStart(i, edge, share));
      }
      return best;
    }
  }

  private boolean isOn(int start, int edge) {
    return start >= 0 && start < starts.size() && starts.edge(start) == edge;
  }

  private int teamOn(int edge, double share) {
    int from = network.from(edge);
    double best = times[from] + ReachNetwork.part(share, network.forwardS(edge));
    int team = best <= fromEnds(edge, share) ? teamAt[from] : teamAt[network.to(edge)];
    best = fromEnds(edge, share);
    for (int i = starts.firstOn(edge); isOn(i, edge); i++) {
      if (fromStart(i, edge, share) < best) {
        best = fromStart(i, edge, share);
        team = starts.team(i);
      }
    }
    return team;
  }

  /**
   * The first team at each place, on all processors.
   *
   * @param withinS nothing is told of what is later; infinite for no limit
   * @throws IllegalArgumentException for places on another network
   */
  public ArrivalTimes at(Placing places, double withinS) {
    if (places.network() != network) {
      throw new IllegalArgumentException("placed on another network");
    }
    ArrivalTimes told = new ArrivalTimes(places.size());
    IntStream.range(0, (places.size() + CHUNK - 1) / CHUNK)
        .parallel()
        .forEach(
            chunk -> {
              FootSearch search = new FootSearch(network, new OnTheRoads());
              int end = Math.min(places.size(), (chunk + 1) * CHUNK);
              for (int i = chunk * CHUNK; i < end; i++) {
                if (search.find(places.lonDeg(i), places.latDeg(i), withinS)) {
                  int team = teamOn(search.edge(), search.share());
                  told.put(i, search.seconds(), team, search.awayM());
                }
              }
            });
    return told;
  }

  /** The first team at each place, however late. */
  public ArrivalTimes at(Placing places) {
    return at(places, Double.POSITIVE_INFINITY);
  }

  /** A box that holds all roads, whole, of which any point is reached within so many seconds. */
  Envelope extent(double withinS) {
    Envelope box = new Envelope();
    FootSearch.Times all = new OnTheRoads();
    for (int road = 0; road < network.roads().size(); road++) {
      if (all.leastS(road) <= withinS) {
        network.roads().expand(box, road);
      }
    }
    return box;
  }

  ReachNetwork network() {
    return network;
  }
}
