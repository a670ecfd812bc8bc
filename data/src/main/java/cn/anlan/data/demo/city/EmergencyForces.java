package cn.anlan.data.demo.city;

import cn.anlan.data.demo.draw.DemoDates;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.NumberedRows;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.ground.Township;
import cn.anlan.data.demo.ground.Village;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Teams and facilities of the emergency forces. Ganzhou has 101 fire stations and 265 town brigades
 * (its report of 2021) for a fifth of the province's people; the others follow from that.
 */
final class EmergencyForces {
  private static final double RESIDENTS_PER_STATION = 8_970_014.0 / 101;
  private static final double RESIDENTS_PER_BRIGADE = 8_970_014.0 / 265;
  private static final String GANZHOU = "360700";
  private static final int HYDRANTS = 20_000;

  private final Ground ground;
  private final Settlements settlements;
  private final int hydrants;
  private final Random random;

  EmergencyForces(Ground ground, Settlements settlements, DemoPlan plan) {
    this.ground = ground;
    this.settlements = settlements;
    this.hydrants = plan.scaled(HYDRANTS);
    this.random = plan.random("emergency");
  }

  void writeTeams(Consumer<DemoRow> out) {
    NumberedRows rows = new NumberedRows("ET", out);
    double stations = 0;
    double brigades = 0;
    for (County county : inOrder()) {
      stations += county.population() / RESIDENTS_PER_STATION;
      brigades += county.population() / RESIDENTS_PER_BRIGADE;
      int nextStation = 0;
      for (; stations > 0.5; stations--) {
        team("fire_station", "消防救援站", seat(county, nextStation++), 30, 6, 7, rows);
      }
      int town = nextStation;
      for (; brigades > 0.5; brigades--) {
        team("town_brigade", "专职消防队", seat(county, town++), 11, 2, 10, rows);
      }
      team("county_rescue", "综合救援队", seat(county, 0), 40, 7, 40, rows);
      team("medical_rescue", "医疗救援队", seat(county, 0), 18, 4, 40, rows);
      if (random.nextDouble() < 0.25) {
        team("mine_rescue", "矿山救护队", seat(county, 1), 45, 6, 80, rows);
      }
      if (random.nextDouble() < 0.2) {
        team("hazmat_rescue", "危化品救援队", seat(county, 1), 30, 6, 80, rows);
      }
    }
  }

  void writeFacilities(Consumer<DemoRow> out) {
    NumberedRows rows = new NumberedRows("EF", out);
    for (Township township : settlements.townships()) {
      Village centre = centre(township);
      facility("shelter", "避难场所", centre, 300 + random.nextInt(2700), "人", rows);
    }
    for (County county : ground.counties()) {
      facility("material_store", "物资库", seat(county, 0), 200 + random.nextInt(1800), "m²", rows);
      for (int i = 0; i < 2; i++) {
        facility("hospital", "急救医院", seat(county, i), 80 + random.nextInt(700), "床", rows);
      }
      facility("water_point", "消防取水点", seat(county, 1), 50 + random.nextInt(400), "m³", rows);
    }
    for (int i = 0; i < hydrants; i++) {
      Village village = settlements.drawVillage(random);
      facility("hydrant", "消火栓", village, 10 + random.nextInt(21), "L/s", rows);
    }
  }

  /** Ganzhou first, so that the carry of its last county does not change its own numbers. */
  private List<County> inOrder() {
    List<County> order = new ArrayList<>();
    ground.counties().stream().filter(c -> c.cityCode().equals(GANZHOU)).forEach(order::add);
    ground.counties().stream().filter(c -> !c.cityCode().equals(GANZHOU)).forEach(order::add);
    return order;
  }

  /** The centre of one township after the other, the county's seat first. */
  private Village seat(County county, int number) {
    List<Township> townships = settlements.townshipsOf(county);
    return centre(townships.get(number % townships.size()));
  }

  private Village centre(Township township) {
    return settlements.villagesOf(township.county()).stream()
        .filter(v -> v.township() == township)
        .findFirst()
        .orElseThrow();
  }

  private void team(
      String kind,
      String word,
      Village village,
      int persons,
      int vehicles,
      double km,
      NumberedRows rows) {
    Map<String, Object> values = ByVillage.values(village);
    values.put("name", village.township().name() + word + rows.next() + "号");
    values.put("kind", kind);
    values.put("persons", Math.round(persons * (0.7 + 0.6 * random.nextDouble())));
    values.put("vehicles", Math.round(vehicles * (0.7 + 0.6 * random.nextDouble())));
    values.put("response_radius_km", km);
    rows.write(values, Settlements.near(village, 800, random), 5.0);
  }

  private void facility(
      String kind, String word, Village village, double capacity, String unit, NumberedRows rows) {
    Map<String, Object> values = ByVillage.values(village);
    values.put("name", "示例" + word + rows.next() + "号");
    values.put("kind", kind);
    values.put("capacity", capacity);
    values.put("capacity_unit", unit);
    values.put("is_usable", random.nextDouble() < 0.94);
    values.put("inspected_on", DemoDates.between(random, 2019, 2021));
    rows.write(values, Settlements.near(village, 500, random), 5.0);
  }
}
