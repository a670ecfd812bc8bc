package cn.anlan.data.demo.industry;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.DemoSink;
import cn.anlan.data.demo.draw.Planted;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.industry.ChemicalProjects.Project;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.locationtech.jts.geom.Polygon;

/** Enterprises, their risk points and chemical projects. Every name begins with 示例. */
public final class Industry {
  private final DemoSectors sectors;
  private final List<Enterprise> enterprises;
  private final List<RiskPoint> riskPoints;
  private final IndustrialParks parks;
  private final Map<String, Polygon> plants = new HashMap<>();
  private final List<Planted> planted;

  private Industry(
      DemoSectors sectors,
      List<Enterprise> enterprises,
      List<RiskPoint> riskPoints,
      IndustrialParks parks,
      List<Planted> planted) {
    this.sectors = sectors;
    this.enterprises = enterprises;
    this.riskPoints = riskPoints;
    this.parks = parks;
    this.planted = planted;
  }

  /** Draws and hands over the layers enterprise, chemical_project and risk_point. */
  public static Industry draw(
      Ground ground, Settlements settlements, DemoPlan plan, DemoSink sink) {
    DemoSectors sectors = DemoSectors.shipped();
    Random random = plan.random("industry");
    IndustrialParks parks = IndustrialParks.draw(ground, settlements, plan.random("park"));
    List<Project> projects = new ChemicalProjects(ground, plan.random("chemical_project")).draw();
    EnterpriseDrafts drawer = new EnterpriseDrafts(sectors, ground, settlements, parks, random);
    for (Project project : projects) {
      drawer.onSite(
          project.county(), project.site(), (LocalDate) project.values().get("commissioned_on"));
    }
    int wanted = plan.scaled(sectors.enterprises());
    while (drawer.drafts().size() < wanted) {
      drawer.ordinary();
    }
    int total = plan.scaled(sectors.riskPoints());
    int major = Math.min(total, plan.scaled(sectors.majorRiskPoints()));
    RiskPoints points = new RiskPoints(sectors, plan.random("risk_point"));
    List<EnterpriseDraft> drafts = drawer.drafts();
    List<Enterprise> enterprises = number(drafts, points.counts(drafts, total));
    List<RiskPoint> riskPoints = points.draw(enterprises, total, major);
    Industry industry =
        new Industry(
            sectors,
            enterprises,
            riskPoints,
            parks,
            IndustryAnomalies.of(sectors, ground, enterprises, riskPoints));
    for (int i = 0; i < projects.size(); i++) {
      industry.plants.put(enterprises.get(i).code(), projects.get(i).site());
    }
    industry.handOver(projects, plan, sink);
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

  /** The risk points of one enterprise. */
  public List<RiskPoint> riskPointsOf(Enterprise enterprise) {
    int first = enterprise.firstRiskPoint();
    return riskPoints.subList(first, first + enterprise.riskPoints());
  }

  /** The industrial park of a county. */
  public IndustrialPark parkOf(County county) {
    return parks.of(county);
  }

  /**
   * The counties that a sector favours: county code → how many times likelier it is there than by
   * what else decides.
   */
  public Map<String, Double> favouredCounties(String sector) {
    return sectors.get(sector).favoured();
  }

  /** The boundary of the plant, where the enterprise runs a chemical project. */
  public Optional<Polygon> plantOf(Enterprise enterprise) {
    return Optional.ofNullable(plants.get(enterprise.code()));
  }

  /** What is in these layers on purpose. */
  public List<Planted> planted() {
    return planted;
  }

  private static List<Enterprise> number(List<EnterpriseDraft> drafts, int[] counts) {
    List<Enterprise> enterprises = new ArrayList<>(drafts.size());
    int first = 0;
    for (EnterpriseDraft draft : drafts) {
      int number = enterprises.size();
      enterprises.add(
          new Enterprise(
              DemoCodes.of("E", number + 1),
              draft.name(),
              draft.sector().sector(),
              draft.scale(),
              draft.county(),
              draft.at(),
              first,
              counts[number],
              draft.village(),
              draft.clearM(),
              draft.inPark(),
              draft.commissionedOn()));
      first += counts[number];
    }
    return List.copyOf(enterprises);
  }

  private void handOver(List<Project> projects, DemoPlan plan, DemoSink sink) {
    sink.layer(
        "enterprise",
        out -> {
          EnterpriseRows rows = new EnterpriseRows(plan.random("enterprise_row"));
          enterprises.forEach(e -> out.accept(rows.row(e, worstLevel(e))));
        });
    sink.layer(
        "chemical_project",
        out -> {
          for (int i = 0; i < projects.size(); i++) {
            out.accept(row(projects.get(i), enterprises.get(i), i + 1));
          }
        });
    sink.layer(
        "risk_point",
        out -> {
          RiskPointRows rows = new RiskPointRows(plan.random("risk_point_row"));
          riskPoints.forEach(p -> out.accept(rows.row(p)));
        });
  }

  private static DemoRow row(Project project, Enterprise enterprise, int number) {
    Map<String, Object> values = new HashMap<>(project.values());
    values.put("name", enterprise.name() + project.suffix());
    values.put("enterprise_code", enterprise.code());
    values.put("township_code", enterprise.village().township().code());
    values.put("county_code", project.county().code());
    return new DemoRow(DemoCodes.of("CP", number), values, project.site(), project.sigmaM());
  }

  /** 4 where it has no risk point. */
  private int worstLevel(Enterprise enterprise) {
    return riskPointsOf(enterprise).stream().mapToInt(RiskPoint::level).min().orElse(4);
  }
}
