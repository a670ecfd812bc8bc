package cn.anlan.data.demo.industry;

import cn.anlan.data.demo.draw.Planted;
import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import java.util.ArrayList;
import java.util.List;

/** What is put into enterprises and risk points on purpose. */
final class IndustryAnomalies {
  private static final int SUBJECTS = 20;

  private IndustryAnomalies() {}

  static List<Planted> of(
      DemoSectors sectors,
      Ground ground,
      List<Enterprise> enterprises,
      List<RiskPoint> riskPoints) {
    List<Planted> planted = new ArrayList<>();
    for (String code : sectors.underReporting().counties()) {
      County county = ground.getCounty(code);
      planted.add(
          new Planted(
              "risk_point_under_reporting",
              "risk_point",
              enterprises.stream()
                  .filter(e -> e.county().code().equals(code))
                  .limit(SUBJECTS)
                  .map(Enterprise::code)
                  .toList(),
              code,
              county.name() + "每家企业的风险点数明显低于同类县，疑似漏报"));
    }
    String hot = sectors.hotSpot().county();
    List<String> major =
        riskPoints.stream()
            .filter(p -> p.level() == 1)
            .filter(p -> p.enterprise().inPark() && p.enterprise().county().code().equals(hot))
            .map(RiskPoint::code)
            .toList();
    if (!major.isEmpty()) {
      planted.add(
          new Planted(
              "major_risk_hot_spot",
              "risk_point",
              major,
              hot,
              ground.getCounty(hot).name() + "工业园区内重大风险点异常集中"));
    }
    return List.copyOf(planted);
  }
}
