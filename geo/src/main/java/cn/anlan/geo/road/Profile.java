package cn.anlan.geo.road;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;

/**
 * The heights along a road in one direction of travel.
 *
 * @param alongKm of each point: rising, or falling where the road is met backwards; never the same
 *     twice
 * @param heightM of each, above the sea
 * @param isFast whether the limits of expressways and class 1 hold
 */
public record Profile(double[] alongKm, double[] heightM, boolean isFast) {
  public Profile {
    if (alongKm.length != heightM.length) {
      throw new IllegalArgumentException(
          alongKm.length + " places, " + heightM.length + " heights");
    }
    for (int i = 0; i < alongKm.length; i++) {
      boolean turns =
          i > 1 && (alongKm[i] - alongKm[i - 1]) * (alongKm[1] - alongKm[0]) <= 0
              || i == 1 && alongKm[1] == alongKm[0];
      if (turns || !Double.isFinite(heightM[i])) {
        throw new IllegalArgumentException(
            "no profile at %s km, height %s".formatted(alongKm[i], heightM[i]));
      }
    }
  }

  int size() {
    return alongKm.length;
  }

  double lengthKm(int from, int to) {
    return Math.abs(alongKm[to] - alongKm[from]);
  }

  double dropM(int from, int to) {
    return heightM[from] - heightM[to];
  }

  /** From its lowest to its highest point. */
  public double reliefM() {
    DoubleSummaryStatistics all = Arrays.stream(heightM).summaryStatistics();
    return all.getMax() - all.getMin();
  }

  /** The same road the other way. */
  public Profile reversed() {
    return new Profile(reversed(alongKm), reversed(heightM), isFast);
  }

  private static double[] reversed(double[] values) {
    double[] result = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = values[values.length - 1 - i];
    }
    return result;
  }
}
