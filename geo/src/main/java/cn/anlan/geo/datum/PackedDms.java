package cn.anlan.geo.datum;

import java.util.HashSet;
import java.util.Set;

/**
 * Finds degrees, minutes and seconds packed into one number, as some offices write them: {@code
 * 115.51288} for 115°51′28.8″. Read as decimal degrees such a point is up to 44 km off and still in
 * China. In each of its numbers the two digits of the minutes and of the seconds are below 60; a
 * decimal number has that once in some three times, so a few rows tell the two apart.
 *
 * <p>Only different numbers count, of which the first 2,000 are looked at; numbers that all lie
 * within some kilometres share their digits, and so prove nothing.
 */
public final class PackedDms {
  /** Each may be a decimal by chance once in 0.6 to 0.36; 30 of them: 2e-7 at most. */
  private static final int LEAST_NUMBERS = 30;

  private static final int MOST_NUMBERS = 2_000;
  private static final double LEAST_SPREAD_DEG = 0.05;
  private static final long PER_DEGREE = 10_000_000;

  private final Set<Long> numbers = new HashSet<>();
  private final double[] least = {Double.MAX_VALUE, Double.MAX_VALUE};
  private final double[] most = {-Double.MAX_VALUE, -Double.MAX_VALUE};
  private boolean possible = true;
  private int withSeconds;

  /** Takes a delivered point. */
  public void add(double lon, double lat) {
    add(0, lon);
    add(1, lat);
  }

  private void add(int axis, double number) {
    least[axis] = Math.min(least[axis], number);
    most[axis] = Math.max(most[axis], number);
    long scaled = Math.round(Math.abs(number) * PER_DEGREE);
    if (numbers.size() < MOST_NUMBERS && numbers.add(scaled)) {
      long minutes = scaled / (PER_DEGREE / 100) % 100;
      long seconds = scaled / (PER_DEGREE / 10_000) % 100;
      possible &= minutes < 60 && seconds < 60;
      withSeconds += seconds != 0 ? 1 : 0;
    }
  }

  /**
   * Whether the numbers are packed: all of at least thirty could be, they are spread over 0.05° and
   * more, and at least half have digits where the seconds would be.
   */
  public boolean isPacked() {
    return possible
        && numbers.size() >= LEAST_NUMBERS
        && most[0] - least[0] >= LEAST_SPREAD_DEG
        && most[1] - least[1] >= LEAST_SPREAD_DEG
        && 2 * withSeconds >= numbers.size();
  }
}
