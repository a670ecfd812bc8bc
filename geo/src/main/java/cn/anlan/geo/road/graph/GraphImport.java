package cn.anlan.geo.road.graph;

import cn.anlan.geo.fault.UserFault;
import com.graphhopper.routing.OSMReaderConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Makes a prepared graph of an OSM file: what is read of it, and how its faults are told. */
final class GraphImport {
  /** Stands in the graph for a height that is not known; no road lies so deep. */
  static final double NO_HEIGHT_M = -900;

  private static final List<String> NOT_FOR_VEHICLES =
      List.of(
          "footway",
          "path",
          "cycleway",
          "pedestrian",
          "steps",
          "bridleway",
          "corridor",
          "platform");

  private GraphImport() {}

  /** See {@link RoadGraph#build}. */
  static void run(
      Path osm, Path directory, GraphHeights heights, TankerSpeeds speeds, EdgeFactors factors) {
    GraphFacts facts = new GraphFacts(heights != null, factors.profiles(), speeds);
    Hopper hopper = new Hopper(directory, facts, factors);
    hopper.setOSMFile(osm.toString());
    OSMReaderConfig reader = hopper.getReaderConfig();
    reader.setMaxWayPointDistance(0); // lines stay as they were delivered
    reader.setIgnoredHighways(NOT_FOR_VEHICLES);
    if (heights != null) {
      hopper.setElevationProvider(heights.provider());
      reader.setDefaultElevation(NO_HEIGHT_M);
      if (heights.isSmoothed()) {
        reader.setElevationSmoothing("moving_average"); // over 150 m
        reader.setLongEdgeSamplingDistance(60);
      }
    }
    quietProtobuf();
    try {
      read(hopper, osm);
      facts.write(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("writing the prepared graph", e);
    } finally {
      hopper.close();
    }
  }

  /**
   * GraphHopper reads PBF with classes that protobuf 4 takes only with a page of warnings for each:
   * a hostile file could keep them busy. Files are named by the administrator, on the command line.
   */
  private static void quietProtobuf() {
    System.setProperty("com.google.protobuf.use_unsafe_pre22_gencode", "true");
  }

  private static void read(Hopper hopper, Path osm) {
    try {
      hopper.importOrLoad();
    } catch (RuntimeException e) {
      if (hopper.getBaseGraph() != null && hopper.getBaseGraph().getEdges() > 0) {
        throw e; // the file was read: it is something else
      }
      UserFault fault =
          new UserFault(
              "文件不能作为路网读取 (no road network can be read from the file): " + osm.getFileName(),
              "应为 OSM 的 PBF 或 XML，含 highway=* 的线 (give OSM as PBF or XML, with ways that have"
                  + " highway=*)");
      fault.initCause(e);
      throw fault;
    }
  }
}
