package cn.anlan.data.demo.utility;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.basemap.BaseFeature;
import cn.anlan.data.basemap.BaseMap;
import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.demo.DrawnLayers;
import cn.anlan.data.demo.DrawnProvince;
import cn.anlan.data.demo.DrawnProvince.Theme;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Every row fits its catalogue file, and there are as many as the province is said to have. */
class UtilityRowsTest {
  private static final Catalog CATALOG = Catalog.load(null);

  private final DrawnLayers drawn = DrawnUtilities.ONCE.layers();

  @Test
  void everyValueFitsItsField() {
    drawn.ids().forEach(drawn::assertFitsCatalogue);
    drawn.forEach(
        (id, rows) -> {
          for (DemoRow row : rows) {
            assertThat((String) row.values().get("name")).as(row.code()).startsWith("示例");
            assertThat(row.sigmaM()).as(row.code()).isPositive();
          }
        });
  }

  @Test
  void everyGeometryIsOfItsLayersKindValidAndWithinItsCounty() {
    drawn.forEach(
        (id, rows) -> {
          for (DemoRow row : rows) {
            Geometry shape = row.geometry();
            switch (CATALOG.getLayer(id).geometry()) {
              case POINT -> assertThat(shape.getDimension()).as(row.code()).isZero();
              case LINE -> assertThat(shape.getDimension()).as(row.code()).isEqualTo(1);
              case POLYGON -> assertThat(shape.getDimension()).as(row.code()).isEqualTo(2);
              default -> assertThat(shape.isEmpty()).as(row.code()).isFalse();
            }
            assertThat(shape.isEmpty() || !shape.isValid()).as(row.code()).isFalse();
            Geometry county =
                DrawnProvince.ground()
                    .getCounty((String) row.values().get("county_code"))
                    .geometry();
            assertThat(within(county, shape)).as(id + " " + row.code()).isTrue();
          }
        });
  }

  @Test
  void everyReferenceIsMet() {
    for (DemoRow station : drawn.get("pipeline_station")) {
      DemoRow pipe = drawn.byCode("oil_gas_pipeline").get(station.values().get("pipeline_code"));
      assertThat(pipe).as(station.code()).isNotNull();
      assertThat(pipe.values()).containsEntry("medium", station.values().get("medium"));
      assertThat(pipe.geometry().distance(station.geometry())).as(station.code()).isZero();
    }
    Set<Object> waters =
        BaseMap.waters().stream().map(BaseFeature::code).collect(Collectors.toSet());
    for (String layer : List.of("water_intake", "drinking_water_zone", "poyang_belt")) {
      assertThat(drawn.get(layer)).allMatch(r -> waters.contains(r.values().get("water_code")));
    }
    Map<String, DemoRow> enterprises = drawn.byCode("enterprise");
    for (DemoRow workshop : drawn.get("hazardous_workshop")) {
      DemoRow owner = enterprises.get(workshop.values().get("enterprise_code"));
      assertThat(owner).as(workshop.code()).isNotNull();
      assertThat(owner.values()).containsEntry("county_code", workshop.values().get("county_code"));
    }
  }

  @Test
  void thereIsAsMuchAsTheProvinceIsSaidToHave() {
    assertThat(kilometres("oil_gas_pipeline")).isBetween(3_300.0, 4_000.0);
    assertThat(kilometres("city_gas_pipe")).isBetween(3_400.0, 4_400.0);
    assertThat(kilometres("power_line")).isBetween(20_000.0, 26_000.0);
    assertThat(drawn.get("city_gas_pipe")).hasSizeBetween(5_500, 6_500);
    assertThat(drawn.get("power_line")).hasSizeBetween(9_000, 12_100);
    assertThat(drawn.get("pipeline_station")).hasSizeBetween(100, 170);
    assertThat(drawn.get("broadcast_facility")).hasSizeBetween(300, 420);
    assertThat(drawn.get("drinking_water_zone")).hasSizeBetween(240, 260);
    assertThat(drawn.get("city_lifeline")).hasSizeBetween(590, 610);
    assertThat(drawn.get("crossing")).hasSizeBetween(280, 320);
    assertThat(drawn.get("poyang_belt")).hasSizeBetween(8, 20);
    assertThat(distinct("power_line", "kv")).containsExactlyInAnyOrder(10L, 35L, 110L, 220L, 500L);
    assertThat(distinct("city_lifeline", "kind")).hasSize(11);
    assertThat(distinct("city_gas_pipe", "pressure_class")).hasSize(4);
    assertThat(distinct("oil_gas_pipeline", "medium")).hasSize(2);
  }

  @Test
  void longLinesRunThroughManyCounties() {
    Map<Object, Set<Object>> counties =
        drawn.get("oil_gas_pipeline").stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.values().get("line_code"),
                    Collectors.mapping(r -> r.values().get("county_code"), Collectors.toSet())));
    assertThat(counties.values()).anyMatch(through -> through.size() >= 20);
  }

  @Test
  void theSamePlanDrawsTheSameAndAnotherSeedDrawsOther() {
    Theme<Utilities> again = DrawnUtilities.of(DrawnProvince.PLAN);
    assertThat(again.layers().ids()).containsExactlyElementsOf(drawn.ids());
    drawn.forEach((id, rows) -> assertThat(again.layers().get(id)).as(id).isEqualTo(rows));
    assertThat(again.drawn().planted()).isEqualTo(DrawnUtilities.ONCE.drawn().planted());
    Theme<Utilities> other = DrawnUtilities.of(new DemoPlan(7, 0.01));
    assertThat(other.layers().get("power_line")).isNotEqualTo(drawn.get("power_line"));
  }

  private Set<Object> distinct(String layer, String field) {
    return drawn.get(layer).stream().map(r -> r.values().get(field)).collect(Collectors.toSet());
  }

  /** Measured again from the geometry, not taken from the field. */
  private double kilometres(String layer) {
    ToDoubleFunction<DemoRow> measured = row -> CountyCut.lengthM(row.geometry());
    for (DemoRow row : drawn.get(layer)) {
      assertThat((double) row.values().get("length_m"))
          .as(row.code())
          .isBetween(49.9, 400_000.0)
          .isEqualTo(measured.applyAsDouble(row));
    }
    return drawn.get(layer).stream().mapToDouble(measured).sum() / 1000;
  }

  private static boolean within(Geometry county, Geometry shape) {
    if (county.covers(shape)) {
      return true;
    }
    for (Coordinate c : shape.getCoordinates()) {
      if (county.distance(shape.getFactory().createPoint(c)) > 1e-6) {
        return false;
      }
    }
    double outside =
        shape.getDimension() == 1
            ? shape.difference(county.buffer(1e-6)).getLength()
            : shape.difference(county.buffer(1e-6)).getArea();
    return outside == 0;
  }
}
