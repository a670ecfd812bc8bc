package cn.anlan.data.demo.road;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.DemoSink;
import cn.anlan.data.demo.draw.Planted;
import cn.anlan.data.demo.draw.Rounded;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.road.Pieces.Piece;
import cn.anlan.geo.road.GradeLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/**
 * The invented roads: one joined network of expressways, national, provincial, county and township
 * roads over all seats and townships, at every scale the same, with linear reference.
 */
public final class RoadNetwork {
  /** Long downgrades left in the profile; 52 of them are registered. */
  private static final int DOWNGRADES = 60;

  private final List<Road> roads;
  private final List<AccidentProne> accidentProne;
  private final List<Planted> planted;

  private RoadNetwork(List<Road> roads, List<AccidentProne> accidentProne, List<Planted> planted) {
    this.roads = List.copyOf(roads);
    this.accidentProne = List.copyOf(accidentProne);
    this.planted = List.copyOf(planted);
  }

  /** Hands the layers of the theme to the sink. */
  public static RoadNetwork draw(
      Ground ground, Settlements settlements, DemoPlan plan, DemoSink sink) {
    Grid grid = new Grid(ground);
    LineGraph graph = RoadPlan.of(ground, settlements, grid);
    Grading grading = Grading.of(graph, ground, GradeLimits.shipped(), DOWNGRADES);
    Map<Piece, Road> roadOf = new IdentityHashMap<>();
    List<Road> roads = roads(grading.pieces(), plan.random("road"), roadOf);
    sink.layer(
        "road",
        out -> grading.pieces().forEach(piece -> out.accept(row(piece, roadOf.get(piece)))));
    List<Piece> railways = Railways.draw(ground, grid);
    Waters waters = new Waters();
    RoadSites sites =
        RoadSites.draw(ground, roads, grading, roadOf, railways, waters, plan.random("road_site"));
    sink.layer("road_site", out -> sites.rows().forEach(out));
    sink.layer(
        "railway",
        out -> {
          for (int i = 0; i < railways.size(); i++) {
            out.accept(Railways.row(railways.get(i), i));
          }
        });
    Crossings crossings = new Crossings(ground, waters, plan.random("crossing"));
    sink.layer("bridge", out -> crossings.bridges(roads, railways).forEach(out));
    sink.layer("tunnel", out -> crossings.tunnels(roads).forEach(out));
    sink.layer("ferry", out -> crossings.ferries().forEach(out));
    sink.layer("port", out -> crossings.ports().forEach(out));
    return new RoadNetwork(roads, sites.accidentProne(), sites.planted());
  }

  /** Route by route, each in the order of its stakes. */
  public List<Road> roads() {
    return roads;
  }

  /** The registered accident-prone segments. */
  public List<AccidentProne> accidentProne() {
    return accidentProne;
  }

  public List<Planted> planted() {
    return planted;
  }

  /**
   * The place at a stake; stakes beyond the road's ends give the ends.
   *
   * @return rounded to 1e-7°
   */
  public static RoadPlace at(Road road, double stakeKm) {
    double share = (stakeKm - road.fromStakeKm()) / (road.toStakeKm() - road.fromStakeKm());
    share = Math.min(1, Math.max(0, share));
    // The vertices of a road stand at even distances.
    int edges = road.line().getNumPoints() - 1;
    int edge = Math.min(edges - 1, (int) (share * edges));
    Coordinate c =
        Metres.along(
            road.line().getCoordinateN(edge),
            road.line().getCoordinateN(edge + 1),
            share * edges - edge);
    return new RoadPlace(road, road.fromStakeKm() + share * road.lengthKm(), Rounded.place(c, c.z));
  }

  private static List<Road> roads(List<Piece> pieces, Random random, Map<Piece, Road> roadOf) {
    List<Road> roads = new ArrayList<>(pieces.size());
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      RoadKind kind = piece.route().kind();
      double peopled = Math.min(3, 0.4 + piece.county().population() / 600_000.0);
      double adt = Math.round(kind.adt() * peopled * (0.7 + 0.6 * random.nextDouble()) / 10) * 10.0;
      Road road =
          new Road(
              DemoCodes.of("RD", i + 1),
              piece.route().no(),
              kind.roadClass(),
              kind.adminClass(),
              piece.county(),
              piece.fromKm(),
              piece.toKm(),
              piece.line(),
              adt);
      roads.add(road);
      roadOf.put(piece, road);
    }
    return roads;
  }

  private static DemoRow row(Piece piece, Road road) {
    RoadKind kind = piece.route().kind();
    Map<String, Object> values = new HashMap<>();
    values.put("name", "示例" + road.routeNo() + road.county().shortName() + "段");
    values.put("route_no", road.routeNo());
    values.put("road_class", road.roadClass());
    values.put("admin_class", road.adminClass());
    values.put("from_node", "N" + piece.first());
    values.put("to_node", "N" + piece.last());
    values.put("from_stake_km", road.fromStakeKm());
    values.put("to_stake_km", road.toStakeKm());
    values.put("length_m", (double) Math.round(road.lengthKm() * 1000));
    values.put("lanes", (long) kind.lanes());
    values.put("width_m", kind.widthM());
    values.put("design_speed_kmh", (long) kind.designSpeedKmh());
    values.put("adt", (long) road.adt());
    values.put("one_way", false);
    values.put("county_code", road.county().code());
    return new DemoRow(road.code(), values, piece.line(), 15.0);
  }
}
