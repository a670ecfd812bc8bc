package cn.anlan.data.demo.mine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.FieldType;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.demo.draw.DemoRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Everything that mines draw but what is said of tailings ponds alone. */
class MinesTest extends DrawnMines {
  @Test
  void thereIsAsMuchAsWasAskedFor() {
    assertThat(layers.get("tailings_pond")).hasSize(380);
    assertThat(layers.get("tailings_toe")).hasSize(380);
    assertThat(layers.get("tailings_flow_path")).hasSize(380);
    assertThat(layers.get("tailings_pond").stream().filter(r -> is(r, "is_overhead"))).hasSize(60);
    assertThat(layers.get("mine_system")).hasSize(350);
    assertThat(layers.get("quarry")).hasSize(450);
    assertThat(layers.get("sand_mining")).hasSize(250);
    assertThat(layers.get("groundwater_well")).hasSize(600);
    assertThat(layers.get("geohazard")).hasSize(5_000);
    assertThat(layers.get("mine_water_line").size() % 3).isZero();
    assertThat(layers.get("mine_water_line").size()).isBetween(300, 900);
    assertThat(layers.get("forbidden_zone")).isNotEmpty();
  }

  @Test
  void everyRowFillsItsLayerAsTheCatalogueSays() {
    Catalog catalog = Catalog.load(null);
    layers.forEach(
        (id, rows) -> {
          Layer layer = catalog.getLayer(id);
          Set<String> known = layer.fields().stream().map(Field::name).collect(Collectors.toSet());
          assertThat(rows.stream().map(DemoRow::code).distinct().count()).isEqualTo(rows.size());
          for (DemoRow row : rows) {
            assertThat(known).as(row.code()).containsAll(row.values().keySet());
            for (Field field : layer.fields()) {
              assertSound(catalog, field, row);
            }
          }
        });
  }

  @Test
  void everythingLiesWhollyInItsCountyAndOnlySandInTheWater() {
    Map<String, PreparedGeometry> counties = new HashMap<>();
    layers.forEach(
        (id, rows) -> {
          for (DemoRow row : rows) {
            PreparedGeometry county =
                counties.computeIfAbsent(
                    text(row, "county_code"),
                    c -> PreparedGeometryFactory.prepare(ground.getCounty(c).geometry()));
            assertThat(row.geometry().isValid()).as(row.code()).isTrue();
            assertThat(county.covers(row.geometry())).as("%s %s", id, row.code()).isTrue();
            if (!id.equals("sand_mining") && !id.equals("tailings_flow_path")) {
              assertThat(ground.preparedWater().intersects(row.geometry()))
                  .as("%s %s", id, row.code())
                  .isFalse();
            }
          }
        });
  }

  @Test
  void whatARowRefersToIsThere() {
    Set<String> enterprises =
        industry.enterprises().stream().map(e -> e.code()).collect(Collectors.toSet());
    for (String layer : List.of("tailings_pond", "mine_system", "quarry")) {
      for (DemoRow row : layers.get(layer)) {
        if (row.values().containsKey("enterprise_code")) {
          assertThat(enterprises).contains(text(row, "enterprise_code"));
        }
      }
    }
    Map<String, DemoRow> mines = byCode("mine_system");
    for (String layer : List.of("mine_water_line", "mine_heading", "forbidden_zone")) {
      for (DemoRow row : layers.get(layer)) {
        DemoRow mine = mines.get(text(row, "mine_code"));
        assertThat(mine.geometry().covers(row.geometry())).as(row.code()).isTrue();
        assertThat(is(mine, "underground")).isTrue();
      }
    }
  }

  @Test
  void theThreeWaterLinesNestAtTheirOffsets() {
    Map<String, List<DemoRow>> bodies =
        layers.get("mine_water_line").stream()
            .collect(Collectors.groupingBy(r -> text(r, "mine_code") + text(r, "seam")));
    bodies.forEach(
        (body, lines) -> {
          Map<String, DemoRow> byKind =
              lines.stream().collect(Collectors.toMap(r -> text(r, "kind"), r -> r));
          assertThat(byKind).hasSize(3);
          String basis = text(byKind.get("exploration"), "basis");
          String medium = text(byKind.get("exploration"), "medium");
          double probeM = basis.equals("inferred") ? 60 : medium.equals("coal") ? 30 : 20;
          assertNests(byKind.get("accumulated"), byKind.get("exploration"), probeM);
          assertNests(byKind.get("exploration"), byKind.get("warning"), 60);
        });
  }

