package cn.anlan.geo.road.hazard;

import cn.anlan.geo.road.graph.EdgeFactors;
import cn.anlan.geo.road.graph.RoadEdge;
import cn.anlan.geo.road.graph.RoadGraph;
import cn.anlan.geo.road.hazard.DangerousGoods.Band;
import cn.anlan.geo.road.hazard.DangerousGoods.Cargo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tanker's profiles of a network: one without any rule, to compare with, and one for each
 * cargo, band of hours and trade-off. A second on an edge costs 1 + k·r/m seconds, with the
 * trade-off k, the edge's risk per second r and the network's mean of it m; closed edges cannot be
 * used at all.
 */
public final class TankerProfiles implements EdgeFactors {
  /** The fastest way of a tanker that no rule binds. */
  public static final String UNRULED = "tanker_unruled";

  private final DangerousGoods model;
  private final List<Cargo> cargoes;
  private final List<Hazard> hazards;
  private final GraphHazards onTheGraph;
  private final EdgeStakes.Ways ways;
  private final Path table;

  /**
   * @param cargoes for which profiles are prepared
   * @param onTheGraph finds more hazards when the graph stands
   * @param ways null for a network from an OSM file
   * @param table where the table of hazards is written
   */
  public TankerProfiles(
      DangerousGoods model,
      List<Cargo> cargoes,
      List<Hazard> hazards,
      GraphHazards onTheGraph,
      EdgeStakes.Ways ways,
      Path table) {
    this.model = model;
    this.cargoes = List.copyOf(cargoes);
    this.hazards = List.copyOf(hazards);
    this.onTheGraph = onTheGraph;
    this.ways = ways;
    this.table = table;
  }

  /** The name of a profile. */
  public static String name(Cargo cargo, Band band, int tradeOff) {
    return "tanker_" + cargo.id() + "_" + band.id() + "_" + tradeOff;
  }

  @Override
  public List<String> profiles() {
    List<String> names = new ArrayList<>(List.of(UNRULED));
    for (Cargo cargo : cargoes) {
      for (Band band : model.bands()) {
        for (int k = 0; k < model.tradeOffs().size(); k++) {
          names.add(name(cargo, band, k));
        }
      }
    }
    return names;
  }

  @Override
  public Prices over(RoadGraph graph) {
    List<Double> radii = cargoes.stream().map(Cargo::impactRadiusM).distinct().toList();
    HazardTable hazardTable =
        HazardMatcher.table(
            model, graph, EdgeStakes.of(graph, ways), hazards, onTheGraph.in(graph), radii);
    hazardTable.write(table);
    List<float[]> prices = new ArrayList<>(); // by cargo and band: m-scaled, -1 where closed
    for (Cargo cargo : cargoes) {
      for (Band band : model.bands()) {
        prices.add(relative(graph, new EdgeRisk(model, hazardTable, cargo, band)));
      }
    }
    int tradeOffs = model.tradeOffs().size();
    return (profile, edge) -> {
      if (profile == 0) {
        return 1;
      }
      float relative = prices.get((profile - 1) / tradeOffs)[edge];
      double k = model.tradeOffs().get((profile - 1) % tradeOffs);
      return relative < 0 ? Double.POSITIVE_INFINITY : 1 + k * relative;
    };
  }

  /** Risk per second of each edge by the network's mean of it; -1 where an edge is closed. */
  private float[] relative(RoadGraph graph, EdgeRisk risk) {
    double[] perSecond = new double[graph.edges()];
    double[] sums = new double[2];
    graph.forEachEdge(
        edge -> {
          double seconds = seconds(edge);
          double of = risk.risk(edge, 0, edge.lengthM());
          perSecond[edge.id()] = risk.isClosed(edge.id()) ? -1 : of / seconds;
          if (edge.isOpenToCars()) { // the others are no part of any way
            sums[0] += of;
            sums[1] += seconds;
          }
        });
    double mean = sums[0] > 0 ? sums[0] / sums[1] : 1;
    float[] relative = new float[perSecond.length];
    Arrays.setAll(perSecond, e -> perSecond[e] < 0 ? -1 : perSecond[e] / mean);
    for (int e = 0; e < relative.length; e++) {
      relative[e] = (float) perSecond[e];
    }
    return relative;
  }

  private double seconds(RoadEdge edge) {
    double kmh = Math.max(edge.forwardKmh(), edge.backwardKmh());
    return 3.6 * edge.lengthM() / model.speeds().kmh(edge.roadClass(), kmh == 0 ? 1 : kmh);
  }
}
