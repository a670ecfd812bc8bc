package cn.anlan.web.reach;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.reach.Arrivals;
import cn.anlan.geo.road.reach.Placing;
import cn.anlan.geo.road.reach.ReachNetwork;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.text.Text;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Teams of the layer {@code emergency_team} brought to the roads.
 *
 * @param rows of the snapshot
 * @param turnoutS of each, seconds, by its kind
 */
record Teams(LayerSnapshot snapshot, int[] rows, Placing placing, double[] turnoutS) {
  /** A team as answers name it. */
  public record Team(String code, String name, String kind) {}

  /**
   * @throws UserFault where there is no team of these kinds
   */
  static Teams of(LayerSnapshot snapshot, Scope scope, List<String> kinds, ReachNetwork network) {
    int[] rows =
        Query.on(snapshot, scope).rows().stream()
            .filter(row -> kinds.contains(snapshot.text("kind", row)))
            .toArray();
    if (rows.length == 0) {
      throw new UserFault(
          "没有这类队伍的记录 (no team of these kinds is stored): " + String.join(", ", kinds),
          "换一类，或先导入应急队伍 (take another kind, or import teams into " + ReachQuestion.TEAMS + ")");
    }
    return of(snapshot, rows, network);
  }

  static Teams of(LayerSnapshot snapshot, int[] rows, ReachNetwork network) {
    return new Teams(
        snapshot,
        rows,
        network.place(
            Arrays.stream(rows).mapToDouble(snapshot::lonDeg).toArray(),
            Arrays.stream(rows).mapToDouble(snapshot::latDeg).toArray()),
        Arrays.stream(rows)
            .mapToDouble(row -> network.model().turnoutOf(snapshot.text("kind", row)))
            .toArray());
  }

  Arrivals arrivals(double limitS) {
    return Arrivals.of(placing, turnoutS, limitS);
  }

  /** Those that come nowhere, or nowhere but on an island, in the order of their codes. */
  List<ReachAnswer.IdleTeam> idle() {
    return IntStream.range(0, rows.length)
        .parallel()
        .filter(i -> !placing.isPlaced(i) || placing.isOnIsland(i))
        .mapToObj(this::idle)
        .sorted(Comparator.comparing(ReachAnswer.IdleTeam::code))
        .toList();
  }

  private ReachAnswer.IdleTeam idle(int i) {
    double lon = snapshot.lonDeg(rows[i]);
    List<Double> at = Double.isNaN(lon) ? null : List.of(lon, snapshot.latDeg(rows[i]));
    Team team = team(i);
    ReachResult.State state =
        at == null
            ? ReachResult.State.NO_PLACE
            : placing.isPlaced(i) ? ReachResult.State.ISLAND : ReachResult.State.OFF_ROAD;
    return new ReachAnswer.IdleTeam(
        team.code(), team.name(), team.kind(), at, state.word(), why(state));
  }

  private Text why(ReachResult.State state) {
    long bound = Math.round(placing.network().model().offRoadBoundM());
    return switch (state) {
      case ISLAND ->
          new Text(
              "所在道路与主要路网不相通，只能到同一片路上的点",
              "its roads are cut off from the main network; it reaches only places there");
      case OFF_ROAD ->
          new Text(
              bound + " 米内没有可停车的公路，未计入", "no road to stop on within " + bound + " m; left out");
      default -> new Text("没有位置，未计入", "has no place; left out");
    };
  }

  Team team(int i) {
    return new Team(
        snapshot.text("code", rows[i]),
        snapshot.text("name", rows[i]),
        snapshot.text("kind", rows[i]));
  }

  boolean isDemo() {
    return Arrays.stream(rows).anyMatch(row -> Boolean.TRUE.equals(snapshot.value("is_demo", row)));
  }
}
