package cn.anlan.web.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.ColumnKind;
import cn.anlan.geo.snapshot.ColumnSpec;
import cn.anlan.geo.snapshot.Disclosure;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.problem.NotFound;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;

/** A plant of 200 × 200 m with people and rescuers at known distances and azimuths. */
class SurveyTest {
  private static final Catalog CATALOG = Catalog.load(null);
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final Scope ALL = Scope.wholeProvince("test");
  private static final Coordinate PLANT = new Coordinate(115.9, 28.7);
  private static final double HALF_M = 100;

  private final Map<String, List<Object[]>> rows = new HashMap<>();
  private final Survey survey = new Survey(CATALOG, GradingTables.ours());

  @Test
  void neighboursAreCountedByTrueDistanceAndDirection() {
    add(
        "emergency_team",
        at(0, 2_000),
        Map.of("name", "北队", "kind", "fire_station", "persons", 20L));
    add(
        "emergency_team",
        at(90, 4_000),
        Map.of("name", "东队", "kind", "fire_station", "persons", 7L));
    add("emergency_team", at(180, 5_200), Map.of("name", "远队", "kind", "fire_station"));
    Report.ThemeResult teams = theme(report(5_000, 8), "teams");
    assertThat(teams.count()).isEqualTo(2);
    assertThat(teams.sum()).isEqualTo(27);
    assertThat(teams.items()).extracting(Report.Neighbour::name).containsExactly("北队", "东队");
    assertThat(teams.items()).extracting(n -> n.direction().zh()).containsExactly("北", "东");
    // From the boundary, not from the centre.
    assertThat(teams.items().get(0).distanceM()).isCloseTo(2_000 - HALF_M, within(0.01));
    assertThat(teams.items().get(1).distanceM()).isCloseTo(4_000 - HALF_M, within(0.01));
    assertThat(teams.cells().get(2).get(0)).isEqualTo(new Report.Cell(1, 20));
    assertThat(teams.cells().get(3).get(2)).isEqualTo(new Report.Cell(1, 7));
  }

  @Test
  void schoolsAndHospitalsAreThemesOfTheirOwnAndNothingCountsTwice() {
    String[] kinds = {"school", "kindergarten", "hospital", "nursing_home", "market", null};
    for (String kind : kinds) {
      Map<String, Object> place = new HashMap<>(Map.of("protected_class", "public_facility"));
      place.put("subkind", kind);
      add("protected_site", at(45, 1_000), place);
    }
    Report report = report(5_000, 16);
    assertThat(theme(report, "schools").count()).isEqualTo(2);
    assertThat(theme(report, "hospitals").count()).isEqualTo(2);
    assertThat(theme(report, "protected").count()).isEqualTo(2);
    assertThat(theme(report, "schools").items().get(0).direction().en()).isEqualTo("NE");
  }

  @Test
  void thePlantItselfAndItsOwnUnitsAreNoNeighbours() {
    add("enterprise", at(0, 0), Map.of("code", "E1", "sector", "hazardous_chemicals"));
    add("enterprise", at(0, 900), Map.of("code", "E2", "sector", "fireworks"));
    add("chemical_project", at(0, 800), Map.of("code", "C1", "enterprise_code", "E1"));
    add("chemical_project", at(0, 800), Map.of("code", "C2", "enterprise_code", "E2"));
    assertThat(theme(report(5_000, 8), "plants").items())
        .extracting(Report.Neighbour::code)
        .containsExactlyInAnyOrder("E2", "C2");
    assertThat(theme(report(5_000, 8), "hazards").count()).isZero();
  }

  @Test
  void closedHazardsAreLeftOut() {
    add("hazard", at(10, 300), Map.of("hazard_grade", "major", "status", "rectifying"));
    add("hazard", at(10, 300), Map.of("hazard_grade", "major", "status", "closed"));
    add("hazard", at(10, 300), Map.of("hazard_grade", "general", "status", "found"));
    assertThat(theme(report(1_000, 8), "open_hazards").count()).isEqualTo(1);
  }

