package cn.anlan.web.reach;

import cn.anlan.geo.road.reach.ArrivalTimes;
import cn.anlan.geo.road.reach.Placing;
import cn.anlan.geo.text.Text;
import cn.anlan.web.riskmap.Regions.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The first arrival at each place of a question; lists and counts are made of it. */
public final class ReachResult {
  /** What became of a place. */
  enum State {
    REACHED,
    LATE,
    NO_PLACE,
    OFF_ROAD,
    ISLAND;

    /** Neither in time nor too late. */
    boolean isUnplaced() {
      return this != REACHED && this != LATE;
    }

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private static final double MINUTE_S = 60;

  /** So many teams are named in a note; the list has all. */
  private static final int NAMED = 5;

  final ReachGround ground;
  final ReachQuestion question;
  final Places places;
  final Placing placing;
  final Teams teams;
  final Counties counties;
  private final ReachAnswer.Manifest manifest;
  private final List<ReachAnswer.IdleTeam> idleTeams;
  private final ArrivalTimes arrivals;

  ReachResult(
      ReachGround ground,
      ReachQuestion question,
      Places places,
      Teams teams,
      Counties counties,
      long dataVersion) {
    this.ground = ground;
    this.question = question;
    this.places = places;
    this.placing = ground.network().place(places.lonDeg(), places.latDeg());
    this.teams = teams;
    this.counties = counties;
    this.arrivals = teams.arrivals(Double.POSITIVE_INFINITY).at(placing);
    idleTeams = teams.idle();
    int islanders = (int) idleTeams.stream().filter(ReachResult::isOnIsland).count();
    manifest =
        new ReachAnswer.Manifest(
            ground.name(),
            ground.roadsDataVersion(),
            dataVersion,
            ground.network().model().version(),
            ground.network().model().source(),
            question.layer().id(),
            question.levels(),
            question.filter(),
            question.kinds(),
            question.kindTitles(),
            question.minutes(),
            teams.rows().length,
            idleTeams.size() - islanders,
            islanders,
            teams.isDemo() || places.isDemo());
  }

  private static boolean isOnIsland(ReachAnswer.IdleTeam team) {
    return team.reason().equals(State.ISLAND.word());
  }

  ReachAnswer.Manifest manifest() {
    return manifest;
  }

  State state(int i) {
    if (arrivals.seconds(i) <= question.minutes() * MINUTE_S) {
      return State.REACHED;
    }
    if (arrivals.seconds(i) < Double.POSITIVE_INFINITY) {
      return State.LATE;
    }
    return places.at(i) == null
        ? State.NO_PLACE
        : placing.isPlaced(i) ? State.ISLAND : State.OFF_ROAD;
  }

  /** Minutes until the first team is there. */
  double minutes(int i) {
    return arrivals.seconds(i) / MINUTE_S;
  }

  /** The numbers of places that are reached too late: the worst level, then the longest first. */
  List<Integer> late() {
    return places
        .all()
        .filter(i -> state(i) == State.LATE)
        .boxed()
        .sorted(
            Comparator.comparing((Integer i) -> places.level(i) == null ? 0 : places.level(i))
                .thenComparing(i -> -arrivals.seconds(i))
                .thenComparing(places::code))
        .toList();
  }

  Region county(int i) {
    String field = question.layer().regionField();
    return field == null ? null : counties.find(places.snapshot().text(field, places.rows()[i]));
  }

  /**
   * The answer.
   *
   * @param limit how many gaps, and how many unplaced, are listed
   */
  public ReachAnswer answer(int limit) {
    List<Integer> late = late();
    List<Integer> unplaced = places.all().filter(i -> state(i).isUnplaced()).boxed().toList();
    return new ReachAnswer(
        manifest,
        places.size(),
        places.size() - late.size() - unplaced.size(),
        late.size(),
        unplaced.size(),
        Tallies.byLevel(this),
        Tallies.byCity(this),
        Tallies.byCounty(this),
        late.stream().limit(limit).map(this::gap).toList(),
        unplaced.stream().limit(limit).map(this::unplaced).toList(),
        idleTeams.stream().limit(limit).toList(),
        notes(unplaced.size()));
  }

  ReachAnswer.Gap gap(int i) {
    Region county = county(i);
    return new ReachAnswer.Gap(
        places.id(i),
        places.code(i),
        places.name(i),
        places.level(i),
        county == null ? null : county.code(),
        county == null ? null : county.name(),
        places.at(i),
        tenth(minutes(i)),
        tenth(minutes(i) - question.minutes()),
        Math.round(arrivals.offRoadM(i)),
        teams.team(arrivals.team(i)));
  }

  ReachAnswer.Unplaced unplaced(int i) {
    Region county = county(i);
    return new ReachAnswer.Unplaced(
        places.id(i),
        places.code(i),
        places.name(i),
        places.level(i),
        county == null ? null : county.code(),
        county == null ? null : county.name(),
        places.at(i),
        state(i).word(),
        why(state(i)));
  }

  private Text why(State state) {
    long bound = Math.round(ground.network().model().offRoadBoundM());
    return switch (state) {
      case OFF_ROAD -> new Text(bound + " 米内没有可停车的公路", "no road to stop on within " + bound + " m");
      case ISLAND -> new Text("所在路网与各队伍不相通", "its roads do not join those of any team");
      default -> new Text("没有位置", "has no place");
    };
  }

  private List<Text> notes(int unplaced) {
    var model = ground.network().model();
    List<Text> notes = new ArrayList<>();
    notes.add(
        new Text(
            "时间从接警算起：出动、公路行驶、离路部分按直线 %.0f 公里/小时，取 %.0f 米内各条路中最先到达的一条（不看其间有无河流）；速度为 [design]"
                .formatted(model.offRoadKmh(), model.offRoadBoundM()),
            ("Times count from the alarm: turnout, the way by road, the rest straight at %.0f km/h from whichever road"
                    + " within %.0f m gets there first (rivers between are not looked at); speeds are [design]")
                .formatted(model.offRoadKmh(), model.offRoadBoundM())));
    if (manifest.teamsUnplaced() > 0) {
      notes.add(
          new Text(
              manifest.teamsUnplaced() + " 支队伍没有位置或附近没有公路，未计入：" + named(false, "、"),
              manifest.teamsUnplaced()
                  + " teams have no place, or no road near, and are left out: "
                  + named(false, ", ")));
    }
    if (manifest.teamsOnIslands() > 0) {
      notes.add(
          new Text(
              manifest.teamsOnIslands() + " 支队伍所在道路与主要路网不相通，只能到同一片路上的点：" + named(true, "、"),
              manifest.teamsOnIslands()
                  + " teams stand on roads cut off from the main network and reach only places there: "
                  + named(true, ", ")));
    }
    if (unplaced > 0) {
      notes.add(
          new Text(
              unplaced + " 处无法判断：没有位置、离路过远或路网不通",
              "Of "
                  + unplaced
                  + " places nothing can be said: no place, no road near, or cut off"));
    }
    if (manifest.isDemo()) {
      notes.add(new Text("含示例数据，不是真实情况", "invented demonstration data went in"));
    }
    return notes;
  }

  /** The first few of them, by name and code. */
  private String named(boolean onIslands, String comma) {
    List<String> names =
        idleTeams.stream()
            .filter(team -> isOnIsland(team) == onIslands)
            .map(team -> team.name() + " " + team.code())
            .toList();
    String few = String.join(comma, names.subList(0, Math.min(NAMED, names.size())));
    return names.size() > NAMED ? few + " …" : few;
  }

  static double tenth(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
