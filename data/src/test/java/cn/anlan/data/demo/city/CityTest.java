package cn.anlan.data.demo.city;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.demo.DrawnLayers;
import cn.anlan.data.demo.DrawnProvince;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

class CityTest {
  private static final List<String> ORDER =
      List.of(
          "township",
          "resident_point",
          "city_assessment",
          "protected_site",
          "building",
          "construction_site",
          "fire_venue",
          "emergency_team",
          "emergency_facility");
  private static final Ground GROUND = DrawnProvince.ground();
  private static final City CITY = DrawnProvince.city().drawn();
  private static final DrawnLayers ROWS = DrawnProvince.city().layers();

  @Test
  void handsOverEveryLayerOnceAndTheTownshipsFirst() {
    assertThat(ROWS.ids()).containsExactlyElementsOf(ORDER);
  }

  @Test
  void everyRowKeepsToTheCatalogue() {
    for (String id : ORDER) {
      ROWS.assertFitsCatalogue(id);
      for (DemoRow row : ROWS.get(id)) {
        if (row.values().get("township_code") != null) {
          assertThat((String) row.values().get("township_code"))
              .startsWith((String) row.values().get("county_code"));
        }
        for (Object value : row.values().values()) {
          if (value instanceof LocalDate date) {
            assertThat(date.getYear()).as(id + " " + row.code()).isBetween(2019, 2021);
          }
        }
      }
    }
  }

  @Test
  void townshipsCoverTheirCountyWithoutGapOrOverlap() {
    Map<String, List<Geometry>> byCounty = new HashMap<>();
    for (DemoRow row : ROWS.get("township")) {
      assertThat(row.geometry().isValid()).as(row.code()).isTrue();
      byCounty
          .computeIfAbsent((String) row.values().get("county_code"), c -> new ArrayList<>())
          .add(row.geometry());
    }
    for (County county : GROUND.counties()) {
      List<Geometry> parts = byCounty.get(county.code());
      double sum = parts.stream().mapToDouble(Geometry::getArea).sum();
      double area = county.geometry().getArea();
      Geometry union = OverlayNGRobust.union(parts, county.geometry().getFactory());
      assertThat(Math.abs(sum - area) / area).as("overlap in " + county.name()).isLessThan(1e-6);
      assertThat(union.symDifference(county.geometry()).getArea() / area)
          .as("gap in " + county.name())
          .isLessThan(1e-6);
    }
  }

  @Test
  void settlementsLieInTheOutlineOfTheirTownshipAndAddUpToTheCensus() {
    Map<String, Geometry> outlines =
        ROWS.get("township").stream().collect(Collectors.toMap(DemoRow::code, DemoRow::geometry));
    Map<String, Long> sums = new HashMap<>();
    for (DemoRow row : ROWS.get("resident_point")) {
      Geometry outline = outlines.get((String) row.values().get("township_code"));
      assertThat(outline.distance(row.geometry())).as(row.code()).isLessThan(1e-6);
      sums.merge(
          (String) row.values().get("county_code"),
          (Long) row.values().get("population"),
          Long::sum);
    }
    for (County county : GROUND.counties()) {
      assertThat(sums.get(county.code())).as(county.name()).isEqualTo(county.population());
    }
  }

