package cn.anlan.data.demo.mine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.analytics.grade.MineTierTable;
import cn.anlan.data.demo.draw.DemoRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

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
    layers.ids().forEach(layers::assertFitsCatalogue);
    layers.forEach(
        (id, rows) -> {
          for (DemoRow row : rows) {
            row.values().forEach((field, value) -> assertOfItsTime(row, field, value));
          }
        });
  }

  @Test
  void everythingLiesWhollyInItsCountyAndOnlySandInTheWater() {
    for (String id : layers.ids()) {
      assertThat(layers.get(id)).allMatch(row -> row.geometry().isValid());
      layers.assertLiesInItsCounty(id, ground);
      if (!id.equals("sand_mining") && !id.equals("tailings_flow_path")) {
        layers.assertStaysDry(id, ground);
      }
    }
  }

  @Test
  void whatLiesInAMineLiesInOneThatIsUnderground() {
    Map<String, DemoRow> mines = layers.byCode("mine_system");
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
    MineTierTable tiers = GradingTables.ours().mineTier();
    assertThat(systems)
        .allSatisfy(
            r ->
                assertThat(text(r, "tier"))
                    .isEqualTo(
                        tiers.tier(text(r, "owner_kind"), text(r, "standard_level")).code()));
  }

  private static void assertOfItsTime(DemoRow row, String field, Object value) {
    if (value instanceof LocalDate date && !field.equals("licence_to")) {
      assertThat(date)
          .as(row.code() + " " + field)
          .isBetween(LocalDate.of(1970, 1, 1), LocalDate.of(2021, 12, 31));
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
