package cn.anlan.data.demo.utility;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoDates;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.Planted;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.industry.Enterprise;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/**
 * Workshops and stores of dangerous goods, by the enterprises that keep them. One in fifty has the
 * dormitory in the same building, which 安全生产法 art. 42 forbids.
 */
final class Workshops {
  private static final Map<String, List<String>> GOODS =
      Map.of(
          "hazardous_chemicals",
              List.of("flammable_liquid", "toxic", "corrosive", "flammable_gas", "oxidiser"),
          "fireworks", List.of("explosive"));

  private final List<DemoRow> rows = new ArrayList<>();
  private final List<Planted> planted = new ArrayList<>();

  static Workshops draw(List<Enterprise> enterprises, CountyCut cut, Random random) {
    Workshops drawn = new Workshops();
    for (Enterprise enterprise : enterprises) {
      List<String> goods = GOODS.get(enterprise.sector());
      if (goods != null) {
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
          drawn.add(enterprise, goods.get(random.nextInt(goods.size())), cut, random);
        }
      }
    }
    return drawn;
  }

  List<DemoRow> rows() {
    return rows;
  }

  List<Planted> planted() {
    return planted;
  }

  private void add(Enterprise enterprise, String goods, CountyCut cut, Random random) {
    String code = DemoCodes.of("HWS", rows.size() + 1);
    boolean store = random.nextDouble() < 0.45;
    boolean sameBuilding = rows.size() % 50 == 17;
    Coordinate at = cut.around(enterprise.county(), enterprise.at(), 10, 120, random);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", enterprise.name() + (store ? "仓库" : "车间") + (rows.size() + 1));
    values.put("enterprise_code", enterprise.code());
    values.put("kind", store ? "warehouse" : "workshop");
    values.put("goods", goods);
    values.put(
        "quantity_t", Math.round((0.2 + Math.pow(random.nextDouble(), 3) * 200) * 10) / 10.0);
    values.put("workers", (long) (store ? 1 + random.nextInt(6) : 3 + random.nextInt(40)));
    values.put("commissioned_on", commissionedOn(enterprise));
    values.put("same_building_dormitory", sameBuilding);
    values.put(
        "dormitory_distance_m", sameBuilding ? 0.0 : 30.0 + Math.round(random.nextDouble() * 400));
    values.put("inspected_on", DemoDates.between(random, 2019, 2021));
    values.put("county_code", enterprise.county().code());
    rows.add(new DemoRow(code, values, Shapes.point(at), 1.0));
    if (sameBuilding) {
      planted.add(
          new Planted(
              "dormitory_in_workshop",
              "hazardous_workshop",
              List.of(code, enterprise.code()),
              enterprise.county().code(),
              "危险物品车间（仓库）" + code + "与员工宿舍在同一建筑内，违反安全生产法第四十二条"));
    }
  }

  /** The enterprise's own first day, or one that depends on the workshop's number alone. */
  private LocalDate commissionedOn(Enterprise enterprise) {
    int number = rows.size();
    return enterprise.commissionedOn() != null
        ? enterprise.commissionedOn()
        : LocalDate.of(1998 + number % 22, 1 + number % 12, 1 + number % 28);
  }
}
