package cn.anlan.geo.rule.golden;

import static cn.anlan.geo.rule.golden.Expected.Outcome.FAIL;
import static cn.anlan.geo.rule.golden.Expected.Outcome.NEEDS_SURVEY;
import static cn.anlan.geo.rule.golden.Expected.Outcome.NONE;
import static cn.anlan.geo.rule.golden.Expected.Outcome.PASS;

import java.util.List;

/** R46 to R48: mines and displays. */
final class MineCases {
  private static final String DAY = "2022-06-01";

  private MineCases() {}

  static List<Golden> all() {
    return List.of(r46(), r47(), r48());
  }

  private static Golden r46() {
    Golden golden =
        new Golden("R46", "R46", "1", DAY).covering("mine_water_line", "forbidden_zone");
    Thing heading =
        Thing.line("mine_heading").with("active", true).with("mine_code", "M1").with("seam", "3");
    Thing line =
        Thing.closedLine("mine_water_line")
            .with("kind", "exploration")
            .with("mine_code", "M1")
            .with("seam", "3");
    Thing zone = Thing.area("forbidden_zone").with("mine_code", "M1").with("seam", "3");
    golden.straddle(heading, line, 0).signed().all();
    golden.straddle(heading, zone, 0).signed().all();
    golden.usual(heading, line, -40, 200);
    golden.pair("a heading at rest", heading.with("active", false), line, -40, NONE);
    golden.pair("another seam", heading, line.with("seam", "5"), -40, PASS);
    golden.pair("another mine", heading, line.with("mine_code", "M2"), -40, PASS);
    golden.pair(
        "the warning line may be crossed", heading, line.with("kind", "warning"), -40, PASS);
    golden.pairOn("2018-12-31", heading, line, -40, NONE);
    return golden;
  }

  private static Golden r47() {
    Golden golden =
        new Golden("R47", "R47", "1", DAY).covering("building", "water_body", "railway");
    Thing mine = Thing.area("mine_system").with("underground", true).with("status", "producing");
    Thing lake = Thing.area("water_body").with("kind", "lake");
    golden.straddle(mine, lake, 0).signed().all();
    golden.usual(mine, lake, -60, 200);
    golden.pair("an open mine", mine.with("underground", false), lake, -60, NONE);
    golden.pair("not working", mine.with("status", "suspended"), lake, -60, NONE);
    Thing house = new Thing("building", Thing.Shape.POINT, 0.0, java.util.Map.of());
    golden.pair("under a house", mine, house, -60, FAIL);
    return golden;
  }

  private static Golden r48() {
    Golden golden =
        new Golden("R48", "R48", "1", DAY)
            .covering(
                "protected_site",
                "railway",
                "power_line",
                "major_hazard_installation",
                "filling_station",
                "fireworks_warehouse",
                "explosives_store");
    Thing display = Thing.point("fireworks_display_site").with("display_on", "2021-02-01");
    golden.straddle(display, UtilityCases.line(110, 4), 10).proxy(4, 1).signed().all();
    golden.straddle(display, UtilityCases.line(500, 10), 20).proxy(10, 1).signed().ends();
    golden.straddle(display, RailwayCases.line(true, 2), 20).proxy(10, 5).signed().all();
    golden.straddle(display, RailwayCases.line(false, 2), 15).proxy(10, 5).signed().ends();
    golden.straddle(display, Thing.area("major_hazard_installation"), 0).signed().all();
    golden.usual(display, UtilityCases.line(110, 4), 2, 400);
    Thing school = Thing.point("protected_site").with("subkind", "school");
    golden.pair("well away from a school", display, school, 101, PASS);
    golden.pair("at a school that is drawn as a point", display, school, 40, NEEDS_SURVEY);
    golden.pair("a park is not named", display, school.with("subkind", "park"), 10, PASS);
    golden.pairOn("2006-01-20", display, school, 10, NONE);
    return golden;
  }
}
