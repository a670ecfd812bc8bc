package cn.anlan.data.demo.ledger;

import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.industry.Enterprise;
import cn.anlan.data.demo.industry.Industry;
import cn.anlan.data.demo.road.RoadNetwork;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** All accidents, the same at every scale but for the enterprise they are laid to. */
final class Accidents {
  private static final double LAID_TO_ENTERPRISE = 0.6;

  private final AccidentRows rows = new AccidentRows();
  private final Map<String, List<Enterprise>> enterprises;
  private final Random enterpriseRandom;

  Accidents(
      Ground ground, Settlements settlements, Industry industry, RoadNetwork roads, DemoPlan plan) {
    AccidentWords words = AccidentWords.shipped();
    Random random = plan.random("accident");
    AccidentSpots spots = new AccidentSpots(ground, roads.roads(), random);
    new ProductionAccidents(ground, settlements, spots, words, rows, random).draw();
    new RoadCrashes(spots, words, rows, random).draw(roads.accidentProne());
    enterprises =
        industry.enterprises().stream()
            .collect(Collectors.groupingBy(e -> e.county().code() + e.sector()));
    enterpriseRandom = plan.random("accident-enterprise");
  }

  void draw(Consumer<DemoRow> out) {
    rows.writeTo(
        row -> {
          layToEnterprise(row.values());
          out.accept(row);
        });
  }

  private void layToEnterprise(Map<String, Object> accident) {
    if (Boolean.FALSE.equals(accident.get("is_production_related"))
        || enterpriseRandom.nextDouble() >= LAID_TO_ENTERPRISE) {
      return;
    }
    List<Enterprise> here =
        enterprises.get("" + accident.get("county_code") + accident.get("sector"));
    if (here != null) {
      Enterprise one = here.get(enterpriseRandom.nextInt(here.size()));
      accident.put("enterprise_code", one.code());
    }
  }
}
