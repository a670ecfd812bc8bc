package cn.anlan.geo.road.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;

/**
 * A stretch of the fastest way that a safer one leaves, and for what.
 *
 * @param stretch of the fastest way
 * @param longest the road that most of it is on
 * @param at a point about its middle
 * @param closures what is closed on it; where there is something, no tanker may go there
 * @param risks what is passed on it, the riskiest first
 * @param extraS seconds that the way round it takes longer; may be negative
 * @param riskSaved risk that the way round it is less
 */
public record Avoided(
    Trip stretch,
    Itinerary.Segment longest,
    Coordinate at,
    List<Passed> closures,
    List<Passed> risks,
    double extraS,
    double riskSaved) {
  /** Shorter stretches are ramps and turns. */
  private static final double LEAST_M = 200;

  /** Where the unruled way and another part, in the order of the unruled one. */
  static List<Avoided> of(RoadNetwork network, Trip unruled, Trip chosen, Timetable clock) {
    Set<Integer> driven = new HashSet<>();
    chosen.legs().forEach(leg -> driven.add(leg.edge().id()));
    Map<Integer, Integer> startsAt = new HashMap<>(); // node → number of the chosen leg
    Map<Integer, Integer> endsAt = new HashMap<>();
    for (int i = 0; i < chosen.legs().size(); i++) {
      startsAt.put(chosen.legs().get(i).startNode(), i);
      endsAt.put(chosen.legs().get(i).endNode(), i);
    }
    List<Avoided> avoided = new ArrayList<>();
    List<Leg> left = new ArrayList<>();
    for (Leg leg : unruled.legs()) {
      if (!driven.contains(leg.edge().id())) {
        left.add(leg);
      } else if (!left.isEmpty()) {
        add(network, left, chosen, startsAt, endsAt, clock, avoided);
        left.clear();
      }
    }
    if (!left.isEmpty()) {
      add(network, left, chosen, startsAt, endsAt, clock, avoided);
    }
    return avoided;
  }

  private static void add(
      RoadNetwork network,
      List<Leg> left,
      Trip chosen,
      Map<Integer, Integer> startsAt,
      Map<Integer, Integer> endsAt,
      Timetable clock,
      List<Avoided> avoided) {
    Trip stretch = Trip.of(left);
    if (stretch.lengthM() < LEAST_M) {
      return;
    }
    // a stretch at an end of the way has no junction there that both ways share
    int first = startsAt.getOrDefault(left.get(0).startNode(), 0);
    int last = endsAt.getOrDefault(left.get(left.size() - 1).endNode(), chosen.legs().size() - 1);
    Trip instead = Trip.of(first <= last ? chosen.legs().subList(first, last + 1) : List.of());
    List<Passed> passed = Passed.of(stretch, clock);
    Itinerary way = Itinerary.of(network, stretch);
    avoided.add(
        new Avoided(
            stretch,
            way.segments().stream()
                .max(Comparator.comparingDouble(Itinerary.Segment::lengthM))
                .orElseThrow(),
            way.line().get(way.line().size() / 2),
            passed.stream().filter(Passed::isClosed).toList(),
            passed.stream()
                .filter(p -> p.risk() > 0)
                .sorted(Comparator.comparingDouble(Passed::risk).reversed())
                .toList(),
            instead.timeS() - stretch.timeS(),
            stretch.risk() - instead.risk()));
  }
}
