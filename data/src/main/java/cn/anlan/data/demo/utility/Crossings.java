package cn.anlan.data.demo.utility;

import cn.anlan.data.demo.draw.DemoCodes;
import cn.anlan.data.demo.draw.DemoDates;
import cn.anlan.data.demo.draw.DemoRow;
import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Rounded;
import cn.anlan.data.demo.draw.Shapes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** Where two of the lines drawn cross in plan, within one county. */
final class Crossings {
  private static final int WANTED = 300;

  private record Segment(UtilityLine line, Coordinate from, Coordinate to) {}

  private record Crossing(UtilityLine first, UtilityLine second, Coordinate at, double angleDeg) {}

  private Crossings() {}

  /**
   * About 300 of the crossings of the first lines with the second, evenly over all of them.
   *
   * @param firsts pipelines
   * @param seconds what crosses them
   */
  static List<DemoRow> draw(List<UtilityLine> firsts, List<UtilityLine> seconds, Random random) {
    List<Crossing> all = find(firsts, seconds);
    List<DemoRow> rows = new ArrayList<>();
    int rowsWanted = Math.min(WANTED, all.size());
    for (int i = 0; i < rowsWanted; i++) {
      Crossing crossing = all.get((int) ((long) i * all.size() / rowsWanted));
      boolean overhead = crossing.second().kv() > 0;
      double clearanceM =
          overhead ? 6 + crossing.second().kv() / 40.0 + random.nextDouble() * 9 : 0.3;
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("name", "示例" + crossing.first().county().shortName() + "交越点" + (i + 1));
      values.put("first_kind", crossing.first().layer());
      values.put("first_code", crossing.first().code());
      values.put("second_kind", crossing.second().layer());
      values.put("second_code", crossing.second().code());
      values.put("angle_deg", Math.round(crossing.angleDeg() * 10) / 10.0);
      values.put("clearance_m", Math.round(clearanceM * 10) / 10.0);
      values.put("inspected_on", DemoDates.between(random, 2019, 2021));
      values.put("county_code", crossing.first().county().code());
      rows.add(
          new DemoRow(
              DemoCodes.of("XNG", i + 1), values, Shapes.point(Rounded.place(crossing.at())), 2.0));
    }
    return rows;
  }

  private static List<Crossing> find(List<UtilityLine> firsts, List<UtilityLine> seconds) {
    STRtree index = new STRtree();
    for (UtilityLine line : seconds) {
      CoordinateSequence points = line.line().getCoordinateSequence();
      for (int i = 1; i < points.size(); i++) {
        Coordinate from = points.getCoordinate(i - 1);
        Coordinate to = points.getCoordinate(i);
        index.insert(new Envelope(from, to), new Segment(line, from, to));
      }
    }
    LineIntersector meet = new RobustLineIntersector();
    List<Crossing> found = new ArrayList<>();
    for (UtilityLine line : firsts) {
      CoordinateSequence points = line.line().getCoordinateSequence();
      for (int i = 1; i < points.size(); i++) {
        Coordinate from = points.getCoordinate(i - 1);
        Coordinate to = points.getCoordinate(i);
        for (Object item : index.query(new Envelope(from, to))) {
          Segment other = (Segment) item;
          meet.computeIntersection(from, to, other.from(), other.to());
          if (meet.isProper() && other.line().county().equals(line.county())) {
            Coordinate at = meet.getIntersection(0).copy();
            found.add(new Crossing(line, other.line(), at, angleDeg(from, to, other)));
          }
        }
      }
    }
    return found;
  }

  private static double angleDeg(Coordinate from, Coordinate to, Segment other) {
    FlatFrame frame = FlatFrame.bySeries(from);
    double a = Math.atan2(frame.northM(to), frame.eastM(to));
    double b =
        Math.atan2(
            frame.northM(other.to()) - frame.northM(other.from()),
            frame.eastM(other.to()) - frame.eastM(other.from()));
    double between = Math.abs(Math.toDegrees(a - b)) % 180;
    return Math.min(between, 180 - between);
  }
}
