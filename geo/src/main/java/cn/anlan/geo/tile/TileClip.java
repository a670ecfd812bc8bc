package cn.anlan.geo.tile;

import java.util.Arrays;
import java.util.List;

/** Cuts paths off at the tile's edge and a margin, beyond which nothing of them is seen. */
final class TileClip {
  /** Eight pixels of a tile 512 wide: more than half of any line's width. */
  static final int MARGIN = 64;

  private static final int LOW = -MARGIN;
  private static final int HIGH = MvtLayer.EXTENT + MARGIN;

  private TileClip() {}

  /** The ring's part inside (I. E. Sutherland, G. W. Hodgman, CACM 17, 1974); may be empty. */
  static int[] ring(int[] ring) {
    if (isInside(ring)) {
      return ring;
    }
    int[] result = ring;
    for (int edge = 0; edge < 4 && result.length > 0; edge++) {
      result = cut(result, edge);
    }
    return result;
  }

  private static boolean isInside(int[] path) {
    for (int value : path) {
      if (value < LOW || value > HIGH) {
        return false;
      }
    }
    return true;
  }

  private static int[] cut(int[] ring, int edge) {
    int axis = edge & 1;
    int limit = edge < 2 ? LOW : HIGH;
    int[] kept = new int[ring.length * 2];
    int n = 0;
    for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      boolean from = edge < 2 ? ring[j + axis] >= limit : ring[j + axis] <= limit;
      boolean to = edge < 2 ? ring[i + axis] >= limit : ring[i + axis] <= limit;
      if (from != to) {
        kept[n + axis] = limit;
        kept[n + 1 - axis] = crossing(ring, j, i, axis, limit);
        n += 2;
      }
      if (to) {
        kept[n++] = ring[i];
        kept[n++] = ring[i + 1];
      }
    }
    return Arrays.copyOf(kept, n);
  }

  /** Where the edge from a to b meets the limit; the same whichever end it is asked from. */
  private static int crossing(int[] path, int a, int b, int axis, int limit) {
    int low = path[a + axis] < path[b + axis] ? a : b;
    int high = low == a ? b : a;
    double share =
        (double) (limit - path[low + axis]) / ((long) path[high + axis] - path[low + axis]);
    int from = path[low + 1 - axis];
    return (int) Math.rint(from + share * ((long) path[high + 1 - axis] - from));
  }

  /** Adds the line's parts inside to {@code parts}. */
  static void line(int[] line, List<int[]> parts) {
    if (isInside(line)) {
      parts.add(line);
      return;
    }
    int[] open = new int[line.length + 4];
    int n = 0;
    int[] segment = new int[4];
    for (int i = 0; i + 3 < line.length; i += 2) {
      boolean seen = segment(line, i, segment);
      boolean goesOn = n > 0 && seen && open[n - 2] == segment[0] && open[n - 1] == segment[1];
      if (n > 0 && !goesOn) {
        finish(open, n, parts);
        n = 0;
      }
      if (seen) {
        if (n == 0) {
          open[n++] = segment[0];
          open[n++] = segment[1];
        }
        open[n++] = segment[2];
        open[n++] = segment[3];
      }
    }
    finish(open, n, parts);
  }

  private static void finish(int[] open, int n, List<int[]> parts) {
    int[] part = Rings.cleanLine(Arrays.copyOf(open, n));
    if (part.length >= 4) {
      parts.add(part);
    }
  }

  /** The part inside of the segment from place {@code i} (Y.-D. Liang, B. A. Barsky, 1984). */
  private static boolean segment(int[] line, int i, int[] result) {
    double enter = 0;
    double leave = 1;
    for (int axis = 0; axis < 2; axis++) {
      double from = line[i + axis];
      double step = (double) line[i + 2 + axis] - from;
      if (step == 0) {
        if (from < LOW || from > HIGH) {
          return false;
        }
        continue;
      }
      double atLow = (LOW - from) / step;
      double atHigh = (HIGH - from) / step;
      enter = Math.max(enter, Math.min(atLow, atHigh));
      leave = Math.min(leave, Math.max(atLow, atHigh));
    }
    if (enter > leave) {
      return false;
    }
    for (int axis = 0; axis < 2; axis++) {
      double from = line[i + axis];
      double step = (double) line[i + 2 + axis] - from;
      result[axis] = (int) Math.rint(from + enter * step);
      result[2 + axis] = (int) Math.rint(from + leave * step);
    }
    return true;
  }
}