  @Test
  void theHeadingsThatCrossTheProbingLineOfTheirSeamAreThePlantedOnes() {
    List<String> crossing = new ArrayList<>();
    for (DemoRow heading : layers.get("mine_heading")) {
      for (DemoRow line : layers.get("mine_water_line")) {
        if (text(line, "kind").equals("exploration")
            && text(line, "mine_code").equals(text(heading, "mine_code"))
            && text(line, "seam").equals(text(heading, "seam"))
            && area(line).intersects(heading.geometry())) {
          crossing.add(heading.code());
        }
      }
    }
    assertThat(crossing)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(plantedFirst("heading_in_water_line"));
    assertThat(layers.get("mine_heading"))
        .allSatisfy(r -> assertThat(r.geometry().getCoordinate().getZ()).isBetween(-700.0, 0.0));
  }

  @Test
  void theQuarriesLessThan300MetresApartAreThePlantedPairs() {
    List<String> close = new ArrayList<>();
    List<DemoRow> rows = layers.get("quarry");
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        Geometry one = rows.get(i).geometry();
        Geometry other = rows.get(j).geometry();
        if (one.getEnvelopeInternal().distance(other.getEnvelopeInternal()) < 0.004
            && distanceM(one, other) < 300) {
          close.add(rows.get(i).code());
        }
      }
    }
    assertThat(close)
        .hasSize(12)
        .containsExactlyInAnyOrderElementsOf(plantedFirst("quarries_too_close"));
  }

  @Test
  void theLimitsOfPersonsAreMetAndPassedAndTheTierFollowsOwnerAndLevel() {
    List<DemoRow> systems = layers.get("mine_system");
    assertThat(systems).extracting(r -> r.values().get("max_shift_persons")).contains(30L, 31L);
    assertThat(systems).extracting(r -> r.values().get("hoist_persons")).contains(10L, 11L);
    assertThat(MineSystems.tier("central", "none")).isEqualTo("province");
    assertThat(MineSystems.tier("other", "one")).isEqualTo("province");
    assertThat(MineSystems.tier("city", "three")).isEqualTo("city");
    assertThat(MineSystems.tier("other", "two")).isEqualTo("city");
    assertThat(MineSystems.tier("other", "three")).isEqualTo("county");
    assertThat(systems)
        .allSatisfy(
            r ->
                assertThat(text(r, "tier"))
                    .isEqualTo(MineSystems.tier(text(r, "owner_kind"), text(r, "standard_level"))));
  }

  @Test
  void thePlanDecidesEverything() {
    Map<String, List<DemoRow>> again = new LinkedHashMap<>();
    Mines.draw(ground, settlements, industry, PLAN, into(again));
    assertThat(again).isEqualTo(layers);
  }

  private static void assertSound(Catalog catalog, Field field, DemoRow row) {
    Object value = row.values().get(field.name());
    String what = row.code() + " " + field.name();
    if (value == null) {
      assertThat(field.required()).as(what).isFalse();
      return;
    }
    if (field.type() == FieldType.CODE) {
      assertThat(catalog.getCodes(field.codes()).find((String) value)).as(what).isPresent();
    }
    if (value instanceof Number number) {
      assertThat(field.type() == FieldType.INTEGER).as(what).isEqualTo(value instanceof Long);
      assertThat(number.doubleValue()).as(what).isGreaterThanOrEqualTo(field.min());
      assertThat(field.max() == null || number.doubleValue() <= field.max()).as(what).isTrue();
    }
    if (value instanceof LocalDate date && !field.name().equals("licence_to")) {
      assertThat(date).as(what).isBetween(LocalDate.of(1970, 1, 1), LocalDate.of(2021, 12, 31));
    }
  }

  private static void assertNests(DemoRow inner, DemoRow outer, double offsetM) {
    assertThat(area(outer).contains(area(inner))).as(outer.code()).isTrue();
    assertThat(outer.values().get("offset_m")).isEqualTo(offsetM);
    assertThat(distanceM(inner.geometry(), outer.geometry()))
        .as(outer.code())
        .isBetween(offsetM, offsetM + 0.2);
  }
}
