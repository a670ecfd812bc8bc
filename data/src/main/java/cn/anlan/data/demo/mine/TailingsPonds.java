package cn.anlan.data.demo.mine;

import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.analytics.grade.TailingsTable;
import cn.anlan.data.demo.draw.DemoDates;
import cn.anlan.data.demo.draw.DemoSink;
import cn.anlan.data.demo.draw.Geodesics;
import cn.anlan.data.demo.draw.KeptRows;
import cn.anlan.data.demo.draw.Planted;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.draw.TurnedFrame;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.ground.Village;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Tailings ponds with the toes of their starter dams and the ways that tailings would take. A pond
 * is 头顶库 where people live along the first kilometre of its way; such ponds are drawn above
 * villages on purpose, the others where nobody lives so near.
 */
final class TailingsPonds {
  static final LocalDate AS_OF = LocalDate.of(2021, 12, 31);

  /** Length of way that decides on 头顶库, m (应急〔2020〕15号). */
  static final double OVERHEAD_M = 1_000;

  /** How far beside the way people count as downstream, m. Ours. */
  static final double BESIDE_M = 300;

  private static final int OVERHEAD = 60;
  private static final int OTHERS = 320;
  private static final int TRIES = 400;
  private static final double SHORTEST_WAY_M = 3_000;
  private static final double SPACING_M = 900;

  private final TailingsTable classes = GradingTables.ours().tailings();
  private final Ground ground;
  private final MinePlaces places;
  private final VillageIndex villages;
  private final Owners owners;
  private final Random random;
  private final KeptRows ponds = new KeptRows("tailings_pond", "TP");
  private final KeptRows toes = new KeptRows("tailings_toe", "TT");
  private final KeptRows ways = new KeptRows("tailings_flow_path", "TF");
  private final List<Coordinate> taken = new ArrayList<>();
  private final List<Planted> planted = new ArrayList<>();

  TailingsPonds(
      Ground ground, MinePlaces places, Settlements settlements, Owners owners, Random random) {
    this.ground = ground;
    this.places = places;
    this.villages = new VillageIndex(settlements);
    this.owners = owners;
    this.random = random;
    overhead(settlements);
    for (int i = 0; i < OTHERS; i++) {
      remote();
    }
  }

  void handTo(DemoSink sink) {
    ponds.handTo(sink);
    toes.handTo(sink);
    ways.handTo(sink);
  }

  List<Planted> planted() {
    return planted;
  }

  private void overhead(Settlements settlements) {
    List<Village> order = new ArrayList<>(settlements.villages());
    Collections.shuffle(order, random);
    order.removeIf(village -> MinePlaces.height(village.at()) < 80);
    Set<String> counties = new HashSet<>();
    int drawn = 0;
    for (int round = 0; round < 6 && drawn < OVERHEAD; round++) {
      counties.clear();
      for (Village village : order) {
        if (drawn < OVERHEAD && !counties.contains(village.county().code()) && above(village)) {
          counties.add(village.county().code());
          drawn++;
        }
      }
    }
  }

  /** Draws a pond 350 to 900 m up the slope from the village, its way leading through it. */
  private boolean above(Village village) {
    List<Coordinate> slope = Descent.up(village.at(), 350 + random.nextDouble() * 550);
    if (slope.size() < 4 || Geodesics.lengthM(slope) < 300) {
      return false;
    }
    List<Coordinate> way = new ArrayList<>(slope);
    Collections.reverse(way);
    double upperM = Geodesics.lengthM(slope);
    List<Coordinate> lower = down(village.at(), 2_800 + random.nextDouble() * 2_300);
    way.addAll(lower.subList(1, lower.size()));
    if (upperM > OVERHEAD_M - 20) {
      return false;
    }
    return place(village.county(), way, village);
  }

  private void remote() {
    for (int i = 0; i < TRIES; i++) {
      County county = places.oreCounty();
      Coordinate toe = places.high(county);
      List<Coordinate> way = down(toe, 3_050 + random.nextDouble() * 2_900);
      if (way.size() > 2 && villages.along(way, OVERHEAD_M + 100, BESIDE_M + 100).isEmpty()) {
        if (place(county, way, null)) {
          return;
        }
      }
    }
  }

  private List<Coordinate> down(Coordinate from, double lengthM) {
    return Descent.down(from, lengthM, at -> ground.preparedWater().intersects(Shapes.point(at)));
  }

  private boolean place(County county, List<Coordinate> way, Village below) {
    Coordinate toe = way.get(0);
    LineString path = Shapes.line(way);
    if (Geodesics.lengthM(way) < SHORTEST_WAY_M
        || !places.within(county, path)
        || taken.stream().anyMatch(other -> Geodesics.distanceM(other, toe) < SPACING_M)) {
      return false;
    }
    double capacity =
        Math.min(9_000, Math.round(10 * Math.exp(4.6 + 1.2 * random.nextGaussian())) / 10.0);
    double height = Math.round(10 * (12 + 30 * Math.abs(random.nextGaussian()))) / 10.0;
    double areaM2 = Math.min(600_000, Math.max(8_000, 2.2 * capacity * 10_000 / height));
    double longM = Math.sqrt(areaM2 * 1.6);
    double halfM = areaM2 / longM / 3.1;
    TurnedFrame plane = new TurnedFrame(toe, Geodesics.bearingDeg(toe, way.get(1)));
    Polygon pond = outline(plane, longM, halfM);
    if (!places.allows(county, pond)) {
      return false;
    }
    taken.add(toe);
    write(county, way, path, below, new Built(plane, pond, halfM, capacity, height));
    return true;
  }

