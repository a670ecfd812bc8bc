package cn.anlan.web.reach;

import cn.anlan.geo.road.graph.EdgeFactors;
import cn.anlan.geo.road.graph.RoadGraph;
import cn.anlan.geo.road.graph.TankerSpeeds;
import cn.anlan.geo.road.hazard.DangerousGoods;
import cn.anlan.geo.road.reach.ReachModel;
import cn.anlan.geo.road.reach.ReachNetwork;
import cn.anlan.geo.road.route.NetworkOrder;
import cn.anlan.geo.road.route.RoadNetwork;
import cn.anlan.geo.snapshot.Disclosure;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import cn.anlan.geo.text.Text;
import cn.anlan.web.snapshot.Columns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;

/**
 * A class-2 road along 28.1° N from 115.6° to 116.0° E, cut off from it a lane farther south, and
 * teams and risk points beside them.
 */
final class InventedRoad {
  static final double LAT = 28.1;
  static final double WEST = 115.6;
  static final double EAST = 116.0;
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private InventedRoad() {}

  private static Path osm(Path folder) throws IOException {
    StringBuilder osm = new StringBuilder("<osm version=\"0.6\">");
    for (int i = 0; i <= 40; i++) {
      osm.append(node(i + 1, WEST + 0.01 * i, LAT));
    }
    osm.append(node(100, 115.7, 27.9)).append(node(101, 115.75, 27.9));
    osm.append("<way id=\"1\" version=\"1\">");
    for (int i = 0; i <= 40; i++) {
      osm.append("<nd ref=\"%d\"/>".formatted(i + 1));
    }
    osm.append("<tag k=\"highway\" v=\"primary\"/></way>");
    osm.append("<way id=\"2\" version=\"1\"><nd ref=\"100\"/><nd ref=\"101\"/>");
    osm.append("<tag k=\"highway\" v=\"residential\"/></way></osm>");
    return Files.writeString(folder.resolve("road.osm"), osm);
  }

  /** A network of the service, prepared and open. */
  static RoadNetwork network(Path folder, String name) throws IOException {
    Path file = osm(folder);
    RoadNetwork.prepare(
        new NetworkOrder(
            name,
            new Text("测试", "test"),
            file,
            null,
            DangerousGoods.shippedText(),
            List.of("flammable_liquid"),
            List.of(),
            List.of(),
            null,
            "",
            0,
            0,
            false,
            List.of(file)),
        folder.resolve(name));
    return RoadNetwork.open(folder.resolve(name));
  }

  static ReachGround ground(Path folder) throws IOException {
    Path prepared = folder.resolve("graph");
    RoadGraph.build(osm(folder), prepared, null, new TankerSpeeds(80, 60), EdgeFactors.NONE);
    try (RoadGraph graph = RoadGraph.open(prepared)) {
      return new ReachGround("province", ReachNetwork.of(graph, ReachModel.shipped()), 7L);
    }
  }

  private static String node(long id, double lon, double lat) {
    return "<node id=\"%d\" lat=\"%.7f\" lon=\"%.7f\" version=\"1\"/>".formatted(id, lat, lon);
  }

  /** Teams, one each of code, kind and place. */
  static final class TeamRows {
    private final SnapshotBuilder builder =
        new SnapshotBuilder(
                "emergency_team", 7, Columns.of("code", "name", "kind", "is_demo boolean"))
            .disclosure(Disclosure.INTERNAL);
    private int count;

    TeamRows at(String code, String kind, double lon, double lat) {
      builder.add(++count, point(lon, lat), code, "队" + code, kind, true);
      return this;
    }

    LayerSnapshot build() {
      return builder.build();
    }
  }

  /** Risk points of code, level, county and place. */
  static final class PointRows {
    private final SnapshotBuilder builder =
        new SnapshotBuilder(
                "risk_point",
                7,
                Columns.of("code", "name", "level integer", "county_code", "is_demo boolean"))
            .disclosure(Disclosure.INTERNAL)
            .regionColumn("county_code");
    private int count;

    PointRows at(String code, long level, String county, double lon, double lat) {
      builder.add(
          ++count,
          Double.isNaN(lon) ? null : point(lon, lat),
          code,
          "点" + code,
          level,
          county,
          true);
      return this;
    }

    LayerSnapshot build() {
      return builder.build();
    }
  }

  private static byte[] point(double lon, double lat) {
    return new WKBWriter().write(SHAPES.createPoint(new Coordinate(lon, lat)));
  }
}
