package cn.anlan.data.demo.hazardous;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.analytics.grade.Gb18218;
import cn.anlan.analytics.grade.Gb18218.Grade;
import cn.anlan.analytics.grade.Gb18218.Quantity;
import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.data.demo.DrawnLayers;
import cn.anlan.data.demo.DrawnProvince;
import cn.anlan.data.demo.DrawnProvince.Theme;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.Geodesics;
import cn.anlan.data.demo.draw.Planted;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.ground.Village;
import cn.anlan.geo.distance.GeodesicTarget;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.sf.geographiclib.Geodesic;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class HazardousTest {
  private static final DemoPlan PLAN = new DemoPlan(DemoPlan.DEFAULT_SEED, 0.05);
  private static final Theme<Hazardous> DRAWN =
      DrawnProvince.hazardous(PLAN, DrawnProvince.industry(PLAN));

  private final DrawnLayers rows = DRAWN.layers();
  private final Ground ground = DrawnProvince.ground();
  private final Settlements settlements = DrawnProvince.settlements();

  @Test
  void everyLayerFitsTheCatalogueAndItsCounty() {
    for (String layer :
        List.of(
            "chemical_park",
            "major_hazard_installation",
            "special_equipment",
            "filling_station",
            "fireworks_plant",
            "fireworks_warehouse",
            "fireworks_shop",
            "explosives_store")) {
      rows.assertFitsCatalogue(layer);
      rows.assertLiesInItsCounty(layer, ground);
      rows.assertStaysDry(layer, ground);
    }
  }

  @Test
  void countsFollowTheScaleWhereTheyShould() {
    assertThat(rows.get("special_equipment")).hasSize(6000);
    assertThat(rows.get("fireworks_shop")).hasSize(200);
    assertThat(rows.get("filling_station")).hasSize(2400);
    assertThat(rows.get("chemical_park")).hasSize(32);
    assertThat(rows.get("major_hazard_installation")).hasSizeBetween(300, 420);
  }

  @Test
  void theStandardGradesEveryInstallationAsItIsGraded() {
    Gb18218 standard = GradingTables.ours().majorHazard();
    for (DemoRow row : rows.get("major_hazard_installation")) {
      List<Quantity> quantities =
          ((List<?>) row.values().get("substances"))
              .stream().map(s -> quantity(standard, (String) s)).toList();
      Grade grade = standard.grade(quantities, (Long) row.values().get("exposed_500m"));
      assertThat(grade.isMajorHazard()).as(row.code()).isTrue();
      assertThat(row.values().get("hazard_level")).isEqualTo((long) grade.level());
      assertThat((Double) row.values().get("r_value"))
          .isCloseTo(grade.rValue().doubleValue(), Offset.offset(0.0006));
    }
    assertThat(values("major_hazard_installation", "hazard_level")).hasSize(4);
    assertThat(values("major_hazard_installation", "alpha")).hasSizeGreaterThan(2);
  }

  /** All villages, each as 400 points, by the product's exact distance: no index, no plane. */
  @Test
  void countsTheExposedAsBruteForceDoes() {
    List<DemoRow> some = rows.get("major_hazard_installation").subList(0, 12);
    for (DemoRow row : some) {
      Coordinate centre = row.geometry().getCentroid().getCoordinate();
      double expected = 0;
      double people = 0;
      for (Village village : settlements.villages()) {
        double apartM =
            Geodesic.WGS84.Inverse(centre.y, centre.x, village.at().y, village.at().x).s12;
        if (apartM < 1500 + ExposedResidents.radiusM(village)) {
          people += village.residents();
          expected += village.residents() * exposedShare(village, row.geometry());
        }
      }
      long counted = (Long) row.values().get("exposed_500m");
      assertThat((double) counted).as(row.code()).isCloseTo(expected, within(people * 0.015 + 2));
    }
    assertThat(some.stream().anyMatch(r -> (Long) r.values().get("exposed_500m") > 0)).isTrue();
  }

  @Test
  void plantedShopsAreTooCloseAndInstallationsUnassessed() {
    Map<String, DemoRow> shops = rows.byCode("fireworks_shop");
    List<Planted> pairs =
        DRAWN.drawn().planted().stream()
            .filter(p -> p.kind().equals("fireworks_shops_too_close"))
            .toList();
    assertThat(pairs).isNotEmpty();
    for (Planted pair : pairs) {
      Coordinate a = shops.get(pair.subjects().get(0)).geometry().getCoordinate();
      Coordinate b = shops.get(pair.subjects().get(1)).geometry().getCoordinate();
      assertThat(Geodesic.WGS84.Inverse(a.y, a.x, b.y, b.x).s12).isBetween(10.0, 50.0);
    }
    Set<String> unassessed =
        rows.get("major_hazard_installation").stream()
            .filter(r -> r.values().get("assessed").equals(false))
            .filter(r -> r.values().get("in_park").equals(false))
            .map(DemoRow::code)
            .collect(Collectors.toSet());
    assertThat(unassessed).isNotEmpty();
    assertThat(DRAWN.drawn().planted())
        .filteredOn(p -> p.kind().equals("major_hazard_unassessed_outside_park"))
        .singleElement()
        .satisfies(p -> assertThat(Set.copyOf(p.subjects())).isEqualTo(unassessed));
  }

  private Set<Object> values(String layer, String field) {
    return rows.get(layer).stream().map(r -> r.values().get(field)).collect(Collectors.toSet());
  }

  private static Quantity quantity(Gb18218 standard, String text) {
    String[] parts = text.split(" ");
    return new Quantity(standard.find(parts[0]).orElseThrow(), new BigDecimal(parts[1]));
  }

  private static double exposedShare(Village village, Geometry plant) {
    GeodesicTarget boundary = GeodesicTarget.of(plant);
    GeometryFactory factory = new GeometryFactory();
    int rings = 20;
    int inside = 0;
    int all = 0;
    for (int ring = 0; ring < rings; ring++) {
      int points = 1 + 2 * ring;
      for (int i = 0; i < points; i++) {
        double outM = ExposedResidents.radiusM(village) * (ring + 0.5) / rings;
        Coordinate at = Geodesics.step(village.at(), 360.0 * i / points, outM);
        inside += boundary.nearest(factory.createPoint(at)).distanceM() <= 500 ? 1 : 0;
        all++;
      }
    }
    return (double) inside / all;
  }

  private static Offset<Double> within(double value) {
    return Offset.offset(value);
  }
}
