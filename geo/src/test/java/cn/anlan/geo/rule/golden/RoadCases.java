package cn.anlan.geo.rule.golden;

import static cn.anlan.geo.rule.golden.Expected.Outcome.EXEMPT;
import static cn.anlan.geo.rule.golden.Expected.Outcome.FAIL;
import static cn.anlan.geo.rule.golden.Expected.Outcome.NEEDS_SURVEY;
import static cn.anlan.geo.rule.golden.Expected.Outcome.NONE;
import static cn.anlan.geo.rule.golden.Expected.Outcome.NOT_ASSESSABLE;
import static cn.anlan.geo.rule.golden.Expected.Outcome.PASS;

import java.util.List;

/** R08 to R14: roads, their bridges, tunnels and ferries. */
final class RoadCases {
  private static final String DAY = "2022-06-01";

  /** From the centre line of a class 2 road to the edge of its land, and how well that is known. */
  private static final double EDGE_M = 10;

  private static final double EDGE_SIGMA_M = 5;

  private static final Thing PROJECT =
      Thing.area("chemical_project")
          .with("project_type", "new")
          .with("hazardous_producer", true)
          .with("approval_date", "2018-06-01");
  private static final Thing QUARRY =
      Thing.area("quarry")
          .with("licence_from", "2018-01-01")
          .with("blasting", true)
          .with("open_pit", true);
  private static final Thing HOUSE =
      Thing.area("building").with("built_year", 2015).with("is_residential", true);

  private RoadCases() {}

  static List<Golden> all() {
    return List.of(r08(), r09(), r10(), r11(), r12(), r13(), r14());
  }

  static Thing road(String adminClass, String roadClass) {
    return Thing.line("road").with("admin_class", adminClass).with("road_class", roadClass);
  }

  static Thing bridge(String size, double lengthM) {
    return Thing.point("bridge").with("kind", "road").with("size", size).with("length_m", lengthM);
  }

  static Thing tunnel(double lengthM) {
    return Thing.point("tunnel")
        .with("road_code", "R1")
        .with("pipeline_code", null)
        .with("railway_code", null)
        .with("length_m", lengthM);
  }

  private static Thing shop(String layer) {
    return Thing.point(layer).with("commissioned_on", "2016-03-01");
  }

  /** Every kind of dangerous place: how far its edge lies from its point, and how well known. */
  private static void everyPlace(
      Golden golden, Thing target, double limitM, double edgeM, double sigmaM) {
    golden
        .straddle(shop("explosives_store"), target, limitM)
        .proxy(edgeM, sigmaM)
        .proxy(15, 10)
        .ends();
    golden
        .straddle(shop("fireworks_warehouse"), target, limitM)
        .proxy(edgeM, sigmaM)
        .proxy(20, 10)
        .ends();
    Thing store = shop("hazardous_workshop").with("goods", "toxic_gas");
    golden.straddle(store, target, limitM).proxy(edgeM, sigmaM).proxy(15, 10).ends();
    Thing unit = Thing.area("major_hazard_installation").with("commissioned_on", "2016-03-01");
    golden.straddle(unit, target, limitM).proxy(edgeM, sigmaM).ends();
    golden.pair(
        "corrosive goods are not named",
        store.with("goods", "corrosive"),
        target,
        limitM / 2,
        NONE);
    golden.pair("fuels vehicles", shop("filling_station"), target, limitM / 2, EXEMPT);
    golden.grandfathered(PROJECT.with("approval_date", "2011-06-30"), target, edgeM + 1);
    golden.pair(
        "not hazardous", PROJECT.with("hazardous_producer", false), target, limitM / 2, NONE);
    golden.pairOn(
        "2011-06-30", PROJECT.with("approval_date", "2010-01-01"), target, limitM / 2, NONE);
  }