  @Test
  void everySampledPlaceLiesInItsCountyAndOnLand() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (String id : ORDER.subList(3, ORDER.size())) {
      List<DemoRow> all = ROWS.get(id);
      for (int i = 0; i < 400; i++) {
        DemoRow row = all.get(random.nextInt(all.size()));
        County county = GROUND.getCounty((String) row.values().get("county_code"));
        String where = "seed " + seed + ", " + id + " " + row.code();
        assertThat(county.geometry().covers(row.geometry())).as(where).isTrue();
        assertThat(GROUND.preparedWater().intersects(row.geometry())).as(where).isFalse();
      }
    }
  }

  @Test
  void namesTheFortyThreeUnitsAndKeepsTheMisprintOfTheSource() {
    List<DemoRow> units = ROWS.get("city_assessment");
    assertThat(units).hasSize(43);
    assertThat(units)
        .filteredOn(u -> u.values().get("unit_kind").equals("central_area"))
        .hasSize(11);
    assertThat(units.stream().map(u -> u.values().get("city_code")).distinct()).hasSize(11);
    Map<Object, DemoRow> byName =
        units.stream().collect(Collectors.toMap(u -> u.values().get("name"), u -> u));
    assertThat(byName).hasSize(43).doesNotContainKey("安乐县");
    assertThat(byName.get("乐安县").values())
        .containsEntry("name_source", "安乐县")
        .containsEntry("county_code", "361025");
    for (DemoRow unit : units) {
      County county = GROUND.getCounty((String) unit.values().get("county_code"));
      assertThat(county.cityCode()).isEqualTo(unit.values().get("city_code"));
      if (unit.values().get("unit_kind").equals("county_seat")) {
        // 上饶县 is 广信区 and 龙南县 is 龙南市 today; the others have kept their name
        assertThat(List.of(county.name(), "上饶县", "龙南县"))
            .contains((String) unit.values().get("name"));
      }
      if (unit.values().get("status").equals("done")) {
        assertThat((LocalDate) unit.values().get("assessed_on")).isBefore("2020-01-01");
      }
      assertThat(unit.geometry().isValid()).isTrue();
    }
  }

  @Test
  void buildingsOfAVillageDoNotOverlapAndFewOthersDo() {
    List<Building> buildings = CITY.buildings();
    assertThat(buildings).hasSize(1000).hasSameSizeAs(ROWS.get("building"));
    int overlaps = 0;
    for (int i = 0; i < buildings.size(); i++) {
      Building one = buildings.get(i);
      assertThat(one.footprint().isValid()).as(one.code()).isTrue();
      for (int j = 0; j < i; j++) {
        Building other = buildings.get(j);
        if (one.footprint()
                .getEnvelopeInternal()
                .intersects(other.footprint().getEnvelopeInternal())
            && one.footprint().intersects(other.footprint())) {
          assertThat(one.village()).as(one.code()).isNotEqualTo(other.village());
          overlaps++;
        }
      }
    }
    assertThat(overlaps).isLessThan(10);
    for (DemoRow row : ROWS.get("building")) {
      double limitM = Boolean.TRUE.equals(row.values().get("is_residential")) ? 27 : 24;
      assertThat(row.values().get("is_high_rise"))
          .isEqualTo((Double) row.values().get("height_m") > limitM);
    }
  }

  @Test
  void aVillageWithManyPlotsKeepsThemApart() {
    Set<String> seen = new HashSet<>();
    for (int step = 0; step < 2000; step++) {
      int[] cell = Buildings.spiral(step);
      assertThat(seen.add(cell[0] + "/" + cell[1])).as("step %d", step).isTrue();
      int ring = Math.max(Math.abs(cell[0]), Math.abs(cell[1]));
      assertThat((2 * ring + 1) * (2 * ring + 1)).as("step %d", step).isGreaterThan(step);
    }
  }

  @Test
  void hasAsManyFireVenuesAsTheScaleSaysAndAllSeventeenKinds() {
    List<DemoRow> venues = ROWS.get("fire_venue");
    assertThat(venues).hasSize(8210 + 200).hasSize(CITY.fireVenues());
    assertThat(venues).filteredOn(v -> v.values().get("nine_small").equals(true)).hasSize(8210);
    assertThat(venues.stream().map(v -> v.values().get("venue_kind")).distinct()).hasSize(17);
    for (DemoRow venue : venues) {
      assertThat((Long) venue.values().get("sensors_online"))
          .isLessThanOrEqualTo((Long) venue.values().get("smoke_detectors"));
    }
  }

  @Test
  void hasSevenOfTheEightClassesAndNoMilitaryPlace() {
    assertThat(Catalog.load(null).getCodes("protected_class").codes()).hasSize(8);
    assertThat(
            ROWS.get("protected_site").stream()
                .map(s -> s.values().get("protected_class"))
                .collect(Collectors.toSet()))
        .hasSize(7)
        .doesNotContain("military");
  }

  @Test
  void ganzhouHasItsFireStationsAndBrigades() {
    List<DemoRow> ganzhou =
        ROWS.get("emergency_team").stream()
            .filter(t -> ((String) t.values().get("county_code")).startsWith("3607"))
            .toList();
    assertThat(ganzhou).filteredOn(t -> t.values().get("kind").equals("fire_station")).hasSize(101);
    assertThat(ganzhou).filteredOn(t -> t.values().get("kind").equals("town_brigade")).hasSize(265);
  }

  @Test
  void pointsStandOnTheGridOfTheLayer() {
    for (DemoRow row : ROWS.get("fire_venue")) {
      double x = ((Point) row.geometry()).getX();
      assertThat(Math.round(x * 1e7) / 1e7).as(row.code()).isEqualTo(x);
    }
  }
}
