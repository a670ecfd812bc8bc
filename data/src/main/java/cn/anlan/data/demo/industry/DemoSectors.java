package cn.anlan.data.demo.industry;

import cn.anlan.data.demo.draw.Shipped;
import java.util.List;
import java.util.Map;

/**
 * The make-up of the demonstration province, from {@code demo/sectors.yaml}.
 *
 * @param enterprises at full scale, as {@code riskPoints} and {@code majorRiskPoints}
 * @param lowerLevelShares of levels 2, 3 and 4 among the risk points that are not major
 */
record DemoSectors(
    int enterprises,
    int riskPoints,
    int majorRiskPoints,
    List<Double> lowerLevelShares,
    UnderReporting underReporting,
    HotSpot hotSpot,
    List<Sector> sectors) {
  /**
   * One sector.
   *
   * @param favoured county code → how many times likelier the sector is there than by population
   * @param parkShare share of its enterprises that stand in their county's industrial park
   * @param highGround whether it prefers high villages, as mines do
   * @param pointsFactor risk points per enterprise, against the average
   * @param majorFactor how many times likelier a major risk point is than on average
   */
  record Sector(
      String sector,
      double share,
      double parkShare,
      boolean highGround,
      double pointsFactor,
      List<String> words,
      Map<String, Double> favoured,
      List<String> accidentTypes,
      List<String> places,
      double majorFactor) {}

  /**
   * Counties that report too few risk points.
   *
   * @param factor what is left of the risk points beyond an enterprise's first
   */
  record UnderReporting(List<String> counties, double factor) {}

  /** The county in whose industrial park major risk points heap up. */
  record HotSpot(String county, double factor) {}

  static DemoSectors shipped() {
    return Shipped.yaml("demo/sectors.yaml", DemoSectors.class);
  }

  Sector get(String sector) {
    return sectors.stream().filter(s -> s.sector().equals(sector)).findFirst().orElseThrow();
  }
}
