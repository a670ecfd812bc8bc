package cn.anlan.geo.road.check;

import cn.anlan.geo.road.topology.Foot;
import cn.anlan.geo.road.topology.RoadPiece;
import cn.anlan.geo.road.topology.Topology;
import cn.anlan.geo.road.topology.Topology.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;

/** What hangs together, and what ends. */
final class JoinedParts {
  /** A stub that leads to the road beside it is no near miss of it. */
  private static final double DETOUR = 3;

  private final Topology topology;
  private final List<List<Part>> atJunction = new ArrayList<>();

  JoinedParts(Topology topology) {
    this.topology = topology;
    topology.junctions().forEach(any -> atJunction.add(new ArrayList<>()));
    for (Part part : topology.parts()) {
      atJunction.get(part.fromJunction()).add(part);
      atJunction.get(part.toJunction()).add(part); // a loop twice: it is no dead end
    }
  }

  List<Component> components() {
    boolean[] seen = new boolean[atJunction.size()];
    List<Component> components = new ArrayList<>();
    for (int start = 0; start < seen.length; start++) {
      if (!seen[start] && !atJunction.get(start).isEmpty()) {
        components.add(component(start, seen));
      }
    }
    components.sort(Comparator.comparingDouble(c -> -c.lengthKm()));
    return components;
  }

  private Component component(int start, boolean[] seen) {
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    seen[start] = true;
    Set<Part> parts = new HashSet<>();
    int junctions = 0;
    while (!open.isEmpty()) {
      int junction = open.pop();
      junctions++;
      for (Part part : atJunction.get(junction)) {
        parts.add(part);
        for (int next : new int[] {part.fromJunction(), part.toJunction()}) {
          if (!seen[next]) {
            seen[next] = true;
            open.push(next);
          }
        }
      }
    }
    Part longest =
        parts.stream()
            .max(
                Comparator.comparingDouble(Part::lengthM)
                    .thenComparing(p -> -p.piece())
                    .thenComparing(p -> -p.fromM()))
            .orElseThrow();
    Coordinate middle = longest.line()[longest.line().length / 2];
    return new Component(
        parts.stream().mapToDouble(Part::lengthM).sum() / 1000,
        (int) parts.stream().mapToInt(Part::piece).distinct().count(),
        junctions,
        topology.piece(longest).label(),
        middle.x,
        middle.y);
  }

  List<Integer> deadEnds() {
    List<Integer> ends = new ArrayList<>();
    for (int j = 0; j < atJunction.size(); j++) {
      if (atJunction.get(j).size() == 1) {
        ends.add(j);
      }
    }
    return ends;
  }

  List<NearMiss> nearMisses() {
    List<NearMiss> misses = new ArrayList<>();
    for (int junction : deadEnds()) {
      Part last = atJunction.get(junction).get(0);
      Coordinate at = topology.junctions().get(junction);
      for (Foot foot :
          topology
              .index()
              .near(at.x, at.y, NetworkCheck.NEAR_MISS_M, piece -> piece != last.piece())) {
        if (!leadsTo(last, junction, foot)) {
          misses.add(miss(last, at, foot));
          break;
        }
      }
    }
    misses.sort(Comparator.comparingDouble(NearMiss::distanceM));
    return misses;
  }

  /** Whether the road itself comes to that piece by hardly a detour. */
  private boolean leadsTo(Part last, int deadEnd, Foot foot) {
    int other = last.fromJunction() == deadEnd ? last.toJunction() : last.fromJunction();
    return last.lengthM() <= DETOUR * foot.distanceM()
        && atJunction.get(other).stream().anyMatch(p -> p.piece() == foot.piece());
  }

  private NearMiss miss(Part last, Coordinate at, Foot foot) {
    RoadPiece own = topology.piece(last);
    RoadPiece other = topology.pieces().get(foot.piece());
    return new NearMiss(
        own.label(),
        own.routeNo(),
        at.x,
        at.y,
        other.label(),
        foot.distanceM(),
        own.level() != other.level());
  }
}
