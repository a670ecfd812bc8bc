package cn.anlan.geo.tile;

import java.util.Arrays;

/** Paths of whole places x, y, x, y …; a ring's first place is not repeated. */
final class Rings {
  private Rings() {}

  /** Twice the area by the surveyor's formula: positive where clockwise as seen, y downward. */
  static long doubleArea(int[] ring) {
    long sum = 0;
    int n = ring.length;
    for (int i = 0, j = n - 2; i < n; j = i, i += 2) {
      long xj = (long) ring[j] - ring[0];
      long yj = (long) ring[j + 1] - ring[1];
      long xi = (long) ring[i] - ring[0];
      long yi = (long) ring[i + 1] - ring[1];
      sum += xj * yi - xi * yj;
    }
    return sum;
  }

  /** The ring turned so that its area has the sign that an outer ring, or a hole, must have. */
  static int[] oriented(int[] ring, boolean outer) {
    if (doubleArea(ring) > 0 == outer) {
      return ring;
    }
    int[] turned = new int[ring.length];
    for (int i = 0; i < ring.length; i += 2) {
      turned[i] = ring[ring.length - 2 - i];
      turned[i + 1] = ring[ring.length - 1 - i];
    }
    return turned;
  }

  /**
   * The ring without repeated places, places on a straight line and spikes without width; empty
   * where no area is left.
   */
  static int[] clean(int[] ring) {
    int[] kept = new int[ring.length];
    int n = 0;
    for (int i = 0; i < ring.length; i += 2) {
      n = push(kept, n, ring[i], ring[i + 1], true);
    }
    int from = 0; // the seam: first and last places are neighbours too
    boolean changed = true;
    while (changed && n - from >= 6) {
      changed = false;
      if (straight(kept, n - 4, n - 2, from)) {
        n -= 2;
        changed = true;
      } else if (straight(kept, n - 2, from, from + 2)) {
        from += 2;
        changed = true;
      }
    }
    int[] result = n - from < 6 ? new int[0] : Arrays.copyOfRange(kept, from, n);
    return doubleArea(result) == 0 ? new int[0] : result;
  }

  /** The line without repeated places and without places in the middle of a straight run. */
  static int[] cleanLine(int[] line) {
    int[] kept = new int[line.length];
    int n = 0;
    for (int i = 0; i < line.length; i += 2) {
      n = push(kept, n, line[i], line[i + 1], false);
    }
    return n < 4 ? new int[0] : Arrays.copyOf(kept, n);
  }

  private static int push(int[] kept, int count, int x, int y, boolean dropSpikes) {
    int n = count;
    while (n >= 2) {
      if (kept[n - 2] == x && kept[n - 1] == y) {
        return n;
      }
      if (n < 4) {
        break;
      }
      long ax = (long) kept[n - 2] - kept[n - 4];
      long ay = (long) kept[n - 1] - kept[n - 3];
      long bx = (long) x - kept[n - 2];
      long by = (long) y - kept[n - 1];
      boolean onLine = ax * by == ay * bx;
      if (!onLine || (!dropSpikes && ax * bx + ay * by < 0)) {
        break;
      }
      n -= 2;
    }
    kept[n] = x;
    kept[n + 1] = y;
    return n + 2;
  }

  /** Whether b stands on the line through a and c, or is one of them. */
  private static boolean straight(int[] p, int a, int b, int c) {
    long ux = (long) p[b] - p[a];
    long uy = (long) p[b + 1] - p[a + 1];
    long vx = (long) p[c] - p[b];
    long vy = (long) p[c + 1] - p[b + 1];
    return ux * vy == uy * vx;
  }
}