  private static Golden r08() {
    Golden golden = new Golden("R08", "R08", "1", DAY);
    Thing road = road("national", "class_2");
    golden.straddle(PROJECT, road, 100).proxy(EDGE_M, EDGE_SIGMA_M).all();
    golden.straddle(PROJECT, road("provincial", "expressway"), 100).proxy(18, EDGE_SIGMA_M).ends();
    golden.straddle(PROJECT, road("township", "class_4"), 100).proxy(7, EDGE_SIGMA_M).ends();
    golden.usual(PROJECT, road, 40, 300);
    everyPlace(golden, road, 100, EDGE_M, EDGE_SIGMA_M);
    golden.pair("no date of approval known", PROJECT.with("approval_date", null), road, 40, FAIL);
    Thing plant = shop("fireworks_plant");
    golden.pair(
        "the plant's point at its road: its edge is doubtful by 100 m",
        plant,
        road,
        150,
        NEEDS_SURVEY);
    return golden;
  }

  private static Golden r09() {
    Golden golden = new Golden("R09", "R09", "1", DAY).covering("ferry", "bridge");
    Thing ferry = Thing.point("ferry");
    golden.straddle(PROJECT, ferry, 200).all();
    golden.usual(PROJECT, ferry, 80, 400);
    everyPlace(golden, ferry, 200, 0, 0);
    bridges(golden, PROJECT);
    return golden;
  }

  /** A bridge of 120 m reaches 60 m from its middle, which way nobody knows. */
  private static void bridges(Golden golden, Thing subject) {
    Thing bridge = bridge("large", 120);
    golden.pair("200 m from the middle of a bridge", subject, bridge, 199, FAIL);
    golden.pair("too near only for the end of the bridge", subject, bridge, 201, NEEDS_SURVEY);
    golden.pair("just too near for the end of the bridge", subject, bridge, 259, NEEDS_SURVEY);
    golden.pair("beyond the end of the bridge", subject, bridge, 261, PASS);
    golden.pair("a medium bridge", subject, bridge("medium", 40), 150, FAIL);
    golden.pair("a small bridge is not named", subject, bridge("small", 12), 150, PASS);
    golden.pair("a railway bridge is not named", subject, bridge.with("kind", "rail"), 150, PASS);
    golden.pair(
        "the length of the bridge is not known",
        subject,
        bridge.with("length_m", null),
        220,
        NOT_ASSESSABLE);
  }

  private static void tunnels(Golden golden, Thing subject) {
    golden.pair("100 m from the middle of a tunnel", subject, tunnel(300), 99, FAIL);
    golden.pair("too near for its portal only", subject, tunnel(300), 249, NEEDS_SURVEY);
    golden.pair("beyond the portal", subject, tunnel(300), 251, PASS);
    Thing pipe = tunnel(300).with("road_code", null).with("pipeline_code", "P1");
    golden.pair("a pipeline's tunnel is not a road's", subject, pipe, 50, PASS);
  }

  private static Golden r10() {
    Golden golden = new Golden("R10", "R10", "1", DAY);
    Thing tunnel = tunnel(300);
    golden.usual(PROJECT, tunnel, 50, 400);
    tunnels(golden, PROJECT);
    golden.pair("fuels vehicles", shop("filling_station"), tunnel, 50, EXEMPT);
    golden.grandfathered(PROJECT.with("approval_date", "2011-06-30"), tunnel, 50);
    return golden;
  }

  private static Golden r11() {
    Golden golden = new Golden("R11", "R11", "1", DAY);
    golden.straddle(QUARRY, road("national", "class_2"), 100).proxy(EDGE_M, EDGE_SIGMA_M).all();
    golden.straddle(QUARRY, road("provincial", "class_3"), 100).proxy(8, EDGE_SIGMA_M).ends();
    golden.straddle(QUARRY, road("county", "class_3"), 100).proxy(8, EDGE_SIGMA_M).ends();
    golden.straddle(QUARRY, road("township", "class_4"), 50).proxy(7, EDGE_SIGMA_M).all();
    golden.usual(QUARRY, road("national", "class_1"), 40, 300);
    golden.pair(
        "licensed before the rule: the work goes on",
        QUARRY.with("licence_from", "2005-01-01"),
        road("county", "class_2"),
        40,
        FAIL);
    Thing mine = Thing.area("mine_system").with("underground", false);
    golden.pair("an open mine", mine, road("county", "class_2"), 40, FAIL);
    golden.pair(
        "an underground mine", mine.with("underground", true), road("county", "class_2"), 40, NONE);
    golden.pair(
        "underground or not is not known",
        mine.with("underground", null),
        road("county", "class_2"),
        40,
        NOT_ASSESSABLE);
    golden.pairOn("2011-06-30", QUARRY, road("national", "class_2"), 40, NONE);
    golden
        .named("two roads: the township road is kept, the national one is not")
        .target(road("township", "class_4"))
        .target(road("national", "class_2"))
        .subject(QUARRY, 80, Expected.of(FAIL));
    return golden;
  }

