package cn.anlan.data.demo.utility;

import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Rounded;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/** Lines that run from place to place as built lines do: not straight, with no loops. */
final class BentLine {
  private BentLine() {}

  /**
   * A line from a to b: halved again and again, each middle moved aside by a share of its stretch.
   *
   * @param stepM stretches no longer than this stay straight
   * @param share standard deviation of the move, as a share of the stretch; 0.05 is gentle
   * @return both ends included, every place rounded to 1e-7°
   */
  static List<Coordinate> between(
      Coordinate a, Coordinate b, double stepM, double share, Random random) {
    List<Coordinate> line = new ArrayList<>();
    Coordinate first = Rounded.place(a);
    Coordinate last = Rounded.place(b);
    line.add(first);
    halve(line, first, last, FlatFrame.bySeries(first).distanceM(last), stepM, share, random);
    return line;
  }

  /** A line through all the places in turn. */
  static List<Coordinate> through(
      List<Coordinate> places, double stepM, double share, Random random) {
    List<Coordinate> line = new ArrayList<>();
    line.add(Rounded.place(places.get(0)));
    for (int i = 1; i < places.size(); i++) {
      List<Coordinate> leg = between(places.get(i - 1), places.get(i), stepM, share, random);
      line.addAll(leg.subList(1, leg.size()));
    }
    return line;
  }

  private static void halve(
      List<Coordinate> line,
      Coordinate a,
      Coordinate b,
      double lengthM,
      double stepM,
      double share,
      Random random) {
    if (lengthM <= stepM) {
      line.add(b);
      return;
    }
    FlatFrame frame = FlatFrame.bySeries(a);
    double east = frame.eastM(b);
    double north = frame.northM(b);
    double aside = Math.max(-2, Math.min(2, random.nextGaussian())) * share;
    Coordinate middle = frame.place(east / 2 - north * aside, north / 2 + east * aside);
    double half = lengthM * Math.hypot(0.5, aside);
    halve(line, a, middle, half, stepM, share, random);
    halve(line, middle, b, half, stepM, share, random);
  }
}