  @Test
  void aVillageAtTheEdgeExposesAPartOfItsPeople() {
    // 785 people stand for a disc of 223.6 m; its middle is exactly 500 m from the boundary.
    add("resident_point", at(0, HALF_M + 500), Map.of("population", 785L));
    Report.Exposure half = report(1_000, 8).exposure();
    assertThat(half.people()).isBetween(330L, 410L);
    assertThat(half.alpha()).isEqualTo(2.0);
    rows.clear();
    add("resident_point", at(0, HALF_M + 760), Map.of("population", 785L));
    assertThat(report(1_000, 8).exposure().people()).isZero();
    assertThat(report(1_000, 8).exposure().alpha()).isEqualTo(0.5);
  }

  @Test
  void theRecordedExposureStandsBesideTheComputedOne() {
    add("resident_point", at(0, HALF_M + 100), Map.of("population", 40L));
    Report.Exposure exposure = report(1_000, 8).exposure();
    assertThat(exposure.people()).isEqualTo(40);
    assertThat(exposure.alpha()).isEqualTo(1.2);
    assertThat(exposure.recorded().fields()).containsEntry("exposed_500m", 190L);
    // R = 41.99 with α = 2.0, so 25.194 with α = 1.2: still level 3.
    assertThat(exposure.recorded().rValue()).isCloseTo(25.194, within(1e-9));
    assertThat(exposure.recorded().level()).isEqualTo(3);
  }

