package cn.anlan.data.demo.ledger;

import cn.anlan.data.demo.draw.Shipped;
import java.util.List;
import java.util.Map;

/**
 * The make-up of the hazard ledger, from {@code demo/hazards.yaml}.
 *
 * @param perYear hazards of a year at full scale
 * @param majorShareByRiskLevel share of major hazards at risk points of level 1 to 4
 * @param monthWeights January to December
 * @param weekdayWeights Monday to Sunday
 * @param campaignMonths months, as {@code 2021-06}, in which more is looked for
 * @param sectors by code of the sector
 */
record HazardWords(
    int perYear,
    List<Double> majorShareByRiskLevel,
    double majorShareWithoutRiskPoint,
    List<Double> monthWeights,
    List<Double> weekdayWeights,
    double campaignFactor,
    List<String> campaignMonths,
    Map<String, Words> sectors) {
  /** What general and major hazards of a sector are called. */
  record Words(List<String> general, List<String> major) {
    Words {
      general = general.stream().map(w -> "示例" + w).toList();
      major = major.stream().map(w -> "示例" + w).toList();
    }
  }

  static HazardWords shipped() {
    return Shipped.yaml("demo/hazards.yaml", HazardWords.class);
  }
}
