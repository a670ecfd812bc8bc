package cn.anlan.geo.road.reach;

import java.util.Arrays;

/** When the first team is at each of many places, which it is, and how it leaves the road. */
public final class ArrivalTimes {
  /** The team at a place where nobody comes. */
  public static final int NOBODY = -1;

  private final double[] seconds;
  private final int[] team;
  private final float[] offRoadM;

  ArrivalTimes(int size) {
    seconds = new double[size];
    team = new int[size];
    offRoadM = new float[size];
    Arrays.fill(seconds, Double.POSITIVE_INFINITY);
    Arrays.fill(team, NOBODY);
    Arrays.fill(offRoadM, Float.POSITIVE_INFINITY);
  }

  void put(int i, double s, int ofTeam, double awayM) {
    seconds[i] = s;
    team[i] = ofTeam;
    offRoadM[i] = (float) awayM;
  }

  public int size() {
    return seconds.length;
  }

  /**
   * Seconds from the alarm until a team is there; infinite where none comes: on an island, with no
   * road near, or later than was asked for.
   */
  public double seconds(int i) {
    return seconds[i];
  }

  /** The first team as it was numbered among the teams; {@link #NOBODY} where none comes. */
  public int team(int i) {
    return team[i];
  }

  /** Metres straight from where that team leaves the road; infinite where none comes. */
  public double offRoadM(int i) {
    return offRoadM[i];
  }
}
