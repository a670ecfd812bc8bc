package cn.anlan.data.demo.road;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RoadNetworkTest {
  private static Ground ground;
  private static Settlements settlements;
  private static RoadNetwork network;
  private static final Map<String, List<DemoRow>> LAYERS = new LinkedHashMap<>();

  @BeforeAll
  static void draw() {
    DemoPlan plan = new DemoPlan(DemoPlan.DEFAULT_SEED, 0.01);
    ground = Ground.of(plan);
    settlements = Settlements.draw(ground, plan);
    long start = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    network = draw(plan, LAYERS);
    System.err.println(
        "draw s "
            + (java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
                    - start)
                / 1e9);
    System.err.println(
        network.roads().stream()
            .collect(
                Collectors.groupingBy(Road::roadClass, Collectors.summingDouble(Road::lengthKm))));
    LAYERS.forEach((k, v) -> System.err.println(k + " " + v.size()));
    network.planted().forEach(System.err::println);
  }

  private static RoadNetwork draw(DemoPlan plan, Map<String, List<DemoRow>> layers) {
    return RoadNetwork.draw(
        ground,
        settlements,
        plan,
        (layer, rows) -> {
          List<DemoRow> list = new ArrayList<>();
          rows.accept(list::add);
          layers.put(layer, list);
        });
  }

  @Test
  void everyRoadLiesInItsCountyAtItsInnerPoint() {
    for (Road road : network.roads()) {
      assertThat(ground.countyAt(road.line().getInteriorPoint().getCoordinate()))
          .as(road.code())
          .contains(road.county());
    }
  }

  @Test
  void theRegisterHas60LongDowngradesAnd43AccidentProneStretches() {
    Map<Object, Long> kinds =
        LAYERS.get("road_site").stream()
            .collect(Collectors.groupingBy(r -> r.values().get("kind"), Collectors.counting()));
    assertThat(kinds).containsEntry("long_downgrade", 60L).containsEntry("accident_prone", 43L);
  }
}
