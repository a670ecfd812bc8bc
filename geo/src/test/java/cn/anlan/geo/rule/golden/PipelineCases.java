package cn.anlan.geo.rule.golden;

import static cn.anlan.geo.rule.golden.Expected.Outcome.FAIL;
import static cn.anlan.geo.rule.golden.Expected.Outcome.NONE;
import static cn.anlan.geo.rule.golden.Expected.Outcome.NOT_ASSESSABLE;
import static cn.anlan.geo.rule.golden.Expected.Outcome.PASS;

import java.util.List;

/** R22 to R27: oil and gas pipelines. */
final class PipelineCases {
  private static final String DAY = "2022-06-01";
  private static final Thing PIPE = Thing.line("oil_gas_pipeline").with("medium", "natural_gas");
  private static final Thing STATION = Thing.point("pipeline_station").with("kind", "gate");
  private static final Thing HOUSE = Thing.area("building").with("built_year", 2016);
  private static final Thing QUARRY =
      Thing.area("quarry")
          .with("licence_from", "2018-01-01")
          .with("blasting", true)
          .with("open_pit", true);
  private static final Thing SAND =
      Thing.area("sand_mining").with("status", "licensed").with("licence_from", "2019-01-01");

  private PipelineCases() {}

  static List<Golden> all() {
    return List.of(r22(), r23(), r24(), r25(), r26(), r27());
  }

  private static Golden r22() {
    Golden golden = new Golden("R22", "R22", "1", DAY);
    golden.straddle(HOUSE, PIPE, 5).all();
    golden.straddle(QUARRY, PIPE, 5).all();
    golden.straddle(SAND, PIPE, 5).exact();
    golden.usual(HOUSE, PIPE, 2, 100);
    golden.grandfathered(HOUSE.with("built_year", 2005), PIPE, 2);
    golden.pair(
        "built in the year of the law: not taken as earlier",
        HOUSE.with("built_year", 2010),
        PIPE,
        2,
        FAIL);
    Thing works = Thing.point("construction_site").with("started_on", "2020-05-01");
    golden.straddle(works, PIPE, 5).exact();
    golden.pairOn("2010-09-30", HOUSE.with("built_year", 2005), PIPE, 2, NONE);
    return golden;
  }

  private static Golden r23() {
    Golden golden =
        new Golden("R23", "R23", "1", DAY).covering("oil_gas_pipeline", "pipeline_station");
    Thing school =
        Thing.point("protected_site")
            .with("protected_class", "public_facility")
            .with("subkind", "school")
            .with("built_year", 2016);
    golden.pair("near a pipeline: the table is not held", school, PIPE, 60, NOT_ASSESSABLE);
    golden.pair("near a station: the table is not held", school, STATION, 300, NOT_ASSESSABLE);
    golden.pair("nothing near", school, PIPE, 2000, NONE);
    golden.pair(
        "a farm is not named", school.with("protected_class", "farming_fishery"), PIPE, 60, NONE);
    return golden;
  }

  private static Golden r24() {
    Golden golden = new Golden("R24", "R24", "1", DAY);
    golden.straddle(SAND, PIPE, 500).all();
    golden.usual(SAND, PIPE, 200, 900);
    golden.pair("sand is not mined here", SAND.with("status", "forbidden"), PIPE, 200, NONE);
    golden.pair(
        "licensed before the law: the work goes on",
        SAND.with("licence_from", "2009-01-01"),
        PIPE,
        200,
        FAIL);
    return golden;
  }

  private static Golden r25() {
    Golden golden = new Golden("R25", "R25", "1", DAY);
    Thing tunnel = RoadCases.tunnel(400).with("road_code", null).with("pipeline_code", "P1");
    golden.usual(QUARRY, tunnel, 500, 1800);
    golden.pair("1 km from the middle of the tunnel", QUARRY, tunnel, 999, FAIL);
    golden.pair("beyond the end of the tunnel", QUARRY, tunnel, 1201, PASS);
    golden.pair("a road tunnel is not named", QUARRY, RoadCases.tunnel(400), 500, PASS);
    golden.pair(
        "an underground mine",
        Thing.area("mine_system").with("underground", true),
        tunnel,
        500,
        FAIL);
    return golden;
  }

  private static Golden r26() {
    Golden golden =
        new Golden("R26", "R26", "1", DAY).covering("oil_gas_pipeline", "pipeline_station");
    Thing line = Thing.line("power_line").with("kv", 110).with("built_on", "2019-03-01");
    golden.straddle(line, PIPE, 50).all();
    golden.straddle(line, STATION, 100).proxy(40, 20).all();
    golden.usual(line, PIPE, 20, 400);
    golden.pair("built before the law", line.with("built_on", "2008-03-01"), PIPE, 20, NONE);
    golden.pairOn("2010-09-30", line.with("built_on", "2010-03-01"), PIPE, 20, NONE);
    return golden;
  }

  private static Golden r27() {
    Golden golden =
        new Golden("R27", "R27", "1", DAY).covering("oil_gas_pipeline", "pipeline_station");
    golden.straddle(QUARRY, PIPE, 200).all();
    golden.straddle(QUARRY, STATION, 500).proxy(40, 20).all();
    golden.usual(QUARRY, PIPE, 80, 900);
    Thing works =
        Thing.point("construction_site")
            .with("started_on", "2020-05-01")
            .with("phase", "foundation");
    golden.pair("a foundation pit", works, PIPE, 80, FAIL);
    golden.pair("past the foundation", works.with("phase", "finishing"), PIPE, 80, NONE);
    golden.pair("a mine", Thing.area("mine_system").with("underground", true), PIPE, 80, FAIL);
    return golden;
  }
}
