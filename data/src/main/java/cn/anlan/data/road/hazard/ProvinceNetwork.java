package cn.anlan.data.road.hazard;

import cn.anlan.data.road.StoredRoads;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.graph.GraphHeights;
import cn.anlan.geo.road.hazard.DangerousGoods;
import cn.anlan.geo.road.route.NetworkOrder;
import cn.anlan.geo.road.topology.OsmXml;
import cn.anlan.geo.road.topology.RoadPiece;
import cn.anlan.geo.road.topology.Topology;
import cn.anlan.geo.road.topology.WayTable;
import cn.anlan.geo.text.Text;
import java.nio.file.Path;
import java.util.List;

/**
 * The stored road layer as an order for a network: joined, written as OSM XML, with its hazards.
 */
public final class ProvinceNetwork {
  private ProvinceNetwork() {}

  /**
   * Reads the layers and writes the OSM XML that the network is to be prepared from.
   *
   * @param name under which the network will be asked for
   * @param xml where the roads are written
   * @throws UserFault where there are no roads
   */
  public static NetworkOrder order(
      Database database, String name, String modelText, Path xml, Progress progress) {
    DangerousGoods model = DangerousGoods.read("dangerous-goods.yaml", modelText);
    String state = StoredHazards.state(database, model); // before reading: a change is seen later
    StoredRoads roads = StoredRoads.read(database);
    if (roads.pieces().isEmpty()) {
      throw new UserFault(
          "没有道路数据，无法生成路网 (there are no roads to make a network of)",
          "导入 road 图层，或 ./anlan roads build NAME --osm FILE (import the layer road, or give an OSM"
              + " file)");
    }
    progress.step("连接路段 (joining %d pieces of road)".formatted(roads.pieces().size()));
    Topology topology = Topology.of(roads.pieces());
    OsmXml.write(topology, xml);
    StoredHazards hazards = StoredHazards.read(database, model);
    progress.step("计算路段风险 (putting %d hazards on edges)".formatted(hazards.hazards().size()));
    boolean high = roads.pieces().stream().anyMatch(RoadPiece::hasHeights);
    return new NetworkOrder(
        name,
        new Text("公路图层（road）", "the layer of roads (road)"),
        xml,
        high ? GraphHeights.ofNodes() : null,
        modelText,
        model.cargoes().stream().map(DangerousGoods.Cargo::id).toList(),
        hazards.hazards(),
        hazards.notTaken(),
        WayTable.of(topology),
        state,
        roads.dataVersion(),
        hazards.dataVersion(),
        roads.isDemo(),
        List.of(xml));
  }
}
