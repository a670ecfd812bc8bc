package cn.anlan.data.demo.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.FieldType;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class RoadNetworkTest {
  private static final double SEAT_IS_REACHED_M = 100;

  private static Ground ground;
  private static Settlements settlements;
  private static RoadNetwork network;
  private static final Map<String, List<DemoRow>> LAYERS = new LinkedHashMap<>();

  @BeforeAll
  static void draw() {
    DemoPlan plan = new DemoPlan(DemoPlan.DEFAULT_SEED, 0.01);
    ground = Ground.of(plan);
    settlements = Settlements.draw(ground, plan);
    network = draw(plan, LAYERS);
  }

  private static RoadNetwork draw(DemoPlan plan, Map<String, List<DemoRow>> layers) {
    return RoadNetwork.draw(
        ground,
        settlements,
        plan,
        (layer, rows) -> {
          List<DemoRow> list = new ArrayList<>();
          rows.accept(list::add);
          assertThat(layers.put(layer, list)).as(layer + " twice").isNull();
        });
  }

  @Test
  void theNetworkIsOneAndJoinsEverySeatAndTownship() {
    Map<Object, Object> root = new HashMap<>();
    for (DemoRow row : LAYERS.get("road")) {
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
      Map<String, Object> values = LAYERS.get("road").get(i).values();
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
    LAYERS.forEach(
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
  void everyValueIsOneThatTheCatalogueKnowsAndInItsLimits() {
    Catalog catalog = Catalog.load(null);
    LAYERS.forEach(
        (layer, rows) -> {
          Set<String> codes = new HashSet<>();
          for (DemoRow row : rows) {
            assertThat(codes.add(row.code())).as(row.code()).isTrue();
            row.values()
                .forEach(
                    (name, value) -> {
                      Field field = catalog.getLayer(layer).getField(name);
                      String at = row.code() + " " + name;
                      if (value instanceof Number number) {
                        assertThat(number.doubleValue())
                            .as(at)
                            .isBetween(
                                field.min() == null ? -1e12 : field.min(),
                                field.max() == null ? 1e12 : field.max());
                      }
                      if (field.type() == FieldType.CODE) {
                        assertThat(catalog.getCodes(field.codes()).find((String) value).isPresent())
                            .as(at + " " + value)
                            .isTrue();
                      }
                    });
            catalog.getLayer(layer).fields().stream()
                .filter(field -> field.required())
                .forEach(f -> assertThat(row.values()).as(row.code()).containsKey(f.name()));
          }
        });
  }

  @Test
  void theRegisterHas60LongDowngradesAnd43AccidentProneStretchesAndOthers() {
    Map<Object, Long> kinds =
        LAYERS.get("road_site").stream()
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
    assertThat(LAYERS.keySet())
        .containsExactly("road", "road_site", "railway", "bridge", "tunnel", "ferry", "port");
    LAYERS.forEach((layer, rows) -> assertThat(rows).as(layer).isNotEmpty());
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
  void theSamePlanGivesTheSameRoads() {
    Map<String, List<DemoRow>> again = new LinkedHashMap<>();
    draw(new DemoPlan(DemoPlan.DEFAULT_SEED, 1), again);
    LAYERS.forEach(
        (layer, rows) -> {
          for (int i = 0; i < rows.size(); i++) {
            DemoRow row = again.get(layer).get(i);
            assertThat(row.values()).as(row.code()).isEqualTo(rows.get(i).values());
            assertThat(row.geometry().equalsExact(rows.get(i).geometry())).isTrue();
          }
        });
  }

  private static Coordinate first(Road road) {
    return road.line().getCoordinateN(0);
  }

  private static Coordinate last(Road road) {
    return road.line().getCoordinateN(road.line().getNumPoints() - 1);
  }
}
