package cn.anlan.web.road;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.linear.NamedPlace;
import cn.anlan.geo.text.Text;
import cn.anlan.web.site.LonLat;
import java.util.List;

/**
 * What a place is called.
 *
 * @param at longitude, latitude
 * @param names the nearest first
 * @param isAmbiguous whether another name is hardly farther than the first: within 30 m more, or
 *     twice as far [design]
 */
public record StakeAnswer(
    List<Double> at,
    double withinM,
    List<Name> names,
    boolean isAmbiguous,
    Text note,
    Text accuracy,
    long dataVersion,
    boolean isDemo) {
  private static final double HARDLY_M = 30;
  private static final double ANOTHER_KM = 0.05;
  private static final double FARTHEST_M = 20_000;
  private static final double ON_IT_M = 0.5;
  private static final int MOST = 20;

  /**
   * @param distanceM from the place to the road
   * @param side left or right of a traveller with rising stakes; on where the place is on the road
   */
  public record Name(PlaceView place, double distanceM, String side) {}

  /**
   * Names it.
   *
   * @param route only this route; null for all
   * @throws UserFault where no road is so near, or the route is not known
   */
  public static StakeAnswer of(RoadLayer.State state, LonLat at, String route, double withinM) {
    if (!(withinM > 0 && withinM <= FARTHEST_M)) {
      throw new UserFault(
          "within=" + withinM + " 超出范围 (out of range)",
          "取 0 以上至 %.0f 米 (take more than 0, at most so many metres)".formatted(FARTHEST_M));
    }
    List<NamedPlace> named = state.routes().name(at.lonDeg(), at.latDeg(), withinM, route);
    if (named.isEmpty()) {
      throw far(state, at, route, withinM);
    }
    boolean ambiguous = isAmbiguous(named);
    return new StakeAnswer(
        at.list(),
        withinM,
        named.stream().limit(MOST).map(StakeAnswer::name).toList(),
        ambiguous,
        ambiguous
            ? new Text(
                "附近有几条路或几处桩号，距离相近，不能只凭位置判定",
                "several roads or stakes are about as near; the place alone does not decide")
            : null,
        LocateAnswer.ACCURACY,
        state.roads().dataVersion(),
        state.roads().isDemo());
  }

  private static Name name(NamedPlace named) {
    return new Name(
        PlaceView.of(named.place()),
        named.distanceM(),
        named.distanceM() < ON_IT_M ? "on" : named.isRight() ? "right" : "left");
  }

  private static boolean isAmbiguous(List<NamedPlace> named) {
    NamedPlace first = named.get(0);
    double limitM = Math.max(first.distanceM() + HARDLY_M, 2 * first.distanceM());
    return named.stream()
        .skip(1)
        .anyMatch(
            n ->
                n.distanceM() <= limitM
                    && (!n.place().routeNo().equals(first.place().routeNo())
                        || Math.abs(n.place().stakeKm() - first.place().stakeKm()) > ANOTHER_KM));
  }

  private static UserFault far(RoadLayer.State state, LonLat at, String route, double withinM) {
    List<NamedPlace> nearest = state.routes().name(at.lonDeg(), at.latDeg(), FARTHEST_M, route);
    return new UserFault(
        "%.0f 米内没有%s (no such road within this distance)"
            .formatted(withinM, route == null ? "道路" : " " + route),
        nearest.isEmpty()
            ? "最近的也在 %.0f 公里以外，检查坐标 (check the coordinates)".formatted(FARTHEST_M / 1000)
            : "最近的 %s 在 %.0f 米处 (the nearest is so far): within=%.0f"
                .formatted(
                    nearest.get(0).place().routeNo(),
                    nearest.get(0).distanceM(),
                    Math.ceil(nearest.get(0).distanceM() / 100) * 100));
  }
}
