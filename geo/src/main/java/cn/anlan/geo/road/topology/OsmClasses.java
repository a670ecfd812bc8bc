package cn.anlan.geo.road.topology;

import cn.anlan.geo.yaml.OfficeYaml;
import java.util.List;

/**
 * What the classes of roads are called in OpenStreetMap, from {@code road/osm-classes.yaml}.
 *
 * @param version counts up with every change
 * @param other the value of {@code highway} for classes that are not listed
 */
public record OsmClasses(int version, List<Entry> classes, String other) {
  /**
   * @param highway value of OSM's key {@code highway}
   */
  public record Entry(String roadClass, String highway) {}

  public OsmClasses {
    if (version < 1 || other == null) {
      throw new IllegalArgumentException("OSM classes need a version and a name for others");
    }
    classes = List.copyOf(classes);
  }

  /** The table that ships with the product. */
  public static OsmClasses shipped() {
    return OfficeYaml.shipped("road/osm-classes.yaml", OsmClasses.class);
  }

  public String highway(String roadClass) {
    return classes.stream()
        .filter(e -> e.roadClass.equals(roadClass))
        .map(Entry::highway)
        .findFirst()
        .orElse(other);
  }
}
