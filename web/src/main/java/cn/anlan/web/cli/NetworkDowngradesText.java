package cn.anlan.web.cli;

import cn.anlan.geo.road.LongDowngrade.Verdict;
import cn.anlan.geo.road.slope.NetworkDowngrade.NearPlace;
import cn.anlan.geo.text.Text;
import cn.anlan.web.downgrade.NetworkDowngradeReport;
import java.util.Locale;

/** The downgrades of a network as a table for a terminal. */
final class NetworkDowngradesText {
  private NetworkDowngradesText() {}

  static String of(NetworkDowngradeReport report) {
    NetworkDowngradeReport.Manifest m = report.manifest();
    Table found =
        new Table(
            "道路 road",
            "等级 class",
            "方向 direction",
            "起 from",
            "附近 near",
            "止 to",
            "附近 near",
            "长 km",
            "高差 drop m",
            "平均纵坡 grade %",
            "± %",
            "结论 verdict");
    for (NetworkDowngradeReport.Downgrade d : report.downgrades()) {
      found.row(
          d.road().isEmpty() ? "无名 unnamed" : d.road(),
          d.roadClass(),
          "%s %s".formatted(d.direction().zh(), d.direction().en()),
          place(d.from()),
          near(d.fromPlace()),
          place(d.to()),
          near(d.toPlace()),
          two(d.lengthKm()),
          two(d.dropM()),
          two(d.averageGradePct()),
          two(d.gradeUncertaintyPct()),
          d.verdict() == Verdict.EXCEEDS ? "超限 exceeds" : "可能超限 may exceed");
    }
    StringBuilder text = new StringBuilder(found.text());
    text.append(
        "%n路网 %s，%.0f km 中发现 %d 段（超限 %d 段），%.0f km 无高程；沿途风险计入 %d 段"
            .formatted(
                m.network(),
                m.lengthKm(),
                report.downgrades().size(),
                m.exceeding(),
                m.withoutHeightsKm(),
                m.hazards()));
    text.append(
        "%n(network %s: %d found in %.0f km, %d exceed, %.0f km without heights; %d are hazards of routes)%n"
            .formatted(
                m.network(),
                report.downgrades().size(),
                m.lengthKm(),
                m.exceeding(),
                m.withoutHeightsKm(),
                m.hazards()));
    text.append("高程中误差 σ %.1f m，坡中回升 climb ≤ %.0f m%n".formatted(m.heightSigmaM(), m.climbM()));
    for (Text note : m.notes()) {
      text.append("%s%n(%s)%n".formatted(note.zh(), note.en()));
    }
    return text.toString();
  }

  private static String place(double[] at) {
    return String.format(Locale.ROOT, "%.5f,%.5f", at[0], at[1]);
  }

  private static String near(NearPlace place) {
    return place == null
        ? ""
        : String.format(Locale.ROOT, "%s %.1f km", place.name(), place.distanceM() / 1000);
  }

  private static String two(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
