package cn.anlan.data.demo.hazardous;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoDates;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.industry.Enterprise;
import cn.anlan.data.demo.industry.Industry;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Producers and wholesale warehouses of fireworks, at enterprises of that sector. */
final class Fireworks {
  private static final int ONE_PLANT_IN = 3;
  private static final int ONE_WAREHOUSE_IN = 8;
  private static final double PREMISES_M = 200;
  private static final LocalDate FIRST_END = LocalDate.of(2021, 9, 1);
  private static final LocalDate LAST_END = LocalDate.of(2024, 8, 31);
  private static final List<List<String>> CLASSES =
      List.of(List.of("C", "D"), List.of("B", "C"), List.of("B", "C", "D"), List.of("A", "B"));

  private final List<Enterprise> enterprises;
  private final DemoPlan plan;

  Fireworks(Industry industry, DemoPlan plan) {
    this.enterprises =
        industry.enterprises().stream().filter(e -> e.sector().equals("fireworks")).toList();
    this.plan = plan;
  }

  void writePlants(Consumer<DemoRow> out) {
    Random random = plan.random("fireworks_plant");
    int number = 0;
    for (int i = 0; i < enterprises.size(); i += ONE_PLANT_IN) {
      Map<String, Object> values = new HashMap<>();
      values.put("product_classes", CLASSES.get((int) Math.sqrt(random.nextInt(16))));
      values.put("buildings_11", 3L + random.nextInt(40));
      values.put("buildings_13", 5L + random.nextInt(60));
      values.put("dose_kg", 100.0 * (2 + random.nextInt(99)));
      values.put("mechanised", random.nextDouble() < 0.4);
      out.accept(row("FP", ++number, enterprises.get(i), "", values, random));
    }
  }

  void writeWarehouses(Consumer<DemoRow> out) {
    Random random = plan.random("fireworks_warehouse");
    int number = 0;
    for (int i = 1; i < enterprises.size(); i += ONE_WAREHOUSE_IN) {
      Map<String, Object> values = new HashMap<>();
      boolean high = random.nextDouble() < 0.25;
      values.put("building_class", high ? "class_11" : "class_13");
      values.put("dose_kg", 500.0 * (high ? 2 + random.nextInt(19) : 4 + random.nextInt(57)));
      values.put("area_m2", 50.0 * (4 + random.nextInt(17)));
      values.put("monitored", random.nextDouble() < 0.93);
      out.accept(row("FW", ++number, enterprises.get(i), "批发仓库", values, random));
    }
  }

  private static DemoRow row(
      String kind,
      int number,
      Enterprise enterprise,
      String suffix,
      Map<String, Object> values,
      Random random) {
    values.put("name", enterprise.name() + suffix);
    values.put("enterprise_code", enterprise.code());
    values.put("commissioned_on", enterprise.commissionedOn());
    values.put("licence_until", DemoDates.between(random, FIRST_END, LAST_END));
    values.put("township_code", enterprise.village().township().code());
    values.put("county_code", enterprise.county().code());
    double radiusM = Math.min(PREMISES_M, enterprise.clearM());
    return new DemoRow(
        DemoCodes.of(kind, number),
        values,
        Shapes.point(FlatFrame.bySeries(enterprise.at()).within(radiusM, random)),
        2.0);
  }
}
