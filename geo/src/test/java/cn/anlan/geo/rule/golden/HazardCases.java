package cn.anlan.geo.rule.golden;

import static cn.anlan.geo.rule.golden.Expected.Outcome.FAIL;
import static cn.anlan.geo.rule.golden.Expected.Outcome.NEEDS_SURVEY;
import static cn.anlan.geo.rule.golden.Expected.Outcome.NONE;
import static cn.anlan.geo.rule.golden.Expected.Outcome.NOT_ASSESSABLE;
import static cn.anlan.geo.rule.golden.Expected.Outcome.PASS;

import java.util.List;

/** R34 to R48: hazardous units, fireworks, quarries, filling stations, mines. */
final class HazardCases {
  private static final String DAY = "2022-06-01";
  private static final Thing UNIT =
      Thing.area("major_hazard_installation").with("commissioned_on", "2015-01-01");
  private static final Thing SCHOOL =
      Thing.point("protected_site")
          .with("protected_class", "public_facility")
          .with("subkind", "school");
  private static final Thing VILLAGE = Thing.point("resident_point").with("population", 100);

  private HazardCases() {}

  static List<Golden> all() {
    return List.of(
        r34(),
        r35(),
        r36(),
        r37(),
        belowDwelling(),
        r38(),
        r39(),
        r40(),
        r41(),
        r42(),
        r43(),
        r44(),
        r45());
  }

  private static Golden r34() {
    Golden golden =
        new Golden("R34", "R34", "1", DAY)
            .covering("protected_site", "drinking_water_zone", "railway", "road", "water_body");
    golden.pair("near a school: no risk contour is held", UNIT, SCHOOL, 400, NOT_ASSESSABLE);
    golden.pair("nothing near", UNIT, SCHOOL, 4000, NONE);
    golden.pairOn("2026-05-01", UNIT, SCHOOL, 400, NONE);
    golden.pairOn("2026-04-30", UNIT, SCHOOL, 400, NOT_ASSESSABLE);
    return golden;
  }

  private static Golden r35() {
    Golden golden =
        new Golden("R35", "R35", "1", "2026-06-01").covering("township", "protected_site");
    Thing park = Thing.area("chemical_park").with("recognised_on", "2019-01-01");
    golden.pair(
        "near a school: the standard's values are not held", park, SCHOOL, 400, NOT_ASSESSABLE);
    Thing street = Thing.area("township").with("kind", "street");
    golden.pair("near a town", park, street, 400, NOT_ASSESSABLE);
    golden.pair("near the countryside", park, street.with("kind", "town"), 400, NONE);
    golden.pair("nothing near", park, SCHOOL, 4000, NONE);
    golden.pairOn("2026-04-30", park, SCHOOL, 400, NONE);
    return golden;
  }

  /** Declared people against those on the map. */
  private static Golden r36() {
    Golden golden = new Golden("R36", "R36", "1", DAY);
    Thing declared = UNIT.with("exposed_500m", 100).with("alpha", 1.5);
    golden.pair(
        "the highest coefficient cannot be too low",
        declared.with("exposed_500m", 10).with("alpha", 2.0),
        VILLAGE,
        400,
        NONE);
    golden.pair("as many as declared", declared, VILLAGE, 400, PASS);
    golden.pair("one more than declared", declared.with("exposed_500m", 99), VILLAGE, 400, FAIL);
    golden.pair("beyond 500 m nobody counts", declared.with("exposed_500m", 0), VILLAGE, 501, PASS);
    golden.pair("just within 500 m", declared.with("exposed_500m", 0), VILLAGE, 499, FAIL);
    golden.pair(
        "nothing declared", declared.with("exposed_500m", null), VILLAGE, 400, NOT_ASSESSABLE);
    golden.pair(
        "at the edge, accuracies 2 m and 10 m",
        declared.with("exposed_500m", 0).sigma(2.0),
        VILLAGE.sigma(10.0),
        505,
        NEEDS_SURVEY);
    golden.pairOn("2019-02-28", declared, VILLAGE, 400, NONE);
    return golden;
  }

  private static Thing shop(boolean belowHome) {
    return Thing.point("fireworks_shop")
        .with("licence_from", "2021-06-01")
        .with("shop_below_home", belowHome);
  }

