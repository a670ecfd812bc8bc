package cn.anlan.web.cli;

import cn.anlan.data.road.StoredRoads;
import cn.anlan.geo.road.Stakes;
import cn.anlan.geo.road.check.Component;
import cn.anlan.geo.road.check.DoubledRoad;
import cn.anlan.geo.road.check.LooseCrossing;
import cn.anlan.geo.road.check.NearMiss;
import cn.anlan.geo.road.check.OddStakes;
import cn.anlan.geo.text.Text;
import cn.anlan.web.road.BreakView;
import cn.anlan.web.road.CheckAnswer;
import cn.anlan.web.road.LocateAnswer;
import cn.anlan.web.road.PlaceView;
import cn.anlan.web.road.StakeAnswer;
import java.util.Locale;

/** What {@code ./anlan roads} prints. */
final class RoadsText {
  private RoadsText() {}

  static String of(LocateAnswer answer) {
    Table table =
        new Table(
            "路线 route",
            "桩号 stake",
            "经度 lon",
            "纬度 lat",
            "高程 height m",
            "方位 bearing °",
            "方向 traffic",
            "路段 piece",
            "每公里实长 m per km");
    answer.places().forEach(place -> row(table, place));
    return table.text() + note(answer.note()) + demo(answer.isDemo());
  }

  private static void row(Table table, PlaceView place) {
    table.row(
        place.routeNo(),
        place.stake(),
        degrees(place.point().get(0)),
        degrees(place.point().get(1)),
        place.heightM() == null ? "–" : one(place.heightM()),
        one(place.bearingDeg()),
        place.traffic(),
        place.code(),
        one(place.metresPerStakeKm()));
  }

  static String of(StakeAnswer answer) {
    Table table = new Table("路线 route", "桩号 stake", "距离 distance m", "侧 side", "路段 piece");
    for (StakeAnswer.Name name : answer.names()) {
      table.row(
          name.place().routeNo(),
          name.place().stake(),
          one(name.distanceM()),
          switch (name.side()) {
            case "left" -> "左 left";
            case "right" -> "右 right";
            default -> "路上 on";
          },
          name.place().code());
    }
    return table.text() + note(answer.note()) + demo(answer.isDemo());
  }

  static String of(CheckAnswer answer) {
    CheckAnswer.Manifest m = answer.manifest();
    CheckAnswer.Counts c = answer.counts();
    Table counts = new Table("检查 check", "数量 found");
    counts.row("互不连通的部分 components", c.components());
    counts.row("断头 dead ends", c.deadEnds());
    counts.row("%.0f m 内有路的断头 near misses".formatted(m.nearMissM()), c.nearMisses());
    counts.row("无路口交叉，层次不明 crossings of unknown level", c.unknownLevelCrossings());
    counts.row("无路口交叉，同一层次 crossings on one level", c.sameLevelCrossings());
    counts.row("重复路段 doubled", c.doubled());
    counts.row("过短路段 too short", c.collapsed());
    counts.row("桩号倒置 reversed stakes", c.reversedStakes());
    counts.row("桩号与线形不符（含倒置）stakes against the line", c.oddStakes());
    counts.row("短链 short chains", c.shortChains());
    counts.row("长链 long chains", c.longChains());
    counts.row("桩号缺口 gaps", c.gaps());
    counts.row("桩号重叠 overlaps", c.overlaps());
    counts.row("线形说明 notes on lines", c.notes());
    return "%,d 个路段，%d 条路线，%.0f km；%,d 个路口、%,d 条边，容差 %.1f m (pieces, routes, junctions, edges, tolerance)%n"
            .formatted(
                m.pieces(), m.routes(), m.lengthKm(), m.junctions(), m.parts(), m.toleranceM())
        + demo(m.isDemo())
        + "\n"
        + counts.text()
        + lists(answer);
  }

  private static String lists(CheckAnswer answer) {
    Table components =
        new Table("连通部分 component km", "路段 pieces", "路口 junctions", "其一 one", "经度 lon", "纬度 lat");
    for (Component part : answer.components()) {
      components.row(
          one(part.lengthKm()),
          part.pieces(),
          part.junctions(),
          part.sample(),
          degrees(part.lonDeg()),
          degrees(part.latDeg()));
    }
    Table misses = new Table("断头 dead end", "邻近 near", "距离 m", "经度 lon", "纬度 lat", "层次 level");
    for (NearMiss miss : answer.nearMisses()) {
      misses.row(
          miss.code(),
          miss.otherCode(),
          one(miss.distanceM()),
          degrees(miss.lonDeg()),
          degrees(miss.latDeg()),
          miss.otherLevel() ? "不同 differs" : "相同 same");
    }
    Table crossings = new Table("交叉 crossing", "与 with", "经度 lon", "纬度 lat", "层次 level");
    for (LooseCrossing crossing : answer.crossings()) {
      crossings.row(
          crossing.code(),
          crossing.otherCode(),
          degrees(crossing.lonDeg()),
          degrees(crossing.latDeg()),
          crossing.levelsKnown() ? "同一 same" : "不明 unknown");
    }
    Table doubled = new Table("重复 doubled", "与 with", "km");
    for (DoubledRoad road : answer.doubled()) {
      doubled.row(road.code(), road.otherCode(), one(road.lengthKm()));
    }
    Table odd = new Table("桩号 stakes", "路线 route", "起 from", "止 to", "倒置 reversed", "m per km");
    for (OddStakes stakes : answer.oddStakes()) {
      odd.row(
          stakes.code(),
          stakes.routeNo(),
          Stakes.text(stakes.fromStakeKm()),
          Stakes.text(stakes.toStakeKm()),
          stakes.isReversed() ? "是 yes" : "",
          stakes.metresPerStakeKm() == null ? "–" : one(stakes.metresPerStakeKm()));
    }
    Table breaks = new Table("断链、缺口、重叠 break", "路线 route", "起 from", "止 to");
    for (BreakView at : answer.breaks()) {
      breaks.row(at.kind(), at.routeNo(), at.from(), at.to());
    }
    StringBuilder text = new StringBuilder();
    append(text, answer.components().isEmpty(), components);
    append(text, answer.nearMisses().isEmpty(), misses);
    append(text, answer.crossings().isEmpty(), crossings);
    append(text, answer.doubled().isEmpty(), doubled);
    append(text, answer.oddStakes().isEmpty(), odd);
    append(text, answer.breaks().isEmpty(), breaks);
    for (StoredRoads.Note note : answer.notes()) {
      text.append("%n%s: %s (%s)".formatted(note.code(), note.zh(), note.en()));
    }
    return text.append(answer.notes().isEmpty() ? "" : "\n").toString();
  }

  private static void append(StringBuilder text, boolean empty, Table table) {
    if (!empty) {
      text.append('\n').append(table.text());
    }
  }

  private static String note(Text note) {
    return note == null ? "" : "%s (%s)%n".formatted(note.zh(), note.en());
  }

  private static String demo(boolean isDemo) {
    return isDemo ? "示例数据 (invented data)\n" : "";
  }

  private static String degrees(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  private static String one(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
