package cn.anlan.data.demo.road;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Rounded;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Terrain;
import cn.anlan.data.demo.road.Pieces.Piece;
import cn.anlan.data.demo.road.Waters.Bank;
import cn.anlan.data.demo.road.Waters.Crossing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;

/** Bridges, tunnels, ferries and ports: where lines meet water and mountains. */
final class Crossings {
  private static final int FERRIES = 60;
  private static final int PORTS = 24;
  private static final double TUNNEL_COVER_M = 40;

  private final Ground ground;
  private final Waters waters;
  private final Random random;

  Crossings(Ground ground, Waters waters, Random random) {
    this.ground = ground;
    this.waters = waters;
    this.random = random;
  }

  /** Over the waters of the base map, and over brooks at the low points of roads. */
  List<DemoRow> bridges(List<Road> roads, List<Piece> railways) {
    List<DemoRow> rows = new ArrayList<>();
    for (Road road : roads) {
      List<Crossing> crossings = waters.crossings(road.line());
      for (Crossing crossing : crossings) {
        bridge(rows, crossing, road.county()).ifPresent(v -> ofRoad(v, road, crossing.middle()));
      }
      int edges = road.line().getNumPoints() - 1;
      if (crossings.isEmpty() && edges > 3 && random.nextDouble() < 0.4) {
        Coordinate low = lowest(road);
        bridge(rows, new Crossing("示例小溪", low, -1), road.county())
            .ifPresent(v -> ofRoad(v, road, low));
      }
    }
    for (int i = 0; i < railways.size(); i++) {
      String code = Railways.code(i);
      for (Crossing crossing : waters.crossings(railways.get(i).line())) {
        bridge(rows, crossing, railways.get(i).county())
            .ifPresent(
                values -> {
                  values.put("kind", "rail");
                  values.put("railway_code", code);
                });
      }
    }
    return rows;
  }

  private Optional<Map<String, Object>> bridge(
      List<DemoRow> rows, Crossing crossing, County otherwise) {
    double lengthM =
        crossing.widthM() < 0
            ? 10 + 60 * random.nextDouble()
            : crossing.widthM() == 0
                ? 80 + 400 * random.nextDouble()
                : 60 + 1.1 * crossing.widthM();
    lengthM = Math.round(lengthM);
    Coordinate at = Rounded.place(crossing.middle());
    Optional<County> county = ground.countyAt(at);
    if (county.isEmpty()) {
      return Optional.empty();
    }
    double spanM =
        Math.min(lengthM, lengthM < 100 ? 20 : 30 + Math.round(90 * random.nextDouble()));
    Map<String, Object> values = new HashMap<>();
    values.put("name", "示例" + county.get().shortName() + "第" + (rows.size() + 1) + "桥");
    values.put("kind", "road");
    values.put("size", bridgeSize(lengthM, spanM));
    values.put("length_m", lengthM);
    values.put("span_m", spanM);
    values.put("crosses", crossing.water());
    values.put("county_code", county.get().code());
    rows.add(new DemoRow(DemoCodes.of("BR", rows.size() + 1), values, Shapes.point(at), 15.0));
    return Optional.of(values);
  }

  private static void ofRoad(Map<String, Object> values, Road road, Coordinate at) {
    values.put("road_code", road.code());
    values.put("stake_km", stakeKm(road, at));
  }

  /** JTG B01-2014 [verify]: by full length or by the longest span, whichever is the greater. */
  static String bridgeSize(double lengthM, double spanM) {
    if (lengthM > 1000 || spanM > 150) {
      return "very_large";
    }
    if (lengthM >= 100 || spanM >= 40) {
      return "large";
    }
    return lengthM > 30 || spanM >= 20 ? "medium" : "small";
  }

  /** JTG B01-2014 [verify]. */
  static String tunnelSize(double lengthM) {
    return lengthM > 3000
        ? "very_long"
        : lengthM > 1000 ? "long" : lengthM > 500 ? "medium" : "short";
  }

  /** Where a road of class 2 or better runs well below the ground. */
  List<DemoRow> tunnels(List<Road> roads) {
    List<DemoRow> rows = new ArrayList<>();
    for (Road road : roads) {
      if (Set.of("class_3", "class_4").contains(road.roadClass())) {
        continue;
      }
      Coordinate[] line = road.line().getCoordinates();
      int start = -1;
      double cover = 0;
      for (int i = 0; i < line.length; i++) {
        double over = Terrain.heightM(line[i].x, line[i].y) - line[i].z;
        if (over > TUNNEL_COVER_M && i < line.length - 1) {
          start = start < 0 ? i : start;
          cover = Math.max(cover, over);
        } else if (start >= 0) {
          tunnel(rows, road, start, i, line.length - 1, cover);
          start = -1;
          cover = 0;
        }
      }
    }
    return rows;
  }

