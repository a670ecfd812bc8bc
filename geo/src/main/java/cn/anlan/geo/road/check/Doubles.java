package cn.anlan.geo.road.check;

import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.road.MeasuredLine;
import cn.anlan.geo.road.topology.RoadPiece;
import cn.anlan.geo.road.topology.Topology;
import cn.anlan.geo.road.topology.Topology.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/** Finds parts that follow the same line between the same junctions. */
final class Doubles {
  private static final int PROBES = 4;

  /** The junctions at a part's ends, the lesser first. */
  private record Ends(int low, int high) {
    static Ends of(Part part) {
      return new Ends(
          Math.min(part.fromJunction(), part.toJunction()),
          Math.max(part.fromJunction(), part.toJunction()));
    }
  }

  private Doubles() {}

  static List<DoubledRoad> of(Topology topology) {
    Map<Ends, List<Part>> between = new LinkedHashMap<>();
    topology
        .parts()
        .forEach(p -> between.computeIfAbsent(Ends.of(p), any -> new ArrayList<>()).add(p));
    Map<List<String>, Double> lengths = new LinkedHashMap<>();
    for (List<Part> parts : between.values()) {
      for (int i = 0; i < parts.size(); i++) {
        for (int k = i + 1; k < parts.size(); k++) {
          Part one = parts.get(i);
          Part other = parts.get(k);
          if (isSameRoad(topology, one, other)) {
            lengths.merge(
                List.of(topology.piece(one).label(), topology.piece(other).label()),
                one.lengthM() / 1000,
                Double::sum);
          }
        }
      }
    }
    List<DoubledRoad> doubled = new ArrayList<>();
    lengths.forEach((codes, km) -> doubled.add(new DoubledRoad(codes.get(0), codes.get(1), km)));
    return doubled;
  }

  private static boolean isSameRoad(Topology topology, Part one, Part other) {
    RoadPiece a = topology.piece(one);
    RoadPiece b = topology.piece(other);
    boolean sameWay = one.fromJunction() == other.fromJunction();
    if (a.level() != b.level() || a.oneWay() && b.oneWay() && !sameWay) {
      return false; // one above the other, or the two directions of a road drawn on one line
    }
    MeasuredLine left = MeasuredLine.of(one.line());
    MeasuredLine right = MeasuredLine.of(other.line());
    double nearM = 2 * topology.toleranceM();
    if (Math.abs(left.lengthM() - right.lengthM()) > nearM) {
      return false;
    }
    for (int i = 1; i < PROBES; i++) {
      double share = i / (double) PROBES;
      Coordinate p = left.at(share * left.lengthM());
      Coordinate q = right.at((sameWay ? share : 1 - share) * right.lengthM());
      if (Cgcs2000.distanceM(p.x, p.y, q.x, q.y) > nearM) {
        return false;
      }
    }
    return true;
  }
}