  private Polygon outline(TurnedFrame plane, double longM, double halfM) {
    double bend = (random.nextDouble() - 0.5) * halfM;
    return plane.polygon(
        new double[] {0, -halfM},
        new double[] {0, halfM},
        new double[] {-0.3 * longM, 1.6 * halfM + bend},
        new double[] {-0.65 * longM, 1.8 * halfM + bend},
        new double[] {-longM, 0.6 * halfM + bend},
        new double[] {-0.9 * longM, -0.7 * halfM + bend},
        new double[] {-0.5 * longM, -1.7 * halfM});
  }

  private record Built(
      TurnedFrame plane, Polygon pond, double halfM, double capacity10kM3, double heightM) {}

  private void write(
      County county, List<Coordinate> way, LineString path, Village below, Built built) {
    List<Village> downstream = villages.along(way, OVERHEAD_M, BESIDE_M);
    String name = "示例" + county.shortName() + "第" + ponds.next() + "尾矿库";
    Map<String, Object> values = new HashMap<>(stage(random));
    values.put("name", name);
    values.put("enterprise_code", owner(values, county, way.get(0)));
    values.put(
        "pond_class", classes.grade(built.capacity10kM3(), built.heightM()).combined().code());
    values.put("capacity_10k_m3", built.capacity10kM3());
    values.put("dam_height_m", built.heightM());
    values.put("is_overhead", !downstream.isEmpty());
    values.put("downstream_people", downstream.stream().mapToLong(Village::residents).sum());
    values.put("monitored", random.nextDouble() < (downstream.isEmpty() ? 0.45 : 0.8));
    values.put("safety_grade_former", formerGrade(random));
    values.put("county_code", county.code());
    String code = ponds.add(values, built.pond(), 5);
    toe(county, name, code, built);
    Map<String, Object> flow = new HashMap<>();
    flow.put("name", name + "溃坝流路");
    flow.put("pond_code", code);
    flow.put("length_m", (double) Math.round(Geodesics.lengthM(way)));
    Coordinate end = way.get(way.size() - 1);
    flow.put(
        "drop_m", Math.round((MinePlaces.height(way.get(0)) - MinePlaces.height(end)) * 10) / 10.0);
    flow.put("county_code", county.code());
    ways.add(flow, path, 30);
    if (below != null) {
      planted.add(
          new Planted(
              "overhead_pond",
              "tailings_pond",
              List.of(code, below.code()),
              county.code(),
              "尾矿库" + code + "沿流路1公里内有居民点" + below.name() + "，属头顶库"));
    }
  }

  private void toe(County county, String name, String pondCode, Built built) {
    Coordinate[] ends = {
      built.plane().at(0, -built.halfM()),
      built.plane().origin(),
      built.plane().at(0, built.halfM())
    };
    Map<String, Object> values = new HashMap<>();
    values.put("name", name + "初期坝坡脚线");
    values.put("pond_code", pondCode);
    values.put("length_m", Math.round(built.halfM() * 20) / 10.0);
    values.put("surveyed_on", DemoDates.between(random, 2019, 2021));
    values.put("county_code", county.code());
    toes.add(values, Shapes.line(List.of(ends)), 1);
  }

  private String owner(Map<String, Object> values, County county, Coordinate at) {
    return "ownerless".equals(values.get("status"))
        ? null
        : owners.nearest("non_coal_mine", county, at);
  }

  /** Status and the dates that go with it. */
  private static Map<String, Object> stage(Random random) {
    double x = random.nextDouble();
    String status = x < 0.52 ? "in_use" : x < 0.72 ? "idle" : x < 0.94 ? "closed" : "ownerless";
    LocalDate since = DemoDates.between(random, 1975, 2012);
    Map<String, Object> values = new HashMap<>();
    values.put("status", status);
    values.put("commissioned_on", status.equals("ownerless") ? null : since);
    values.put("safety_rebuild", false);
    if (!status.equals("in_use")) {
      LocalDate idle = DemoDates.between(random, since.plusYears(5), LocalDate.of(2021, 6, 30));
      values.put("idle_since", idle);
      values.put("idle_years", ChronoUnit.YEARS.between(idle, AS_OF));
    }
    return values;
  }

  private static String formerGrade(Random random) {
    double x = random.nextDouble();
    return x < 0.02 ? "danger" : x < 0.05 ? "hazard" : x < 0.15 ? "ill" : "normal";
  }
}
