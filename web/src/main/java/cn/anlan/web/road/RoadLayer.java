package cn.anlan.web.road;

import cn.anlan.data.road.StoredRoads;
import cn.anlan.data.store.Database;
import cn.anlan.geo.road.check.NetworkCheck;
import cn.anlan.geo.road.linear.RouteIndex;
import cn.anlan.geo.road.topology.PieceIndex;
import cn.anlan.geo.road.topology.Topology;
import org.springframework.stereotype.Component;

/**
 * The stored roads made ready to be asked, kept until the layer changes. The first question after a
 * change waits for it: about a second for a province. While PostGIS is away the last state goes on
 * answering.
 */
@Component
public class RoadLayer {
  /**
   * Roads of one state of the layer. What not every question needs is made when first asked for.
   */
  public static final class State {
    private final long number;
    private final StoredRoads roads;
    private final RouteIndex routes;
    private Topology topology;
    private NetworkCheck check;

    private State(long number, StoredRoads roads) {
      this.number = number;
      this.roads = roads;
      this.routes = RouteIndex.of(PieceIndex.of(roads.pieces()));
    }

    public StoredRoads roads() {
      return roads;
    }

    /** By route and stake. */
    public RouteIndex routes() {
      return routes;
    }

    /** As a network, with the usual tolerance. */
    public synchronized Topology topology() {
      if (topology == null) {
        topology = Topology.of(routes.pieces(), Topology.DEFAULT_TOLERANCE_M);
      }
      return topology;
    }

    /** What is found about them. */
    synchronized NetworkCheck check() {
      if (check == null) {
        check = NetworkCheck.of(topology());
      }
      return check;
    }
  }

  private final Database database;
  private State state;

  public RoadLayer(Database database) {
    this.database = database;
  }

  /**
   * The roads as they are now, where they are not those of this state of the layer already.
   *
   * @param number of the layer's state in memory
   */
  public synchronized State at(long number) {
    if (state == null || state.number != number) {
      state = read(number);
    }
    return state;
  }

  /** Reads the roads as they are now. */
  public State read() {
    return read(0);
  }

  private State read(long number) {
    return new State(number, StoredRoads.read(database));
  }
}
