package cn.anlan.data.demo.road;

import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.ground.Township;
import cn.anlan.data.demo.road.Joins.Join;
import cn.anlan.data.demo.road.LineGraph.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/** Which roads there are: from the seats and the townships to routes over the grid. */
final class RoadPlan {
  private static final int ROADS = 0;
  private static final int EXPRESSWAYS = 1;
  private static final int INTERCHANGE_CELLS = 14;
  private static final List<String> NATIONAL_EXPRESSWAYS =
      List.of("G60", "G45", "G70", "G56", "G35", "G72", "G76", "G6011");
  private static final List<String> NATIONAL =
      List.of(
          "G105", "G206", "G320", "G319", "G316", "G323", "G236", "G238", "G237", "G322", "G351",
          "G353", "G354", "G356", "G357", "G358");

  private final Ground ground;
  private final Settlements settlements;
  private final LineGraph graph = new LineGraph();
  private final Wayfinder roads;
  private final Wayfinder expressways;
  private final Map<County, Integer> seats = new LinkedHashMap<>();
  private int connections;

  private RoadPlan(Ground ground, Settlements settlements, Grid grid) {
    this.ground = ground;
    this.settlements = settlements;
    this.roads = new Wayfinder(grid, 0.09);
    this.expressways = new Wayfinder(grid, 0.06);
  }

  static LineGraph of(Ground ground, Settlements settlements, Grid grid) {
    RoadPlan plan = new RoadPlan(ground, settlements, grid);
    plan.trunkRoads();
    plan.expressways();
    plan.countyRoads();
    return plan.graph;
  }

  /** Of every city the county-level unit with most residents, districts before others. */
  static List<County> citySeats(Ground ground) {
    Map<String, County> best = new LinkedHashMap<>();
    Comparator<County> rank =
        Comparator.<County>comparingInt(c -> c.name().endsWith("区") ? 1 : 0)
            .thenComparingLong(County::population);
    for (County county : ground.counties()) {
      best.merge(county.cityCode(), county, (a, b) -> rank.compare(a, b) >= 0 ? a : b);
    }
    return List.copyOf(best.values());
  }

  private void trunkRoads() {
    List<Coordinate> places = new ArrayList<>();
    List<Integer> stops = new ArrayList<>();
    for (County county : ground.counties()) {
      places.add(county.seat());
      stops.add(graph.stop(ROADS, county.seat()));
      seats.put(county, stops.get(stops.size() - 1));
    }
    List<List<Integer>> routes = Joins.routes(places, Joins.gabriel(places));
    for (int r = 0; r < routes.size(); r++) {
      boolean national = r < NATIONAL.size();
      RoadKind kind =
          r < 2
              ? RoadKind.NATIONAL_FIRST
              : national
                  ? RoadKind.NATIONAL
                  : r < routes.size() * 2 / 3 ? RoadKind.PROVINCIAL : RoadKind.PROVINCIAL_THIRD;
      String no = national ? NATIONAL.get(r) : "S" + (201 + r - NATIONAL.size());
      lay(graph.route(no, kind), routes.get(r), places, stops);
    }
  }

  private void lay(
      Route route, List<Integer> joined, List<Coordinate> places, List<Integer> stops) {
    for (int i = 0; i + 1 < joined.size(); i++) {
      int a = joined.get(i);
      int b = joined.get(i + 1);
      graph.extend(route, stops.get(a));
      over(route, ROADS, roads.build(Grid.cell(places.get(a)), Grid.cell(places.get(b))));
      graph.extend(route, stops.get(b));
    }
    graph.markStop(route.nodes().get(route.nodes().size() - 1));
  }

  private void over(Route route, int grid, List<Integer> cells) {
    for (int cell : cells) {
      graph.extend(route, graph.node(grid, cell));
    }
  }

  private void expressways() {
    List<County> cities = citySeats(ground);
    List<Coordinate> places = cities.stream().map(County::seat).toList();
    List<List<Integer>> routes = Joins.routes(places, Joins.gabriel(places));
    for (int r = 0; r < routes.size(); r++) {
      boolean national = r < NATIONAL_EXPRESSWAYS.size();
      Route route =
          graph.route(
              national ? NATIONAL_EXPRESSWAYS.get(r) : "S" + (10 + r - NATIONAL_EXPRESSWAYS.size()),
              national ? RoadKind.NATIONAL_EXPRESSWAY : RoadKind.PROVINCIAL_EXPRESSWAY);
      List<Integer> joined = routes.get(r);
      for (int i = 0; i + 1 < joined.size(); i++) {
        over(
            route,
            EXPRESSWAYS,
            expressways.build(
                Grid.cell(places.get(joined.get(i))), Grid.cell(places.get(joined.get(i + 1)))));
      }
      graph.markStop(route.nodes().get(route.nodes().size() - 1));
    }
    seats.forEach(this::interchange);
  }

  /** Joins a seat to the expressway that passes it, where one does. */
  private void interchange(County county, int seat) {
    int at = Grid.cell(county.seat());
    int nearest = -1;
    int least = INTERCHANGE_CELLS * INTERCHANGE_CELLS;
    for (int dy = -INTERCHANGE_CELLS; dy <= INTERCHANGE_CELLS; dy++) {
      for (int dx = -INTERCHANGE_CELLS; dx <= INTERCHANGE_CELLS; dx++) {
        int cell = at + dy * Grid.COLUMNS + dx;
        if (dx * dx + dy * dy <= least
            && cell >= 0
            && cell < Grid.COLUMNS * Grid.ROWS
            && expressways.isBuilt(cell)) {
          least = dx * dx + dy * dy;
          nearest = cell;
        }
      }
    }
    if (nearest >= 0) {
      Route route = graph.route("S" + (901 + connections++), RoadKind.PROVINCIAL);
      graph.extend(route, seat);
      over(route, ROADS, roads.build(at, nearest));
      int gate = graph.node(EXPRESSWAYS, nearest);
      graph.extend(route, gate);
      graph.markStop(gate);
    }
  }

  private void countyRoads() {
    Map<String, List<Township>> townships = new HashMap<>();
    for (Township town : settlements.townships()) {
      townships.computeIfAbsent(town.county().code(), c -> new ArrayList<>()).add(town);
    }
    int countyRoads = 0;
    int townshipRoads = 0;
    for (County county : ground.counties()) {
      List<Coordinate> places = new ArrayList<>(List.of(county.seat()));
      List<Integer> stops = new ArrayList<>(List.of(seats.get(county)));
      for (Township town : townships.getOrDefault(county.code(), List.of())) {
        places.add(town.centre());
        stops.add(graph.stop(ROADS, town.centre()));
      }
      List<Join> joins = Joins.gabriel(places);
      for (List<Integer> joined : Joins.routes(places, joins)) {
        boolean chief = joined.size() > 2;
        String no = chief ? number("X", ++countyRoads) : number("Y", ++townshipRoads);
        lay(graph.route(no, chief ? RoadKind.COUNTY : RoadKind.TOWNSHIP), joined, places, stops);
      }
    }
  }

  private static String number(String letter, int n) {
    return letter + (n < 10 ? "00" : n < 100 ? "0" : "") + n;
  }
}
