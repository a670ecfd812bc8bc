package cn.anlan.geo.road.route;

import cn.anlan.geo.road.MeasuredLine;
import cn.anlan.geo.road.Stakes;
import cn.anlan.geo.road.hazard.EdgeStakes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;

/**
 * A trip as people follow it: which roads from where to where, along which line, how high.
 *
 * @param segments in the order of the way
 * @param line of all the way, with heights (z) where there are some
 * @param profile metres from the beginning and height, at most {@value #PROFILE_POINTS} of the
 *     line's points, evenly; null without heights
 * @param ascentM all climbs together; NaN without heights
 */
public record Itinerary(
    List<Segment> segments,
    List<Coordinate> line,
    List<double[]> profile,
    double ascentM,
    double descentM) {
  private static final int PROFILE_POINTS = 1_000;

  /**
   * Legs on one road that follow one another.
   *
   * @param routeNo or an empty text
   * @param name of the road, or an empty text
   * @param fromStake K2143+200, in the direction of the way; null where there are no stakes
   * @param fromM from the beginning of the way
   */
  public record Segment(
      String routeNo,
      String name,
      String roadClass,
      String fromStake,
      String toStake,
      double fromM,
      double toM,
      double lengthM,
      double timeS,
      double risk) {}

  /** Follows a trip. */
  static Itinerary of(RoadNetwork network, Trip trip) {
    List<Coordinate> line = new ArrayList<>();
    for (Leg leg : trip.legs()) {
      MeasuredLine edge = MeasuredLine.of(network.graph().line(leg.edge().id()));
      double scale = edge.lengthM() / leg.edge().lengthM(); // millimetres of rounding
      Coordinate[] part =
          leg.forward()
              ? edge.cut(leg.fromM() * scale, leg.toM() * scale)
              : edge.cut(leg.toM() * scale, leg.fromM() * scale);
      for (Coordinate at : part) {
        if (line.isEmpty() || !line.get(line.size() - 1).equals2D(at)) {
          line.add(at);
        }
      }
    }
    boolean high = line.stream().noneMatch(c -> Double.isNaN(c.getZ()));
    return new Itinerary(
        segments(network, trip),
        line,
        high ? profile(line) : null,
        high ? climb(line, 1) : Double.NaN,
        high ? climb(line, -1) : Double.NaN);
  }

  private static List<double[]> profile(List<Coordinate> line) {
    MeasuredLine measured = MeasuredLine.of(line.toArray(Coordinate[]::new));
    List<double[]> profile = new ArrayList<>(line.size());
    double step = measured.lengthM() / (PROFILE_POINTS - 1);
    double next = 0;
    for (int i = 0; i < line.size(); i++) {
      if (measured.measureM(i) >= next || i + 1 == line.size()) {
        profile.add(new double[] {measured.measureM(i), line.get(i).getZ()});
        next = measured.measureM(i) + step;
      }
    }
    return profile;
  }

  private static double climb(List<Coordinate> line, int sign) {
    double sum = 0;
    for (int i = 1; i < line.size(); i++) {
      sum += Math.max(0, sign * (line.get(i).getZ() - line.get(i - 1).getZ()));
    }
    return sum;
  }

  private static List<Segment> segments(RoadNetwork network, Trip trip) {
    List<Segment> segments = new ArrayList<>();
    double along = 0;
    for (Leg leg : trip.legs()) {
      EdgeStakes.Reach reach = network.reach(leg.edge());
      Segment own = segment(network, leg, reach, along);
      along += leg.lengthM();
      int last = segments.size() - 1;
      if (last >= 0 && continues(segments.get(last), own)) {
        segments.set(last, joined(segments.get(last), own));
      } else {
        segments.add(own);
      }
    }
    return segments;
  }

  private static Segment segment(
      RoadNetwork network, Leg leg, EdgeStakes.Reach reach, double along) {
    double start = leg.forward() ? leg.fromM() : leg.toM();
    double end = leg.forward() ? leg.toM() : leg.fromM();
    double length = leg.edge().lengthM();
    return new Segment(
        reach.routeNo(),
        network.graph().name(leg.edge().id()),
        reach.roadClass(),
        reach.hasStakes() ? Stakes.text(reach.stakeKm(start, length)) : null,
        reach.hasStakes() ? Stakes.text(reach.stakeKm(end, length)) : null,
        along,
        along + leg.lengthM(),
        leg.lengthM(),
        leg.timeS(),
        leg.risk());
  }

  /** On the same road, and where there are stakes these go on. */
  private static boolean continues(Segment before, Segment next) {
    boolean sameRoad =
        before.routeNo.isEmpty() && next.routeNo.isEmpty()
            ? before.name.equals(next.name)
            : before.routeNo.equals(next.routeNo);
    return sameRoad
        && before.roadClass.equals(next.roadClass)
        && Objects.equals(before.toStake, next.fromStake);
  }

  private static Segment joined(Segment a, Segment b) {
    return new Segment(
        a.routeNo,
        a.name,
        a.roadClass,
        a.fromStake,
        b.toStake,
        a.fromM,
        b.toM,
        a.lengthM + b.lengthM,
        a.timeS + b.timeS,
        a.risk + b.risk);
  }
}
