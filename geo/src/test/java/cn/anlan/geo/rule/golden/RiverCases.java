package cn.anlan.geo.rule.golden;

import static cn.anlan.geo.rule.golden.Expected.Outcome.FAIL;
import static cn.anlan.geo.rule.golden.Expected.Outcome.NEEDS_SURVEY;
import static cn.anlan.geo.rule.golden.Expected.Outcome.NONE;
import static cn.anlan.geo.rule.golden.Expected.Outcome.NOT_ASSESSABLE;
import static cn.anlan.geo.rule.golden.Expected.Outcome.PASS;

import cn.anlan.geo.rule.golden.Expected.Outcome;
import java.util.List;

/**
 * R15, R16, R21: distances along a river. The river runs down the anchor's meridian from north to
 * south and is drawn in that direction; the bridge stands at the anchor.
 */
final class RiverCases {
  private static final String DAY = "2022-06-01";
  private static final double REACH_M = 8000;

  private RiverCases() {}

  static List<Golden> all() {
    return List.of(r15(), r16(), r21());
  }

  private static Golden r15() {
    Golden golden = new Golden("R15", "R15", "1", DAY).covering("bridge", "water_body");
    sand(golden, RoadCases.bridge("very_large", 1200), 3000);
    sand(golden, RoadCases.bridge("large", 300), 2000);
    sand(golden, RoadCases.bridge("medium", 60), 1000);
    sand(golden, RoadCases.bridge("small", 20), 1000);
    Thing railway = RoadCases.bridge("large", 300).with("kind", "rail");
    at(golden, "a railway bridge is not named", railway, -500, sandMining(), PASS);
    others(golden, RoadCases.bridge("large", 300));
    return golden;
  }

  private static Golden r21() {
    Golden golden = new Golden("R21", "R21", "1", DAY).covering("bridge", "water_body");
    sand(golden, railBridge(500), 3000);
    sand(golden, railBridge(499), 2000);
    sand(golden, railBridge(100), 2000);
    sand(golden, railBridge(99), 1000);
    Thing road = railBridge(300).with("kind", "road");
    at(golden, "a road bridge is not named", road, -500, sandMining(), PASS);
    others(golden, railBridge(300));
    return golden;
  }

  private static Golden r16() {
    Golden golden = new Golden("R16", "R16", "1", DAY).covering("bridge", "water_body");
    Thing well =
        Thing.point("groundwater_well").with("in_use", true).with("licence_from", "2018-01-01");
    Thing bridge = RoadCases.bridge("medium", 60);
    at(golden, "999 m upstream", bridge, 999, well, FAIL);
    at(golden, "1001 m upstream", bridge, 1001, well, PASS);
    at(golden, "999 m downstream", bridge, -999, well, FAIL);
    at(golden, "1001 m downstream", bridge, -1001, well, PASS);
    at(golden, "a small bridge is not named", RoadCases.bridge("small", 20), 500, well, PASS);
    at(golden, "a well out of use", bridge, 500, well.with("in_use", false), NONE);
    return golden;
  }

  private static Thing railBridge(double lengthM) {
    return RoadCases.bridge("large", lengthM).with("kind", "rail");
  }

  private static Thing sandMining() {
    return Thing.point("sand_mining").with("status", "licensed").with("licence_from", "2019-01-01");
  }

  /** Upstream 500 m, downstream by the bridge; half a metre either side of nothing is exact. */
  private static void sand(Golden golden, Thing bridge, double downstreamM) {
    String of = " of a bridge of " + bridge.attributes().get("length_m") + " m";
    at(golden, "499 m upstream" + of, bridge, 499, sandMining(), FAIL);
    at(golden, "501 m upstream" + of, bridge, 501, sandMining(), PASS);
    at(golden, "1 m short downstream" + of, bridge, 1 - downstreamM, sandMining(), FAIL);
    at(golden, "1 m beyond downstream" + of, bridge, -1 - downstreamM, sandMining(), PASS);
    Thing blurred = sandMining().sigma(2.0);
    Thing exact = bridge.sigma(1.5);
    // U = 2·√(2² + 1.5²) = 5 m
    at(golden, "U − 1 m short" + of, exact, 4 - downstreamM, blurred, NEEDS_SURVEY);
    at(golden, "U + 1 m short" + of, exact, 6 - downstreamM, blurred, FAIL);
    at(golden, "U + 1 m beyond" + of, exact, -6 - downstreamM, blurred, PASS);
  }

  private static void others(Golden golden, Thing bridge) {
    Thing reserve = sandMining().with("status", "reserve");
    at(golden, "an area kept in reserve", bridge, -500, reserve, NONE);
    Golden.Case dry = golden.named("a river that is not drawn");
    dry.target(bridge, Places.point(dry.places().north(0)));
    dry.subject(
        sandMining().with("river_code", "W-NONE"),
        Places.point(dry.places().north(-500)),
        Expected.of(NOT_ASSESSABLE));
  }

  private static void at(
      Golden golden, String name, Thing bridge, double northM, Thing subject, Outcome outcome) {
    Golden.Case one = golden.named(name);
    String river = "W-" + one.subjectCode();
    Places places = one.places();
    Thing line = Thing.line("water_body").with("kind", "river").with("code", river);
    one.target(line, Places.line(places.north(REACH_M), places.north(-REACH_M)));
    one.target(bridge, Places.point(places.north(0)));
    one.subject(
        subject.with("river_code", river),
        Places.point(places.north(northM)),
        Expected.of(outcome));
  }
}
