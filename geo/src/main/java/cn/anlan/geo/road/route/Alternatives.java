package cn.anlan.geo.road.route;

import cn.anlan.geo.road.graph.RoadPoint;
import java.util.List;

/**
 * What there is to choose from between two places.
 *
 * @param from where the way begins on the network
 * @param routes from the fastest to the safest; none of them is both slower and riskier than
 *     another
 * @param metClosures how many ways are left out because a road on them is closed by the time it is
 *     reached
 * @param unruled the fastest way of a tanker that no rule binds; null for cars
 */
public record Alternatives(
    RoadPoint from, RoadPoint to, List<Choice> routes, int metClosures, Trip unruled) {
  /**
   * One of them.
   *
   * @param labels of fastest, safest, balanced, those that fit
   */
  public record Choice(String id, List<String> labels, Trip trip) {}
}
