package cn.anlan.data.demo.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.data.demo.DrawnLayers;
import cn.anlan.data.demo.DrawnProvince;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Planted;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.ground.Township;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class RoadNetworkTest {
  private static final double SEAT_IS_REACHED_M = 100;

  private final Ground ground = DrawnProvince.ground();
  private final Settlements settlements = DrawnProvince.settlements();
  private final RoadNetwork network = DrawnProvince.roads().drawn();
  private final DrawnLayers layers = DrawnProvince.roads().layers();

  @Test
  void theNetworkIsOneAndJoinsEverySeatAndTownship() {
    Map<Object, Object> root = new HashMap<>();
    for (DemoRow row : layers.get("road")) {
      root.put(find(root, row.values().get("from_node")), find(root, row.values().get("to_node")));
    }
    Set<Object> roots =
        root.keySet().stream().map(node -> find(root, node)).collect(Collectors.toSet());
    assertThat(roots).as("parts of the network").hasSize(1);
    List<Coordinate> places = new ArrayList<>();
    ground.counties().stream().map(County::seat).forEach(places::add);
    settlements.townships().stream().map(Township::centre).forEach(places::add);
    Map<Long, List<Coordinate>> ends = new HashMap<>();
    for (Road road : network.roads()) {
      for (Coordinate end : List.of(first(road), last(road))) {
        ends.computeIfAbsent(tile(end, 0, 0), t -> new ArrayList<>()).add(end);
      }
    }
    for (Coordinate place : places) {
      double nearest = Double.MAX_VALUE;
      for (int dx = -1; dx <= 1; dx++) {
        for (int dy = -1; dy <= 1; dy++) {
          for (Coordinate end : ends.getOrDefault(tile(place, dx, dy), List.of())) {
            nearest = Math.min(nearest, FlatFrame.betweenM(end, place));
          }
        }
      }
      assertThat(nearest).as("metres from a junction to " + place).isLessThan(SEAT_IS_REACHED_M);
    }
  }

  private static Object find(Map<Object, Object> root, Object node) {
    Object at = node;
    while (root.containsKey(at) && !root.get(at).equals(at)) {
      at = root.get(at);
    }
    root.put(node, at);
    return at;
  }

  private static long tile(Coordinate c, int dx, int dy) {
    return ((long) Math.floor(c.x * 100) + dx) * 100_000 + (long) Math.floor(c.y * 100) + dy;
  }

  @Test
  void junctionsWithOneNameAreAtOnePlaceAndHeight() {
    Map<Object, Coordinate> places = new HashMap<>();
    for (int i = 0; i < network.roads().size(); i++) {
      Map<String, Object> values = layers.get("road").get(i).values();
      Road road = network.roads().get(i);
      for (Map.Entry<Object, Coordinate> end :
          List.of(
              Map.entry(values.get("from_node"), first(road)),
              Map.entry(values.get("to_node"), last(road)))) {
        Coordinate known = places.putIfAbsent(end.getKey(), end.getValue());
        if (known != null) {
          assertThat(end.getValue().equals3D(known)).as(road.code() + " " + end).isTrue();
        }
      }
    }
  }

  @Test
  void stakesRunOnAlongARouteAndMeasureItsLines() {
    for (int i = 0; i < network.roads().size(); i++) {
      Road road = network.roads().get(i);
      assertThat(Metres.length(road.line().getCoordinates()) / 1000)
          .as(road.code())
          .isCloseTo(road.lengthKm(), within(0.002));
      Road before = i == 0 ? null : network.roads().get(i - 1);
      if (before != null && before.routeNo().equals(road.routeNo())) {
        assertThat(road.fromStakeKm()).as(road.code()).isGreaterThanOrEqualTo(before.toStakeKm());
      } else {
        long pieces =
            network.roads().subList(0, i).stream()
                .filter(r -> r.routeNo().equals(road.routeNo()))
                .count();
        assertThat(pieces).as("earlier pieces of " + road.routeNo()).isZero();
      }
    }
  }

  @Test
  void aStakeLeadsToItsPlaceAndBack() {
    for (Road road : network.roads().subList(0, 300)) {
      double stake = road.fromStakeKm() + road.lengthKm() * 0.37;
      RoadPlace place = RoadNetwork.at(road, stake);
      assertThat(place.stakeKm()).isCloseTo(stake, within(1e-9));
      assertThat(Crossings.stakeKm(road, place.at())).as(road.code()).isCloseTo(stake, within(0.3));
      assertThat(RoadNetwork.at(road, road.fromStakeKm() - 5).at().distance(first(road)))
          .isLessThan(1e-7);
      assertThat(RoadNetwork.at(road, road.toStakeKm() + 5).at().distance(last(road)))
          .isLessThan(1e-7);
    }
  }

  @Test
  void everyRowLiesInItsCountyAtItsInnerPoint() {
    layers.forEach(
        (layer, rows) -> {
          for (DemoRow row : rows) {
            assertThat(ground.countyAt(row.geometry().getInteriorPoint().getCoordinate()))
                .as(layer + " " + row.code())
                .map(County::code)
                .contains((String) row.values().get("county_code"));
          }
        });
  }

  @Test
  void everyRowIsOneThatTheCatalogueKnows() {
    layers.ids().forEach(layers::assertFitsCatalogue);
  }

  @Test
  void theRegisterHas60LongDowngradesAnd43AccidentProneStretchesAndOthers() {
    Map<Object, Long> kinds =
        layers.get("road_site").stream()
            .collect(Collectors.groupingBy(r -> r.values().get("kind"), Collectors.counting()));
    assertThat(kinds)
        .containsEntry("long_downgrade", 60L)
        .containsEntry("accident_prone", 43L)
        .containsKeys("water_cliff", "level_crossing");
    assertThat(network.accidentProne()).hasSize(43);
    assertThat(network.accidentProne().stream().filter(AccidentProne::planted)).hasSize(3);
    for (AccidentProne site : network.accidentProne()) {
      assertThat(site.fromStakeKm()).isBetween(site.road().fromStakeKm(), site.toStakeKm() - 0.3);
      assertThat(site.toStakeKm()).isLessThanOrEqualTo(site.road().toStakeKm());
    }
  }

  @Test
  void whatIsPlantedIsSaid() {
    Map<String, Long> kinds =
        network.planted().stream()
            .collect(Collectors.groupingBy(Planted::kind, Collectors.counting()));
    assertThat(kinds).containsEntry("road_accident_cluster", 3L);
    assertThat(kinds.get("road_downgrade_unconfirmed")).isEqualTo(8);
    assertThat(kinds.get("road_downgrade_unregistered")).isBetween(1L, 12L);
  }

  @Test
  void thereAreFifteenToThirtyThousandKilometresAndEveryKindOfCrossing() {
    assertThat(network.roads().stream().mapToDouble(Road::lengthKm).sum())
        .isBetween(15_000.0, 30_000.0);
    assertThat(layers.ids())
        .containsExactly("road", "road_site", "railway", "bridge", "tunnel", "ferry", "port");
    layers.forEach((layer, rows) -> assertThat(rows).as(layer).isNotEmpty());
  }

  @Test
  void noRoadIsMuchSteeperThanItsClassAllows() {
    for (Road road : network.roads()) {
      double dropM = Math.abs(first(road).z - last(road).z);
      if (road.lengthKm() > 1) {
        assertThat(dropM / road.lengthKm() / 10).as(road.code()).isLessThan(10);
      }
    }
  }

  @Test
  void roadsAreTheSameAtEveryScale() {
    DrawnLayers full = new DrawnLayers();
    RoadNetwork.draw(ground, settlements, new DemoPlan(DemoPlan.DEFAULT_SEED, 1), full);
    layers.forEach((layer, rows) -> assertThat(full.get(layer)).as(layer).isEqualTo(rows));
  }

  private static Coordinate first(Road road) {
    return road.line().getCoordinateN(0);
  }

  private static Coordinate last(Road road) {
    return road.line().getCoordinateN(road.line().getNumPoints() - 1);
  }
}
