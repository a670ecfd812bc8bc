package cn.anlan.geo.road.slope;

import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.road.DowngradeSearch;
import cn.anlan.geo.road.GradeLimits;
import cn.anlan.geo.road.LongDowngrade;
import cn.anlan.geo.road.MeasuredLine;
import cn.anlan.geo.road.Profile;
import cn.anlan.geo.road.graph.RoadGraph;
import cn.anlan.geo.road.slope.NetworkDowngrade.NearPlace;
import cn.anlan.geo.road.slope.NetworkDowngrade.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;

/**
 * Searches the profiles of a network for long steep downgrades: {@link DowngradeSearch} on every
 * road and direction of travel. Classes {@code motorway} and {@code trunk} have the limits of
 * expressways and class 1, all others those of classes 2 to 4.
 */
public final class NetworkDowngrades {
  /** A settlement farther away does not name an end. */
  static final double NEAR_M = 5_000;

  private final RoadGraph graph;
  private final ChainProfiles profiles;

  public NetworkDowngrades(RoadGraph graph, ChainProfiles profiles) {
    this.graph = graph;
    this.profiles = profiles;
  }

  /**
   * All of them, by the greatest drop.
   *
   * @param climbM by how much a road may climb again within a downgrade
   * @param sigmaM one standard deviation of a height
   */
  public List<NetworkDowngrade> find(GradeLimits limits, double climbM, double sigmaM) {
    DowngradeSearch search = new DowngradeSearch(limits, climbM);
    List<NetworkDowngrade> all = new ArrayList<>();
    for (ChainProfile profile : profiles.profiles()) {
      int first = Chain.edge(profile.chain().halves()[0]);
      boolean isFast = RoadIdentity.isFast(graph.edge(first).roadClass());
      for (Profile known : profile.known(isFast)) {
        if (known.reliefM() + DowngradeSearch.uncertaintyM(sigmaM) < limits.leastDropM(isFast)) {
          continue; // most roads of a plain
        }
        for (LongDowngrade found : search.find(known, sigmaM)) {
          all.add(downgrade(profile, found));
        }
      }
    }
    all.sort(
        Comparator.comparingDouble((NetworkDowngrade d) -> -d.found().dropM())
            .thenComparingDouble(d -> d.top().x)
            .thenComparingDouble(d -> d.top().y));
    return all;
  }

  private NetworkDowngrade downgrade(ChainProfile profile, LongDowngrade found) {
    MeasuredLine line = MeasuredLine.of(profile.chain().line());
    Coordinate top = at(profile, line, found.topKm());
    Coordinate foot = at(profile, line, found.footKm());
    List<Part> parts = profile.chain().parts(found.topKm() * 1000, found.footKm() * 1000);
    GeodesicData way =
        Cgcs2000.GEODESIC.Inverse(top.y, top.x, foot.y, foot.x, GeodesicMask.AZIMUTH);
    return new NetworkDowngrade(
        mostly(parts, edge -> RoadIdentity.label(graph.routeNo(edge), graph.name(edge))),
        mostly(parts, edge -> graph.edge(edge).roadClass()),
        (way.azi1 + 360) % 360,
        top,
        foot,
        at(profile, line, found.zoneTopKm()),
        at(profile, line, found.zoneFootKm()),
        near(top),
        near(foot),
        parts,
        found);
  }

  private static Coordinate at(ChainProfile profile, MeasuredLine line, double km) {
    Coordinate at = line.at(km * 1000);
    at.setZ(profile.heightM()[(int) Math.round(km * 1000 / profile.stepM())]);
    return at;
  }

  /** What is so over most metres. */
  private static String mostly(List<Part> parts, Function<Integer, String> of) {
    Map<String, Double> metres = new HashMap<>();
    parts.forEach(part -> metres.merge(of.apply(part.edge()), part.lengthM(), Double::sum));
    return metres.entrySet().stream()
        .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private NearPlace near(Coordinate at) {
    NearPlace nearest = null;
    for (ChainProfiles.Place place : profiles.places()) {
      double distance = Cgcs2000.distanceM(at.x, at.y, place.lonDeg(), place.latDeg());
      if (distance <= NEAR_M && (nearest == null || distance < nearest.distanceM())) {
        nearest = new NearPlace(place.name(), distance);
      }
    }
    return nearest;
  }
}
