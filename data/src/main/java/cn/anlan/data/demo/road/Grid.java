package cn.anlan.data.demo.road;

import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Terrain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** The province as cells of about 1 km: height, county, open water. */
final class Grid {
  static final double WEST = 113.4;
  static final double SOUTH = 24.3;
  static final double STEP_LON = 0.0102;
  static final double STEP_LAT = 0.009;
  static final int COLUMNS = 510;
  static final int ROWS = 655;

  private final float[] heightM = new float[COLUMNS * ROWS];
  private final short[] county = new short[COLUMNS * ROWS];
  private final boolean[] inner = new boolean[COLUMNS * ROWS];
  private final boolean[] wet = new boolean[COLUMNS * ROWS];

  Grid(Ground ground) {
    Arrays.fill(county, (short) -1);
    List<County> counties = ground.counties();
    for (int c = 0; c < counties.size(); c++) {
      short number = (short) c;
      fill(counties.get(c).geometry(), cell -> county[cell] = number);
    }
    fill(ground.water(), cell -> wet[cell] = true);
    for (int cell = 0; cell < county.length; cell++) {
      inner[cell] = county[cell] >= 0 && surrounded(cell);
      Coordinate at = centre(cell);
      heightM[cell] = county[cell] < 0 ? 0 : (float) Terrain.heightM(at.x, at.y);
    }
  }

  static int cell(Coordinate at) {
    int column = (int) Math.round((at.x - WEST) / STEP_LON);
    int row = (int) Math.round((at.y - SOUTH) / STEP_LAT);
    return row * COLUMNS + column;
  }

  static Coordinate centre(int cell) {
    return new Coordinate(WEST + (cell % COLUMNS) * STEP_LON, SOUTH + (cell / COLUMNS) * STEP_LAT);
  }

  double heightM(int cell) {
    return heightM[cell];
  }

  /** Number of the county in the ground's list, or -1 outside the province. */
  int county(int cell) {
    return county[cell];
  }

  /** Whether the cell and the eight round it lie in the province. */
  boolean inner(int cell) {
    return inner[cell];
  }

  boolean wet(int cell) {
    return wet[cell];
  }

  private boolean surrounded(int cell) {
    int column = cell % COLUMNS;
    int row = cell / COLUMNS;
    if (column == 0 || row == 0 || column == COLUMNS - 1 || row == ROWS - 1) {
      return false;
    }
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        if (county[cell + dy * COLUMNS + dx] < 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** Every cell whose centre lies in the areas, by scan lines. */
  private static void fill(Geometry areas, java.util.function.IntConsumer taker) {
    List<List<Double>> crossings = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      crossings.add(new ArrayList<>());
    }
    for (int i = 0; i < areas.getNumGeometries(); i++) {
      if (areas.getGeometryN(i) instanceof Polygon polygon) {
        cross(polygon.getExteriorRing(), crossings);
        for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
          cross(polygon.getInteriorRingN(h), crossings);
        }
      }
    }
    for (int row = 0; row < ROWS; row++) {
      List<Double> at = crossings.get(row);
      at.sort(null);
      for (int i = 0; i + 1 < at.size(); i += 2) {
        int from = Math.max(0, (int) Math.ceil(at.get(i)));
        int to = Math.min(COLUMNS - 1, (int) Math.floor(at.get(i + 1)));
        for (int column = from; column <= to; column++) {
          taker.accept(row * COLUMNS + column);
        }
      }
    }
  }

  private static void cross(LineString ring, List<List<Double>> crossings) {
    Coordinate[] c = ring.getCoordinates();
    for (int i = 1; i < c.length; i++) {
      double y0 = (c[i - 1].y - SOUTH) / STEP_LAT;
      double y1 = (c[i].y - SOUTH) / STEP_LAT;
      double x0 = (c[i - 1].x - WEST) / STEP_LON;
      double x1 = (c[i].x - WEST) / STEP_LON;
      int first = Math.max(0, (int) Math.ceil(Math.min(y0, y1)));
      for (int row = first; row < Math.max(y0, y1) && row < ROWS; row++) {
        crossings.get(row).add(x0 + (row - y0) / (y1 - y0) * (x1 - x0));
      }
    }
  }
}
