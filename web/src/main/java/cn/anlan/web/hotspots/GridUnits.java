package cn.anlan.web.hotspots;

import cn.anlan.analytics.hotspot.GiStar;
import cn.anlan.analytics.hotspot.Nearness;
import cn.anlan.analytics.hotspot.SpatialWeights;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.grid.CellShape;
import cn.anlan.geo.grid.Cover;
import cn.anlan.geo.grid.Lattice;
import cn.anlan.geo.text.Text;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;

/** The cells of a grid that the province touches, and what was counted in each. */
final class GridUnits implements Units {
  /** Above it neighbours are not listed one by one: a permutation test would take minutes. */
  private static final int MOST_LISTED_NEIGHBOURS = 20_000;

  private final Cover cover;
  private final int[] cells;
  private final double[] ofLattice;
  private final int unplaced;

  GridUnits(Cover cover, Events events) {
    this.cover = cover;
    this.cells = cover.touched();
    this.ofLattice = new double[cover.lattice().size()];
    int outside = 0;
    for (int i = 0; i < events.size(); i++) {
      int cell = cover.lattice().cellOf(events.xy()[2 * i], events.xy()[2 * i + 1]);
      if (cell >= 0 && cover.touches(cell)) {
        ofLattice[cell] += events.weights()[i];
      } else {
        outside++;
      }
    }
    this.unplaced = outside;
  }

  Cover cover() {
    return cover;
  }

  /** What was counted in each cell of the whole lattice. */
  double[] ofLattice() {
    return ofLattice;
  }

  /** The lattice's number of a unit. */
  int cell(int unit) {
    return cells[unit];
  }

  @Override
  public int size() {
    return cells.length;
  }

  @Override
  public String code(int unit) {
    return cover.lattice().code(cells[unit]);
  }

  @Override
  public String name(int unit) {
    return null;
  }

  @Override
  public Geometry outline(int unit) {
    return cover.lattice().outline(cells[unit]);
  }

  @Override
  public double[] values() {
    double[] values = new double[cells.length];
    for (int k = 0; k < values.length; k++) {
      values[k] = ofLattice[cells[k]];
    }
    return values;
  }

  @Override
  public double count(int unit) {
    return ofLattice[cells[unit]];
  }

  @Override
  public double rate(int unit) {
    return Double.NaN;
  }

  /** The next ring of cells. */
  @Override
  public SpatialWeights weights() {
    Lattice lattice = cover.lattice();
    if (cells.length > MOST_LISTED_NEIGHBOURS) {
      throw new UserFault(
          "共 "
              + cells.length
              + " 格，莫兰指数至多 "
              + MOST_LISTED_NEIGHBOURS
              + " 格 (too many cells for Moran's I)",
          "加大 cellM，或取 method=gi (wider cells, or method=gi)");
    }
    double[] x = new double[cells.length];
    double[] y = new double[cells.length];
    for (int k = 0; k < cells.length; k++) {
      int row = cells[k] / lattice.cols();
      x[k] = lattice.firstX(row) + cells[k] % lattice.cols() * lattice.cellM();
      y[k] = lattice.centreY(row);
    }
    return Nearness.within(x, y, GiStar.nextRingM(lattice) * (1 + 1e-9));
  }

  @Override
  public int unplaced() {
    return unplaced;
  }

  @Override
  public Text words() {
    Lattice lattice = cover.lattice();
    boolean hex = lattice.shape() == CellShape.HEX;
    String km = String.format(Locale.ROOT, "%.3g", lattice.cellM() / 1000);
    return new Text(
        String.format(Locale.ROOT, "%,d 格（%s，宽 %s km）", size(), hex ? "六边形" : "正方形", km),
        String.format(Locale.ROOT, "%,d %s %s km wide", size(), hex ? "hexagons" : "squares", km));
  }

  @Override
  public List<Text> notes() {
    return List.of();
  }
}