  private static Golden r12() {
    Golden golden = new Golden("R12", "R12", "1", DAY).covering("ferry", "bridge", "tunnel");
    golden.straddle(QUARRY, Thing.point("ferry"), 200).all();
    golden.usual(QUARRY, Thing.point("ferry"), 80, 400);
    bridges(golden, QUARRY);
    tunnels(golden, QUARRY);
    golden.pair(
        "licensed before the rule: the work goes on",
        QUARRY.with("licence_from", "2005-01-01"),
        Thing.point("ferry"),
        80,
        FAIL);
    return golden;
  }

  private static Golden r13() {
    Golden golden = new Golden("R13", "R13", "1", DAY);
    golden
        .straddle(HOUSE, road("national", "class_2"), 20)
        .proxy(EDGE_M, EDGE_SIGMA_M)
        .signed()
        .all();
    golden
        .straddle(HOUSE, road("provincial", "class_2"), 15)
        .proxy(EDGE_M, EDGE_SIGMA_M)
        .signed()
        .ends();
    golden.straddle(HOUSE, road("county", "class_3"), 10).proxy(8, EDGE_SIGMA_M).signed().all();
    golden.straddle(HOUSE, road("township", "class_4"), 5).proxy(7, EDGE_SIGMA_M).signed().all();
    golden
        .straddle(HOUSE, road("national", "expressway"), 30)
        .proxy(18, EDGE_SIGMA_M)
        .signed()
        .all();
    golden
        .straddle(HOUSE, road("provincial", "expressway"), 30)
        .proxy(18, EDGE_SIGMA_M)
        .signed()
        .ends();
    golden.usual(HOUSE, road("national", "class_2"), 11, 300);
    golden.grandfathered(HOUSE.with("built_year", 2005), road("national", "class_2"), 11);
    golden.pair(
        "built in the year of the rule: not taken as earlier",
        HOUSE.with("built_year", 2011),
        road("national", "class_2"),
        11,
        FAIL);
    golden.pair(
        "no year known",
        HOUSE.with("built_year", null),
        road("national", "class_2"),
        11,
        NOT_ASSESSABLE);
    Thing works = Thing.point("construction_site").with("started_on", "2020-05-01");
    golden.pair("a building site in the zone", works, road("national", "class_2"), 11, FAIL);
    golden.pairOn(
        "2011-06-30", HOUSE.with("built_year", 2005), road("national", "class_2"), 11, NONE);
    return golden;
  }

  private static Golden r14() {
    Golden golden = new Golden("R14", "R14", "1", DAY);
    Thing park = Thing.area("chemical_park").with("recognised_on", "2019-05-01");
    // 20 m of zone beyond 10 m of land; 10 m beyond 8 m; 30 m beyond 18 m
    golden.straddle(park, road("national", "class_2"), 50).proxy(30, EDGE_SIGMA_M).all();
    golden.straddle(park, road("county", "class_3"), 20).proxy(18, EDGE_SIGMA_M).all();
    golden.straddle(park, road("provincial", "expressway"), 50).proxy(48, EDGE_SIGMA_M).ends();
    golden.usual(park, road("national", "class_2"), 40, 400);
    Thing school = Thing.point("protected_site").with("subkind", "school").with("built_year", 2018);
    golden
        .straddle(school, road("provincial", "class_2"), 50)
        .proxy(25, EDGE_SIGMA_M)
        .proxy(40, 20)
        .blurred();
    golden.pair(
        "a hospital is not named",
        school.with("subkind", "hospital"),
        road("national", "class_2"),
        40,
        NONE);
    golden.pair(
        "built before the rule",
        school.with("built_year", 1998),
        road("national", "class_2"),
        40,
        NONE);
    return golden;
  }
}
