package cn.anlan.geo.road.graph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A network for tests, written as OSM XML. */
public final class SmallNetwork {
  private final StringBuilder nodes = new StringBuilder();
  private final StringBuilder ways = new StringBuilder();
  private final Map<Long, double[]> places = new LinkedHashMap<>();

  /** A node, with its height in metres or NaN. */
  public SmallNetwork node(long id, double lonDeg, double latDeg, double heightM) {
    places.put(id, new double[] {lonDeg, latDeg});
    nodes
        .append(
            "<node id=\"%d\" lat=\"%.7f\" lon=\"%.7f\" version=\"1\"".formatted(id, latDeg, lonDeg))
        .append(
            Double.isNaN(heightM) ? "/>\n" : "><tag k=\"ele\" v=\"" + heightM + "\"/></node>\n");
    return this;
  }

  /** A node without height. */
  public SmallNetwork node(long id, double lonDeg, double latDeg) {
    return node(id, lonDeg, latDeg, Double.NaN);
  }

  /**
   * A way.
   *
   * @param tags key=value, parted by blanks
   */
  public SmallNetwork way(long id, String tags, long... through) {
    ways.append("<way id=\"%d\" version=\"1\">".formatted(id));
    for (long node : through) {
      ways.append("<nd ref=\"%d\"/>".formatted(node));
    }
    for (String tag : tags.split(" ")) {
      String[] parts = tag.split("=");
      ways.append("<tag k=\"%s\" v=\"%s\"/>".formatted(parts[0], parts[1]));
    }
    ways.append("</way>\n");
    return this;
  }

  /** Where a node is: longitude, latitude. */
  public double[] at(long node) {
    return places.get(node);
  }

  /** Writes it. */
  public Path write(Path file) throws IOException {
    return Files.writeString(
        file,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\">\n"
            + nodes
            + ways
            + "</osm>\n",
        StandardCharsets.UTF_8);
  }
}
