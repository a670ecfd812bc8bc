package cn.anlan.data.demo.ledger;

import cn.anlan.data.demo.draw.Planted;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How counties keep their ledgers: most roughly alike, a few reporting far too little, one silent
 * for months, one putting everything right on a single day, one copying its monthly form.
 */
final class CountyHabits {
  private static final double UNDER_REPORTING = 0.12;
  static final int SILENT_FROM = LedgerDays.number(LocalDate.of(2021, 3, 1));
  static final int SILENT_TO = LedgerDays.number(LocalDate.of(2021, 7, 31));
  static final int SAME_DAY_FROM = LedgerDays.number(LocalDate.of(2021, 7, 1));
  static final int SAME_DAY_TO = LedgerDays.number(LocalDate.of(2021, 11, 30));
  static final int SAME_DAY = LedgerDays.number(LocalDate.of(2021, 12, 20));

  private final Map<String, Double> factors = new HashMap<>();
  private final List<County> underReporting;
  private final County silent;
  private final County sameDay;
  private final County copying;

  CountyHabits(Ground ground, Random random) {
    for (County county : ground.counties()) {
      factors.put(county.code(), Math.exp(0.22 * random.nextGaussian()));
    }
    // Populous ones: a habit must show at a hundredth of the scale too.
    List<County> large =
        new ArrayList<>(
            ground.counties().stream()
                .sorted(Comparator.comparingLong(County::population).reversed())
                .limit(ground.counties().size() / 2)
                .toList());
    Collections.shuffle(large, random);
    underReporting = List.copyOf(large.subList(0, 3));
    silent = large.get(3);
    sameDay = large.get(4);
    copying = large.get(5);
    underReporting.forEach(c -> factors.put(c.code(), UNDER_REPORTING));
  }

  /** How many times the usual number of hazards the county reports. */
  double factor(County county) {
    return factors.get(county.code());
  }

  boolean isSilent(County county, int day) {
    return county == silent && day >= SILENT_FROM && day <= SILENT_TO;
  }

  boolean isPutRightOnOneDay(County county, int found) {
    return county == sameDay && found >= SAME_DAY_FROM && found <= SAME_DAY_TO;
  }

  County silent() {
    return silent;
  }

  County sameDay() {
    return sameDay;
  }

  /** The county whose monthly forms repeat the same values. */
  County copying() {
    return copying;
  }

  List<Planted> planted() {
    List<Planted> planted = new ArrayList<>();
    for (County county : underReporting) {
      planted.add(
          planted("under_reporting", county, 0, LedgerDays.END, "隐患数与风险点数之比约为全省的八分之一，疑似少报"));
    }
    planted.add(planted("found_zero", silent, SILENT_FROM, SILENT_TO, "连续五个月排查隐患数为零"));
    planted.add(
        planted("all_fixed_same_day", sameDay, SAME_DAY, SAME_DAY, "7月至11月排查的隐患全部在同一日申请验收、验收并销号"));
    return planted;
  }

  private static Planted planted(String kind, County county, int from, int to, String expected) {
    return new Planted(
        kind,
        "hazard",
        List.of(),
        county.code(),
        LedgerDays.date(from),
        LedgerDays.date(to),
        "示例：" + county.name() + expected);
  }
}
