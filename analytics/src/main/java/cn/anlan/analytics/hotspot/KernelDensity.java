package cn.anlan.analytics.hotspot;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.grid.Cover;
import cn.anlan.geo.grid.Lattice;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many events there are per km², smoothed: the kernel density at the centres of a lattice's
 * cells.
 *
 * <p>Exact: each event is spread by its kernel as far as that reaches; nothing is binned. The
 * border is corrected for ({@link KernelSpread}), so that the densities of the cells inside, times
 * their area, add up to the events within about 2 %, the error of summing a kernel over cells.
 *
 * <p>Adaptive (Abramson, Annals of Statistics 10(4), 1982): an event at which the density is f has
 * the bandwidth h·(f/g)^(−1/2), g being the geometric mean of f over the events; f is a first
 * density with the bandwidth h, interpolated bilinearly between centres. Bandwidths stay between
 * 1.5 cells and 3·h, so that the lattice can show the narrow ones and the wide ones end.
 *
 * <p>The same input gives the same bytes on any number of processors: events are spread in a fixed
 * number of shares, added up in their order.
 */
public final class KernelDensity {
  /** Narrower kernels fall between the cells' centres. */
  public static final double LEAST_BANDWIDTH_CELLS = 1.5;

  private static final double WIDEST = 3;
  private static final int SHARES = 8;
  private static final double M2_PER_KM2 = 1e6;

  /**
   * @param bandwidthM at least 1.5 cells
   */
  public record Settings(Kernel kernel, double bandwidthM, boolean adaptive) {}

  private final Cover cover;
  private final double[] perM2;
  private final int leftOut;

  private KernelDensity(Cover cover, double[] perM2, int leftOut) {
    this.cover = cover;
    this.perM2 = perM2;
    this.leftOut = leftOut;
  }

  /**
   * @param xy events on the plane of the lattice, {x0, y0, x1, y1, …}, metres
   * @param weights how much each event counts; null for 1 each
   * @throws UserFault where the bandwidth is narrower than 1.5 cells
   */
  public static KernelDensity of(Cover cover, double[] xy, double[] weights, Settings settings) {
    double least = LEAST_BANDWIDTH_CELLS * cover.lattice().cellM();
    if (!(settings.bandwidthM() >= least) || Double.isInfinite(settings.bandwidthM())) {
      throw new UserFault(
          "带宽 "
              + settings.bandwidthM()
              + " m 相对于格网 "
              + cover.lattice().cellM()
              + " m 过窄 (bandwidth too narrow for the cells)",
          "带宽至少 " + least + " m，或缩小格网 (at least " + least + " m, or smaller cells)");
    }
    int[] clearance = clearance(cover);
    double[] bandwidths = new double[xy.length / 2];
    Arrays.fill(bandwidths, settings.bandwidthM());
    KernelDensity fixed = spread(cover, clearance, xy, weights, bandwidths, settings.kernel());
    if (!settings.adaptive()) {
      return fixed;
    }
    abramson(fixed.perM2, cover.lattice(), xy, settings.bandwidthM(), bandwidths);
    return spread(cover, clearance, xy, weights, bandwidths, settings.kernel());
  }

  /** Events per km² at the cell's centre; NaN where that is outside the outline. */
  public double perKm2(int cell) {
    return cover.inside(cell) ? perM2[cell] * M2_PER_KM2 : Double.NaN;
  }

  /** Events that count nowhere, because no cell inside is within their kernel's reach. */
  public int leftOut() {
    return leftOut;
  }

  private static KernelDensity spread(
      Cover cover,
      int[] clearance,
      double[] xy,
      double[] weights,
      double[] bandwidths,
      Kernel kernel) {
    int n = bandwidths.length;
    int[] order = bySouth(cover.lattice(), xy);
    double[][] shares = new double[SHARES][];
    int[] leftOut = new int[SHARES];
    IntStream.range(0, SHARES)
        .parallel()
        .forEach(
            share -> {
              double[] densities = new double[cover.lattice().size()];
              KernelSpread spread = new KernelSpread(cover, clearance, kernel);
              int to = (int) ((share + 1L) * n / SHARES);
              for (int k = (int) ((long) share * n / SHARES); k < to; k++) {
                int i = order[k];
                double weight = weights == null ? 1 : weights[i];
                if (!spread.add(xy[2 * i], xy[2 * i + 1], weight, bandwidths[i], densities)) {
                  leftOut[share]++;
                }
              }
              shares[share] = densities;
            });
    double[] sum = shares[0];
    for (int share = 1; share < SHARES; share++) {
      for (int cell = 0; cell < sum.length; cell++) {
        sum[cell] += shares[share][cell];
      }
    }
    return new KernelDensity(cover, sum, Arrays.stream(leftOut).sum());
  }

