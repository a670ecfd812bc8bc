package cn.anlan.analytics.assessment;

import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The frozen frame that figures are held against: lo and hi of each indicator and the entropy
 * weights, for each level and sector. Computed once from three years ({@link BaselineBuilder}) and
 * kept as a file, so that a region's grade moves because the region has changed and not because
 * others have.
 *
 * @param provenance where the figures come from, for people
 * @param isDemo whether they come from invented data
 * @param model label of the model that they were computed for
 * @param indicators the order of the rows' values
 */
public record Baseline(
    String id,
    int version,
    Text title,
    String provenance,
    boolean isDemo,
    String model,
    LocalDate from,
    LocalDate to,
    List<String> indicators,
    List<Row> rows) {
  /** The row of all sectors together. */
  public static final String ALL_SECTORS = "all";

  /**
   * One level and sector.
   *
   * @param low figures that become 0
   * @param high figures that become 1
   * @param entropyWeights adding up to 1, or all 0 where no indicator tells regions apart
   * @param samples region-months that they were told from
   */
  public record Row(
      String level,
      String sector,
      List<Double> low,
      List<Double> high,
      List<Double> entropyWeights,
      int samples) {}

  public Baseline {
    require(
        id != null && title != null && provenance != null && model != null,
        "id, title, provenance and model are required");
    require(version >= 1, "version is at least 1");
    require(from != null && to != null, "from and to are required");
    require(indicators != null && !indicators.isEmpty(), "indicators is required");
    require(rows != null && !rows.isEmpty(), "rows is required");
    Set<String> seen = new HashSet<>();
    for (Row row : rows) {
      String name = row.level() + "/" + row.sector();
      require(seen.add(name), "row " + name + " stands twice");
      require(
          row.low() != null
              && row.high() != null
              && row.entropyWeights() != null
              && row.low().size() == indicators.size()
              && row.high().size() == indicators.size()
              && row.entropyWeights().size() == indicators.size(),
          "row " + name + " needs " + indicators.size() + " values of low, high, entropy_weights");
      for (int i = 0; i < indicators.size(); i++) {
        require(
            row.low().get(i) <= row.high().get(i) && row.entropyWeights().get(i) >= 0,
            "row " + name + ", " + indicators.get(i) + ": low ≤ high and a weight ≥ 0 are needed");
      }
    }
    indicators = List.copyOf(indicators);
    rows = List.copyOf(rows);
  }

  /** The label that results name. */
  public String label() {
    return id + " " + version;
  }

  /**
   * @param sector null for all sectors
   * @throws UserFault where the baseline has no such row
   */
  public Row get(UnitLevel level, String sector) {
    String wanted = sector == null ? ALL_SECTORS : sector;
    return rows.stream()
        .filter(r -> r.level().equals(level.word()) && r.sector().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new UserFault(
                    "基线 %s 没有 %s / %s (the baseline has no such row)"
                        .formatted(label(), level.word(), wanted),
                    "运行 ./anlan assess baseline 重新计算基线 (compute the baseline anew)，或换行业 (or take"
                        + " another sector): "
                        + rows.stream().map(Row::sector).distinct().toList()));
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(problem);
    }
  }
}
