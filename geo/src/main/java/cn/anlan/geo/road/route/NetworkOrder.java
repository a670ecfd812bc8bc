package cn.anlan.geo.road.route;

import cn.anlan.geo.road.graph.GraphHeights;
import cn.anlan.geo.road.hazard.EdgeStakes;
import cn.anlan.geo.road.hazard.Hazard;
import cn.anlan.geo.road.topology.WayTable;
import cn.anlan.geo.text.Text;
import java.nio.file.Path;
import java.util.List;

/**
 * What a network is to be prepared from.
 *
 * @param osm PBF or XML
 * @param heights of points, or null
 * @param modelText the model's YAML, kept with the network
 * @param cargoes ids of those it is prepared for
 * @param notTaken what of the layers could not become a hazard and may matter, in words
 * @param ways what the register says of the file's ways; null for an OSM file
 * @param state of the layers, empty for an OSM file
 * @param files by which the inputs are named in the manifest
 */
public record NetworkOrder(
    String name,
    Text source,
    Path osm,
    GraphHeights heights,
    String modelText,
    List<String> cargoes,
    List<Hazard> hazards,
    List<Text> notTaken,
    WayTable ways,
    String state,
    long roadsDataVersion,
    long hazardsDataVersion,
    boolean isDemo,
    List<Path> files) {
  /** The register's ways as edges ask for them. */
  static EdgeStakes.Ways reaches(WayTable table) {
    return table == null
        ? null
        : id -> {
          WayTable.Way way = table.get(id);
          return new EdgeStakes.Reach(
              way.code(), way.routeNo(), way.roadClass(), way.fromStakeKm(), way.toStakeKm());
        };
  }
}
