package cn.anlan.geo.rule.golden;

import static cn.anlan.geo.rule.golden.Expected.Outcome.EXEMPT;
import static cn.anlan.geo.rule.golden.Expected.Outcome.FAIL;
import static cn.anlan.geo.rule.golden.Expected.Outcome.NEEDS_SURVEY;
import static cn.anlan.geo.rule.golden.Expected.Outcome.NONE;
import static cn.anlan.geo.rule.golden.Expected.Outcome.NOT_ASSESSABLE;
import static cn.anlan.geo.rule.golden.Expected.Outcome.PASS;

import java.util.List;

/** R01 to R07: shores, the belt round the lake, tailings ponds. */
final class ShoreCases {
  private static final Thing PROJECT =
      Thing.area("chemical_project")
          .with("project_type", "new")
          .with("hazardous_producer", true)
          .with("approval_date", "2021-06-01");
  private static final Thing POND =
      Thing.area("tailings_pond")
          .with("status", "in_use")
          .with("commissioned_on", "2021-05-01")
          .with("safety_rebuild", false);

  private ShoreCases() {}

  static List<Golden> all() {
    return List.of(
        r01(), r02(), r03(), pond("R04", "yangtze", 3000), pond("R05", "gan", 1000), r06(), r07());
  }

  private static Thing shore(String riverSystem) {
    return Thing.line("shoreline")
        .with("water_code", "W-" + riverSystem)
        .with("water_name", riverSystem)
        .with("definition", "legal")
        .with("sigma_definition_m", 0)
        .with("river_system", riverSystem)
        .with("yangtze_basin", true);
  }

  private static Golden r01() {
    Golden golden = new Golden("R01", "R01", "1", "2022-06-01");
    Thing shore = shore("gan");
    golden.straddle(PROJECT, shore, 1000).all();
    golden.usual(PROJECT, shore, 500, 1500);
    golden.pair(
        "a definition known to 3 m: U is 6 m",
        PROJECT,
        shore.with("sigma_definition_m", 3),
        995,
        NEEDS_SURVEY);
    golden.pair(
        "a definition known to 3 m: beyond U",
        PROJECT,
        shore.with("sigma_definition_m", 3),
        993,
        FAIL);
    golden.pair("expansion", PROJECT.with("project_type", "expansion"), shore, 900, FAIL);
    golden.pair(
        "rebuilding is not named", PROJECT.with("project_type", "rebuild"), shore, 900, NONE);
    golden.pair(
        "exists, but approved after the rule began: judged as new",
        PROJECT.with("project_type", "existing"),
        shore,
        900,
        FAIL);
    golden.grandfathered(
        PROJECT.with("project_type", "existing").with("approval_date", "2005-01-01"), shore, 900);
    golden.pair(
        "a water outside the basin", PROJECT, shore.with("yangtze_basin", false), 900, PASS);
    golden.grandfathered(PROJECT.with("approval_date", "2021-02-28"), shore, 900);
    golden.pair(
        "approved on the first day", PROJECT.with("approval_date", "2021-03-01"), shore, 900, FAIL);
    golden.pairOn("2021-02-28", PROJECT.with("approval_date", "2020-01-01"), shore, 900, NONE);
    golden.pairOn("2021-03-01", PROJECT.with("approval_date", "2021-03-01"), shore, 900, FAIL);
    return golden;
  }

  private static Golden r02() {
    Golden golden = new Golden("R02", "R02", "1", "2020-06-01");
    Thing project = PROJECT.with("approval_date", "2020-03-01");
    Thing shore = shore("xiu");
    golden.straddle(project, shore, 1000).all();
    golden.usual(project, shore, 500, 1500);
    golden.pair(
        "rebuilding is named here", project.with("project_type", "rebuild"), shore, 900, FAIL);
    golden.pair(
        "makes nothing hazardous", project.with("hazardous_producer", false), shore, 900, NONE);
    golden.pair(
        "hazardous or not is not known",
        project.with("hazardous_producer", null),
        shore,
        900,
        NOT_ASSESSABLE);
    golden.pair("none of the named waters", project, shore("other"), 900, PASS);
    golden.grandfathered(project.with("approval_date", "2018-12-31"), shore, 900);
    golden.pairOn("2018-12-31", project.with("approval_date", "2018-06-01"), shore, 900, NONE);
    return golden;
  }

