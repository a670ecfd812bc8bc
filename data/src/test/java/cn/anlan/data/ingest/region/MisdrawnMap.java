package cn.anlan.data.ingest.region;

import cn.anlan.data.basemap.BaseMap;
import cn.anlan.geo.shape.VertexMove;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;

/**
 * The base map's counties, drawn badly: every place is moved by a smooth random field whose values
 * on a grid of some 5 km are 150 m times Student's t with two degrees of freedom, at most 2 km.
 */
final class MisdrawnMap {
  private static final double GRID_DEG = 0.05;
  private static final double SCALE_DEG = 150 / 111_000.0;
  private static final double MOST_DEG = 2_000 / 111_000.0;
  private static final int ACROSS = 160;

  private MisdrawnMap() {}

  static Map<String, Geometry> counties() {
    Map<String, Geometry> counties = new TreeMap<>();
    BaseMap.regions().stream()
        .filter(r -> "county".equals(r.text("admin_level")))
        .forEach(r -> counties.put(r.code(), r.geometry()));
    return counties;
  }

  static ProvinceMap of(Random random) {
    Map<String, Geometry> moved = new TreeMap<>();
    Field field = new Field(random);
    counties().forEach((code, shape) -> moved.put(code, VertexMove.copy(shape, field)));
    Geometry province =
        BaseMap.regions().stream()
            .filter(r -> "province".equals(r.text("admin_level")))
            .findFirst()
            .orElseThrow()
            .geometry();
    return new ProvinceMap(moved, province, 380.0);
  }

  private static final class Field implements VertexMove {
    private final double[][][] nodes = new double[2][ACROSS][ACROSS];

    Field(Random random) {
      for (double[][] axis : nodes) {
        for (double[] row : axis) {
          for (int i = 0; i < row.length; i++) {
            double t = random.nextGaussian() / Math.sqrt(-Math.log(random.nextDouble()));
            row[i] = Math.max(-MOST_DEG, Math.min(MOST_DEG, SCALE_DEG * t));
          }
        }
      }
    }

    @Override
    public void filter(CoordinateSequence sequence, int i) {
      double lon = sequence.getX(i);
      double lat = sequence.getY(i);
      sequence.setOrdinate(i, CoordinateSequence.X, lon + at(nodes[0], lon, lat));
      sequence.setOrdinate(i, CoordinateSequence.Y, lat + at(nodes[1], lon, lat));
    }

    private static double at(double[][] axis, double lon, double lat) {
      double x = (lon - 112) / GRID_DEG;
      double y = (lat - 24) / GRID_DEG;
      int i = (int) x;
      int j = (int) y;
      double u = x - i;
      double v = y - j;
      return (1 - u) * ((1 - v) * axis[i][j] + v * axis[i][j + 1])
          + u * ((1 - v) * axis[i + 1][j] + v * axis[i + 1][j + 1]);
    }
  }
}
