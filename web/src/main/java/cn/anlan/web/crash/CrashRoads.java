package cn.anlan.web.crash;

import cn.anlan.analytics.crash.CrashMatcher;
import cn.anlan.analytics.crash.MatchModel;
import cn.anlan.analytics.crash.RoadPlace;
import cn.anlan.analytics.roadnet.NetPlace;
import cn.anlan.analytics.roadnet.RoadNet;
import cn.anlan.data.road.StoredRoads;
import cn.anlan.geo.road.linear.RouteIndex;
import cn.anlan.geo.road.topology.RoadPiece;
import cn.anlan.geo.road.topology.Topology;
import cn.anlan.geo.road.topology.Topology.Part;
import cn.anlan.web.road.RoadLayer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The stored roads made ready for accidents: by stakes, by place and as a network whose edges are
 * the parts of {@link Topology}, in its order. Immutable.
 */
public final class CrashRoads {
  /** A part shorter than this counts as so long: a network has no edges without a length. */
  private static final double LEAST_EDGE_M = 0.01;

  private final StoredRoads roads;
  private final RouteIndex routes;
  private final Topology topology;
  private final RoadNet net;
  private final CrashMatcher matcher;
  private final List<List<Integer>> partsOf = new ArrayList<>();

  private CrashRoads(RoadLayer.State state) {
    this.roads = state.roads();
    this.topology = state.topology();
    this.routes = state.routes();
    this.matcher = new CrashMatcher(MatchModel.shipped(), routes);
    List<Part> parts = topology.parts();
    int[] from = new int[parts.size()];
    int[] to = new int[parts.size()];
    double[] lengthM = new double[parts.size()];
    roads.pieces().forEach(any -> partsOf.add(new ArrayList<>()));
    for (int i = 0; i < from.length; i++) {
      from[i] = parts.get(i).fromJunction();
      to[i] = parts.get(i).toJunction();
      lengthM[i] = Math.max(LEAST_EDGE_M, parts.get(i).lengthM());
      partsOf.get(parts.get(i).piece()).add(i);
    }
    partsOf.forEach(list -> list.sort(Comparator.comparingDouble(i -> parts.get(i).fromM())));
    this.net = RoadNet.of(topology.junctions().size(), from, to, lengthM);
  }

  public static CrashRoads of(RoadLayer.State state) {
    return new CrashRoads(state);
  }

  public List<RoadPiece> pieces() {
    return roads.pieces();
  }

  /** Of the roads when they were read. */
  public long dataVersion() {
    return roads.dataVersion();
  }

  public boolean isDemo() {
    return roads.isDemo();
  }

  public RouteIndex routes() {
    return routes;
  }

  public RoadNet net() {
    return net;
  }

  public CrashMatcher matcher() {
    return matcher;
  }

  /** The part of a piece that an edge of the network is. */
  public Part part(int edge) {
    return topology.parts().get(edge);
  }

  /** A place on the network; none on a piece that is too short to be in it. */
  public Optional<NetPlace> onNet(RoadPlace place) {
    NetPlace found = null;
    for (int edge : partsOf.get(place.piece())) {
      Part part = topology.parts().get(edge);
      if (found == null || part.fromM() <= place.measureM()) {
        double offset = Math.max(0, place.measureM() - part.fromM());
        found = new NetPlace(edge, Math.min(net.lengthM(edge), offset));
      }
    }
    return Optional.ofNullable(found);
  }
}
