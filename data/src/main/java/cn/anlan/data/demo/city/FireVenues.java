package cn.anlan.data.demo.city;

import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.NumberedRows;
import cn.anlan.data.demo.draw.Weighted;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.ground.Village;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Fire venues: 821,000 small ones (九小场所) and 20,000 others in the full province, the seventeen
 * kinds of the 2019 fire campaign. Streamed; nothing is held.
 */
final class FireVenues {
  private static final int SMALL = 821_000;
  private static final int OTHERS = 20_000;

  /** 赣江新区 lies in 南昌 and 九江; it is no region of its own here. */
  private static final List<String> IOT_CITIES =
      List.of("360600", "360100", "361100", "360900", "360700", "360200");

  /**
   * @param small weight among small venues, 0 where there are none
   * @param other weight among the others
   * @param areaM2 median floor area of the others; small venues have a median of 120 m²
   */
  private record Kind(String code, String word, double small, double other, double areaM2) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("public_entertainment", "娱乐场所", 9, 6, 1200),
          new Kind("star_hotel", "宾馆", 10, 4, 6000),
          new Kind("flammable_site", "易燃易爆场所", 2, 8, 1500),
          new Kind("station_wharf", "客运站", 0, 2, 3500),
          new Kind("elderly_care", "养老院", 2, 6, 2800),
          new Kind("hospital_cdc", "诊所", 4, 6, 9000),
          new Kind("school", "学校", 8, 14, 7000),
          new Kind("training", "培训机构", 7, 4, 1800),
          new Kind("construction_site", "工地", 0, 7, 12_000),
          new Kind("old_estate", "老旧小区", 0, 10, 22_000),
          new Kind("shared_rental", "出租房", 18, 3, 900),
          new Kind("urban_village", "城中村", 0, 3, 30_000),
          new Kind("three_in_one", "店铺", 25, 5, 700),
          new Kind("large_complex", "商业综合体", 0, 1.5, 26_000),
          new Kind("ebike", "充电场所", 8, 6, 500),
          new Kind("museum_heritage", "文物建筑", 0, 2.5, 1600),
          new Kind("electrical_fire", "生产作坊", 7, 12, 2500));

  private final Settlements settlements;
  private final int small;
  private final int others;
  private final Random random;

  FireVenues(Settlements settlements, DemoPlan plan) {
    this.settlements = settlements;
    this.small = plan.scaled(SMALL);
    this.others = plan.scaled(OTHERS);
    this.random = plan.random("fire_venue");
  }

  int count() {
    return small + others;
  }

  void write(Consumer<DemoRow> out) {
    NumberedRows rows = new NumberedRows("FV", out);
    Weighted<Kind> otherKinds = new Weighted<>(KINDS, Kind::other);
    Weighted<Kind> smallKinds =
        new Weighted<>(KINDS.stream().filter(k -> k.small() > 0).toList(), Kind::small);
    for (int i = 0; i < others; i++) {
      write(otherKinds.draw(random), false, rows);
    }
    for (int i = 0; i < small; i++) {
      write(smallKinds.draw(random), true, rows);
    }
  }

  private void write(Kind kind, boolean isSmall, NumberedRows rows) {
    Village village = settlements.drawVillage(random);
    double medianM2 = isSmall ? 120 : kind.areaM2();
    double areaM2 = Math.rint(medianM2 * Math.exp(0.5 * random.nextGaussian()));
    boolean key = !isSmall && random.nextDouble() < 0.35;
    boolean equipped =
        key || random.nextDouble() < (IOT_CITIES.contains(cityOf(village)) ? 0.9 : 0.3);
    long detectors = Math.max(1, Math.min(5000, (long) (areaM2 / 60)));
    long online = 0;
    if (equipped) {
      for (long i = 0; i < Math.min(detectors, 8); i++) {
        online += random.nextDouble() < 0.96 ? 1 : 0;
      }
      online += Math.max(0, detectors - 8) * 19 / 20;
    }
    Map<String, Object> values = ByVillage.values(village);
    values.put("name", "示例" + kind.word() + rows.next());
    values.put("venue_kind", kind.code());
    values.put("nine_small", isSmall);
    values.put("area_m2", areaM2);
    values.put("storeys", 1L + (isSmall ? random.nextInt(2) : random.nextInt(12)));
    values.put("smoke_detectors", detectors);
    values.put("sensors_online", online);
    values.put("nb_iot", isSmall && equipped);
    values.put("alarm_monitored", equipped && !isSmall);
    values.put("key_unit", key);
    values.put("high_risk", key && random.nextDouble() < 0.08);
    values.put("accredited", random.nextDouble() < 0.3);
    rows.write(values, Settlements.near(village, isSmall ? 350 : 700, random), 10.0);
  }

  private static String cityOf(Village village) {
    return village.county().cityCode();
  }
}