  private static Golden r37() {
    Golden golden =
        new Golden("R37", "R37", "1", DAY)
            .covering("fireworks_shop", "protected_site", "filling_station");
    golden.straddle(shop(false), shop(false), 50).all();
    golden.straddle(shop(false), SCHOOL, 100).proxy(40, 20).all();
    golden.straddle(shop(false), Thing.point("filling_station"), 100).proxy(20, 10).all();
    golden.usual(shop(false), shop(false), 20, 300);
    golden.pair(
        "a nature reserve is not named",
        shop(false),
        SCHOOL.with("subkind", "nature_reserve"),
        20,
        PASS);
    golden.pair(
        "licensed before the rule",
        shop(false).with("licence_from", "2012-06-01"),
        shop(false),
        20,
        FAIL);
    golden.pairOn(
        "2013-11-30", shop(false).with("licence_from", "2012-06-01"), shop(false), 20, NONE);
    return golden;
  }

  private static Golden belowDwelling() {
    Golden golden = new Golden("R37-B", "R37-B", "1", DAY);
    alone(golden, "a shop below a dwelling", shop(true), FAIL);
    alone(golden, "a shop by itself", shop(false), PASS);
    alone(golden, "not recorded", shop(false).with("shop_below_home", null), NOT_ASSESSABLE);
    return golden;
  }

  private static void alone(Golden golden, String name, Thing subject, Expected.Outcome outcome) {
    golden.named(name).subject(subject, 0, Expected.of(outcome));
  }

  private static Golden r38() {
    Golden golden = new Golden("R38", "R38", "1", DAY);
    Thing store = Thing.point("fireworks_warehouse").with("commissioned_on", "2015-01-01");
    Thing street = Thing.area("township").with("kind", "street");
    golden.straddle(store, street, 0).proxy(0, 100).signed().blurred();
    golden.usual(store, street, -600, 600);
    golden.pair("in a town that is no street", store, street.with("kind", "town"), -600, PASS);
    golden.grandfathered(store.with("commissioned_on", "2001-01-01"), street, -600);
    return golden;
  }

  private static Golden r39() {
    Golden golden =
        new Golden("R39", "R39", "1", DAY)
            .covering("resident_point", "protected_site", "road", "railway", "power_line");
    Thing plant =
        Thing.point("fireworks_plant").with("commissioned_on", "2015-01-01").with("dose_kg", 500);
    golden.pair("near a village: the table is not held", plant, VILLAGE, 300, NOT_ASSESSABLE);
    golden.pair("near a line", plant, UtilityCases.line(110, 4), 300, NOT_ASSESSABLE);
    golden.pair("nothing near", plant, VILLAGE, 3000, NONE);
    golden.pair(
        "a store near a village",
        Thing.point("fireworks_warehouse").with("dose_kg", 500),
        VILLAGE,
        300,
        NOT_ASSESSABLE);
    return golden;
  }

  private static Golden r40() {
    Golden golden = new Golden("R40", "R40", "1", DAY).covering("quarry", "building", "enterprise");
    Thing quarry =
        Thing.area("quarry")
            .with("open_pit", true)
            .with("capacity_kt_per_year", 300)
            .with("enterprise_code", "E1")
            .with("licence_from", "2018-01-01");
    Thing other = quarry.with("capacity_kt_per_year", 2000).with("enterprise_code", "E2");
    Thing next = new Thing("quarry", Thing.Shape.POINT, 0.0, other.attributes());
    golden.straddle(quarry, next, 300).inclusive().all();
    Thing house = Thing.area("building").with("is_residential", true);
    golden.straddle(quarry, house.sigma(0.0), 300).inclusive().exact();
    golden.usual(quarry, next, 100, 900);
    golden.pair(
        "exactly 500 kt a year is small",
        quarry.with("capacity_kt_per_year", 500),
        next,
        100,
        FAIL);
    golden.pair("501 kt a year is not", quarry.with("capacity_kt_per_year", 501), next, 100, NONE);
    golden.pair(
        "its output is not known",
        quarry.with("capacity_kt_per_year", null),
        next,
        100,
        NOT_ASSESSABLE);
    golden.pair("a barn is not lived in", quarry, house.with("is_residential", false), 100, PASS);
    Thing works = Thing.point("enterprise");
    golden.straddle(quarry, works, 300).proxy(50, 25).inclusive().blurred();
    return golden;
  }

