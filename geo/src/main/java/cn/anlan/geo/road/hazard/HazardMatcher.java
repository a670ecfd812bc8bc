package cn.anlan.geo.road.hazard;

import cn.anlan.geo.road.MeasuredLine;
import cn.anlan.geo.road.RouteName;
import cn.anlan.geo.road.graph.RoadEdge;
import cn.anlan.geo.road.graph.RoadGraph;
import cn.anlan.geo.road.hazard.HazardKind.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Makes the {@link HazardTable} of a network: finds for each edge what reaches it. Points and areas
 * by a tree of boxes, stretches by route and stakes. Numbers of county and lesser roads occur again
 * in other counties (GB/T 917), so there a stretch must also lie near the edge.
 */
final class HazardMatcher {
  /** A stretch's own place may be so far from its road, besides its length [design]. */
  private static final double SAME_ROAD_M = 5_000;

  private final DangerousGoods model;
  private final RoadGraph graph;
  private final EdgeStakes stakes;
  private final List<Hazard> hazards;
  private final TunnelLengths tunnels;
  private final Map<Integer, List<HazardTable.Item>> found = new HashMap<>(); // by edge
  private final List<HazardTable.Thing> things = new ArrayList<>();
  private final STRtree points = new STRtree();
  private final STRtree discs = new STRtree();
  private final STRtree areas = new STRtree();
  private final Map<Integer, PreparedGeometry> prepared = new HashMap<>();
  private final Map<String, List<Integer>> stretches = new HashMap<>();
  private final Map<Integer, Integer> ofTags = new HashMap<>(); // kind → thing

  private HazardMatcher(
      DangerousGoods model, RoadGraph graph, EdgeStakes stakes, List<Hazard> hazards) {
    this.model = model;
    this.graph = graph;
    this.stakes = stakes;
    this.hazards = hazards;
    this.tunnels = TunnelLengths.of(graph);
  }

  /**
   * Makes it.
   *
   * @param found what has been found on the graph itself
   * @param radii the impact radii that the table is made for
   */
  static HazardTable table(
      DangerousGoods model,
      RoadGraph graph,
      EdgeStakes stakes,
      List<Hazard> hazards,
      List<GraphHazards.Found> found,
      List<Double> radii) {
    HazardMatcher matcher = new HazardMatcher(model, graph, stakes, hazards);
    matcher.index();
    matcher.index(found);
    return matcher.match(radii);
  }

  private void index() {
    for (int i = 0; i < hazards.size(); i++) {
      Hazard h = hazards.get(i);
      things.add(new HazardTable.Thing(h.kind(), h.layer(), h.code(), h.name(), h.persons()));
      if (h.stretch() != null) {
        stretches.computeIfAbsent(route(h.stretch().routeNo()), any -> new ArrayList<>()).add(i);
      } else if (isPlace(h, Place.CIRCLE)) {
        points.insert(h.at().getEnvelopeInternal(), i);
      } else if (isPlace(h, Place.DISC)) {
        discs.insert(around(h.at().getEnvelopeInternal(), kind(h).radiusM()), i);
      } else {
        prepared.put(i, PreparedGeometryFactory.prepare(h.at()));
        areas.insert(h.at().getEnvelopeInternal(), i);
      }
    }
    for (int k = 0; k < model.hazards().size(); k++) {
      HazardKind kind = model.hazards().get(k);
      if (kind.place() == Place.SIGNED || kind.place() == Place.TUNNEL) {
        ofTags.put(k, things.size());
        things.add(new HazardTable.Thing(k, "osm", "", kind.title().zh(), kind.persons()));
      }
    }
  }

  private void index(List<GraphHazards.Found> all) {
    for (GraphHazards.Found one : all) {
      int thing = things.size();
      things.add(one.thing());
      for (GraphHazards.Stretch stretch : one.stretches()) {
        found
            .computeIfAbsent(stretch.edge(), any -> new ArrayList<>(1))
            .add(new HazardTable.Item(thing, stretch.fromM(), stretch.toM()));
      }
    }
  }

  private HazardKind kind(Hazard hazard) {
    return model.hazards().get(hazard.kind());
  }

  private boolean isPlace(Hazard hazard, Place place) {
    return hazard.kind() >= 0 && kind(hazard).place() == place;
  }

