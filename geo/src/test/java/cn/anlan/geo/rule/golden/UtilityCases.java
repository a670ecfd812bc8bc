package cn.anlan.geo.rule.golden;

import static cn.anlan.geo.rule.golden.Expected.Outcome.FAIL;
import static cn.anlan.geo.rule.golden.Expected.Outcome.NEEDS_SURVEY;
import static cn.anlan.geo.rule.golden.Expected.Outcome.NONE;
import static cn.anlan.geo.rule.golden.Expected.Outcome.NOT_ASSESSABLE;
import static cn.anlan.geo.rule.golden.Expected.Outcome.PASS;

import java.util.List;

/** R28 to R33: power lines, broadcasting, drinking water, city gas. */
final class UtilityCases {
  private static final String DAY = "2022-06-01";
  private static final Thing HOUSE = Thing.area("building").with("built_year", 2016);
  private static final Thing WORKS =
      Thing.point("construction_site").with("started_on", "2020-05-01");
  private static final Thing PROJECT =
      Thing.area("chemical_project")
          .with("project_type", "new")
          .with("hazardous_producer", true)
          .with("approval_date", "2019-06-01");
  private static final Thing STATION =
      Thing.point("filling_station")
          .with("station_kind", "petrol")
          .with("commissioned_on", "2015-01-01");

  private UtilityCases() {}

  static List<Golden> all() {
    return List.of(r28(), r29(), r30(), r31(), r32(), quasiZone(), r33());
  }

  static Thing line(int kv, double conductorM) {
    return Thing.line("power_line").with("kv", kv).with("conductor_offset_m", conductorM);
  }

  private static Golden r28() {
    Golden golden = new Golden("R28", "R28", "1", DAY);
    golden.straddle(HOUSE, line(10, 1.5), 5).proxy(1.5, 1).signed().all();
    golden.straddle(HOUSE, line(35, 2), 10).proxy(2, 1).signed().ends();
    golden.straddle(HOUSE, line(110, 4), 10).proxy(4, 1).signed().all();
    golden.straddle(HOUSE, line(220, 6), 15).proxy(6, 1).signed().all();
    golden.straddle(HOUSE, line(500, 10), 20).proxy(10, 1).signed().all();
    golden.usual(HOUSE, line(500, 10), 11, 200);
    golden.pair("a voltage that the table does not have", HOUSE, line(750, 12), 11, NOT_ASSESSABLE);
    golden.pair(
        "how far the conductor hangs out is not known",
        HOUSE,
        line(110, 4).with("conductor_offset_m", null),
        11,
        NOT_ASSESSABLE);
    golden.grandfathered(HOUSE.with("built_year", 1990), line(110, 4), 5);
    golden.pair("a building site", WORKS, line(110, 4), 5, FAIL);
    Thing store =
        Thing.point("hazardous_workshop")
            .with("kind", "warehouse")
            .with("goods", "explosive")
            .with("commissioned_on", "2015-01-01");
    golden.straddle(store, line(220, 6), 15).proxy(6, 1).proxy(15, 10).signed().blurred();
    golden.pair(
        "a workshop is not a store", store.with("kind", "workshop"), line(220, 6), 10, NONE);
    Thing fireworks = Thing.point("fireworks_warehouse").with("commissioned_on", "2015-01-01");
    golden.pair(
        "fireworks under a line, their store drawn as a point", fireworks, line(220, 6), 10, FAIL);
    return golden;
  }

  private static Thing facility(String kind) {
    return Thing.point("broadcast_facility").with("kind", kind);
  }

  private static Golden r29() {
    Golden golden = new Golden("R29", "R29", "1", DAY);
    golden.straddle(STATION, facility("transmitter"), 500).proxy(30, 15).proxy(20, 10).all();
    Thing tanks =
        Thing.area("major_hazard_installation")
            .with("unit_type", "storage")
            .with("commissioned_on", "2015-01-01");
    golden.straddle(tanks, facility("receiver"), 500).proxy(30, 15).all();
    golden.usual(STATION, facility("relay"), 200, 1000);
    golden.pair(
        "a microwave station is not named", STATION, facility("microwave_station"), 200, PASS);
    golden.pair(
        "a production unit is not named",
        tanks.with("unit_type", "production"),
        facility("relay"),
        200,
        NONE);
    golden.grandfathered(STATION.with("commissioned_on", "1999-01-01"), facility("relay"), 200);
    golden.pairOn(
        "2000-11-04", STATION.with("commissioned_on", "1999-01-01"), facility("relay"), 200, NONE);
    return golden;
  }

