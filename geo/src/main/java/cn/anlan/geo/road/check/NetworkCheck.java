package cn.anlan.geo.road.check;

import cn.anlan.geo.road.linear.ChainBreak;
import cn.anlan.geo.road.linear.RouteIndex;
import cn.anlan.geo.road.topology.RoadPiece;
import cn.anlan.geo.road.topology.Topology;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that is found about a road layer.
 *
 * @param lengthKm of all parts, geodesic
 * @param components the longest first
 * @param deadEnds how many junctions only one part leads to
 * @param nearMisses dead ends near another road, the nearest first
 * @param crossings without a junction
 * @param collapsed codes of pieces that are no longer than the tolerance
 * @param odd pieces whose stakes are reversed, or off by more than a twentieth
 * @param breaks of the stakes, route by route
 */
public record NetworkCheck(
    double toleranceM,
    int pieces,
    int parts,
    int junctions,
    int routes,
    double lengthKm,
    List<Component> components,
    int deadEnds,
    List<NearMiss> nearMisses,
    List<LooseCrossing> crossings,
    List<String> collapsed,
    List<DoubledRoad> doubled,
    List<OddStakes> odd,
    List<ChainBreak> breaks) {
  /** A dead end nearer than this to another road is looked at [design]. */
  public static final double NEAR_MISS_M = 50;

  /** Looks through it all: seconds for a province. */
  public static NetworkCheck of(Topology topology) {
    RouteIndex routes = RouteIndex.of(topology.index());
    List<ChainBreak> breaks = new ArrayList<>();
    routes.routes().forEach(no -> breaks.addAll(routes.breaks(no)));
    JoinedParts joined = new JoinedParts(topology);
    return new NetworkCheck(
        topology.toleranceM(),
        topology.pieces().size(),
        topology.parts().size(),
        topology.junctions().size(),
        routes.routes().size(),
        topology.parts().stream().mapToDouble(Topology.Part::lengthM).sum() / 1000,
        joined.components(),
        joined.deadEnds().size(),
        joined.nearMisses(),
        Crossings.of(topology),
        topology.collapsed().stream().map(topology.pieces()::get).map(RoadPiece::label).toList(),
        Doubles.of(topology),
        StakeCheck.of(topology),
        breaks);
  }
}
