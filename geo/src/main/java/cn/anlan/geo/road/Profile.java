package cn.anlan.geo.road;

/**
 * The heights along a route in one direction of travel.
 *
 * @param stakeKm rising, or falling against the stakes; never the same twice
 * @param heightM of each, above the sea
 * @param isFast whether the limits of expressways and class 1 hold
 */
public record Profile(double[] stakeKm, double[] heightM, boolean isFast) {
  public Profile {
    if (stakeKm.length != heightM.length) {
      throw new IllegalArgumentException(
          stakeKm.length + " stakes, " + heightM.length + " heights");
    }
    for (int i = 0; i < stakeKm.length; i++) {
      boolean turns =
          i > 1 && (stakeKm[i] - stakeKm[i - 1]) * (stakeKm[1] - stakeKm[0]) <= 0
              || i == 1 && stakeKm[1] == stakeKm[0];
      if (turns || !Double.isFinite(heightM[i])) {
        throw new IllegalArgumentException(
            "no profile at stake %s, height %s".formatted(stakeKm[i], heightM[i]));
      }
    }
  }

  int size() {
    return stakeKm.length;
  }

  double lengthKm(int from, int to) {
    return Math.abs(stakeKm[to] - stakeKm[from]);
  }

  double dropM(int from, int to) {
    return heightM[from] - heightM[to];
  }

  /** The same road the other way. */
  public Profile reversed() {
    return new Profile(reversed(stakeKm), reversed(heightM), isFast);
  }

  private static double[] reversed(double[] values) {
    double[] result = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = values[values.length - 1 - i];
    }
    return result;
  }
}
