package cn.anlan.data.demo.mine;

import cn.anlan.data.demo.draw.Geodesics;
import cn.anlan.data.demo.draw.Rounded;
import cn.anlan.data.demo.ground.Terrain;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;

/** Lines of steepest fall over the invented terrain, as water or tailings take them. */
final class Descent {
  private static final double STEP_M = 60;
  private static final double PROBE_M = 25;
  private static final double LAT_M = 110_900;
  private static final double[] OVER_THE_SILL_M = {150, 300, 500, 800};
  private static final int BEARINGS = 24;

  private Descent() {}

  /**
   * The way down from a place, every vertex lower than the one before. It ends at the length
   * wished, where a condition says so, or in a hollow that has no lower ground within 800 m.
   *
   * @param ends whether the way ends at a place (in water, say), which is its last
   */
  static List<Coordinate> down(Coordinate from, double lengthM, Predicate<Coordinate> ends) {
    return trace(from, lengthM, -1, ends);
  }

  /** The way up the steepest slope: {@link #down} from its end comes back along it. */
  static List<Coordinate> up(Coordinate from, double lengthM) {
    return trace(from, lengthM, 1, at -> false);
  }

  private static List<Coordinate> trace(
      Coordinate from, double lengthM, int sign, Predicate<Coordinate> ends) {
    List<Coordinate> way = new ArrayList<>(List.of(from));
    Coordinate at = from;
    double goneM = 0;
    while (goneM < lengthM && !ends.test(at)) {
      Coordinate next = next(at, Math.min(STEP_M, Math.max(5, lengthM - goneM)), sign);
      if (next == null) {
        break;
      }
      goneM += Geodesics.distanceM(at, next);
      way.add(next);
      at = next;
    }
    return way;
  }

  private static Coordinate next(Coordinate at, double stepM, int sign) {
    double east = height(at, PROBE_M, 0) - height(at, -PROBE_M, 0);
    double north = height(at, 0, PROBE_M) - height(at, 0, -PROBE_M);
    double steep = Math.hypot(east, north);
    if (steep > 0) {
      Coordinate next = moved(at, sign * stepM * east / steep, sign * stepM * north / steep);
      if (sign * (MinePlaces.height(next) - MinePlaces.height(at)) > 0) {
        return next;
      }
    }
    return sign < 0 ? lowestRound(at) : null;
  }

  private static Coordinate lowestRound(Coordinate at) {
    for (double radiusM : OVER_THE_SILL_M) {
      Coordinate lowest = at;
      for (int i = 0; i < BEARINGS; i++) {
        double angle = 2 * Math.PI * i / BEARINGS;
        Coordinate there = moved(at, radiusM * Math.cos(angle), radiusM * Math.sin(angle));
        if (MinePlaces.height(there) < MinePlaces.height(lowest)) {
          lowest = there;
        }
      }
      if (lowest != at) {
        return lowest;
      }
    }
    return null;
  }

  private static double height(Coordinate at, double eastM, double northM) {
    double lonM = LAT_M * Math.cos(Math.toRadians(at.y));
    return Terrain.heightM(at.x + eastM / lonM, at.y + northM / LAT_M);
  }

  private static Coordinate moved(Coordinate at, double eastM, double northM) {
    double lonM = LAT_M * Math.cos(Math.toRadians(at.y));
    return Rounded.place(at.x + eastM / lonM, at.y + northM / LAT_M);
  }
}
