package cn.anlan.geo.road.linear;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.topology.RoadPiece;
import java.util.Locale;

/** The way of traffic along a route, by its stakes. */
public enum Direction {
  /** With rising stakes. */
  INCREASING,
  /** With falling stakes. */
  DECREASING,
  BOTH;

  /** Whether what goes this way meets what goes the other's way: a direction in common. */
  public boolean meets(Direction other) {
    return this == other || this == BOTH || other == BOTH;
  }

  /** Of the traffic that a piece of road serves. */
  public static Direction of(RoadPiece piece) {
    return !piece.oneWay()
        ? BOTH
        : piece.fromStakeKm() < piece.toStakeKm() ? INCREASING : DECREASING;
  }

  /**
   * As the register's code list {@code road_direction} has it; null is {@link #BOTH}.
   *
   * @throws UserFault for another word
   */
  public static Direction parse(String text) {
    if (text == null) {
      return BOTH;
    }
    try {
      return valueOf(text.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new UserFault(
          "行车方向 (direction) " + text + " 不认识 (not known)",
          "取 increasing（桩号增大）、decreasing（减小）或 both (take one of these)");
    }
  }

  /** The code of the list {@code road_direction}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
