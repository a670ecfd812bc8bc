package cn.anlan.data.demo.industry;

import cn.anlan.data.demo.draw.DemoDates;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.DemoSink;
import cn.anlan.data.demo.draw.LocalFrame;
import cn.anlan.data.demo.draw.Weighted;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Places;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.industry.DemoSectors.Sector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** Enterprises, their risk points and chemical projects. Every name begins with 示例. */
public final class Industry {
  private static final String[] FIRST = {
    "恒", "华", "瑞", "新", "宏", "金", "天", "泰", "兴", "安", "永", "嘉"
  };
  private static final String[] SECOND = {
    "源", "达", "润", "盛", "丰", "昌", "信", "宁", "成", "峰", "联", "康"
  };

  private final DemoSectors sectors = DemoSectors.shipped();
  private final Ground ground;
  private final int wanted;
  private final Random random;
  private final RiskFactors factors;
  private final Map<String, Places> placesByCounty = new HashMap<>();
  private final List<Enterprise> enterprises = new ArrayList<>();
  private final List<RiskPoint> riskPoints = new ArrayList<>();
  private final List<DemoRow> enterpriseRows = new ArrayList<>();
  private final List<DemoRow> projectRows = new ArrayList<>();
  private final List<DemoRow> riskPointRows = new ArrayList<>();

  private Industry(Ground ground, DemoPlan plan) {
    this.ground = ground;
    this.wanted = plan.scaled(sectors.enterprises());
    this.random = plan.random("industry");
    this.factors = new RiskFactors(random);
    for (County county : ground.counties()) {
      placesByCounty.put(
          county.code(), new Places(county.geometry(), ground.preparedWater(), random));
    }
  }

  /** Draws and hands over the layers enterprise, chemical_project and risk_point. */
  public static Industry draw(
      Ground ground, Settlements settlements, DemoPlan plan, DemoSink sink) {
    Industry industry = new Industry(ground, plan);
    industry.chemicalProjects();
    industry.ordinaryEnterprises();
    sink.layer("enterprise", industry.enterpriseRows::forEach);
    sink.layer("chemical_project", industry.projectRows::forEach);
    sink.layer("risk_point", industry.riskPointRows::forEach);
    return industry;
  }

  /** In order of code. */
  public List<Enterprise> enterprises() {
    return enterprises;
  }

  /** In order of code. */
  public List<RiskPoint> riskPoints() {
    return riskPoints;
  }

  private void chemicalProjects() {
    Sector chemicals =
        sectors.sectors().stream()
            .filter(s -> s.sector().equals("hazardous_chemicals"))
            .findFirst()
            .orElseThrow();
    ChemicalProjects drawn = new ChemicalProjects(ground, placesByCounty, random);
    for (ChemicalProjects.Project project : drawn.draw()) {
      County county = project.county();
      Point gate = project.site().getInteriorPoint();
      Enterprise enterprise =
          enterprise(chemicals, county, gate, project.values().get("commissioned_on"));
      Map<String, Object> values = new LinkedHashMap<>(project.values());
      values.put("name", enterprise.name() + project.suffix());
      values.put("enterprise_code", enterprise.code());
      values.put("county_code", county.code());
      projectRows.add(
          new DemoRow(
              code("CP", projectRows.size() + 1), values, project.site(), project.sigmaM()));
    }
  }

  private void ordinaryEnterprises() {
    Weighted<Sector> bySector = new Weighted<>(sectors.sectors(), Sector::share);
    Map<String, Weighted<County>> counties = new HashMap<>();
    for (Sector sector : sectors.sectors()) {
      counties.put(
          sector.sector(),
          new Weighted<>(
              ground.counties(),
              c -> c.population() * sector.favoured().getOrDefault(c.code(), 1.0)));
    }
    while (enterprises.size() < wanted) {
      Sector sector = bySector.draw(random);
      County county = counties.get(sector.sector()).draw(random);
      Point place = placesByCounty.get(county.code()).next();
      enterprise(sector, county, place, DemoDates.between(random, 1995, 2020));
    }
  }

  private Enterprise enterprise(Sector sector, County county, Point place, Object commissionedOn) {
    String code = code("E", enterprises.size() + 1);
    Map<String, Object> values = new LinkedHashMap<>();
    String name =
        "示例"
            + FIRST[random.nextInt(FIRST.length)]
            + SECOND[random.nextInt(SECOND.length)]
            + sector.words().get(random.nextInt(sector.words().size()))
            + "（"
            + county.shortName()
            + "）"
            + (enterprises.size() + 1)
            + "号";
    values.put("name", name);
    values.put("sector", sector.sector());
    double size = random.nextDouble();
    String scale = size < 0.04 ? "large" : size < 0.16 ? "medium" : size < 0.66 ? "small" : "micro";
    values.put("scale", scale);
    values.put("commissioned_on", commissionedOn);
    values.put("county_code", county.code());
    enterpriseRows.add(new DemoRow(code, values, place, 5.0));
    int count = 1 + random.nextInt((int) Math.round(2 * sectors.riskPointsPerEnterprise() - 1));
    Enterprise enterprise =
        new Enterprise(
            code,
            name,
            sector.sector(),
            scale,
            county,
            place.getCoordinate(),
            riskPoints.size(),
            count);
    enterprises.add(enterprise);
    for (int i = 0; i < count; i++) {
      addRiskPoint(sector, county, enterprise, place);
    }
    return enterprise;
  }

  private void addRiskPoint(Sector sector, County county, Enterprise enterprise, Point place) {
    Coordinate at = near(place, county.geometry());
    String part = sector.places().get(random.nextInt(sector.places().size()));
    String type = sector.accidentTypes().get(random.nextInt(sector.accidentTypes().size()));
    int level = level(sector.majorFactor());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", "示例风险点·" + part + "（" + enterprise.code().replace("DEMO-", "") + "）");
    values.put("enterprise_code", enterprise.code());
    values.put("sector", sector.sector());
    values.put("accident_type", type);
    values.putAll(factors.draw(level));
    values.put("last_reviewed", DemoDates.between(random, 2020, 2021));
    values.put("county_code", county.code());
    String code = code("RP", riskPoints.size() + 1);
    riskPointRows.add(new DemoRow(code, values, place.getFactory().createPoint(at), 5.0));
    riskPoints.add(new RiskPoint(code, part, enterprise, at, level, type));
  }

  private Coordinate near(Point place, Geometry county) {
    for (int i = 0; i < 8; i++) {
      Coordinate at =
          LocalFrame.step(
              place.getCoordinate(), random.nextDouble() * 360, 20 + random.nextDouble() * 260);
      Coordinate rounded =
          new Coordinate(Math.round(at.x * 1e7) / 1e7, Math.round(at.y * 1e7) / 1e7);
      Point point = place.getFactory().createPoint(rounded);
      if (county.covers(point) && !ground.preparedWater().intersects(point)) {
        return rounded;
      }
    }
    return place.getCoordinate();
  }

  private int level(double majorFactor) {
    double x = random.nextDouble();
    double upTo = 0;
    for (int level = 1; level < 4; level++) {
      upTo += sectors.levelShares().get(level - 1) * (level == 1 ? majorFactor : 1);
      if (x < upTo) {
        return level;
      }
    }
    return 4;
  }

  private static String code(String kind, int number) {
    return String.format(Locale.ROOT, "DEMO-%s-%06d", kind, number);
  }
}
