package cn.anlan.geo.distance;

import java.util.function.IntConsumer;

/**
 * For each point of a {@link PointSet} the nearest shape of a {@link TargetIndex} and the distance
 * to it. Points are numbered as they were given. 12 bytes a point. Immutable.
 */
public final class PointDistances {
  /** {@link #owner} of a point that has no shape within the distance asked for. */
  public static final int NONE = -1;

  /** The owner's number and one; 0 for none, so that nothing need be written for most points. */
  private final int[] ownerAndOne;

  private final double[] distanceM;

  /**
   * Keeps the arrays.
   *
   * @param ownerAndOne 0 for a point without a shape, whose distance is not looked at
   */
  PointDistances(int[] ownerAndOne, double[] distanceM) {
    this.ownerAndOne = ownerAndOne;
    this.distanceM = distanceM;
  }

  /** How many points there are. */
  public int size() {
    return ownerAndOne.length;
  }

  /** The nearest shape's number, or {@link #NONE}. */
  public int owner(int point) {
    return ownerAndOne[point] - 1;
  }

  /** The distance in metres, 0 inside an area; infinite where there is no shape. */
  public double distanceM(int point) {
    return ownerAndOne[point] == 0 ? Double.POSITIVE_INFINITY : distanceM[point];
  }

  /** Names, in order, each point that has a shape. */
  public void forFound(IntConsumer points) {
    for (int i = 0; i < ownerAndOne.length; i++) {
      if (ownerAndOne[i] != 0) {
        points.accept(i);
      }
    }
  }
}
