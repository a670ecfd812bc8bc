package cn.anlan.geo.road.height;

import cn.anlan.geo.road.MeasuredLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * The profile of a line over the ground, in four steps:
 *
 * <ol>
 *   <li>The ground's height every {@link HeightModel#stepM} metres along the line, and at its ends.
 *   <li>What lies in a bridge or tunnel is not the road's height: it goes straight from portal to
 *       portal. A height that differs from the median of those within {@link HeightModel#windowM}
 *       by more than {@link HeightModel#spikeM} is a spike, and goes straight between its
 *       neighbours.
 *   <li>Unknown heights go straight between known ones that are at most {@link HeightModel#gapM}
 *       apart; else they stay unknown.
 *   <li>Moving average over {@link HeightModel#windowM} along the line. Near the ends of what is
 *       known and at portals, where the window is cut off on one side, the straight line that fits
 *       the heights in it best takes the place of their mean (in a whole window it is the mean), so
 *       that a slope stays a slope.
 * </ol>
 *
 * @param measureM along the line, rising, from 0 to its length
 * @param heightM NaN where it stays unknown
 * @param spikes how many heights were taken for spikes
 * @param unknown how many stay unknown
 */
public record LineHeights(double[] measureM, double[] heightM, int spikes, int unknown) {
  /** Where the road is not on the ground: a bridge or tunnel, by measures on the line. */
  public record Span(double fromM, double toM) {}

  /**
   * Draws it.
   *
   * @param offGround bridges and tunnels
   */
  public static LineHeights of(
      MeasuredLine line, Heights ground, List<Span> offGround, HeightModel method) {
    int edges = Math.max(1, (int) Math.ceil(line.lengthM() / method.stepM()));
    double[] measures = new double[edges + 1];
    double[] heights = new double[edges + 1];
    boolean[] fixed = new boolean[edges + 1];
    for (int i = 0; i <= edges; i++) {
      measures[i] = line.lengthM() * i / edges;
      Coordinate at = line.at(measures[i]);
      heights[i] = ground.heightM(at.x, at.y);
    }
    int window = (int) Math.round(method.windowM() / 2 / (line.lengthM() / edges));
    int spikes = withoutSpikes(heights, offGround(measures, offGround), window, method.spikeM());
    straighten(measures, heights, offGround, fixed);
    double[] bridged = across(measures, heights, method.gapM());
    double[] smooth = smooth(bridged, fixed, window);
    int unknown = (int) Arrays.stream(smooth).filter(Double::isNaN).count();
    return new LineHeights(measures, smooth, spikes, unknown);
  }

  private static boolean[] offGround(double[] measures, List<Span> spans) {
    boolean[] off = new boolean[measures.length];
    for (int i = 0; i < off.length; i++) {
      for (Span span : spans) {
        off[i] |= measures[i] > span.fromM && measures[i] < span.toM;
      }
    }
    return off;
  }

  private static int withoutSpikes(double[] heights, boolean[] off, int window, double spikeM) {
    double[] original = heights.clone();
    int spikes = 0;
    for (int i = 0; i < heights.length; i++) {
      List<Double> around = new ArrayList<>();
      for (int k = Math.max(0, i - window); k <= Math.min(heights.length - 1, i + window); k++) {
        if (!off[k] && !Double.isNaN(original[k])) {
          around.add(original[k]);
        }
      }
      if (!off[i] && !Double.isNaN(original[i]) && around.size() > 2) {
        around.sort(null);
        int size = around.size();
        double median = (around.get((size - 1) / 2) + around.get(size / 2)) / 2;
        if (Math.abs(original[i] - median) > spikeM) {
          heights[i] = Double.NaN;
          spikes++;
        }
      }
    }
    return spikes;
  }

  /** From portal to portal; a span whose portal is unknown stays unknown in between. */
  private static void straighten(
      double[] measures, double[] heights, List<Span> spans, boolean[] fixed) {
    for (Span span : spans) {
      int from = 0;
      while (from + 1 < measures.length && measures[from + 1] <= span.fromM) {
        from++;
      }
      int to = measures.length - 1;
      while (to > 0 && measures[to - 1] >= span.toM) {
        to--;
      }
      for (int i = from; i <= to; i++) {
        fixed[i] = true;
      }
      double perM = (heights[to] - heights[from]) / (measures[to] - measures[from]);
      for (int i = from + 1; i < to; i++) {
        heights[i] = heights[from] + perM * (measures[i] - measures[from]);
      }
    }
  }

  private static double[] across(double[] measures, double[] heights, double gapM) {
    double[] result = heights.clone();
    int before = -1;
    for (int i = 0; i < heights.length; i++) {
      if (!Double.isNaN(heights[i])) {
        if (before >= 0 && measures[i] - measures[before] <= gapM) {
          double perM = (heights[i] - heights[before]) / (measures[i] - measures[before]);
          for (int k = before + 1; k < i; k++) {
            result[k] = heights[before] + perM * (measures[k] - measures[before]);
          }
        }
        before = i;
      }
    }
    return result;
  }

  private static double[] smooth(double[] heights, boolean[] fixed, int window) {
    double[] result = heights.clone();
    for (int i = 0; i < heights.length; i++) {
      if (!Double.isNaN(heights[i]) && !fixed[i]) {
        int from = i;
        while (from > i - window && isGround(heights, fixed, from - 1)) {
          from--;
        }
        int to = i;
        while (to < i + window && isGround(heights, fixed, to + 1)) {
          to++;
        }
        result[i] = fitted(heights, from, to, i);
      }
    }
    return result;
  }

  /** The height at i of the straight line that fits those from..to best, by least squares. */
  private static double fitted(double[] heights, int from, int to, int i) {
    int count = to - from + 1;
    double middle = (from + to) / 2.0;
    double mean = 0;
    for (int k = from; k <= to; k++) {
      mean += heights[k] / count;
    }
    double product = 0;
    double square = 0;
    for (int k = from; k <= to; k++) {
      product += (k - middle) * (heights[k] - mean);
      square += (k - middle) * (k - middle);
    }
    return square == 0 ? mean : mean + product / square * (i - middle);
  }

  /** A portal's own height still belongs to the ground before it. */
  private static boolean isGround(double[] heights, boolean[] fixed, int i) {
    return i >= 0 && i < heights.length && !Double.isNaN(heights[i]) && !fixed[i];
  }
}
