package cn.anlan.data.demo.hazardous;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoDates;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.draw.Weighted;
import cn.anlan.data.demo.industry.Enterprise;
import cn.anlan.data.demo.industry.Industry;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Special equipment of the eight kinds, at the enterprises that use it. */
final class SpecialEquipment {
  private static final int FULL_SCALE = 120_000;
  private static final double PREMISES_M = 150;
  private static final LocalDate FIRST_DUE = LocalDate.of(2021, 10, 1);
  private static final LocalDate LAST_DUE = LocalDate.of(2023, 12, 31);

  /** Shares are ours; lifts are about half of what is registered. */
  private enum Kind {
    ELEVATOR("elevator", "电梯", "梯", 0.5, 0.002),
    PRESSURE_VESSEL("pressure_vessel", "压力容器", "容", 0.2, 0.04),
    SITE_VEHICLE("site_vehicle", "叉车", "车", 0.13, 0.001),
    CRANE("crane", "起重机", "起", 0.08, 0.02),
    BOILER("boiler", "锅炉", "锅", 0.05, 0.03),
    PRESSURE_PIPE("pressure_pipe", "压力管道", "管", 0.035, 0.04),
    AMUSEMENT("amusement", "游乐设施", "游", 0.004, 0.1),
    ROPEWAY("ropeway", "索道", "索", 0.001, 0.5);

    private final String code;
    private final String word;
    private final String letter;
    private final double share;
    private final double majorShare;

    Kind(String code, String word, String letter, double share, double majorShare) {
      this.code = code;
      this.word = word;
      this.letter = letter;
      this.share = share;
      this.majorShare = majorShare;
    }
  }

  private SpecialEquipment() {}

  static void write(Industry industry, DemoPlan plan, Consumer<DemoRow> out) {
    Random random = plan.random("special_equipment");
    Weighted<Enterprise> users =
        new Weighted<>(industry.enterprises(), SpecialEquipment::likelihood);
    Weighted<Kind> kinds = new Weighted<>(List.of(Kind.values()), k -> k.share);
    int wanted = plan.scaled(FULL_SCALE);
    for (int number = 1; number <= wanted; number++) {
      out.accept(row(users.draw(random), kinds.draw(random), number, random));
    }
  }

  private static double likelihood(Enterprise enterprise) {
    double size =
        switch (enterprise.scale()) {
          case "large" -> 12;
          case "medium" -> 5;
          case "small" -> 1.5;
          default -> 0.5;
        };
    boolean full =
        switch (enterprise.sector()) {
          case "special_equipment", "fire", "hazardous_chemicals" -> true;
          default -> false;
        };
    return full ? 3 * size : size;
  }

  private static DemoRow row(Enterprise enterprise, Kind kind, int number, Random random) {
    Map<String, Object> values = new HashMap<>(32);
    values.put("name", "示例" + kind.word + number + "号");
    values.put("enterprise_code", enterprise.code());
    values.put("equipment_kind", kind.code);
    values.put("reg_no", "示例" + kind.letter + number);
    values.put("commissioned_on", DemoDates.between(random, 2000, 2020));
    values.put("inspect_due", DemoDates.between(random, FIRST_DUE, LAST_DUE));
    values.put("is_major", random.nextDouble() < kind.majorShare);
    values.put("township_code", enterprise.village().township().code());
    values.put("county_code", enterprise.county().code());
    double radiusM = Math.min(PREMISES_M, enterprise.clearM());
    return new DemoRow(
        DemoCodes.of("SE", number),
        values,
        Shapes.point(FlatFrame.bySeries(enterprise.at()).within(radiusM, random)),
        5.0);
  }
}
