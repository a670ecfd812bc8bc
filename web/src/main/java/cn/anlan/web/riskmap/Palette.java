package cn.anlan.web.riskmap;

import cn.anlan.analytics.assessment.RegionalGrade;
import cn.anlan.geo.fault.UserFault;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Which four colours a regional map has. 红橙黄蓝 are levels of risk; 红橙黄绿 are the published status of
 * a region, whose best grade means "good". The two never stand on one map.
 */
enum Palette {
  RISK_LEVEL("risk_level", "blue"),
  PUBLISHED_STATUS("published_status", "green");

  private static final int BEST = 4;

  private final String codes;
  private final String best;

  Palette(String codes, String best) {
    this.codes = codes;
    this.best = best;
  }

  /**
   * @throws UserFault where there is no such palette
   */
  static Palette get(String codes) {
    return Arrays.stream(values())
        .filter(p -> p.codes.equals(codes))
        .findFirst()
        .orElseThrow(
            () ->
                new UserFault(
                    "palette=" + codes + " 不支持 (not supported)",
                    "取 (take) "
                        + Arrays.stream(values())
                            .map(Palette::codes)
                            .collect(Collectors.joining(", "))));
  }

  /** The code list whose colours these are. */
  String codes() {
    return codes;
  }

  /** The colour's name in this palette. */
  String grade(RegionalGrade grade) {
    return grade.level() == BEST ? best : grade.grade();
  }
}
