package cn.anlan.analytics.hotspot;

import cn.anlan.analytics.statistics.FalseDiscovery;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.grid.CellShape;
import cn.anlan.geo.grid.Cover;
import cn.anlan.geo.grid.Lattice;
import java.util.Arrays;

/**
 * Gi* of the cells of a lattice: {@link GetisOrd} with binary weights, neighbours being the cells
 * whose centres are within a band and that the outline touches. Sums over a neighbourhood come from
 * running sums along rows, so that a cell costs as many steps as the neighbourhood has rows.
 *
 * <p>p-values are those of {@link DrawnSums}, not of the normal distribution: counts of rare events
 * on small cells are far from normal, and would give hot spots by the hundred. q-values are
 * Benjamini and Hochberg's over all cells.
 */
public final class GridGiStar {
  private final Cover cover;
  private final int[] cells;
  private final double[] z;
  private final double[] p;
  private final double[] q;

  private GridGiStar(Cover cover, int[] cells, double[] z, double[] p, double[] q) {
    this.cover = cover;
    this.cells = cells;
    this.z = z;
    this.p = p;
    this.q = q;
  }

  /**
   * @param values one for each cell of the lattice; those of cells that the outline does not touch
   *     are not looked at
   * @param bandM how far a neighbour's centre may be, metres, the limit included
   * @param drawings for the p-values; the least is 2/(drawings + 1)
   * @throws UserFault where all values are equal, or the band does not reach the next cell
   */
  public static GridGiStar of(Cover cover, double[] values, double bandM, int drawings, long seed) {
    Lattice lattice = cover.lattice();
    if (!(bandM >= lattice.cellM()) || Double.isInfinite(bandM)) {
      throw new UserFault(
          "邻域 " + bandM + " m 够不到相邻的格 (the band does not reach the next cell)",
          "至少 (at least) " + lattice.cellM() + " m");
    }
    int[] cells = cover.touched();
    double[] own = Lots.tying(Arrays.stream(cells).mapToDouble(cell -> values[cell]).toArray());
    Sample sample = new Sample(own, cells.length);
    Rows rows = new Rows(lattice, cells, own);
    DrawnSums drawn = new DrawnSums(own, drawings, seed);
    double[] z = new double[cells.length];
    double[] p = new double[cells.length];
    for (int k = 0; k < cells.length; k++) {
      rows.look(cells[k], bandM);
      double above = rows.sum - sample.mean * rows.count;
      z[k] = GetisOrd.score(above, sample.variance, cells.length, rows.count, rows.count);
      p[k] = drawn.p(rows.sum, rows.count);
    }
    return new GridGiStar(cover, cells, z, p, FalseDiscovery.adjusted(p));
  }

  /** A band that takes in the next ring of cells: all six of a hexagon, all eight of a square. */
  public static double nextRingM(Lattice lattice) {
    return lattice.cellM() * (lattice.shape() == CellShape.SQUARE ? Math.sqrt(2) : 1);
  }

  public Cover cover() {
    return cover;
  }

  /** The cells of the lattice that the results belong to, in their order. */
  public int[] cells() {
    return cells.clone();
  }

  /** z-score of the k-th cell. */
  public double z(int k) {
    return z[k];
  }

  /** Two-sided permutation p of the k-th cell. */
  public double p(int k) {
    return p[k];
  }

  /** The least false discovery rate at which the k-th cell is a finding. */
  public double q(int k) {
    return q[k];
  }

  /** Running sums along the rows; an answer stays until the next look. */
  private static final class Rows {
    private final Lattice lattice;
    private final double[] sums;
    private final int[] counts;
    double sum;
    int count;

    Rows(Lattice lattice, int[] cells, double[] values) {
      this.lattice = lattice;
      this.sums = new double[lattice.size() + 1];
      this.counts = new int[lattice.size() + 1];
      for (int k = 0; k < cells.length; k++) {
        sums[cells[k] + 1] = values[k];
        counts[cells[k] + 1] = 1;
      }
      for (int cell = 0; cell < lattice.size(); cell++) {
        sums[cell + 1] += sums[cell];
        counts[cell + 1] += counts[cell];
      }
    }

    void look(int cell, double bandM) {
      sum = 0;
      count = 0;
      int row = cell / lattice.cols();
      double band = bandM * (1 + 1e-9); // centres exactly at the limit are within it
      double x = lattice.firstX(row) + cell % lattice.cols() * lattice.cellM();
      int reach = (int) (band / lattice.rowStepM());
      int last = Math.min(lattice.rows() - 1, row + reach);
      for (int other = Math.max(0, row - reach); other <= last; other++) {
        double dy = (other - row) * lattice.rowStepM();
        double half = Math.sqrt(band * band - dy * dy);
        double first = lattice.firstX(other);
        int from = (int) Math.ceil((x - half - first) / lattice.cellM());
        int to = (int) Math.floor((x + half - first) / lattice.cellM());
        from = other * lattice.cols() + Math.max(0, from);
        to = other * lattice.cols() + Math.min(lattice.cols() - 1, to) + 1;
        sum += sums[to] - sums[from];
        count += counts[to] - counts[from];
      }
    }
  }
}
