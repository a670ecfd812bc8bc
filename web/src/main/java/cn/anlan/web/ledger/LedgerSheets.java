package cn.anlan.web.ledger;

import cn.anlan.analytics.ledger.Rate;
import cn.anlan.geo.text.Text;
import cn.anlan.web.ledger.LedgerRates.Forms;
import cn.anlan.web.ledger.LedgerRates.Hazards;
import cn.anlan.web.ledger.LedgerRates.Row;
import cn.anlan.web.ledger.LedgerRates.Share;
import cn.anlan.web.sheet.Sheet;
import cn.anlan.web.sheet.SheetTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The ledgers' answers written for people. */
final class LedgerSheets {
  private LedgerSheets() {}

  static Sheet of(LedgerRates.Answer a) {
    SheetTable table =
        new SheetTable(
            "rates",
            new Text("各单位", "By unit"),
            List.of(
                new Text("单位", "Unit"),
                new Text("重大隐患整改率", "Major rectified"),
                new Text("重大隐患逾期率", "Major overdue"),
                new Text("一般隐患整改率", "General rectified"),
                new Text("一般隐患逾期率", "General overdue"),
                new Text("按期整改率", "In time"),
                new Text("挂牌销号率", "Delisted"),
                new Text("上报率", "Reported on time"),
                new Text("注册覆盖率", "Firms registered")));
    for (Row r : a.units()) {
      Hazards major = r.hazards().get("major");
      Hazards general = r.hazards().get("general");
      table.row(
          r.name(),
          text(major == null ? null : major.rectified()),
          text(major == null ? null : major.overdue()),
          text(general == null ? null : general.rectified()),
          text(general == null ? null : general.overdue()),
          text(sum(r.hazards().values().stream().map(Hazards::inTime).toList())),
          text(sum(r.listings().values().stream().map(l -> l.delisted()).toList())),
          text(sum(r.forms().values().stream().map(Forms::onTime).toList())),
          text(r.enterprises()));
    }
    List<Share> major = new ArrayList<>();
    List<Share> overdue = new ArrayList<>();
    a.units().stream()
        .map(r -> r.hazards().get("major"))
        .filter(h -> h != null)
        .forEach(
            h -> {
              major.add(h.rectified());
              overdue.add(h.overdue());
            });
    Share rectified = sum(major);
    Share late = sum(overdue);
    Text lead =
        new Text(
            "截至 %s：重大隐患登记 %d 处，销号 %d 处，整改率 %s；未销号 %d 处，其中逾期 %d 处（%s）。城市安全风险评估 %d/%d。"
                .formatted(
                    a.manifest().asOf(),
                    rectified.whole(),
                    rectified.part(),
                    rectified.percent(),
                    late.whole(),
                    late.part(),
                    late.percent(),
                    a.cityUnits().part(),
                    a.cityUnits().whole()),
            "By %s: %d major hazards registered, %d closed (%s); %d open, %d of them overdue (%s). City assessments %d of %d."
                .formatted(
                    a.manifest().asOf(),
                    rectified.whole(),
                    rectified.part(),
                    rectified.percent(),
                    late.whole(),
                    late.part(),
                    late.percent(),
                    a.cityUnits().part(),
                    a.cityUnits().whole()));
    return new Sheet(
        new Text("隐患治理台账指标", "Ledger rates"),
        List.of(lead),
        a.manifest().isDemo(),
        List.of(table),
        a.manifest().notes());
  }

  static Sheet of(Screens.Answer a) {
    SheetTable table =
        new SheetTable(
            "suspicions",
            new Text("线索", "What was found"),
            List.of(
                new Text("类型", "Kind"),
                new Text("单位", "Unit"),
                new Text("起", "From"),
                new Text("止", "To"),
                new Text("偶然性", "By chance"),
                new Text("说明", "Explanation")));
    for (Screens.Row r : a.suspicions()) {
      table.row(
          r.title(),
          r.name(),
          r.from(),
          r.to(),
          r.chance() == null ? null : String.format(Locale.ROOT, "%.1e", r.chance()),
          r.explanation());
    }
    return new Sheet(
        new Text("数据真实性筛查", "Screens for made-up figures"),
        List.of(
            new Text(
                "%s 至 %s 共 %d 条核查线索。"
                    .formatted(a.manifest().from(), a.manifest().asOf(), a.suspicions().size()),
                "%d leads from %s to %s."
                    .formatted(a.suspicions().size(), a.manifest().from(), a.manifest().asOf()))),
        a.manifest().isDemo(),
        List.of(table),
        a.manifest().notes());
  }

  private static String text(Share share) {
    return share == null || share.whole() == 0
        ? null
        : share.percent() + " (" + share.part() + "/" + share.whole() + ")";
  }

  private static Share sum(List<Share> shares) {
    return Share.of(
        new Rate(
            shares.stream().mapToLong(Share::part).sum(),
            shares.stream().mapToLong(Share::whole).sum()));
  }
}
