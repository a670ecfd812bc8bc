package cn.anlan.web.assessment;

import cn.anlan.analytics.assessment.Baseline;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Code;
import cn.anlan.geo.fault.UserFault;
import java.util.stream.Collectors;

/**
 * Which regions are asked for.
 *
 * @param sector null for all sectors
 */
public record AssessmentQuestion(UnitLevel level, String sector) {
  /**
   * @param level province, city or county
   * @param sector a value of the code list {@code sector}; null, blank or {@code all} for all
   * @throws UserFault where one is none of these
   */
  public static AssessmentQuestion of(Catalog catalog, String level, String sector) {
    UnitLevel of =
        UnitLevel.find(level)
            .orElseThrow(
                () ->
                    new UserFault(
                        "level=" + level + " 不支持 (not supported)",
                        "取 (take) province, city, county"));
    return new AssessmentQuestion(of, sector(catalog, sector));
  }

  static String sector(Catalog catalog, String sector) {
    if (sector == null || sector.isBlank() || sector.equals(Baseline.ALL_SECTORS)) {
      return null;
    }
    if (catalog.getCodes("sector").find(sector).isEmpty()) {
      throw new UserFault(
          "sector=" + sector + " 不是行业代码 (no such sector)",
          "取 (take) all, "
              + catalog.getCodes("sector").codes().stream()
                  .map(Code::value)
                  .collect(Collectors.joining(", ")));
    }
    return sector;
  }
}