  @Test
  void randomNeighboursAgreeWithGeographicLib() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      Coordinate c = at(random.nextDouble() * 360, HALF_M * 2 + random.nextDouble() * 30_000);
      add("emergency_facility", c, Map.of("code", "F" + i, "kind", "hydrant"));
    }
    Report report = report(20_000, 16);
    Report.ThemeResult found = theme(report, "facilities");
    long cells = found.cells().stream().flatMap(List::stream).mapToLong(Report.Cell::count).sum();
    assertThat(cells).as("seed %d", seed).isEqualTo(found.count());
    for (Report.Neighbour n : found.items()) {
      GeodesicData line =
          Cgcs2000.GEODESIC.Inverse(PLANT.y, PLANT.x, n.point().get(1), n.point().get(0));
      assertThat(n.distanceM())
          .as("seed %d, %s", seed, n.code())
          .isBetween(line.s12 - HALF_M * Math.sqrt(2) - 1, line.s12 - HALF_M + 1);
      double turn = Math.abs((line.azi1 + 360) % 360 - n.azimuthDeg());
      assertThat(Math.min(turn, 360 - turn)).as("seed %d, %s", seed, n.code()).isLessThan(0.01);
    }
  }

  @Test
  void whatCannotBeAskedIsRefused() {
    assertThatThrownBy(() -> new Survey.Question(50_001, 8, 1)).isInstanceOf(UserFault.class);
    assertThatThrownBy(() -> new Survey.Question(Double.NaN, 8, 1)).isInstanceOf(UserFault.class);
    assertThatThrownBy(() -> new Survey.Question(100, 12, 1)).isInstanceOf(UserFault.class);
    assertThatThrownBy(() -> survey.subject(generation(), ALL, "nosuch", "X"))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> survey.subject(generation(), ALL, "enterprise", "X"))
        .isInstanceOf(NotFound.class);
    Scope elsewhere = Scope.regions("other", List.of("360702"), EnumSet.allOf(Disclosure.class));
    assertThatThrownBy(
            () -> survey.subject(generation(), elsewhere, "major_hazard_installation", "MH1"))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void sectorsMeetHalfWayBetweenTheirNames() {
    Compass eight = Compass.of(8);
    assertThat(eight.name(eight.sector(22.4)).en()).isEqualTo("N");
    assertThat(eight.name(eight.sector(22.5)).en()).isEqualTo("NE");
    assertThat(eight.name(eight.sector(337.5)).en()).isEqualTo("N");
    assertThat(eight.name(eight.sector(-22.6)).en()).isEqualTo("NW");
    Compass sixteen = Compass.of(16);
    assertThat(sixteen.name(sixteen.sector(11.25)).zh()).isEqualTo("北东北");
    assertThat(sixteen.name(sixteen.sector(359.9)).zh()).isEqualTo("北");
    assertThat(sixteen.names()).hasSize(16).doesNotHaveDuplicates();
  }

  private Report report(double radiusM, int points) {
    Generation generation = generation();
    Subject subject = survey.subject(generation, ALL, "major_hazard_installation", "MH1");
    return survey.report(generation, ALL, subject, new Survey.Question(radiusM, points, 5_000));
  }

  private static Report.ThemeResult theme(Report report, String id) {
    return report.themes().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
  }

  private void add(String layer, Coordinate at, Map<String, Object> values) {
    rows.computeIfAbsent(layer, k -> new ArrayList<>())
        .add(new Object[] {FACTORY.createPoint(at), values});
  }

  /** A point at an azimuth and a distance from the plant's middle. */
  private static Coordinate at(double azimuthDeg, double metres) {
    GeodesicData to = Cgcs2000.GEODESIC.Direct(PLANT.y, PLANT.x, azimuthDeg, metres);
    return new Coordinate(to.lon2, to.lat2);
  }

  private static Geometry plant() {
    double north = at(0, HALF_M).y - PLANT.y;
    double east = at(90, HALF_M).x - PLANT.x;
    return FACTORY.createPolygon(
        new Coordinate[] {
          new Coordinate(PLANT.x - east, PLANT.y - north),
          new Coordinate(PLANT.x + east, PLANT.y - north),
          new Coordinate(PLANT.x + east, PLANT.y + north),
          new Coordinate(PLANT.x - east, PLANT.y + north),
          new Coordinate(PLANT.x - east, PLANT.y - north)
        });
  }

  private Generation generation() {
    Map<String, Object> plant = new HashMap<>();
    plant.put("code", "MH1");
    plant.put("enterprise_code", "E1");
    plant.put("exposed_500m", 190L);
    plant.put("alpha", 2.0);
    plant.put("r_value", 41.99);
    plant.put("hazard_level", 3L);
    plant.put("county_code", "360102");
    rows.put(
        "major_hazard_installation",
        new ArrayList<>(List.<Object[]>of(new Object[] {plant(), plant})));
    Map<String, LayerSnapshot> layers = new HashMap<>();
    for (Layer layer : CATALOG.layers()) {
      layers.put(layer.id(), snapshot(layer));
    }
    return new Generation(1, layers);
  }

  private LayerSnapshot snapshot(Layer layer) {
    List<ColumnSpec> columns = new ArrayList<>(List.of(new ColumnSpec("code", ColumnKind.TEXT)));
    for (Field field : layer.fields()) {
      columns.add(new ColumnSpec(field.name(), ColumnKind.valueOf(field.type().name())));
    }
    columns.add(new ColumnSpec("is_demo", ColumnKind.BOOLEAN));
    SnapshotBuilder builder =
        new SnapshotBuilder(layer.id(), 1, columns).disclosure(layer.disclosure());
    if (layer.regionField() != null) {
      builder.regionColumn(layer.regionField());
    }
    int id = 0;
    for (Object[] row : rows.getOrDefault(layer.id(), List.of())) {
      id++;
      @SuppressWarnings("unchecked")
      Map<String, Object> values = (Map<String, Object>) row[1];
      int number = id;
      Object[] cells =
          columns.stream()
              .map(
                  c ->
                      c.name().equals("code")
                          ? values.getOrDefault("code", "R" + number)
                          : values.get(c.name()))
              .toArray();
      builder.add(id, new WKBWriter().write((Geometry) row[0]), cells);
    }
    return builder.build();
  }
}
