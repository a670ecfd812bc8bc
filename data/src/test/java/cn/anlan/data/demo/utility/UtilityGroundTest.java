package cn.anlan.data.demo.utility;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.basemap.BaseFeature;
import cn.anlan.data.basemap.BaseMap;
import cn.anlan.data.demo.DrawnLayers;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Geodesics;
import cn.anlan.data.demo.draw.Planted;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;

/** The rows stand to one another as they say: zones nest, crossings cross, plants are there. */
class UtilityGroundTest {
  private final DrawnLayers drawn = DrawnUtilities.ONCE.layers();

  @Test
  void drinkingWaterZonesNestAndHoldTheirIntake() {
    Map<String, DemoRow> intakes = drawn.byCode("water_intake");
    Map<Object, Map<Object, Geometry>> byIntake = new HashMap<>();
    for (DemoRow zone : drawn.get("drinking_water_zone")) {
      byIntake
          .computeIfAbsent(zone.values().get("intake_code"), c -> new HashMap<>())
          .put(zone.values().get("zone_class"), zone.geometry());
    }
    assertThat(byIntake.keySet()).isEqualTo(intakes.keySet());
    byIntake.forEach(
        (code, zones) -> {
          assertThat(zones).as("%s", code).containsOnlyKeys("first", "second", "quasi");
          assertThat(zones.get("first").covers(intakes.get(code).geometry()))
              .as("%s", code)
              .isTrue();
          assertThat(nested(zones.get("second"), zones.get("first"))).as("%s", code).isTrue();
          assertThat(nested(zones.get("quasi"), zones.get("second"))).as("%s", code).isTrue();
          assertThat(zones.get("quasi").getArea()).isGreaterThan(zones.get("first").getArea() * 2);
        });
  }

  @Test
  void riverZonesReachFartherUpstreamThanDown() {
    // the Gan River runs north: its zones must reach farther south of the intake
    Map<String, DemoRow> intakes = drawn.byCode("water_intake");
    List<DemoRow> gan =
        drawn.get("drinking_water_zone").stream()
            .filter(z -> z.values().get("water_code").equals("W-GAN"))
            .filter(z -> z.values().get("zone_class").equals("quasi"))
            .toList();
    assertThat(gan).isNotEmpty();
    long upstream =
        gan.stream()
            .filter(
                z ->
                    z.geometry().getCentroid().getY()
                        < intakes.get(z.values().get("intake_code")).geometry().getCoordinate().y)
            .count();
    assertThat(upstream).isGreaterThan(gan.size() * 7L / 10);
  }

  @Test
  void everyCrossingLiesOnBothLines() {
    for (DemoRow crossing : drawn.get("crossing")) {
      for (String line : List.of("first", "second")) {
        String layer = (String) crossing.values().get(line + "_kind");
        DemoRow crossed = drawn.byCode(layer).get(crossing.values().get(line + "_code"));
        assertThat(crossed).as(crossing.code()).isNotNull();
        double far = FlatFrame.bySeries(crossing.geometry().getCoordinate()).latM();
        assertThat(crossed.geometry().distance(crossing.geometry()) * far)
            .as(crossing.code() + " on the " + line + " line, m")
            .isLessThan(1);
        assertThat(crossed.values())
            .containsEntry("county_code", crossing.values().get("county_code"));
      }
    }
    assertThat(
            drawn.get("crossing").stream()
                .map(r -> r.values().get("second_kind"))
                .collect(Collectors.toSet()))
        .contains("power_line", "city_gas_pipe");
  }

  @Test
  void theBeltLiesWithinThreeKilometresOfTheLakeAndNotInIt() {
    Geometry lake =
        BaseMap.demoShorelines().stream()
            .filter(s -> "W-POYANG".equals(s.text("water_code")))
            .map(BaseFeature::geometry)
            .findFirst()
            .orElseThrow();
    for (DemoRow belt : drawn.get("poyang_belt")) {
      FlatFrame frame = FlatFrame.bySeries(belt.geometry().getEnvelopeInternal().centre());
      Geometry flatLake = frame.toMetres(lake);
      Geometry flat = frame.toMetres(belt.geometry());
      assertThat(flat.intersection(flatLake).getArea()).as(belt.code()).isLessThan(1000);
      double farthestM = 0;
      for (Coordinate c : flat.getCoordinates()) {
        farthestM = Math.max(farthestM, flatLake.distance(flat.getFactory().createPoint(c)));
      }
      assertThat(farthestM).as(belt.code() + " m").isLessThan(3010);
    }
    assertThat(drawn.get("poyang_belt")).hasSizeGreaterThan(8);
  }

