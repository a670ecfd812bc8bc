package cn.anlan.data.demo.ledger;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.ground.County;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Major hazards listed by the county and, where they outlast it, by the city and the province. */
final class Listings {
  private static final double LISTED = 0.3;
  private static final double RAISED = 0.65;
  private static final int LIMIT_DAYS = 60;
  private static final String[] LEVELS = {"county", "city", "province"};
  private static final String[] NAMES = {"示例县级挂牌督办", "示例市级挂牌督办", "示例省级挂牌督办"};

  private final Random random;
  private int number;

  Listings(Random random) {
    this.random = random;
  }

  void draw(List<MajorHazard> majors, Consumer<DemoRow> out) {
    for (MajorHazard hazard : majors) {
      if (random.nextDouble() < LISTED) {
        chain(hazard, out);
      }
    }
  }

  private void chain(MajorHazard hazard, Consumer<DemoRow> out) {
    int listed = hazard.reported() + 2 + random.nextInt(14);
    int delisted = hazard.closed() > LedgerDays.END ? -1 : hazard.closed() + random.nextInt(8);
    for (int level = 0; level < LEVELS.length; level++) {
      if (listed > LedgerDays.END || !hazard.isOpenOn(listed)) {
        return;
      }
      int due = listed + LIMIT_DAYS;
      out.accept(row(hazard, level, listed, due, delisted));
      listed = due + 1 + random.nextInt(15);
      if (random.nextDouble() >= RAISED) {
        return;
      }
    }
  }

  private DemoRow row(MajorHazard hazard, int level, int listed, int due, int delisted) {
    Map<String, Object> values = new HashMap<>();
    values.put("name", NAMES[level]);
    values.put("hazard_code", hazard.code());
    values.put("listing_level", LEVELS[level]);
    values.put("listed_on", LedgerDays.date(listed));
    values.put("supervisor_unit", supervisor(hazard.county(), level));
    values.put("due_on", LedgerDays.date(due));
    if (delisted >= 0 && delisted <= LedgerDays.END) {
      values.put("delisted_on", LedgerDays.date(delisted));
    }
    values.put("county_code", hazard.county().code());
    return new DemoRow(DemoCodes.of("LS", ++number), values, null, null);
  }

  private static String supervisor(County county, int level) {
    String place = level == 0 ? county.name() : level == 1 ? county.cityName() : "江西省";
    return "示例" + place + "安全生产委员会办公室";
  }
}
