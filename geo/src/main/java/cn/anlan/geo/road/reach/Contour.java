package cn.anlan.geo.road.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * The area of a grid where values are at most a level (marching squares, W. E. Lorensen and H. E.
 * Cline 1987 in two dimensions). Between two corners on different sides of the level the border
 * runs where the value would be the level if it grew evenly, at least a fiftieth of the side away
 * from either corner, so that rings never touch; beside a corner without a value, in the middle.
 * Every corner at or below the level is inside and every other outside. The grid's own border is
 * outside.
 */
final class Contour {
  private static final double LEAST = 0.02;

  private final double[] values;
  private final int columns;
  private final int rows;
  private final double level;

  /** Of each crossing of a side the next one, with the inside on the left; −1 for none. */
  private final int[] next;

  private final GeometryFactory factory = new GeometryFactory();

  private Contour(double[] values, int columns, double level) {
    this.values = values;
    this.columns = columns;
    this.rows = values.length / columns;
    this.level = level;
    this.next = new int[2 * values.length];
    Arrays.fill(next, -1);
  }

  /**
   * Draws it, in columns and rows: x is a column's number, y a row's.
   *
   * @param values row by row; infinite for none
   * @return valid; empty where no value is at or below the level
   */
  static Geometry area(double[] values, int columns, double level) {
    Contour contour = new Contour(values, columns, level);
    for (int row = 0; row + 1 < contour.rows; row++) {
      for (int column = 0; column + 1 < columns; column++) {
        contour.square(column, row);
      }
    }
    return contour.polygons(contour.rings());
  }

  private boolean inside(int column, int row) {
    return column > 0
        && row > 0
        && column < columns - 1
        && row < rows - 1
        && values[row * columns + column] <= level;
  }

  /** The side from a corner to the next eastward (even) or northward (odd). */
  private int side(int column, int row, boolean north) {
    return 2 * (row * columns + column) + (north ? 1 : 0);
  }

  private void square(int c, int r) {
    int south = side(c, r, false);
    int north = side(c, r + 1, false);
    int west = side(c, r, true);
    int east = side(c + 1, r, true);
    int corners =
        (inside(c, r) ? 1 : 0)
            | (inside(c + 1, r) ? 2 : 0)
            | (inside(c + 1, r + 1) ? 4 : 0)
            | (inside(c, r + 1) ? 8 : 0);
    switch (corners) {
      case 1 -> next[south] = west;
      case 2 -> next[east] = south;
      case 3 -> next[east] = west;
      case 4 -> next[north] = east;
      case 5 -> { // two corners opposite each other stay apart
        next[south] = west;
        next[north] = east;
      }
      case 6 -> next[north] = south;
      case 7 -> next[north] = west;
      case 8 -> next[west] = north;
      case 9 -> next[south] = north;
      case 10 -> {
        next[east] = south;
        next[west] = north;
      }
      case 11 -> next[east] = north;
      case 12 -> next[west] = east;
      case 13 -> next[south] = east;
      case 14 -> next[west] = south;
      default -> {
        // all inside or all outside: no border
      }
    }
  }

  private Coordinate crossing(int side) {
    int corner = side >> 1;
    int column = corner % columns;
    int row = corner / columns;
    boolean north = (side & 1) == 1;
    double here = inside(column, row) ? values[corner] : beyond(corner);
    int other = north ? corner + columns : corner + 1;
    double there =
        inside(north ? column : column + 1, north ? row + 1 : row) ? values[other] : beyond(other);
    double t = 0.5;
    if (here < Double.POSITIVE_INFINITY && there < Double.POSITIVE_INFINITY) {
      t = Math.min(1 - LEAST, Math.max(LEAST, (level - here) / (there - here)));
    }
    return new Coordinate(column + (north ? 0 : t), row + (north ? t : 0));
  }

  /** The value of a corner outside; one of the grid's border may be below the level. */
  private double beyond(int corner) {
    return values[corner] > level ? values[corner] : Double.POSITIVE_INFINITY;
  }

  private List<LinearRing> rings() {
    List<LinearRing> rings = new ArrayList<>();
    for (int start = 0; start < next.length; start++) {
      if (next[start] < 0) {
        continue;
      }
      List<Coordinate> ring = new ArrayList<>();
      int at = start;
      while (next[at] >= 0) {
        ring.add(crossing(at));
        int following = next[at];
        next[at] = -1;
        at = following;
      }
      ring.add(ring.get(0).copy());
      rings.add(factory.createLinearRing(ring.toArray(new Coordinate[0])));
    }
    return rings;
  }

  /** Rings against the clock are shells; each other one is a hole of the least shell round it. */
  private Geometry polygons(List<LinearRing> rings) {
    List<LinearRing> shells = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    for (LinearRing ring : rings) {
      (org.locationtech.jts.algorithm.Orientation.isCCW(ring.getCoordinateSequence())
              ? shells
              : holes)
          .add(ring);
    }
    shells.sort((a, b) -> Double.compare(boxArea(a), boxArea(b)));
    List<List<LinearRing>> holesOf = new ArrayList<>();
    List<IndexedPointInAreaLocator> locators = new ArrayList<>();
    for (LinearRing shell : shells) {
      holesOf.add(new ArrayList<>());
      locators.add(new IndexedPointInAreaLocator(shell));
    }
    for (LinearRing hole : holes) {
      for (int i = 0; i < shells.size(); i++) {
        if (shells.get(i).getEnvelopeInternal().covers(hole.getEnvelopeInternal())
            && locators.get(i).locate(hole.getCoordinateN(0)) != Location.EXTERIOR) {
          holesOf.get(i).add(hole);
          break;
        }
      }
    }
    Polygon[] polygons = new Polygon[shells.size()];
    for (int i = 0; i < polygons.length; i++) {
      polygons[i] = factory.createPolygon(shells.get(i), holesOf.get(i).toArray(new LinearRing[0]));
    }
    return polygons.length == 1 ? polygons[0] : factory.createMultiPolygon(polygons);
  }

  private static double boxArea(LinearRing ring) {
    return ring.getEnvelopeInternal().getArea();
  }
}