  private static Golden r30() {
    Golden golden = new Golden("R30", "R30", "1", DAY);
    Thing quarry = Thing.area("quarry").with("licence_from", "2018-01-01").with("blasting", true);
    golden.straddle(quarry, facility("microwave_station"), 500).proxy(30, 15).all();
    golden.straddle(PROJECT, facility("transmitter"), 1500).proxy(30, 15).all();
    golden.usual(quarry, facility("relay"), 200, 1000);
    golden.pair("no blasting", quarry.with("blasting", false), facility("relay"), 200, NONE);
    golden.pair(
        "1500 m is asked of stations only", PROJECT, facility("microwave_station"), 200, PASS);
    return golden;
  }

  private static Golden r31() {
    Golden golden = new Golden("R31", "R31", "1", DAY);
    Thing mast = facility("transmitter").with("waveband", "medium_wave");
    golden.straddle(HOUSE, mast, 250).all();
    golden.straddle(WORKS, mast, 250).exact();
    golden.usual(HOUSE, mast, 100, 600);
    golden.pair("another waveband", HOUSE, mast.with("waveband", "fm_tv"), 100, PASS);
    golden.pair(
        "the waveband is not known", HOUSE, mast.with("waveband", null), 100, NOT_ASSESSABLE);
    golden.grandfathered(HOUSE.with("built_year", 1995), mast, 100);
    return golden;
  }

  private static Thing zone(String zoneClass) {
    return Thing.area("drinking_water_zone").with("zone_class", zoneClass);
  }

  private static Golden r32() {
    Golden golden = new Golden("R32", "R32", "1", DAY);
    golden.straddle(PROJECT, zone("first"), 0).signed().all();
    golden.straddle(PROJECT, zone("second"), 0).signed().all();
    golden.usual(PROJECT, zone("first"), -500, 500);
    golden.pair(
        "what stands is to go too",
        PROJECT.with("approval_date", "1999-01-01"),
        zone("second"),
        -60,
        FAIL);
    golden.pair("the quasi zone is another rule's", PROJECT, zone("quasi"), -60, PASS);
    golden.pair("a filling station in the first class zone", STATION, zone("first"), -60, FAIL);
    golden.pair("a filling station in the second class zone", STATION, zone("second"), -60, PASS);
    Thing pond = Thing.area("tailings_pond").with("commissioned_on", "2005-01-01");
    golden.pair("a tailings pond", pond, zone("second"), -60, FAIL);
    golden.pair(
        "a quarry",
        Thing.area("quarry").with("licence_from", "2018-01-01"),
        zone("second"),
        -60,
        FAIL);
    return golden;
  }

  private static Golden quasiZone() {
    Golden golden = new Golden("R32-B", "R32-B", "1", DAY);
    golden.straddle(PROJECT, zone("quasi"), 0).signed().all();
    golden.usual(PROJECT, zone("quasi"), -500, 500);
    golden.pair(
        "rebuilding is not barred",
        PROJECT.with("project_type", "rebuild"),
        zone("quasi"),
        -60,
        NONE);
    golden.grandfathered(PROJECT.with("approval_date", "2017-12-31"), zone("quasi"), -60);
    golden.pairOn(
        "2017-12-31", PROJECT.with("approval_date", "2017-06-01"), zone("quasi"), -60, NONE);
    return golden;
  }

  private static Golden r33() {
    Golden golden = new Golden("R33", "R33", "1", DAY);
    golden.straddle(HOUSE, pipe("low"), 0.5).proxy(0.1, 0).signed().exact();
    golden.straddle(HOUSE, pipe("medium"), 0.5).proxy(0.1, 0).signed().all();
    golden.straddle(HOUSE, pipe("sub_high"), 1.5).proxy(0.1, 0).signed().all();
    golden.straddle(HOUSE, pipe("high"), 5).proxy(0.1, 0).signed().all();
    golden.usual(HOUSE, pipe("high"), 1, 100);
    golden.pair(
        "a pipe through the middle of a house",
        HOUSE.sigma(1.0),
        pipe("low").sigma(1.0),
        -60,
        FAIL);
    golden.pair(
        "a pipe touches a house's corner",
        HOUSE.sigma(1.0),
        pipe("low").sigma(1.0),
        0,
        NEEDS_SURVEY);
    golden.pair(
        "the house was there first", HOUSE.with("built_year", 1980), pipe("low"), 0.2, FAIL);
    return golden;
  }

  private static Thing pipe(String pressure) {
    return Thing.line("city_gas_pipe").with("pressure_class", pressure).with("diameter_mm", 200);
  }
}