  private void tunnel(List<DemoRow> rows, Road road, int from, int to, int edges, double coverM) {
    double lengthM = Math.round(road.lengthKm() * 1000 * (to - from) / edges);
    double stakeKm =
        Math.round((road.fromStakeKm() + road.lengthKm() * (from + to) / 2.0 / edges) * 1000)
            / 1000.0;
    Coordinate at = Rounded.place(RoadNetwork.at(road, stakeKm).at());
    Optional<County> county = ground.countyAt(at);
    if (county.isEmpty()) {
      return;
    }
    Map<String, Object> values = new HashMap<>();
    values.put("name", "示例" + county.get().shortName() + "第" + (rows.size() + 1) + "隧道");
    values.put("size", tunnelSize(lengthM));
    values.put("length_m", lengthM);
    values.put("greatest_cover_m", (double) Math.round(coverM));
    values.put("road_code", road.code());
    values.put("stake_km", stakeKm);
    values.put("county_code", county.get().code());
    rows.add(new DemoRow(DemoCodes.of("TN", rows.size() + 1), values, Shapes.point(at), 20.0));
  }

  List<DemoRow> ferries() {
    List<DemoRow> rows = new ArrayList<>();
    onBanks(
        FERRIES,
        (bank, county) -> {
          Map<String, Object> values = new HashMap<>();
          values.put("name", "示例" + county.shortName() + "第" + (rows.size() + 1) + "渡口");
          values.put("vessel_seats", (long) (10 + random.nextInt(60)));
          values.put("takes_vehicles", random.nextDouble() < 0.2);
          values.put("width_m", (double) (150 + random.nextInt(1500)));
          values.put("county_code", county.code());
          rows.add(
              new DemoRow(
                  DemoCodes.of("FE", rows.size() + 1), values, Shapes.point(bank.at()), 20.0));
        });
    return rows;
  }

  List<DemoRow> ports() {
    List<DemoRow> rows = new ArrayList<>();
    onBanks(
        PORTS,
        (bank, county) -> {
          long berths = 1 + random.nextInt(12);
          Map<String, Object> values = new HashMap<>();
          values.put("name", "示例" + county.shortName() + bank.water() + "港区");
          values.put("berths", berths);
          values.put("throughput_10kt", (double) (berths * (30 + random.nextInt(120))));
          values.put("hazardous_cargo", random.nextDouble() < 0.25);
          values.put("county_code", county.code());
          rows.add(
              new DemoRow(
                  DemoCodes.of("PT", rows.size() + 1), values, Shapes.point(bank.at()), 20.0));
        });
    return rows;
  }

  private interface OnBank {
    void accept(Bank bank, County county);
  }

  private void onBanks(int wanted, OnBank taker) {
    Set<Coordinate> used = new HashSet<>();
    while (used.size() < wanted) {
      Bank bank = waters.banks().get(random.nextInt(waters.banks().size()));
      Coordinate at = Rounded.place(bank.at());
      ground
          .countyAt(at)
          .filter(county -> used.add(at))
          .ifPresent(county -> taker.accept(new Bank(bank.water(), at), county));
    }
  }

  private static Coordinate lowest(Road road) {
    Coordinate[] c = road.line().getCoordinates();
    Coordinate low = c[1];
    for (int i = 1; i < c.length - 1; i++) {
      low = c[i].z < low.z ? c[i] : low;
    }
    return low;
  }

  /** The stake of the vertex or edge nearest to the place, to the metre. */
  static double stakeKm(Road road, Coordinate at) {
    Coordinate[] c = road.line().getCoordinates();
    double best = Double.MAX_VALUE;
    double share = 0;
    for (int i = 1; i < c.length; i++) {
      double dx = c[i].x - c[i - 1].x;
      double dy = c[i].y - c[i - 1].y;
      double t = ((at.x - c[i - 1].x) * dx + (at.y - c[i - 1].y) * dy) / (dx * dx + dy * dy);
      t = Math.min(1, Math.max(0, t));
      double away = FlatFrame.betweenM(at, Metres.along(c[i - 1], c[i], t));
      if (away < best) {
        best = away;
        share = (i - 1 + t) / (c.length - 1);
      }
    }
    return Math.round((road.fromStakeKm() + share * road.lengthKm()) * 1000) / 1000.0;
  }
}
