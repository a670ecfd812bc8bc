package cn.anlan.data.demo.utility;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoDates;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.Planted;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/**
 * Places of fireworks displays. Six stand under a line of 110 kV or more, within the protection
 * zone of the grid, which 烟花爆竹安全管理条例 art. 30 forbids.
 */
final class DisplaySites {
  private static final int PLANTED = 6;
  private static final String[] GRADES = {
    "grade_5", "grade_5", "grade_5", "grade_4", "grade_4", "grade_3", "grade_2", "grade_1"
  };
  private static final int[] RADIUS_M = {0, 400, 300, 200, 130, 80};

  private final Random random;
  private final List<DemoRow> rows = new ArrayList<>();
  private final List<Planted> planted = new ArrayList<>();

  private DisplaySites(Random random) {
    this.random = random;
  }

  static DisplaySites draw(
      Ground ground, CountyCut cut, List<UtilityLine> powerLines, Random random) {
    DisplaySites drawn = new DisplaySites(random);
    for (County county : ground.counties()) {
      drawn.add(county, cut.around(county, county.seat(), 800, 6000, random));
    }
    List<UtilityLine> high =
        powerLines.stream().filter(line -> line.kv() >= 110 && isLand(line, cut)).toList();
    for (int i = 0; i < PLANTED && !high.isEmpty(); i++) {
      drawn.under(high.get((int) ((i + 0.5) / PLANTED * high.size())));
    }
    return drawn;
  }

  List<DemoRow> rows() {
    return rows;
  }

  List<Planted> planted() {
    return planted;
  }

  private void under(UtilityLine line) {
    String code = add(line.county(), vertex(line));
    LocalDate day = (LocalDate) rows.get(rows.size() - 1).values().get("display_on");
    planted.add(
        new Planted(
            "display_in_power_corridor",
            "fireworks_display_site",
            List.of(code, line.code()),
            line.county().code(),
            day,
            day,
            "燃放点" + code + "位于" + line.kv() + " kV 线路" + line.code() + "的电力线路保护区内"));
  }

  private String add(County county, Coordinate at) {
    String code = DemoCodes.of("FDS", rows.size() + 1);
    String grade = GRADES[random.nextInt(GRADES.length)];
    int number = grade.charAt(grade.length() - 1) - '0';
    LocalDate spring = LocalDate.of(2019 + random.nextInt(3), 1, 20);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", "示例" + county.shortName() + "焰火燃放点" + (rows.size() + 1));
    values.put("grade", grade);
    values.put("display_on", DemoDates.between(random, spring, spring.plusDays(40)));
    values.put("hour", (long) (19 + random.nextInt(3)));
    values.put("safety_radius_m", (long) RADIUS_M[number]);
    values.put("shells", (long) (100 + random.nextInt(400)) * (6 - number));
    values.put("county_code", county.code());
    rows.add(new DemoRow(code, values, Shapes.point(at), 3.0));
    return code;
  }

  private static boolean isLand(UtilityLine line, CountyCut cut) {
    return cut.isLand(vertex(line), line.county());
  }

  private static Coordinate vertex(UtilityLine line) {
    LineString shape = line.line();
    return shape.getCoordinateN(shape.getNumPoints() / 2);
  }
}
