package cn.anlan.data.basemap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Which unit each face of a noded plane belongs to. Faces without one clear owner take that of the
 * neighbour with the longest shared border; a face none of whose neighbours has an owner waits for
 * them.
 */
final class FaceOwners {
  private record Edge(Coordinate a, Coordinate b) {
    static Edge of(Coordinate p, Coordinate q) {
      return p.compareTo(q) < 0 ? new Edge(p, q) : new Edge(q, p);
    }

    double length() {
      return a.distance(b);
    }
  }

  private final List<Polygon> faces;
  private final String[] owners;
  private final List<Set<String>> claimants = new ArrayList<>();
  private final Map<Edge, int[]> sides = new HashMap<>();

  FaceOwners(List<Polygon> faces) {
    this.faces = faces;
    this.owners = new String[faces.size()];
    for (int i = 0; i < faces.size(); i++) {
      claimants.add(Set.of());
      int face = i;
      forEachEdge(faces.get(i), edge -> addSide(edge, face));
    }
  }

  /** Says who claims a face; a single claimant owns it at once. */
  void claim(int face, Set<String> units) {
    claimants.set(face, units);
    if (units.size() == 1) {
      owners[face] = units.iterator().next();
    }
  }

  /** Gives every face an owner that can have one. */
  void settle() {
    boolean changed = true;
    while (changed) {
      changed = false;
      // Decided first and given afterwards, so that the order of faces does not matter.
      Map<Integer, String> given = new HashMap<>();
      for (int i = 0; i < owners.length; i++) {
        if (owners[i] == null) {
          String owner = longestNeighbour(i);
          if (owner != null) {
            given.put(i, owner);
          }
        }
      }
      for (Map.Entry<Integer, String> gift : given.entrySet()) {
        owners[gift.getKey()] = gift.getValue();
        changed = true;
      }
    }
    for (int i = 0; i < owners.length; i++) {
      if (owners[i] == null && !claimants.get(i).isEmpty()) {
        owners[i] = claimants.get(i).iterator().next();
      }
    }
  }

  Map<String, List<Polygon>> byUnit() {
    Map<String, List<Polygon>> units = new LinkedHashMap<>();
    for (int i = 0; i < owners.length; i++) {
      if (owners[i] != null) {
        units.computeIfAbsent(owners[i], u -> new ArrayList<>()).add(faces.get(i));
      }
    }
    return units;
  }

  private String longestNeighbour(int face) {
    Map<String, Double> lengths = new TreeMap<>();
    forEachEdge(
        faces.get(face),
        edge -> {
          int[] pair = sides.get(edge);
          int other = pair[0] == face ? pair[1] : pair[0];
          if (other >= 0 && owners[other] != null && mayOwn(face, owners[other])) {
            lengths.merge(owners[other], edge.length(), Double::sum);
          }
        });
    return lengths.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private boolean mayOwn(int face, String unit) {
    return claimants.get(face).isEmpty() || claimants.get(face).contains(unit);
  }

  private void addSide(Edge edge, int face) {
    int[] pair = sides.get(edge);
    if (pair == null) {
      sides.put(edge, new int[] {face, -1});
    } else {
      pair[1] = face;
    }
  }

  private interface EdgeVisitor {
    void visit(Edge edge);
  }

  private static void forEachEdge(Polygon polygon, EdgeVisitor visitor) {
    visitRing(polygon.getExteriorRing(), visitor);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      visitRing(polygon.getInteriorRingN(i), visitor);
    }
  }

  private static void visitRing(LineString ring, EdgeVisitor visitor) {
    for (int i = 1; i < ring.getNumPoints(); i++) {
      visitor.visit(Edge.of(ring.getCoordinateN(i - 1), ring.getCoordinateN(i)));
    }
  }
}
