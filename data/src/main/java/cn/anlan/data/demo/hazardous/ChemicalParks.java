package cn.anlan.data.demo.hazardous;

import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.analytics.grade.SafetyScoreTable;
import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoDates;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.draw.Weighted;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.industry.Enterprise;
import cn.anlan.data.demo.industry.IndustrialPark;
import cn.anlan.data.demo.industry.Industry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Chemical parks: the industrial parks of some counties, rather those with chemical industry. */
final class ChemicalParks {
  private static final int PARKS = 32;
  private static final int CORNERS = 11;

  private record Park(
      County county, IndustrialPark ground, Polygon site, PreparedGeometry prepared) {}

  private final SafetyScoreTable grades = GradingTables.ours().chemicalPark();
  private final Map<String, Park> byCounty = new LinkedHashMap<>();
  private final Map<String, Integer> enterprises = new HashMap<>();
  private final List<DemoRow> rows = new ArrayList<>();

  static ChemicalParks draw(Ground ground, Industry industry, Random random) {
    ChemicalParks parks = new ChemicalParks();
    var favoured = industry.favouredCounties("hazardous_chemicals").keySet();
    favoured.stream().sorted().forEach(c -> parks.add(ground.getCounty(c), industry, random));
    Weighted<County> others = new Weighted<>(ground.counties(), County::population);
    while (parks.byCounty.size() < PARKS) {
      parks.add(others.draw(random), industry, random);
    }
    for (Enterprise enterprise : industry.enterprises()) {
      if (enterprise.sector().equals("hazardous_chemicals") && parks.covers(enterprise)) {
        parks.enterprises.merge(enterprise.county().code(), 1, Integer::sum);
      }
    }
    parks.byCounty.values().forEach(park -> parks.rows.add(parks.row(park, random)));
    return parks;
  }

  /** Whether the enterprise stands in a chemical park. */
  boolean covers(Enterprise enterprise) {
    Park park = byCounty.get(enterprise.county().code());
    return park != null && park.prepared().covers(Shapes.point(enterprise.at()));
  }

  void write(Consumer<DemoRow> out) {
    rows.forEach(out);
  }

  private void add(County county, Industry industry, Random random) {
    if (byCounty.containsKey(county.code())) {
      return;
    }
    IndustrialPark ground = industry.parkOf(county);
    Polygon site =
        Shapes.plot(FlatFrame.bySeries(ground.centre()), ground.radiusM(), CORNERS, random);
    byCounty.put(
        county.code(), new Park(county, ground, site, PreparedGeometryFactory.prepare(site)));
  }

  private DemoRow row(Park park, Random random) {
    Map<String, Object> values = new HashMap<>();
    values.put("name", "示例" + park.county().shortName() + "化工园区");
    double score = Math.max(45, Math.min(95, 74 + random.nextGaussian() * 9));
    score = Math.round(score * 10) / 10.0;
    values.put("safety_score", score);
    values.put("grade", grades.grade(BigDecimal.valueOf(score)).grade());
    values.put("recognised_on", DemoDates.between(random, 2019, 2021));
    Coordinate centre = park.ground().centre();
    double areaM2 = FlatFrame.bySeries(centre).toMetres(park.site()).getArea();
    values.put("area_km2", Math.round(areaM2 / 1e3) / 1e3);
    values.put("enterprise_count", (long) enterprises.getOrDefault(park.county().code(), 0));
    values.put("township_code", park.ground().village().township().code());
    values.put("county_code", park.county().code());
    return new DemoRow(DemoCodes.of("PK", rows.size() + 1), values, park.site(), 2.0);
  }
}
