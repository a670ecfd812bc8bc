package cn.anlan.geo.road.route;

import java.util.List;

/** A way from one place to another; its figures are sums over its legs. */
public record Trip(List<Leg> legs, double timeS, double lengthM, double risk) {
  static Trip of(List<Leg> legs) {
    return new Trip(
        List.copyOf(legs),
        legs.stream().mapToDouble(Leg::timeS).sum(),
        legs.stream().mapToDouble(Leg::lengthM).sum(),
        legs.stream().mapToDouble(Leg::risk).sum());
  }

  /** Whether it goes over the same edges. */
  boolean follows(Trip other) {
    if (legs.size() != other.legs.size()) {
      return false;
    }
    for (int i = 0; i < legs.size(); i++) {
      if (legs.get(i).edge().id() != other.legs.get(i).edge().id()) {
        return false;
      }
    }
    return true;
  }
}
