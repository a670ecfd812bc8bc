package cn.anlan.data.demo.city;

import cn.anlan.data.demo.draw.DemoDates;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.NumberedRows;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.draw.Shipped;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.ground.Township;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/**
 * The 43 units of the city risk assessment with their real names. Everything else about them is
 * invented, the outline too: the subdistricts of the city's districts, or the county's seat.
 */
final class CityUnits {
  private static final String RESOURCE = "demo/city_units.csv";
  private static final double FIRST_ROUND_DONE = 0.8;

  private record Unit(String city, String name, String nameInSource, String county) {
    boolean isCentral() {
      return name.endsWith("中心城区");
    }
  }

  private final Ground ground;
  private final Settlements settlements;
  private final Residents residents;
  private final Random random;

  CityUnits(Ground ground, Settlements settlements, Residents residents, Random random) {
    this.ground = ground;
    this.settlements = settlements;
    this.residents = residents;
    this.random = random;
  }

  void write(Consumer<DemoRow> out) {
    NumberedRows rows = new NumberedRows("CA", out);
    for (Unit unit : read()) {
      County chief = ground.getCounty(unit.county());
      List<Township> quarters = quarters(unit, chief);
      Map<String, Object> values = new HashMap<>();
      values.put("name", unit.name());
      values.put("name_source", unit.nameInSource());
      values.put("unit_kind", unit.isCentral() ? "central_area" : "county_seat");
      values.put("city_code", unit.city());
      values.put("region_code", unit.isCentral() ? unit.city() : unit.county());
      values.put("county_code", unit.county());
      values.put("county_name_source", unit.isCentral() ? null : unit.nameInSource());
      values.put("population", quarters.stream().mapToLong(Township::population).sum());
      values.put("round_no", 1L);
      double x = random.nextDouble();
      values.put("status", x < FIRST_ROUND_DONE ? "done" : x < 0.93 ? "under_way" : "not_started");
      if (x < FIRST_ROUND_DONE) {
        values.put(
            "assessed_on",
            DemoDates.between(random, LocalDate.of(2019, 5, 1), LocalDate.of(2019, 12, 31)));
        values.put("level", 2L + random.nextInt(2));
      }
      if (x < 0.93) {
        double assessor = random.nextDouble();
        values.put(
            "assessor_kind",
            assessor < 0.4 ? "institute" : assessor < 0.6 ? "university" : "agency");
      }
      rows.write(values, outline(quarters), 500.0);
    }
  }

  /** A county's seat is its first township; the central area is every subdistrict of the city. */
  private List<Township> quarters(Unit unit, County chief) {
    List<Township> quarters = new ArrayList<>();
    for (County county : ground.counties()) {
      boolean part =
          unit.isCentral()
              ? county.cityCode().equals(unit.city()) && county.name().endsWith("区")
              : county.equals(chief);
      if (part) {
        List<Township> townships = settlements.townshipsOf(county);
        for (int i = 0; i < townships.size(); i++) {
          if (i == 0 || townships.get(i).name().endsWith("街道")) {
            quarters.add(townships.get(i));
          }
        }
      }
    }
    return quarters;
  }

  private Geometry outline(List<Township> quarters) {
    List<Geometry> outlines = quarters.stream().map(q -> residents.outline(q.code())).toList();
    return UnaryUnionNG.union(outlines, Shapes.FACTORY, TownshipOutlines.GRID).norm();
  }

  private static List<Unit> read() {
    return Shipped.text(RESOURCE)
        .lines()
        .skip(1)
        .map(line -> line.split(","))
        .map(cells -> new Unit(cells[0], cells[1], cells[2], cells[3]))
        .toList();
  }
}
