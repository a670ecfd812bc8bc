package cn.anlan.data.demo.road;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.road.Joins.Join;
import cn.anlan.data.demo.road.LineGraph.Route;
import cn.anlan.data.demo.road.Pieces.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/** Invented railways between the cities, ordinary and high-speed, cut at county borders. */
final class Railways {
  private static final int RAILWAYS = 2;
  private static final int HIGH_SPEED = 3;

  private Railways() {}

  static List<Piece> draw(Ground ground, Grid grid) {
    LineGraph graph = new LineGraph();
    List<Coordinate> cities = RoadPlan.citySeats(ground).stream().map(County::seat).toList();
    lay(graph, new Wayfinder(grid, 0.012), RAILWAYS, cities, Joins.gabriel(cities));
    lay(graph, new Wayfinder(grid, 0.03), HIGH_SPEED, cities, Joins.tree(cities));
    return new Pieces(graph, ground).draw(Profile.heightsM(graph));
  }

  static boolean isHighSpeed(Piece piece) {
    return piece.route().kind() == RoadKind.HIGH_SPEED_RAILWAY;
  }

  static String code(int number) {
    return DemoCodes.of("RW", number + 1);
  }

  static DemoRow row(Piece piece, int number) {
    RoadKind kind = piece.route().kind();
    boolean highSpeed = isHighSpeed(piece);
    Map<String, Object> values = new HashMap<>();
    values.put(
        "name",
        "示例" + (highSpeed ? "高铁" : "铁路") + piece.route().no() + piece.county().shortName() + "段");
    values.put("line_no", piece.route().no());
    values.put("high_speed", highSpeed);
    values.put("design_speed_kmh", (long) kind.designSpeedKmh());
    values.put("from_stake_km", piece.fromKm());
    values.put("to_stake_km", piece.toKm());
    values.put("tracks", (long) kind.lanes());
    values.put("length_m", (double) Math.round((piece.toKm() - piece.fromKm()) * 1000));
    values.put("county_code", piece.county().code());
    return new DemoRow(code(number), values, piece.line(), 15.0);
  }

  private static void lay(
      LineGraph graph, Wayfinder ways, int grid, List<Coordinate> cities, List<Join> joins) {
    boolean highSpeed = grid == HIGH_SPEED;
    int number = 1;
    for (List<Integer> cityNumbers : Joins.routes(cities, joins)) {
      Route route =
          graph.route(
              (highSpeed ? "GT" : "T") + number++,
              highSpeed ? RoadKind.HIGH_SPEED_RAILWAY : RoadKind.RAILWAY);
      List<Integer> cells = new ArrayList<>();
      for (int i = 0; i + 1 < cityNumbers.size(); i++) {
        cells.addAll(
            ways.build(
                Grid.cell(cities.get(cityNumbers.get(i))),
                Grid.cell(cities.get(cityNumbers.get(i + 1)))));
      }
      cells.forEach(cell -> graph.extend(route, graph.node(grid, cell)));
      graph.markStop(route.nodes().get(route.nodes().size() - 1));
    }
  }
}