  private HazardTable match(List<Double> radii) {
    EdgeItems.Builder common = new EdgeItems.Builder(graph.edges());
    Map<Double, EdgeItems.Builder> circles = new TreeMap<>();
    radii.forEach(r -> circles.put(r, new EdgeItems.Builder(graph.edges())));
    graph.forEachEdge(
        edge -> {
          MeasuredLine line = MeasuredLine.of(graph.line(edge.id()));
          Envelope box = box(line);
          addTags(edge, common);
          addStretches(edge, box, common);
          found
              .getOrDefault(edge.id(), List.of())
              .forEach(item -> common.add(item.thing(), item.fromM(), item.toM()));
          addAreas(line, box, common);
          common.nextEdge();
          circles.forEach(
              (radius, items) -> {
                addCircles(line, around(box, radius), radius, items);
                items.nextEdge();
              });
        });
    Map<Double, EdgeItems> built = new TreeMap<>();
    circles.forEach((radius, items) -> built.put(radius, items.build()));
    return new HazardTable(things, common.build(), built);
  }

  private void addTags(RoadEdge edge, EdgeItems.Builder items) {
    for (int k = 0; k < model.hazards().size(); k++) {
      HazardKind kind = model.hazards().get(k);
      boolean signed = kind.place() == Place.SIGNED && edge.isClosedToHazmat();
      boolean tunnel =
          kind.place() == Place.TUNNEL
              && edge.isTunnel()
              && kind.takesTunnel(tunnels.lengthM(edge.fromNode()));
      if (signed || tunnel) {
        items.add(ofTags.get(k), 0, edge.lengthM());
      }
    }
  }

  private void addStretches(RoadEdge edge, Envelope box, EdgeItems.Builder items) {
    EdgeStakes.Reach at = stakes.of(edge.id());
    if (at == null || !at.hasStakes()) {
      return;
    }
    String route = route(at.routeNo());
    for (int i : stretches.getOrDefault(route, List.of())) {
      if (isElsewhere(hazards.get(i), route, box)) {
        continue;
      }
      Hazard.Stretch stretch = hazards.get(i).stretch();
      double perKm = edge.lengthM() / (at.toStakeKm() - at.fromStakeKm());
      double one = (stretch.fromStakeKm() - at.fromStakeKm()) * perKm;
      double other = (stretch.toStakeKm() - at.fromStakeKm()) * perKm;
      double from = Math.max(0, Math.min(one, other));
      double to = Math.min(edge.lengthM(), Math.max(one, other));
      if (to - from > 0.01) {
        items.add(i, from, to);
      }
    }
  }

  /** A route's number as it is compared: 105国道 and G105 are one. */
  private static String route(String words) {
    return RouteName.number(words).orElse(words);
  }

  /** Whether a stretch is one of another road that happens to have the same number. */
  private static boolean isElsewhere(Hazard hazard, String route, Envelope box) {
    if (hazard.at() == null || route.startsWith("G") || route.startsWith("S")) {
      return false;
    }
    Hazard.Stretch stretch = hazard.stretch();
    double reachM = SAME_ROAD_M + 1000 * (stretch.toStakeKm() - stretch.fromStakeKm());
    return !around(hazard.at().getEnvelopeInternal(), reachM).intersects(box);
  }

  private void addAreas(MeasuredLine line, Envelope box, EdgeItems.Builder items) {
    for (Object found : areas.query(box)) {
      int i = (Integer) found;
      Reach.ofArea(line, prepared.get(i)).forEach(s -> items.add(i, s[0], s[1]));
    }
    for (Object found : discs.query(box)) {
      int i = (Integer) found;
      Hazard disc = hazards.get(i);
      Reach.ofCircle(line, disc.at().getCoordinate(), kind(disc).radiusM())
          .forEach(s -> items.add(i, s[0], s[1]));
    }
  }

  private void addCircles(
      MeasuredLine line, Envelope box, double radiusM, EdgeItems.Builder items) {
    for (Object found : points.query(box)) {
      int i = (Integer) found;
      Reach.ofCircle(line, hazards.get(i).at().getCoordinate(), radiusM)
          .forEach(s -> items.add(i, s[0], s[1]));
    }
  }

  private static Envelope box(MeasuredLine line) {
    Envelope box = new Envelope();
    for (int i = 0; i < line.size(); i++) {
      Coordinate at = line.point(i);
      box.expandToInclude(at);
    }
    return box;
  }

  private static Envelope around(Envelope box, double radiusM) {
    double north = Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY()));
    double[] margin = Reach.marginDeg(north, radiusM);
    Envelope wide = new Envelope(box);
    wide.expandBy(margin[0], margin[1]);
    return wide;
  }
}
