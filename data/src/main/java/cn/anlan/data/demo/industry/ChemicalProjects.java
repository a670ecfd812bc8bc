package cn.anlan.data.demo.industry;

import cn.anlan.data.demo.draw.DemoDates;
import cn.anlan.data.demo.draw.Weighted;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Places;
import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.distance.NearestPair;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Invented chemical projects round the one kilometre line: clearly inside it, just outside, so near
 * it that only a survey can tell, and far away; old and new; with and without the four approvals.
 */
final class ChemicalProjects {
  private static final double LIMIT_M = 1000;
  private static final LocalDate PLAN_2019 = LocalDate.of(2019, 1, 1);
  private static final LocalDate LAW_2021 = LocalDate.of(2021, 3, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2021, 12, 31);

  /** How many projects stand how far from the shore, in metres. */
  private enum Band {
    WITHIN(40, 60, 960),
    DOUBTFUL(16, 996, 1004),
    JUST_OUTSIDE(40, 1012, 1500),
    FAR(64, 3000, 12000);

    private final int count;
    private final double fromM;
    private final double toM;

    Band(int count, double fromM, double toM) {
      this.count = count;
      this.fromM = fromM;
      this.toM = toM;
    }
  }

  record Project(
      County county, Polygon site, double sigmaM, String suffix, Map<String, Object> values) {}

  private final Ground ground;
  private final Map<String, Places> places = new HashMap<>();
  private final Random random;
  private final List<GeodesicTarget> shores;
  private final Weighted<Geometry> shoreByLength;
  private final SitePlacer placer;

  ChemicalProjects(Ground ground, Random random) {
    this.ground = ground;
    this.random = random;
    this.shores = ground.shores().stream().map(GeodesicTarget::of).toList();
    // Square root: otherwise the lake's ragged shore would take nearly all.
    this.shoreByLength = new Weighted<>(ground.shores(), s -> Math.sqrt(s.getLength()));
    this.placer = new SitePlacer(this::nearestShore, this::allowed, random);
  }

  List<Project> draw() {
    List<Project> projects = new ArrayList<>();
    for (Band band : Band.values()) {
      for (int placed = 0; placed < band.count; ) {
        Optional<Project> project = attempt(band, placed);
        if (project.isPresent()) {
          projects.add(project.get());
          placed++;
        }
      }
    }
    return projects;
  }

  private Optional<Project> attempt(Band band, int number) {
    Optional<Polygon> site = band == Band.FAR ? far(band) : nearShore(band);
    return site.flatMap(
        s ->
            countyOf(s)
                .map(county -> new Project(county, s, sigmaM(), suffix(number), facts(number))));
  }

  private Optional<Polygon> nearShore(Band band) {
    Coordinate[] line = shoreByLength.draw(random).getCoordinates();
    double wishedM = band.fromM + random.nextDouble() * (band.toM - band.fromM);
    return placer.place(line[random.nextInt(line.length)], wishedM);
  }

  private Optional<Polygon> far(Band band) {
    List<County> counties = ground.counties();
    County county = counties.get(random.nextInt(counties.size()));
    Polygon site =
        placer.placeAt(
            places
                .computeIfAbsent(
                    county.code(),
                    c -> new Places(county.geometry(), ground.preparedWater(), random))
                .next()
                .getCoordinate());
    double distanceM = nearestShore(site).distanceM();
    return distanceM > band.fromM && allowed(site) ? Optional.of(site) : Optional.empty();
  }

  /** Kinds and dates go round in turn, so that every combination occurs in every band. */
  private Map<String, Object> facts(int number) {
    Map<String, Object> values = new LinkedHashMap<>();
    String type =
        new String[] {"existing", "new", "expansion", "existing", "rebuild", "new"}[number % 6];
    LocalDate approved =
        switch (type) {
          case "existing" ->
              DemoDates.between(random, LocalDate.of(1996, 1, 1), PLAN_2019.minusDays(1));
          default ->
              number % 2 == 0
                  ? DemoDates.between(random, LAW_2021, LAST_DAY)
                  : DemoDates.between(random, PLAN_2019, LAW_2021.minusDays(1));
        };
    values.put("project_type", type);
    values.put("hazardous_producer", random.nextDouble() < 0.8);
    values.put("approval_date", approved);
    if (type.equals("existing")) {
      values.put("commissioned_on", approved.plusDays(300 + random.nextInt(500)));
    }
    boolean complete = random.nextDouble() < 0.55;
    String[] documents = {
      "approval_project", "approval_planning", "approval_land", "approval_safety"
    };
    for (String document : documents) {
      if (complete || random.nextDouble() < 0.6) {
        values.put(document, "示例文号〔" + approved.getYear() + "〕" + (1 + random.nextInt(300)) + "号");
      }
    }
    return values;
  }

  private static String suffix(int number) {
    return new String[] {"厂区", "新建项目", "扩建项目", "厂区", "改建项目", "新建项目"}[number % 6];
  }

  private double sigmaM() {
    return Math.round((0.05 + random.nextDouble() * 1.5) * 100) / 100.0;
  }

  private NearestPair nearestShore(Geometry site) {
    return shores.stream()
        .map(s -> s.nearest(site))
        .min(Comparator.comparingDouble(NearestPair::distanceM))
        .orElseThrow();
  }

  private boolean allowed(Geometry site) {
    return ground.province().contains(site) && !ground.preparedWater().intersects(site);
  }

  private Optional<County> countyOf(Polygon site) {
    return ground.counties().stream().filter(c -> c.geometry().covers(site)).findFirst();
  }
}
