package cn.anlan.data.demo;

import cn.anlan.data.demo.DemoGround.County;
import cn.anlan.data.demo.DemoSectors.Sector;
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
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * The demonstration province: enterprises, their risk points and chemical projects, all invented.
 * Every name begins with 示例. The same seed on the same base map gives the same rows.
 */
final class DemoProvince {
  private static final String[] FIRST = {
    "恒", "华", "瑞", "新", "宏", "金", "天", "泰", "兴", "安", "永", "嘉"
  };
  private static final String[] SECOND = {
    "源", "达", "润", "盛", "丰", "昌", "信", "宁", "成", "峰", "联", "康"
  };

  private final DemoSectors plan = DemoSectors.shipped();
  private final DemoGround ground;
  private final Random random;
  private final RiskFactors factors;
  private final PreparedGeometry water;
  private final Map<String, Places> placesByCounty = new HashMap<>();
  private final List<DemoRow> enterprises = new ArrayList<>();
  private final List<DemoRow> projects = new ArrayList<>();
  private final List<DemoRow> riskPoints = new ArrayList<>();

  private DemoProvince(DemoGround ground, long seed) {
    this.ground = ground;
    this.random = new Random(seed);
    this.factors = new RiskFactors(random);
    this.water = PreparedGeometryFactory.prepare(ground.water());
    for (County county : ground.counties()) {
      placesByCounty.put(county.code(), new Places(county.geometry(), water, random));
    }
  }

  /** Rows by layer id, in the order in which they must be loaded. */
  static Map<String, List<DemoRow>> generate(DemoGround ground, long seed) {
    DemoProvince province = new DemoProvince(ground, seed);
    province.chemicalProjects();
    province.ordinaryEnterprises();
    Map<String, List<DemoRow>> layers = new LinkedHashMap<>();
    layers.put("enterprise", province.enterprises);
    layers.put("chemical_project", province.projects);
    layers.put("risk_point", province.riskPoints);
    return layers;
  }

  private void chemicalProjects() {
    Sector chemicals =
        plan.sectors().stream()
            .filter(s -> s.sector().equals("hazardous_chemicals"))
            .findFirst()
            .orElseThrow();
    ChemicalProjects drawn = new ChemicalProjects(ground, water, placesByCounty, random);
    for (ChemicalProjects.Project project : drawn.draw()) {
      County county = project.county();
      Point gate = project.site().getInteriorPoint();
      String enterprise =
          enterprise(chemicals, county, gate, project.values().get("commissioned_on"));
      Map<String, Object> values = new LinkedHashMap<>(project.values());
      String name = (String) enterprises.get(enterprises.size() - 1).values().get("name");
      values.put("name", name + project.suffix());
      values.put("enterprise_code", enterprise);
      values.put("county_code", county.code());
      projects.add(
          new DemoRow(code("CP", projects.size() + 1), values, project.site(), project.sigmaM()));
      addRiskPoints(chemicals, county, enterprise, gate);
    }
  }

  private void ordinaryEnterprises() {
    Weighted<Sector> sectors = new Weighted<>(plan.sectors(), Sector::share);
    Map<String, Weighted<County>> counties = new HashMap<>();
    for (Sector sector : plan.sectors()) {
      counties.put(
          sector.sector(),
          new Weighted<>(
              ground.counties(),
              c -> c.population() * sector.favoured().getOrDefault(c.code(), 1.0)));
    }
    while (enterprises.size() < plan.enterprises()) {
      Sector sector = sectors.draw(random);
      County county = counties.get(sector.sector()).draw(random);
      Point place = placesByCounty.get(county.code()).next();
      String code = enterprise(sector, county, place, DemoDates.between(random, 1995, 2020));
      addRiskPoints(sector, county, code, place);
    }
  }

  private String enterprise(Sector sector, County county, Point place, Object commissionedOn) {
    String code = code("E", enterprises.size() + 1);
    String town = county.name().replaceAll("[县市区]$", "");
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(
        "name",
        "示例"
            + FIRST[random.nextInt(FIRST.length)]
            + SECOND[random.nextInt(SECOND.length)]
            + sector.words().get(random.nextInt(sector.words().size()))
            + "（"
            + town
            + "）"
            + (enterprises.size() + 1)
            + "号");
    values.put("sector", sector.sector());
    double size = random.nextDouble();
    values.put(
        "scale", size < 0.04 ? "large" : size < 0.16 ? "medium" : size < 0.66 ? "small" : "micro");
    values.put("commissioned_on", commissionedOn);
    values.put("county_code", county.code());
    enterprises.add(new DemoRow(code, values, place, 5.0));
    return code;
  }

  private void addRiskPoints(Sector sector, County county, String enterprise, Point place) {
    int count = 1 + random.nextInt((int) Math.round(2 * plan.riskPointsPerEnterprise() - 1));
    for (int i = 0; i < count; i++) {
      Coordinate at = near(place, county.geometry());
      String part = sector.places().get(random.nextInt(sector.places().size()));
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("name", "示例风险点·" + part + "（" + enterprise.replace("DEMO-", "") + "）");
      values.put("enterprise_code", enterprise);
      values.put("sector", sector.sector());
      values.put(
          "accident_type",
          sector.accidentTypes().get(random.nextInt(sector.accidentTypes().size())));
      values.putAll(factors.draw(level(sector.majorFactor())));
      values.put("last_reviewed", DemoDates.between(random, 2020, 2021));
      values.put("county_code", county.code());
      riskPoints.add(
          new DemoRow(
              code("RP", riskPoints.size() + 1), values, place.getFactory().createPoint(at), 5.0));
    }
  }

  private Coordinate near(Point place, Geometry county) {
    for (int i = 0; i < 8; i++) {
      Coordinate at =
          LocalFrame.step(
              place.getCoordinate(), random.nextDouble() * 360, 20 + random.nextDouble() * 260);
      Coordinate rounded =
          new Coordinate(Math.round(at.x * 1e7) / 1e7, Math.round(at.y * 1e7) / 1e7);
      Point point = place.getFactory().createPoint(rounded);
      if (county.covers(point) && !water.intersects(point)) {
        return rounded;
      }
    }
    return place.getCoordinate();
  }

  private int level(double majorFactor) {
    double x = random.nextDouble();
    double upTo = 0;
    for (int level = 1; level < 4; level++) {
      upTo += plan.levelShares().get(level - 1) * (level == 1 ? majorFactor : 1);
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
