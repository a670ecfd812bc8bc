package cn.anlan.geo.road.slope;

import cn.anlan.geo.road.GradeLimits;
import cn.anlan.geo.road.graph.RoadEdge;
import cn.anlan.geo.road.graph.RoadGraph;
import cn.anlan.geo.road.topology.OsmClasses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which road an edge is a part of, as far as its tags tell.
 *
 * @param numbers of its routes ({@code ref}; several on a shared stretch)
 * @param name or an empty text
 * @param isFast whether the limits of expressways and class 1 hold on it
 */
record RoadIdentity(Set<String> numbers, String name, String highway, boolean isFast) {
  /** Not the same road. */
  static final int OTHER = 3;

  /** What tags are called here what there. */
  private static final Map<String, Boolean> FAST = new HashMap<>();

  static {
    for (OsmClasses.Entry entry : OsmClasses.shipped().classes()) {
      FAST.put(entry.highway(), GradeLimits.isFast(entry.roadClass()));
    }
  }

  /** Those of all edges by id; equal ones are one object. */
  static RoadIdentity[] of(RoadGraph graph) {
    Map<List<String>, RoadIdentity> known = new HashMap<>();
    RoadIdentity[] all = new RoadIdentity[graph.edges()];
    graph.forEachEdge(
        edge ->
            all[edge.id()] =
                known.computeIfAbsent(
                    List.of(graph.routeNo(edge.id()), graph.name(edge.id()), edge.roadClass()),
                    tags -> of(tags.get(0), tags.get(1), tags.get(2))));
    return all;
  }

  private static RoadIdentity of(String ref, String name, String highway) {
    return new RoadIdentity(numbers(ref), name, highway, isFast(highway));
  }

  private static Set<String> numbers(String ref) {
    Set<String> numbers = new TreeSet<>();
    for (String number : ref.split("[,;]")) {
      if (!number.isBlank()) {
        numbers.add(number.strip());
      }
    }
    return numbers;
  }

  /** Whether the limits of expressways and class 1 hold on a class of OSM's. */
  static boolean isFast(String highway) {
    return FAST.getOrDefault(highway, false);
  }

  /**
   * How sure it is that another edge is one of the same road: 0 with a route's number in common, 1
   * with the same name where one has no number, 2 where one has neither number nor name and both
   * are of the same class, else {@link #OTHER}. Where other limits hold it is another road.
   */
  int likeness(RoadIdentity other) {
    if (isFast != other.isFast) {
      return OTHER;
    }
    if (!numbers.isEmpty() && !other.numbers.isEmpty()) {
      return numbers.stream().anyMatch(other.numbers::contains) ? 0 : OTHER;
    }
    if (!name.isEmpty() && name.equals(other.name)) {
      return 1;
    }
    return (isNameless() || other.isNameless()) && highway.equals(other.highway) ? 2 : OTHER;
  }

  private boolean isNameless() {
    return numbers.isEmpty() && name.isEmpty();
  }

  /** How people call a road with this number and name: the number, else the name. */
  static String label(String ref, String name) {
    return ref.isEmpty() ? name : String.join(";", numbers(ref));
  }

  /** Whether cars use an edge along its line, or against it. */
  static boolean isOpen(RoadEdge edge, boolean forward) {
    return (forward ? edge.forwardKmh() : edge.backwardKmh()) > 0;
  }
}