  private static Golden r41() {
    Golden golden =
        new Golden("R41", "R41", "1", DAY)
            .covering("protected_site", "special_equipment", "building");
    Thing petrol =
        Thing.point("filling_station")
            .with("station_kind", "petrol")
            .with("commissioned_on", "2021-12-01");
    Thing boiler = Thing.point("special_equipment").with("equipment_kind", "boiler");
    golden.straddle(petrol.with("station_class", 1), SCHOOL, 35).all();
    golden.straddle(petrol.with("station_class", 1), boiler, 21).all();
    golden.straddle(petrol.with("station_class", 2), boiler, 17.5).all();
    golden.straddle(petrol.with("station_class", 3), boiler, 12.5).all();
    golden.pair("class not known", petrol.with("station_class", null), boiler, 15, NOT_ASSESSABLE);
    golden.pair(
        "a crane is no flame",
        petrol.with("station_class", 1),
        boiler.with("equipment_kind", "crane"),
        5,
        NONE);
    Thing gas = petrol.with("station_kind", "lpg").with("station_class", 1);
    golden.pair("gas: values not held", gas, boiler, 15, NOT_ASSESSABLE);
    golden.pair(
        "a civil building: values not held",
        petrol.with("station_class", 1),
        Thing.area("building"),
        15,
        NOT_ASSESSABLE);
    golden.grandfathered(
        petrol.with("station_class", 1).with("commissioned_on", "2010-01-01"), SCHOOL, 20);
    return golden;
  }

  private static Golden r42() {
    Golden golden =
        new Golden("R42", "R42", "1", DAY)
            .covering("resident_point", "protected_site", "road", "railway", "power_line");
    Thing store =
        Thing.point("explosives_store").with("commissioned_on", "2020-01-01").with("dose_t", 5);
    golden.pair("near a village: the table is not held", store, VILLAGE, 400, NOT_ASSESSABLE);
    golden.pair("near a road", store, RoadCases.road("county", "class_3"), 200, NOT_ASSESSABLE);
    golden.pair("nothing near", store, VILLAGE, 4000, NONE);
    return golden;
  }

  private static Golden r43() {
    Golden golden =
        new Golden("R43", "R43", "1", DAY).covering("building", "resident_point", "protected_site");
    Thing house = Thing.area("building").with("is_residential", true);
    Thing production = UNIT.with("unit_type", "production").with("liquefied_hydrocarbon", false);
    Thing tanks = UNIT.with("unit_type", "storage").with("liquefied_hydrocarbon", true);
    Thing near = new Thing("building", Thing.Shape.POINT, 0.0, house.attributes());
    golden.straddle(production, near, 100).all();
    golden.straddle(tanks, near, 300).all();
    golden.straddle(production, VILLAGE, 100).proxy(100, 50).blurred();
    golden.pair(
        "other tanks: values not held",
        tanks.with("liquefied_hydrocarbon", false),
        near,
        200,
        NOT_ASSESSABLE);
    golden.pair(
        "what the tanks hold is not known",
        tanks.with("liquefied_hydrocarbon", null),
        near,
        200,
        NOT_ASSESSABLE);
    golden.grandfathered(production.with("commissioned_on", "2005-01-01"), near, 50);
    return golden;
  }

  private static Golden r44() {
    Golden golden = new Golden("R44", "R44", "1", DAY).covering("railway", "road", "water_body");
    Thing quarry = Thing.area("quarry").with("licence_from", "2018-01-01");
    Thing railway = RailwayCases.line(false, 2);
    golden.pair("the distance is set locally and not held", quarry, railway, 300, NOT_ASSESSABLE);
    golden.pair("nothing near", quarry, railway, 3000, NONE);
    golden.pairOn("2025-07-01", quarry, railway, 300, NONE);
    return golden;
  }

  private static Golden r45() {
    Golden golden = new Golden("R45", "R45", "1", DAY);
    Thing workshop =
        Thing.point("hazardous_workshop")
            .with("goods", "toxic")
            .with("commissioned_on", "2015-01-01");
    alone(
        golden,
        "dormitory in the same building",
        workshop.with("same_building_dormitory", true),
        FAIL);
    alone(golden, "dormitory elsewhere", workshop.with("same_building_dormitory", false), PASS);
    alone(golden, "not recorded", workshop.with("same_building_dormitory", null), NOT_ASSESSABLE);
    golden
        .named("before the law of 2021")
        .on("2021-08-31")
        .subject(workshop.with("same_building_dormitory", true), 0, Expected.of(NONE));
    return golden;
  }
}