  /** Events row by row of the lattice, so that neighbours in time write to the same memory. */
  private static int[] bySouth(Lattice lattice, double[] xy) {
    int n = xy.length / 2;
    int[] rowOf = new int[n];
    int[] starts = new int[lattice.rows() + 2];
    for (int i = 0; i < n; i++) {
      double row = (xy[2 * i + 1] - lattice.centreY(0)) / lattice.rowStepM();
      rowOf[i] = (int) Math.max(0, Math.min(lattice.rows(), Math.floor(row)));
      starts[rowOf[i] + 1]++;
    }
    for (int row = 0; row <= lattice.rows(); row++) {
      starts[row + 1] += starts[row];
    }
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[starts[rowOf[i]]++] = i;
    }
    return order;
  }

  private static void abramson(
      double[] pilot, Lattice lattice, double[] xy, double bandwidthM, double[] bandwidths) {
    double[] logs = new double[bandwidths.length];
    double sum = 0;
    int known = 0;
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.log(interpolated(pilot, lattice, xy[2 * i], xy[2 * i + 1]));
      if (!Double.isInfinite(logs[i]) && !Double.isNaN(logs[i])) {
        sum += logs[i];
        known++;
      }
    }
    double mean = sum / Math.max(1, known);
    double least = LEAST_BANDWIDTH_CELLS * lattice.cellM();
    for (int i = 0; i < logs.length; i++) {
      double wanted =
          Double.isNaN(logs[i]) ? bandwidthM : bandwidthM * Math.exp((mean - logs[i]) / 2);
      bandwidths[i] = Math.max(least, Math.min(WIDEST * bandwidthM, wanted));
    }
  }

  /** Between the two nearest rows, and in each between its two nearest centres. */
  private static double interpolated(double[] values, Lattice lattice, double x, double y) {
    double row = (y - lattice.centreY(0)) / lattice.rowStepM();
    int below = (int) Math.floor(row);
    if (below < 0 || below + 1 >= lattice.rows()) {
      return Double.NaN;
    }
    double up = row - below;
    return (1 - up) * inRow(values, lattice, below, x) + up * inRow(values, lattice, below + 1, x);
  }

  private static double inRow(double[] values, Lattice lattice, int row, double x) {
    double col = (x - lattice.firstX(row)) / lattice.cellM();
    int left = (int) Math.floor(col);
    if (left < 0 || left + 1 >= lattice.cols()) {
      return Double.NaN;
    }
    int at = row * lattice.cols() + left;
    return (1 - (col - left)) * values[at] + (col - left) * values[at + 1];
  }

  /** Steps, also diagonal ones, from each cell to the nearest whose centre is not inside. */
  private static int[] clearance(Cover cover) {
    Lattice lattice = cover.lattice();
    int[] steps = new int[lattice.size()];
    int cols = lattice.cols();
    for (int cell = 0; cell < steps.length; cell++) {
      steps[cell] = cover.inside(cell) ? lattice.size() : 0;
    }
    // The window's outer rows and columns are outside, so that no neighbour is missing.
    for (int cell = cols + 1; cell < steps.length - cols - 1; cell++) {
      lower(steps, cell, cell - 1, cell - cols - 1, cell - cols, cell - cols + 1);
    }
    for (int cell = steps.length - cols - 2; cell > cols; cell--) {
      lower(steps, cell, cell + 1, cell + cols + 1, cell + cols, cell + cols - 1);
    }
    return steps;
  }

  private static void lower(int[] steps, int cell, int a, int b, int c, int d) {
    int least = Math.min(Math.min(steps[a], steps[b]), Math.min(steps[c], steps[d]));
    steps[cell] = Math.min(steps[cell], least + 1);
  }
}