  @Test
  void antennasPointToAnotherMicrowaveStation() {
    List<DemoRow> stations = ofKind("microwave_station");
    List<DemoRow> antennas = ofKind("microwave_antenna");
    assertThat(antennas).hasSizeGreaterThan(50);
    for (DemoRow antenna : antennas) {
      double direction = (double) antenna.values().get("direction_deg");
      assertThat(stations)
          .as(antenna.code())
          .anyMatch(
              s ->
                  Math.abs(
                          (Geodesics.bearingDeg(
                                          antenna.geometry().getCoordinate(),
                                          s.geometry().getCoordinate())
                                      + 360)
                                  % 360
                              - direction)
                      < 0.06);
    }
  }

  @Test
  void plantedDormitoriesAndDisplaysAreThere() {
    Map<String, DemoRow> workshops = drawn.byCode("hazardous_workshop");
    List<Planted> dormitories = planted("dormitory_in_workshop");
    assertThat(dormitories.stream().map(p -> p.subjects().get(0)))
        .containsExactlyInAnyOrderElementsOf(
            workshops.values().stream()
                .filter(w -> Boolean.TRUE.equals(w.values().get("same_building_dormitory")))
                .map(DemoRow::code)
                .toList());
    assertThat(dormitories).isNotEmpty();
    List<Planted> displays = planted("display_in_power_corridor");
    assertThat(displays).hasSize(6);
    for (Planted display : displays) {
      DemoRow site = drawn.byCode("fireworks_display_site").get(display.subjects().get(0));
      DemoRow line = drawn.byCode("power_line").get(display.subjects().get(1));
      assertThat((long) line.values().get("kv")).isGreaterThanOrEqualTo(110);
      assertThat(line.geometry().distance(site.geometry())).isLessThan(1e-6);
    }
  }

  @Test
  void gasPipesRunUnderThePlantedBuildingsAndUnderNoOther() {
    List<Planted> planted = planted("gas_pipe_occupied");
    assertThat(planted.stream().filter(p -> p.countyCode().startsWith("3607"))).hasSize(16);
    assertThat(planted).hasSize(80);
    Set<String> expected =
        planted.stream().map(p -> String.join(" ", p.subjects())).collect(Collectors.toSet());
    STRtree pipes = new STRtree();
    for (DemoRow pipe : drawn.get("city_gas_pipe")) {
      pipes.insert(pipe.geometry().getEnvelopeInternal(), pipe);
    }
    Set<String> found = new HashSet<>();
    for (Footprint building : DrawnUtilities.BUILDINGS) {
      for (Object item : pipes.query(building.outline().getEnvelopeInternal())) {
        DemoRow pipe = (DemoRow) item;
        if (pipe.geometry().intersects(building.outline())) {
          found.add(pipe.code() + " " + building.code());
        }
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void gasPipesOfATownHangTogether() {
    List<LineString> pipes =
        drawn.get("city_gas_pipe").stream()
            .filter(r -> r.values().get("county_code").equals("360702"))
            .filter(r -> ((String) r.values().get("name")).contains("市政"))
            .map(r -> (LineString) r.geometry())
            .toList();
    assertThat(pipes).hasSizeGreaterThan(20);
    for (LineString pipe : pipes) {
      assertThat(pipes)
          .anyMatch(
              other ->
                  other != pipe
                      && (other.getCoordinates()[0].equals2D(pipe.getCoordinateN(0))
                          || other.getEndPoint().equals(pipe.getStartPoint())));
    }
  }

  private List<Planted> planted(String kind) {
    return DrawnUtilities.ONCE.drawn().planted().stream()
        .filter(p -> p.kind().equals(kind))
        .toList();
  }

  private List<DemoRow> ofKind(String kind) {
    return drawn.get("broadcast_facility").stream()
        .filter(r -> r.values().get("kind").equals(kind))
        .toList();
  }

  private static boolean nested(Geometry outer, Geometry inner) {
    return outer.buffer(1e-6).covers(inner);
  }
}
