package cn.anlan.geo.distance;

import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.shape.fractal.HilbertCode;

/** Brings things together in memory that are together on the ground. */
public final class HilbertOrder {
  private static final int LEVEL = 16;

  private HilbertOrder() {}

  /**
   * The things' numbers (in the low 32 bits) in the order of their middles along a Hilbert curve.
   *
   * @param vertices how many vertices each thing has, one or two
   * @param lonLat lon, lat of one vertex after the other
   * @param envelope of all vertices
   */
  public static long[] of(int size, int vertices, double[] lonLat, Envelope envelope) {
    double cells = (1 << LEVEL) - 1;
    double scaleX = envelope.getWidth() > 0 ? cells / envelope.getWidth() : 0;
    double scaleY = envelope.getHeight() > 0 ? cells / envelope.getHeight() : 0;
    long[] order = new long[size];
    for (int i = 0; i < size; i++) {
      int first = 2 * vertices * i;
      int last = first + 2 * (vertices - 1);
      double lon = (lonLat[first] + lonLat[last]) / 2;
      double lat = (lonLat[first + 1] + lonLat[last + 1]) / 2;
      int x = (int) ((lon - envelope.getMinX()) * scaleX);
      int y = (int) ((lat - envelope.getMinY()) * scaleY);
      order[i] = (HilbertCode.encode(LEVEL, x, y) & 0xffffffffL) << 32 | i;
    }
    sortUnsigned(order);
    return order;
  }

  private static void sortUnsigned(long[] keys) {
    for (int i = 0; i < keys.length; i++) {
      keys[i] ^= Long.MIN_VALUE;
    }
    Arrays.parallelSort(keys);
    for (int i = 0; i < keys.length; i++) {
      keys[i] ^= Long.MIN_VALUE;
    }
  }
}
