package cn.anlan.web.bench;

import cn.anlan.analytics.hotspot.Kernel;
import cn.anlan.analytics.hotspot.SpatialWeights;
import cn.anlan.geo.grid.Cover;
import cn.anlan.geo.grid.Lattice;
import java.util.Random;

/**
 * The same statistics as the double loops of the textbook, on one thread: every cell with every
 * point or cell, every permutation shuffled whole. Where that would take minutes, some of the cells
 * are computed and the time is scaled to all, which is said.
 */
final class NaiveHotspots {
  private static final int CELLS = 150;

  /**
   * @param ms for all cells
   * @param how many of them were computed
   */
  record Sampled(double ms, String how) {}

  private NaiveHotspots() {}

  /** Each unit, each permutation: all others shuffled, and a row of the full matrix summed. */
  static double localMoran(double[] values, SpatialWeights weights, int permutations) {
    int n = values.length;
    double[][] full = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j : weights.neighbours(i)) {
        full[i][j] = 1.0 / weights.degree(i);
      }
    }
    Random random = new Random(1);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double observed = lag(full[i], values);
      int larger = 0;
      double[] shuffled = values.clone();
      for (int p = 0; p < permutations; p++) {
        for (int k = n - 1; k > 0; k--) {
          int other = random.nextInt(k + 1);
          if (k != i && other != i) {
            double value = shuffled[k];
            shuffled[k] = shuffled[other];
            shuffled[other] = value;
          }
        }
        larger += lag(full[i], shuffled) >= observed ? 1 : 0;
      }
      sum += (larger + 1.0) / (permutations + 1);
    }
    return sum;
  }

  private static double lag(double[] row, double[] values) {
    double sum = 0;
    for (int j = 0; j < row.length; j++) {
      sum += row[j] * values[j];
    }
    return sum;
  }

  /** Each cell with each point; the border is not even corrected for. */
  static Sampled density(Cover cover, double[] xy, double bandwidthM) {
    Lattice lattice = cover.lattice();
    int[] cells = cover.touched();
    long start = System.nanoTime();
    double all = 0;
    for (int k = 0; k < CELLS; k++) {
      int cell = cells[(int) ((long) k * cells.length / CELLS)];
      double x = x(lattice, cell);
      double y = lattice.centreY(cell / lattice.cols());
      for (int i = 0; i < xy.length; i += 2) {
        double dx = xy[i] - x;
        double dy = xy[i + 1] - y;
        all += Kernel.QUARTIC.density(dx * dx + dy * dy, bandwidthM);
      }
    }
    return sampled(start, cells.length, all);
  }

  /** Each cell with each cell; z only, no p. */
  static Sampled giStar(Cover cover, double[] values, double bandM) {
    Lattice lattice = cover.lattice();
    int[] cells = cover.touched();
    double limit = bandM * bandM * 1.000001;
    long start = System.nanoTime();
    double all = 0;
    for (int k = 0; k < CELLS; k++) {
      int cell = cells[(int) ((long) k * cells.length / CELLS)];
      double x = x(lattice, cell);
      double y = lattice.centreY(cell / lattice.cols());
      double sum = 0;
      double squares = 0;
      double near = 0;
      int neighbours = 0;
      for (int other : cells) {
        double dx = x(lattice, other) - x;
        double dy = lattice.centreY(other / lattice.cols()) - y;
        sum += values[other];
        squares += values[other] * values[other];
        if (dx * dx + dy * dy <= limit) {
          near += values[other];
          neighbours++;
        }
      }
      double n = cells.length;
      double mean = sum / n;
      double spread = Math.sqrt(squares / n - mean * mean);
      all +=
          (near - mean * neighbours)
              / (spread * Math.sqrt((n * neighbours - neighbours * neighbours) / (n - 1)));
    }
    return sampled(start, cells.length, all);
  }

  private static double x(Lattice lattice, int cell) {
    return lattice.firstX(cell / lattice.cols()) + cell % lattice.cols() * lattice.cellM();
  }

  private static Sampled sampled(long start, int cells, double all) {
    double ms = TilesBench.millisSince(start) * cells / CELLS;
    String how = "%d 格折算 cells, scaled%s".formatted(CELLS, Double.isNaN(all) ? " ?" : "");
    return new Sampled(ms, how);
  }
}