  private static Golden r03() {
    Golden golden = new Golden("R03", "R03", "1", "2022-06-01");
    Thing complete =
        PROJECT
            .with("project_type", "existing")
            .with("approval_date", "2010-01-01")
            .with("approval_project", "a1")
            .with("approval_planning", "a2")
            .with("approval_land", "a3")
            .with("approval_safety", "a4");
    Thing shore = shore("fu");
    golden.pair("within 1 km, all four held", complete, shore, 800, PASS);
    golden.pair(
        "within 1 km, no land approval", complete.with("approval_land", null), shore, 800, FAIL);
    golden.pair("within 1 km, none held", PROJECT, shore, 999, FAIL);
    golden.pair(
        "beyond 1 km it does not apply", complete.with("approval_land", null), shore, 1001, NONE);
    golden.pairOn("2018-12-31", PROJECT, shore, 800, NONE);
    return golden;
  }

  private static Golden pond(String rule, String river, double limitM) {
    Golden golden = new Golden(rule, rule, "1", "2022-06-01");
    Thing shore = shore(river);
    golden.straddle(POND, shore, limitM).all();
    golden.usual(POND, shore, limitM / 2, limitM + 500);
    golden.pair("another water", POND, shore("other"), limitM / 2, PASS);
    golden.pair("rebuilt for safety", POND.with("safety_rebuild", true), shore, limitM / 2, EXEMPT);
    golden.grandfathered(POND.with("commissioned_on", "1998-05-01"), shore, limitM / 2);
    golden.pairOn(
        "2021-02-28", POND.with("commissioned_on", "2020-01-01"), shore, limitM / 2, NONE);
    return golden;
  }

  private static Golden r06() {
    Golden golden = new Golden("R06", "R06", "1", "2022-06-01");
    Thing belt = Thing.area("poyang_belt");
    golden.straddle(PROJECT, belt, 0).signed().all();
    golden.usual(PROJECT, belt, -500, 500);
    golden.grandfathered(
        PROJECT.with("project_type", "existing").with("approval_date", "2005-01-01"), belt, -50);
    Thing works = Thing.point("construction_site").with("started_on", "2020-05-01");
    golden.pair("a building site within", works, belt, -50, FAIL);
    golden.grandfathered(works.with("started_on", "2011-05-01"), belt, -50);
    golden.pair(
        "a quarry within",
        Thing.area("quarry").with("licence_from", "2015-01-01"),
        belt,
        -50,
        FAIL);
    golden.pair("a pond within", POND, belt, -50, FAIL);
    golden.pairOn("2012-04-30", works.with("started_on", "2012-01-01"), belt, -50, NONE);
    return golden;
  }

  /** Along the flow path, not in a circle: the path runs south from the anchor. */
  private static Golden r07() {
    Golden golden =
        new Golden("R07", "R07", "1", "2022-06-01")
            .covering("resident_point", "protected_site", "tailings_flow_path");
    below(golden, "999 m down the path", -999, 0, FAIL);
    below(golden, "1001 m down the path", -1001, 0, PASS);
    below(golden, "299 m beside the path", -500, 299, FAIL);
    below(golden, "301 m beside the path", -500, 301, PASS);
    below(golden, "uphill of the toe", 500, 0, PASS);
    Golden.Case empty = golden.named("a village without people");
    path(empty).target(village(0), Places.point(empty.places().north(-400)));
    empty.subject(POND, Places.point(empty.places().north(0)), Expected.of(PASS));
    Golden.Case school = golden.named("a school down the path");
    Thing pupils = Thing.point("protected_site").with("persons", 300).with("subkind", "school");
    path(school).target(pupils, Places.point(school.places().north(-400)));
    school.subject(POND, Places.point(school.places().north(0)), Expected.of(FAIL));
    Golden.Case old = golden.named("an overhead pond of before");
    path(old).target(village(20), Places.point(old.places().north(-400)));
    old.subject(
        POND.with("commissioned_on", "1998-05-01"),
        Places.point(old.places().north(0)),
        Expected.grandfathered(FAIL));
    Golden.Case closed = golden.named("closed for good");
    path(closed).target(village(20), Places.point(closed.places().north(-400)));
    closed.subject(
        POND.with("status", "closed"), Places.point(closed.places().north(0)), Expected.of(NONE));
    Golden.Case unknown = golden.named("no flow path drawn");
    unknown.target(village(20), Places.point(unknown.places().north(-400)));
    unknown.subject(POND, Places.point(unknown.places().north(0)), Expected.of(NOT_ASSESSABLE));
    return golden;
  }

  private static void below(
      Golden golden, String name, double northM, double eastM, Expected.Outcome outcome) {
    Golden.Case one = golden.named(name);
    path(one).target(village(20), Places.point(one.places().northThenEast(northM, eastM)));
    one.subject(POND, Places.point(one.places().north(0)), Expected.of(outcome));
  }

  private static Golden.Case path(Golden.Case one) {
    Thing path = Thing.line("tailings_flow_path").with("pond_code", one.subjectCode());
    return one.target(path, Places.line(one.places().north(0), one.places().north(-3000)));
  }

  private static Thing village(int population) {
    return Thing.point("resident_point").with("population", population);
  }
}
