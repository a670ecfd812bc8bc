package cn.anlan.geo.road.linear;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * A stretch of a route.
 *
 * @param fromKm as asked; greater than {@code toKm} against the stakes
 * @param direction of the traffic that the carriageway serves
 * @param lines in the direction from the one stake to the other, by stake
 * @param gaps stakes between the two at which no road is stored, by rising stake; where the road
 *     goes on and only the stakes are left out, {@link ChainBreak.Kind#SHORT_CHAIN}
 * @param repeated stakes between the two that occur twice: both places are among the lines
 * @param lengthM of all lines, geodesic
 */
public record RouteCut(
    String routeNo,
    double fromKm,
    double toKm,
    Direction direction,
    List<Line> lines,
    List<ChainBreak> gaps,
    List<ChainBreak> repeated,
    double lengthM) {
  /**
   * Road without interruption.
   *
   * @param codes of its pieces
   */
  public record Line(double fromKm, double toKm, List<String> codes, Coordinate[] points) {}

  public RouteCut {
    lines = List.copyOf(lines);
    gaps = List.copyOf(gaps);
    repeated = List.copyOf(repeated);
  }
}
