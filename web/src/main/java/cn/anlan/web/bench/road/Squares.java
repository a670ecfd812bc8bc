package cn.anlan.web.bench.road;

import cn.anlan.data.demo.ground.Terrain;
import cn.anlan.web.bench.road.BenchTowns.Town;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;

/**
 * Squares of road, halved until they are small enough for where they stand: 160 m in towns, up to
 * 2.5 km in the mountains. Their corners are junctions, their sides roads, and a side on the border
 * of a larger square is a road of a higher class.
 */
final class Squares {
  private static final int ROWS = Frame.ROWS + 1;
  private static final int VILLAGE = 2;
  private static final double WIDEST_DEG = 0.2;
  private static final double VILLAGES = 0.16;

  private final BitSet corners = new BitSet();
  private final BitSet eastward = new BitSet();
  private final BitSet northward = new BitSet();
  private final PreparedGeometry province;
  private final Draw draw;
  private final List<double[]> towns = new ArrayList<>();
  private final GeometryFactory factory = new GeometryFactory();

  /**
   * @param province outside of which there is no road
   */
  Squares(PreparedGeometry province, List<Town> towns, Draw draw) {
    this.province = province;
    this.draw = draw;
    for (Town town : towns) {
      this.towns.add(
          new double[] {
            Frame.columnOf(town.lonDeg()),
            Frame.rowOf(town.latDeg()),
            town.radiusM() / Frame.UNIT_M,
            town.isSeat() ? 3 : 2
          });
    }
    for (int column = 0; column < Frame.COLUMNS; column += Frame.LARGEST) {
      for (int row = 0; row < Frame.ROWS; row += Frame.LARGEST) {
        divide(column, row, Frame.LARGEST, this.towns);
      }
    }
  }

  /** The number by which a place of the lattice is known. */
  static long place(int column, int row) {
    return (long) column * ROWS + row;
  }

  boolean isCorner(int column, int row) {
    return corners.get((int) place(column, row));
  }

  /** Whether a road leads from here to the next unit. */
  boolean leadsOn(int column, int row, boolean east) {
    return (east ? eastward : northward).get((int) place(column, row));
  }

  private void divide(int column, int row, int side, List<double[]> near) {
    if (side == Frame.LARGEST && !province.intersects(factory.toGeometry(around(column, row)))) {
      return;
    }
    double middleColumn = column + side / 2.0;
    double middleRow = row + side / 2.0;
    List<double[]> reaching = new ArrayList<>();
    int wanted = 16;
    for (double[] town : near) {
      double away = Math.hypot(town[0] - middleColumn, town[1] - middleRow) - 0.75 * side;
      if (away < town[2] * town[3]) {
        reaching.add(town);
        wanted = Math.min(wanted, away < 0.45 * town[2] ? 1 : away < town[2] ? 2 : 4);
      }
    }
    if (side > wanted || side > VILLAGE && side > onGround(middleColumn, middleRow)) {
      int half = side / 2;
      divide(column, row, half, reaching);
      divide(column + half, row, half, reaching);
      divide(column, row + half, half, reaching);
      divide(column + half, row + half, half, reaching);
    } else if (isInside(column, row, side)) {
      draw(column, row, side);
    }
  }

  /** A box that holds one of the largest squares, however it is bent. */
  private static Envelope around(int column, int row) {
    double half = Frame.LARGEST / 2.0;
    Envelope box =
        new Envelope(
            new Coordinate(
                Frame.lonDeg(column + half, row + half), Frame.latDeg(column + half, row + half)));
    box.expandBy(WIDEST_DEG);
    return box;
  }

  /** How large a square is where no town is near: the higher, the emptier. */
  private int onGround(double column, double row) {
    double heightM = Terrain.heightM(Frame.lonDeg(column, row), Frame.latDeg(column, row));
    if (heightM < 260) {
      return draw.unit(place((int) column, (int) row), 0) < VILLAGES ? VILLAGE : 4;
    }
    return heightM < 600 ? 8 : 16;
  }

  private boolean isInside(int column, int row, int side) {
    Envelope box = new Envelope();
    for (int i = 0; i < 4; i++) {
      int c = column + side * (i & 1);
      int r = row + side * (i >> 1);
      box.expandToInclude(new Coordinate(Frame.lonDeg(c, r), Frame.latDeg(c, r)));
    }
    return province.covers(factory.toGeometry(box));
  }

  private void draw(int column, int row, int side) {
    for (int i = 0; i < 4; i++) {
      corners.set((int) place(column + side * (i & 1), row + side * (i >> 1)));
    }
    for (int i = 0; i < side; i++) {
      eastward.set((int) place(column + i, row));
      eastward.set((int) place(column + i, row + side));
      northward.set((int) place(column, row + i));
      northward.set((int) place(column + side, row + i));
    }
  }
}
