package cn.anlan.analytics.hotspot;

import cn.anlan.analytics.statistics.FalseDiscovery;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.grid.CellShape;
import cn.anlan.geo.grid.Cover;
import cn.anlan.geo.grid.Lattice;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Gi* of units ({@link GetisOrd}, binary weights) with its significance: z, two-sided permutation p
 * and the false discovery rate q of Benjamini and Hochberg over all units.
 *
 * <p>p-values are those of {@link DealtSums}, not of the normal distribution: counts of rare events
 * on small cells are far from normal, and would give hot spots by the hundred.
 */
public final class GiStar {
  private final int[] sizes;
  private final double[] z;
  private final double[] p;
  private final double[] q;
  private final DealtSums dealt;

  private GiStar(double[] values, int[] sizes, double[] sums, int drawings, long seed) {
    Sample sample = new Sample(values, values.length);
    this.sizes = sizes;
    this.z = new double[values.length];
    this.p = new double[values.length];
    this.dealt = new DealtSums(values, sizes, drawings, seed);
    for (int k = 0; k < z.length; k++) {
      double above = sums[k] - sample.mean * sizes[k];
      z[k] = GetisOrd.score(above, sample.variance, z.length, sizes[k], sizes[k]);
      p[k] = dealt.p(sums[k], sizes[k]);
    }
    this.q = FalseDiscovery.adjusted(p);
  }

  /**
   * Of units with listed neighbours.
   *
   * @param weights binary; a unit without neighbours is compared by itself
   * @param drawings for p, where the values are no counts; the least is then 2/(drawings + 1)
   * @throws UserFault where all values are equal, or there are fewer than four
   */
  public static GiStar of(double[] values, SpatialWeights weights, int drawings, long seed) {
    double[] tying = Lots.tying(values);
    int[] sizes = new int[tying.length];
    double[] sums = new double[tying.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = weights.degree(i) + 1;
      sums[i] = weights.lag(i, tying) + tying[i];
    }
    return new GiStar(tying, sizes, sums, drawings, seed);
  }

  /**
   * Of the cells that an outline touches, in the order of {@link Cover#touched}. Neighbours are
   * those whose centres are within a band. Sums over a neighbourhood come from running sums along
   * rows, so that a cell costs as many steps as the neighbourhood has rows.
   *
   * @param values one for each cell of the lattice; those of cells that the outline does not touch
   *     are not looked at
   * @param bandM how far a neighbour's centre may be, metres, the limit included
   * @param drawings for p, where the values are no counts
   * @throws UserFault where all values are equal, or the band does not reach the next cell
   */
  public static GiStar of(Cover cover, double[] values, double bandM, int drawings, long seed) {
    Lattice lattice = cover.lattice();
    if (!(bandM >= lattice.cellM()) || Double.isInfinite(bandM)) {
      throw new UserFault(
          "邻域 " + bandM + " m 够不到相邻的格 (the band does not reach the next cell)",
          "至少 (at least) " + lattice.cellM() + " m");
    }
    int[] cells = cover.touched();
    double[] own = Lots.tying(Arrays.stream(cells).mapToDouble(cell -> values[cell]).toArray());
    Rows rows = new Rows(lattice, cells, own);
    int[] sizes = new int[cells.length];
    double[] sums = new double[cells.length];
    for (int k = 0; k < cells.length; k++) {
      rows.look(cells[k], bandM);
      sizes[k] = rows.count;
      sums[k] = rows.sum;
    }
    return new GiStar(own, sizes, sums, drawings, seed);
  }

  /** A band that takes in the next ring of cells: all six of a hexagon, all eight of a square. */
  public static double nextRingM(Lattice lattice) {
    return lattice.cellM() * (lattice.shape() == CellShape.SQUARE ? Math.sqrt(2) : 1);
  }

  public int size() {
    return z.length;
  }

  /** z-score of a unit. */
  public double z(int unit) {
    return z[unit];
  }

  /** Two-sided permutation p of a unit. */
  public double p(int unit) {
    return p[unit];
  }

  /** The least false discovery rate at which a unit is a finding. */
  public double q(int unit) {
    return q[unit];
  }

  /** Whether p is exact, and nothing was drawn by lot. */
  public boolean isExact() {
    return dealt.isExact();
  }

  /** How many units would have a p below alpha if the values were dealt out by lot. */
  public double expectedBelow(double alpha) {
    Map<Integer, Long> bySize =
        Arrays.stream(sizes).boxed().collect(Collectors.groupingBy(s -> s, Collectors.counting()));
    return bySize.entrySet().stream()
        .mapToDouble(e -> e.getValue() * dealt.chanceBelow(alpha, e.getKey()))
        .sum();
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
