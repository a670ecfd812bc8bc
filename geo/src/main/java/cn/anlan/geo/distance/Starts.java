package cn.anlan.geo.distance;

import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;

/**
 * One vertex of every point, line and ring, by longitude. Where boundaries do not meet, each of
 * those lies wholly inside or wholly outside an area, so its one vertex tells which. Immutable.
 */
final class Starts {
  private static final double STEPS_PER_DEGREE = 1 << 22;
  private static final double STEP_DEG = 1 / STEPS_PER_DEGREE;

  final int size;
  private final double[] lonLat;
  private final int[] owner;

  Starts(double[] unsorted, int[] unsortedOwner, int size) {
    this.size = size;
    lonLat = new double[2 * size];
    owner = new int[size];
    long[] order = new long[size];
    for (int i = 0; i < size; i++) {
      order[i] = (long) ((unsorted[2 * i] + 180) * STEPS_PER_DEGREE) << 32 | i;
    }
    Arrays.sort(order);
    for (int i = 0; i < size; i++) {
      int from = (int) order[i];
      lonLat[2 * i] = unsorted[2 * from];
      lonLat[2 * i + 1] = unsorted[2 * from + 1];
      owner[i] = unsortedOwner[from];
    }
  }

  double lonDeg(int i) {
    return lonLat[2 * i];
  }

  double latDeg(int i) {
    return lonLat[2 * i + 1];
  }

  int owner(int i) {
    return owner[i];
  }

  /** The first number at or after {@code from} that stands in the envelope; -1 for none. */
  int nextIn(Envelope envelope, int from) {
    // Sorted to a step only, so a step of room on both sides.
    for (int i = Math.max(from, firstFrom(envelope.getMinX() - STEP_DEG)); i < size; i++) {
      if (lonLat[2 * i] > envelope.getMaxX() + STEP_DEG) {
        return -1;
      }
      if (envelope.contains(lonLat[2 * i], lonLat[2 * i + 1])) {
        return i;
      }
    }
    return -1;
  }

  private int firstFrom(double lonDeg) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = low + high >>> 1;
      if (lonLat[2 * middle] < lonDeg) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
