package cn.anlan.data.demo.ledger;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.Shapes;
import cn.anlan.data.demo.draw.Weighted;
import cn.anlan.data.demo.industry.Enterprise;
import cn.anlan.data.demo.industry.Industry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Sanctions. The make-up follows published figures of Ganzhou 2021 (680 stopped, 113 shut down, 66
 * prosecuted, 134 jointly sanctioned, fines of 50.93 million yuan); the rest are fines.
 */
final class Enforcements {
  private static final int PER_YEAR = 22_000;

  /** Ganzhou's figures times 5.04, of 22,000. */
  private record Kind(String code, String name, double share) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("fine", "示例罚款决定", 22_000 - 5.04 * (680 + 113 + 66 + 134)),
          new Kind("suspension", "示例停产整顿决定", 5.04 * 680),
          new Kind("shutdown", "示例关闭决定", 5.04 * 113),
          new Kind("transfer", "示例移送司法", 5.04 * 66),
          new Kind("joint_sanction", "示例联合惩戒", 5.04 * 134));

  /** So that fines add up to about 50.93 million yuan times 5.04 in a year, in 10,000 yuan. */
  private static final double MEAN_FINE_10K_YUAN = 1.5;

  private final DemoPlan plan;
  private final Industry industry;
  private final Random random;

  Enforcements(DemoPlan plan, Industry industry) {
    this.plan = plan;
    this.industry = industry;
    this.random = plan.random("enforcement");
  }

  void draw(Consumer<DemoRow> out) {
    Weighted<Kind> kinds = new Weighted<>(KINDS, Kind::share);
    int perYear = plan.scaled(PER_YEAR);
    int number = 0;
    for (int year = 2019; year <= 2021; year++) {
      for (int i = 0; i < perYear; i++) {
        int day = (year - 2019) * 365 + (year > 2020 ? 1 : 0) + i * 365 / perYear;
        out.accept(row(++number, kinds.draw(random), day, year, i + 1));
      }
    }
  }

  private DemoRow row(int number, Kind kind, int day, int year, int ofYear) {
    List<Enterprise> enterprises = industry.enterprises();
    Enterprise enterprise = enterprises.get(random.nextInt(enterprises.size()));
    Map<String, Object> values = new HashMap<>(32);
    values.put("name", kind.name());
    values.put("enterprise_code", enterprise.code());
    values.put("sector", enterprise.sector());
    values.put("kind", kind.code());
    if (kind.code().equals("fine")) {
      double fine = -MEAN_FINE_10K_YUAN * Math.log(1 - random.nextDouble());
      values.put("fine_10k_yuan", Math.max(10, Math.round(fine * 100)) / 100.0);
    }
    values.put("decided_on", LedgerDays.date(day));
    values.put("document_no", "示例执法〔" + year + "〕" + ofYear + "号");
    values.put("county_code", enterprise.county().code());
    return new DemoRow(DemoCodes.of("EF", number), values, Shapes.point(enterprise.at()), 5.0);
  }
}
