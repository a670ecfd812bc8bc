package cn.anlan.web.reach;

import cn.anlan.geo.text.Text;
import cn.anlan.web.sheet.Sheet;
import cn.anlan.web.sheet.SheetTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Answers of reach written for people. */
public final class ReachSheet {
  private static final int COUNTIES = 40;

  private ReachSheet() {}

  /** Which places are reached in time. */
  public static Sheet of(ReachAnswer a) {
    ReachAnswer.Manifest m = a.manifest();
    SheetTable gaps =
        new SheetTable(
            "gaps",
            new Text(
                "超时的点（列出 %d / %d）".formatted(a.gaps().size(), a.beyond()),
                "Reached too late (%d of %d listed)".formatted(a.gaps().size(), a.beyond())),
            List.of(
                new Text("编码", "Code"),
                new Text("名称", "Name"),
                new Text("等级", "Level"),
                new Text("县", "County"),
                new Text("最近队伍", "First team"),
                new Text("到达 分", "Minutes"),
                new Text("超出 分", "Over"),
                new Text("离路 m", "Off road m")));
    for (ReachAnswer.Gap g : a.gaps()) {
      gaps.row(
          g.code(),
          g.name(),
          g.level(),
          g.countyName(),
          g.team().name(),
          one(g.minutes()),
          one(g.overMinutes()),
          String.format(Locale.ROOT, "%.0f", g.roadM()));
    }
    List<Sheet.Part> parts = new ArrayList<>();
    parts.add(regions("cities", new Text("按市", "By city"), a.byCity()));
    parts.add(
        regions(
            "counties",
            new Text("缺口最多的县", "Counties with most gaps"),
            a.byCounty().stream().filter(c -> c.beyond() > 0).limit(COUNTIES).toList()));
    parts.add(gaps);
    if (!a.unplacedPlaces().isEmpty()) {
      parts.add(unplaced(a));
    }
    if (!a.idleTeams().isEmpty()) {
      parts.add(idleTeams(a));
    }
    return new Sheet(
        new Text("救援到达", "Reach of rescue teams"), lead(a), m.isDemo(), parts, a.notes());
  }

  private static List<Text> lead(ReachAnswer a) {
    ReachAnswer.Manifest m = a.manifest();
    return List.of(
        new Text(
            "%d 处中 %d 处在 %s 分钟内有队伍到达，%d 处超时，%d 处无法判断；队伍 %d 支（%s）。"
                .formatted(
                    a.places(),
                    a.reached(),
                    asWritten(m.minutes()),
                    a.beyond(),
                    a.unplaced(),
                    m.teams(),
                    String.join("、", m.kindTitles().stream().map(Text::zh).toList())),
            "Of %d places %d are reached within %s minutes, %d are not, of %d nothing can be said; %d teams (%s)."
                .formatted(
                    a.places(),
                    a.reached(),
                    asWritten(m.minutes()),
                    a.beyond(),
                    a.unplaced(),
                    m.teams(),
                    String.join(", ", m.kindTitles().stream().map(Text::en).toList()))));
  }

  private static SheetTable regions(String id, Text title, List<ReachAnswer.RegionTally> tallies) {
    SheetTable table =
        new SheetTable(
            id,
            title,
            List.of(
                new Text("地区", "Region"),
                new Text("点数", "Places"),
                new Text("按时", "In time"),
                new Text("超时", "Too late"),
                new Text("无法判断", "Nothing known")));
    for (ReachAnswer.RegionTally t : tallies) {
      table.row(
          t.name() == null ? new Text("未注明", "not named") : t.name(),
          t.places(),
          t.reached(),
          t.beyond(),
          t.unplaced());
    }
    return table;
  }

  private static SheetTable unplaced(ReachAnswer a) {
    SheetTable table =
        new SheetTable(
            "unplaced",
            new Text(
                "无法判断的点（列出 %d / %d）".formatted(a.unplacedPlaces().size(), a.unplaced()),
                "Of which nothing can be said (%d of %d listed)"
                    .formatted(a.unplacedPlaces().size(), a.unplaced())),
            List.of(
                new Text("编码", "Code"),
                new Text("名称", "Name"),
                new Text("等级", "Level"),
                new Text("县", "County"),
                new Text("原因", "Why")));
    for (ReachAnswer.Unplaced u : a.unplacedPlaces()) {
      table.row(u.code(), u.name(), u.level(), u.countyName(), u.text());
    }
    return table;
  }

  private static SheetTable idleTeams(ReachAnswer a) {
    SheetTable table =
        new SheetTable(
            "idle-teams",
            new Text("到不了或只到孤立路网的队伍", "Teams that come nowhere, or only on an island"),
            List.of(new Text("编码", "Code"), new Text("名称", "Name"), new Text("原因", "Why")));
    for (ReachAnswer.IdleTeam team : a.idleTeams()) {
      table.row(team.code(), team.name(), team.text());
    }
    return table;
  }

  /** What one more station adds. */
  public static Sheet of(NewStation.Answer a) {
    SheetTable gaps =
        new SheetTable(
            "closed",
            new Text(
                "补上的缺口（列出 %d / %d）".formatted(a.gaps().size(), a.closed()),
                "Gaps closed (%d of %d listed)".formatted(a.gaps().size(), a.closed())),
            List.of(
                new Text("编码", "Code"),
                new Text("名称", "Name"),
                new Text("等级", "Level"),
                new Text("县", "County"),
                new Text("现在 分", "Now, min"),
                new Text("新站 分", "With it, min"),
                new Text("提前 分", "Saved, min")));
    for (NewStation.Closed g : a.gaps()) {
      gaps.row(
          g.code(),
          g.name(),
          g.level(),
          g.countyName(),
          one(g.minutes()),
          one(g.minutesWith()),
          one(g.savedMinutes()));
    }
    return new Sheet(
        new Text("增设一站", "One more station"),
        List.of(
            new Text(
                "在 %s,%s 增设一站，补上 %d 处缺口，另有 %d 处仍超时但提前到达。"
                    .formatted(a.at().get(0), a.at().get(1), a.closed(), a.earlier()),
                "A station at %s,%s closes %d gaps; %d more stay too late but are reached sooner."
                    .formatted(a.at().get(0), a.at().get(1), a.closed(), a.earlier()))),
        a.manifest().isDemo(),
        List.of(gaps),
        a.notes());
  }

  /** Where a few stations add most. */
  public static Sheet of(NewStation.Best a) {
    SheetTable chosen =
        new SheetTable(
            "best",
            new Text("建议位置", "Where"),
            List.of(
                new Text("序", "Rank"),
                new Text("乡镇", "Township"),
                new Text("县", "County"),
                new Text("新补上", "Gaps it adds"),
                new Text("累计", "Closed so far")));
    for (NewStation.Chosen c : a.chosen()) {
      chosen.row(c.rank(), c.name(), c.countyName(), c.added(), c.closedSoFar());
    }
    return new Sheet(
        new Text("增设几站", "A few more stations"),
        List.of(
            new Text(
                "从 %d 个候选位置中选 %d 处。".formatted(a.candidates(), a.chosen().size()),
                "%d of %d candidate places.".formatted(a.chosen().size(), a.candidates()))),
        a.manifest().isDemo(),
        List.of(chosen),
        a.notes());
  }

  /** As people write it: 15, not 15.0. */
  private static String asWritten(double minutes) {
    return minutes == Math.rint(minutes) ? "" + (long) minutes : "" + minutes;
  }

  private static String one(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
