package cn.anlan.web.road;

import cn.anlan.geo.road.Stakes;
import cn.anlan.geo.road.linear.Direction;
import cn.anlan.geo.road.linear.RoutePlace;
import cn.anlan.geo.text.Text;
import java.util.List;

/**
 * Where a stake is.
 *
 * @param places all places with it; several where it occurs twice or the road has two carriageways
 * @param note why there are several; null where there is one
 * @param dataVersion of the roads
 */
public record LocateAnswer(
    String routeNo,
    String stake,
    String direction,
    List<PlaceView> places,
    Text note,
    Text accuracy,
    long dataVersion,
    boolean isDemo) {
  static final Text ACCURACY =
      new Text(
          "桩号在路段两端已知，其间按测地长度比例内插；偏差看每公里桩号的实长",
          "Stakes are known at a piece's ends; between them in proportion to the geodesic length."
              + " What a kilometre of stakes measures says how far they may be off");

  /**
   * Finds it.
   *
   * @throws cn.anlan.geo.fault.UserFault for a route or stake that is not there
   */
  public static LocateAnswer of(RoadLayer.State state, String route, String stake, String way) {
    double stakeKm = Stakes.parse(stake);
    Direction direction = Direction.parse(way);
    List<RoutePlace> places = state.routes().locate(route, stakeKm, direction);
    return new LocateAnswer(
        places.get(0).routeNo(),
        Stakes.text(stakeKm),
        direction.code(),
        places.stream().map(PlaceView::of).toList(),
        note(places),
        ACCURACY,
        state.roads().dataVersion(),
        state.roads().isDemo());
  }

  private static Text note(List<RoutePlace> places) {
    if (places.size() < 2) {
      return null;
    }
    boolean meets = false;
    for (RoutePlace a : places) {
      for (RoutePlace b : places) {
        meets |= a != b && a.traffic().meets(b.traffic());
      }
    }
    return meets
        ? new Text(
            "该桩号在同一方向出现 %d 处（断链或重复），逐一列出，请按位置判定".formatted(places.size()),
            "the stake occurs at %d places (a chain break or a doubled one); all are listed"
                .formatted(places.size()))
        : new Text("两个方向分幅，各列一处", "two carriageways, one place each");
  }
}
