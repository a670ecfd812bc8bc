package cn.anlan.geo.rule.golden;

import static cn.anlan.geo.rule.golden.Expected.Outcome.FAIL;
import static cn.anlan.geo.rule.golden.Expected.Outcome.NONE;
import static cn.anlan.geo.rule.golden.Expected.Outcome.NOT_ASSESSABLE;
import static cn.anlan.geo.rule.golden.Expected.Outcome.PASS;

import java.util.List;

/** R17 to R20: railways. */
final class RailwayCases {
  private static final String DAY = "2022-06-01";

  /** From the centre line of a double track to the foot of its bank, and how well known. */
  private static final double EDGE_M = 10;

  private static final double EDGE_SIGMA_M = 5;
  private static final Thing ORDINARY = line(false, 2);
  private static final Thing FAST = line(true, 2);
  private static final Thing HOUSE =
      Thing.area("building").with("built_year", 2016).with("place_class", "village_town");
  private static final Thing STORE =
      Thing.point("explosives_store").with("commissioned_on", "2012-03-01");

  private RailwayCases() {}

  static List<Golden> all() {
    return List.of(r17(), formerR18(), r18(), r19(), r20());
  }

  static Thing line(boolean highSpeed, Integer tracks) {
    return Thing.line("railway").with("high_speed", highSpeed).with("tracks", tracks);
  }

  private static Golden r17() {
    Golden golden = new Golden("R17", "R17", "1", DAY);
    String[] places = {"urban", "suburban_residential", "village_town", "other"};
    double[] fastM = {10, 12, 15, 20};
    double[] ordinaryM = {8, 10, 12, 15};
    for (int i = 0; i < places.length; i++) {
      Thing house = HOUSE.with("place_class", places[i]);
      golden.straddle(house, FAST, fastM[i]).proxy(EDGE_M, EDGE_SIGMA_M).signed().all();
      golden.straddle(house, ORDINARY, ordinaryM[i]).proxy(EDGE_M, EDGE_SIGMA_M).signed().ends();
    }
    golden.straddle(HOUSE, line(false, 1), 12).proxy(7, EDGE_SIGMA_M).signed().ends();
    golden.straddle(HOUSE, line(false, null), 12).proxy(10, EDGE_SIGMA_M).signed().ends();
    golden.usual(HOUSE.with("place_class", "other"), FAST, 10, 200);
    Thing somewhere = HOUSE.with("place_class", null);
    // U = 10 m by the proxy alone; the widths are 8 to 20 m
    golden.pair(
        "kind of place not known, beyond the widest zone", somewhere, ORDINARY, 10 + 20 + 11, PASS);
    golden.pair(
        "kind of place not known, between the zones", somewhere, ORDINARY, 10 + 12, NOT_ASSESSABLE);
    golden.grandfathered(HOUSE.with("place_class", "other").with("built_year", 2008), FAST, 10);
    golden.pairOn("2013-12-31", HOUSE.with("built_year", 2008), FAST, 10, NONE);
    return golden;
  }

  private static Golden formerR18() {
    Golden golden = new Golden("R18-2013", "R18", "0-2013", "2013-12-31");
    Thing project =
        Thing.area("chemical_project")
            .with("project_type", "new")
            .with("hazardous_producer", true)
            .with("approval_date", "2012-06-01");
    golden.straddle(project, ORDINARY, 200).proxy(EDGE_M, EDGE_SIGMA_M).all();
    golden.usual(project, ORDINARY, 80, 400);
    golden.straddle(STORE, ORDINARY, 200).proxy(EDGE_M, EDGE_SIGMA_M).proxy(15, 10).ends();
    golden.grandfathered(project.with("approval_date", "2004-06-01"), ORDINARY, 80);
    golden.pairOn("2005-03-31", project.with("approval_date", "2004-06-01"), ORDINARY, 80, NONE);
    return golden;
  }

  private static Golden r18() {
    Golden golden = new Golden("R18", "R18", "1", "2014-01-01");
    golden.pair(
        "from 2014 a table decides, which is not held", STORE, ORDINARY, 80, NOT_ASSESSABLE);
    golden.pair("just within the search", STORE, ORDINARY, 990, NOT_ASSESSABLE);
    golden.pair("far from any railway", STORE, ORDINARY, 2500, NONE);
    golden.pair(
        "corrosive goods are not named",
        Thing.point("hazardous_workshop").with("goods", "corrosive"),
        ORDINARY,
        80,
        NONE);
    return golden;
  }

  private static Golden r19() {
    Golden golden = new Golden("R19", "R19", "1", DAY);
    Thing quarry =
        Thing.area("quarry")
            .with("licence_from", "2018-01-01")
            .with("blasting", true)
            .with("open_pit", true);
    golden.straddle(quarry, ORDINARY, 1000).proxy(EDGE_M, EDGE_SIGMA_M).all();
    golden.usual(quarry, ORDINARY, 500, 1500);
    golden.pair(
        "neither open nor blasting",
        quarry.with("blasting", false).with("open_pit", false),
        ORDINARY,
        500,
        NONE);
    golden.pair(
        "licensed before the rule: the work goes on",
        quarry.with("licence_from", "2005-01-01"),
        ORDINARY,
        500,
        FAIL);
    golden.pair(
        "an underground mine",
        Thing.area("mine_system").with("underground", true),
        ORDINARY,
        500,
        NONE);
    golden.pairOn("2013-12-31", quarry.with("licence_from", "2012-01-01"), ORDINARY, 500, NONE);
    return golden;
  }

  private static Golden r20() {
    Golden golden = new Golden("R20", "R20", "1", DAY);
    Thing well =
        Thing.point("groundwater_well").with("in_use", true).with("licence_from", "2018-01-01");
    golden.straddle(well, FAST, 200).proxy(EDGE_M, EDGE_SIGMA_M).all();
    golden.usual(well, FAST, 80, 400);
    golden.pair("an ordinary railway is not named", well, ORDINARY, 80, PASS);
    golden.pair("a well out of use", well.with("in_use", false), FAST, 80, NONE);
    golden.pairOn("2013-12-31", well.with("licence_from", "2012-01-01"), FAST, 80, NONE);
    return golden;
  }
}
