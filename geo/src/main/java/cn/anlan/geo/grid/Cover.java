package cn.anlan.geo.grid;

import java.util.Arrays;
import java.util.BitSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LinearRing;

/**
 * Which cells of a lattice an outline takes in: those whose centre is {@link #inside} it, and those
 * that it {@link #touches} at all.
 *
 * <p>Cells that are touched are found by following the border in steps of a twentieth of a cell:
 * one of which less than that is inside may be missed.
 */
public final class Cover {
  private static final int STEPS_A_CELL = 20;

  private final Lattice lattice;
  private final BitSet inside;
  private final BitSet touched;

  private Cover(Lattice lattice, BitSet inside, BitSet touched) {
    this.lattice = lattice;
    this.inside = inside;
    this.touched = touched;
  }

  /**
   * @param outline polygons of the plane, metres; holes are outside
   */
  public static Cover of(CellShape shape, double cellM, Geometry outline) {
    Lattice lattice = Lattice.over(shape, cellM, outline.getEnvelopeInternal());
    BitSet touched = new BitSet(lattice.size());
    double[][] crossings = new double[lattice.rows()][0];
    int[] counts = new int[lattice.rows()];
    GeometryComponentFilter rings =
        part -> {
          if (part instanceof LinearRing ring) {
            Coordinate[] vertices = ring.getCoordinates();
            for (int i = 1; i < vertices.length; i++) {
              follow(vertices[i - 1], vertices[i], lattice, touched);
              cross(vertices[i - 1], vertices[i], lattice, crossings, counts);
            }
          }
        };
    outline.apply(rings);
    BitSet inside = new BitSet(lattice.size());
    for (int row = 0; row < lattice.rows(); row++) {
      fill(row, Arrays.copyOf(crossings[row], counts[row]), lattice, inside);
    }
    touched.or(inside);
    return new Cover(lattice, inside, touched);
  }

  public Lattice lattice() {
    return lattice;
  }

  /** Whether the cell's centre is inside the outline. */
  public boolean inside(int cell) {
    return inside.get(cell);
  }

  /** Whether the outline takes in any part of the cell. */
  public boolean touches(int cell) {
    return touched.get(cell);
  }

  /** The cells that the outline touches, ascending. */
  public int[] touched() {
    return touched.stream().toArray();
  }

  private static void follow(Coordinate a, Coordinate b, Lattice lattice, BitSet touched) {
    int steps = 1 + (int) (a.distance(b) * STEPS_A_CELL / lattice.cellM());
    for (int k = 0; k <= steps; k++) {
      double t = (double) k / steps;
      int cell = lattice.cellOf(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y));
      if (cell >= 0) {
        touched.set(cell);
      }
    }
  }

  /**
   * Notes where an edge crosses the rows' centre lines; its lower end counts, its upper does not.
   */
  private static void cross(
      Coordinate a, Coordinate b, Lattice lattice, double[][] crossings, int[] counts) {
    double low = Math.min(a.y, b.y);
    double high = Math.max(a.y, b.y);
    double first = lattice.centreY(0);
    int row = Math.max(0, (int) Math.floor((low - first) / lattice.rowStepM()));
    for (; row < lattice.rows() && lattice.centreY(row) < high; row++) {
      double y = lattice.centreY(row);
      if (y >= low) {
        if (counts[row] == crossings[row].length) {
          crossings[row] = Arrays.copyOf(crossings[row], 4 + 2 * counts[row]);
        }
        crossings[row][counts[row]++] = a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x);
      }
    }
  }

  private static void fill(int row, double[] crossings, Lattice lattice, BitSet inside) {
    Arrays.sort(crossings);
    for (int k = 0; k + 1 < crossings.length; k += 2) {
      int from = (int) Math.ceil((crossings[k] - lattice.firstX(row)) / lattice.cellM());
      int to = (int) Math.ceil((crossings[k + 1] - lattice.firstX(row)) / lattice.cellM());
      from = Math.max(0, from);
      to = Math.min(lattice.cols(), to);
      if (from < to) {
        inside.set(row * lattice.cols() + from, row * lattice.cols() + to);
      }
    }
  }
}
