package cn.anlan.geo.road.route;

import cn.anlan.geo.road.hazard.EdgeRisk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A hazard that a trip passes, all its stretches together.
 *
 * @param thing its number in the network's table
 * @param fromM from the beginning of the way to where it is first within reach
 * @param toM to where it is last within reach
 * @param lengthM of the way within its reach
 * @param persons whom it exposes in the hours in which it is first passed
 * @param risk its part of the trip's, for a million trips
 */
public record Passed(
    int thing,
    double fromM,
    double toM,
    double lengthM,
    double persons,
    double risk,
    boolean isClosed) {
  /** All that a trip passes, by where each begins. */
  static List<Passed> of(Trip trip, Timetable clock) {
    Map<Integer, Passed> byThing = new LinkedHashMap<>();
    double along = 0;
    for (Leg leg : trip.legs()) {
      for (EdgeRisk.Effect e : clock.risk(leg).effects(leg.edge(), leg.fromM(), leg.toM())) {
        double from = along + (leg.forward() ? e.fromM() - leg.fromM() : leg.toM() - e.toM());
        Passed part =
            new Passed(
                e.thing(),
                from,
                from + e.toM() - e.fromM(),
                e.toM() - e.fromM(),
                e.persons(),
                e.risk(),
                e.isClosed());
        byThing.merge(e.thing(), part, Passed::together);
      }
      along += leg.lengthM();
    }
    List<Passed> passed = new ArrayList<>(byThing.values());
    passed.sort(Comparator.comparingDouble(Passed::fromM));
    return passed;
  }

  private Passed together(Passed other) {
    return new Passed(
        thing,
        Math.min(fromM, other.fromM),
        Math.max(toM, other.toM),
        lengthM + other.lengthM,
        persons,
        risk + other.risk,
        isClosed || other.isClosed);
  }
}
