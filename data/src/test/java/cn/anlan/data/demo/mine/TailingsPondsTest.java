package cn.anlan.data.demo.mine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.analytics.grade.GradingTables;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.Planted;
import cn.anlan.data.demo.ground.Terrain;
import cn.anlan.data.demo.ground.Village;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

/** Classes, idle years and the ways down from the ponds. */
class TailingsPondsTest extends DrawnMines {
  @Test
  void thePondsClassIsThatOfTheTableAndItsIdleYearsAreFull() {
    for (DemoRow pond : layers.get("tailings_pond")) {
      double capacity = (Double) pond.values().get("capacity_10k_m3");
      double height = (Double) pond.values().get("dam_height_m");
      assertThat(pond.values().get("pond_class"))
          .isEqualTo(GradingTables.ours().tailings().grade(capacity, height).combined().code());
      LocalDate idle = (LocalDate) pond.values().get("idle_since");
      assertThat(idle == null).isEqualTo(text(pond, "status").equals("in_use"));
      if (idle != null) {
        assertThat(pond.values().get("idle_years"))
            .isEqualTo((long) Period.between(idle, LocalDate.of(2021, 12, 31)).getYears());
      }
    }
  }

  @Test
  void theWayFallsAllAlongFromTheToe() {
    Map<String, DemoRow> ponds = layers.byCode("tailings_pond");
    Map<String, DemoRow> toes = by("tailings_toe", r -> text(r, "pond_code"));
    for (DemoRow way : layers.get("tailings_flow_path")) {
      Coordinate[] path = way.geometry().getCoordinates();
      for (int i = 1; i < path.length; i++) {
        assertThat(Terrain.heightM(path[i].x, path[i].y))
            .as(way.code())
            .isLessThan(Terrain.heightM(path[i - 1].x, path[i - 1].y));
      }
      assertThat((Double) way.values().get("length_m")).isBetween(2_999.0, 7_000.0);
      DemoRow toe = toes.get(text(way, "pond_code"));
      assertThat(toe.geometry().getCoordinates()).contains(path[0]);
      DemoRow pond = ponds.get(text(way, "pond_code"));
      assertThat(pond.geometry().distance(toe.geometry())).as(pond.code()).isLessThan(1e-7);
    }
  }

  @Test
  void aPondIsOverheadWherePeopleLiveAlongTheFirstKilometreAndNowhereElse() {
    Map<String, DemoRow> ways = by("tailings_flow_path", r -> text(r, "pond_code"));
    for (DemoRow pond : layers.get("tailings_pond")) {
      Coordinate[] path = ways.get(pond.code()).geometry().getCoordinates();
      long people = 0;
      for (Village village : settlements.villages()) {
        if (village.at().distance(path[0]) < 0.03 && passes(path, village)) {
          people += village.residents();
        }
      }
      assertThat(pond.values().get("downstream_people")).as(pond.code()).isEqualTo(people);
      assertThat(is(pond, "is_overhead")).as(pond.code()).isEqualTo(people > 0);
    }
    Map<String, Village> villages =
        settlements.villages().stream().collect(Collectors.toMap(Village::code, v -> v));
    List<Planted> overhead =
        planted.stream().filter(p -> p.kind().equals("overhead_pond")).toList();
    assertThat(overhead).hasSize(60);
    for (Planted one : overhead) {
      Coordinate[] path = ways.get(one.subjects().get(0)).geometry().getCoordinates();
      Village below = villages.get(one.subjects().get(1));
      assertThat(chainageM(path, below.at())).as(one.expected()).isBetween(250.0, 1_000.0);
    }
  }

  private static boolean passes(Coordinate[] path, Village village) {
    double goneM = 0;
    for (int i = 0; i < path.length && goneM <= 1_000; i++) {
      if (distanceM(path[i], village.at()) <= 300) {
        return true;
      }
      goneM += i + 1 < path.length ? distanceM(path[i], path[i + 1]) : 0;
    }
    return false;
  }

  /** How far down the path its vertex nearest to a place lies. */
  private static double chainageM(Coordinate[] path, Coordinate place) {
    double goneM = 0;
    for (int i = 0; i < path.length; i++) {
      if (distanceM(path[i], place) < 1) {
        return goneM;
      }
      goneM += i + 1 < path.length ? distanceM(path[i], path[i + 1]) : 0;
    }
    return Double.MAX_VALUE;
  }
}
