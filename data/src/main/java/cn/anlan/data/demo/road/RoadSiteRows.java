package cn.anlan.data.demo.road;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoDates;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.ground.Ground;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/** Writes entries of the register of dangerous stretches. */
final class RoadSiteRows {
  private static final LocalDate DUE = LocalDate.of(2019, 12, 31);
  private static final Map<String, List<String>> CAUSES =
      Map.of(
          "long_downgrade", List.of("连续下坡、坡长坡陡", "下坡接急弯", "下坡路段进村"),
          "accident_prone", List.of("平面交叉视距不良", "穿村路段、行人横穿", "急弯、超高不足", "夜间无照明"),
          "water_cliff", List.of("临水侧无防护", "临崖侧护栏等级不足"),
          "level_crossing", List.of("无人看守平交道口", "道口视距不良"));
  private static final Map<String, List<String>> ENGINEERING =
      Map.of(
          "long_downgrade", List.of("增设避险车道", "改善线形并增设爬坡车道", "加固防撞护栏"),
          "accident_prone", List.of("改造平面交叉口", "增设中央隔离设施", "线形改善"),
          "water_cliff", List.of("加装波形梁护栏", "设置混凝土护栏"),
          "level_crossing", List.of("平改立", "增设自动栏木"));
  private static final List<String> TEMPORARY = List.of("设置警示标志和减速标线", "限速并增设爆闪灯", "民警驻点值守");

  private final Ground ground;
  private final Random random;
  private int written;

  RoadSiteRows(Ground ground, Random random) {
    this.ground = ground;
    this.random = random;
  }

  /**
   * @param roads one after the other by their stakes, all of one route
   * @param averageGradePct or null
   */
  DemoRow row(
      String kind,
      List<Road> roads,
      double fromKm,
      double toKm,
      String direction,
      Double averageGradePct) {
    LineString line = line(roads, fromKm, toKm);
    double middleKm = (fromKm + toKm) / 2;
    Road road =
        roads.stream()
            .filter(r -> r.fromStakeKm() <= middleKm && middleKm <= r.toStakeKm())
            .findFirst()
            .orElse(roads.get(0));
    boolean engineering = random.nextDouble() < 0.6;
    Map<String, Object> values = new HashMap<>();
    values.put("name", "示例" + road.routeNo() + " " + stakes(fromKm, toKm));
    values.put("kind", kind);
    values.put("road_code", road.code());
    values.put("route_no", road.routeNo());
    values.put("from_stake_km", round(fromKm));
    values.put("to_stake_km", round(toKm));
    values.put("direction", direction);
    if (averageGradePct != null) {
      values.put("average_grade_pct", Math.round(averageGradePct * 100) / 100.0);
    }
    values.put("cause", pick(CAUSES.get(kind)));
    values.put("measure_kind", engineering ? "engineering" : "temporary");
    values.put("measure", pick(engineering ? ENGINEERING.get(kind) : TEMPORARY));
    values.put("due_on", DUE);
    double progress = random.nextDouble();
    if (progress < 0.75) {
      values.put("completed_on", DemoDates.between(random, LocalDate.of(2019, 3, 1), DUE));
    } else if (progress < 0.88) {
      values.put(
          "completed_on",
          DemoDates.between(random, LocalDate.of(2020, 1, 1), LocalDate.of(2020, 9, 30)));
    }
    double listing = random.nextDouble();
    values.put(
        "listing_level",
        listing < 0.1 ? "province" : listing < 0.35 ? "city" : listing < 0.8 ? "county" : "none");
    values.put("road_chief_post", road.adminClass().equals("national") ? "市级路长岗位" : "县级路长岗位");
    values.put(
        "county_code",
        ground.countyAt(line.getInteriorPoint().getCoordinate()).orElse(road.county()).code());
    return new DemoRow(DemoCodes.of("RS", ++written), values, line, 20.0);
  }

  /** The stake so many kilometres into the road, to the metre. */
  double stake(Road road, double km) {
    return Math.min(road.toStakeKm(), round(road.fromStakeKm() + km));
  }

  /** K12+300—K15+000. */
  static String stakes(double fromKm, double toKm) {
    return stake(fromKm) + "—" + stake(toKm);
  }

  private static String stake(double km) {
    long m = Math.round(km * 1000);
    return "K" + m / 1000 + "+" + Long.toString(1000 + m % 1000).substring(1);
  }

  private static LineString line(List<Road> roads, double fromKm, double toKm) {
    List<Coordinate> line = new ArrayList<>();
    for (Road road : roads) {
      double a = Math.max(fromKm, road.fromStakeKm());
      double b = Math.min(toKm, road.toStakeKm());
      if (b <= a) {
        continue;
      }
      add(line, RoadNetwork.at(road, a).at());
      int edges = road.line().getNumPoints() - 1;
      for (int i = 1; i < edges; i++) {
        double km = road.fromStakeKm() + road.lengthKm() * i / edges;
        if (km > a && km < b) {
          add(line, road.line().getCoordinateN(i));
        }
      }
      add(line, RoadNetwork.at(road, b).at());
    }
    return Shapes.line(line);
  }

  private static void add(List<Coordinate> line, Coordinate at) {
    if (line.isEmpty() || !line.get(line.size() - 1).equals2D(at)) {
      line.add(new Coordinate(at.x, at.y, Math.round(at.z * 10) / 10.0));
    }
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  private static double round(double km) {
    return Math.round(km * 1000) / 1000.0;
  }
}
