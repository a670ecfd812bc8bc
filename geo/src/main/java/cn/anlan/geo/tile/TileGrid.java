package cn.anlan.geo.tile;

import cn.anlan.geo.snapshot.WebMercator;
import java.util.Arrays;
import java.util.Optional;

/**
 * A pyramid of tiles (OGC 17-083r4, a tile matrix set): at each zoom twice as many columns and rows
 * as at the one before. x and y are counted in tiles of zoom 0 from the grid's north-western
 * corner. Longitudes are divided alike in both grids, so that their columns are those of the
 * squares that {@link cn.anlan.geo.snapshot.LayerSnapshot#walkSquares} walks through, to the last
 * bit.
 */
public enum TileGrid {
  /** The square of web maps: EPSG:3857, one tile at zoom 0. */
  WEB_MERCATOR_QUAD("WebMercatorQuad", 1) {
    @Override
    double y(double latDeg) {
      return WebMercator.y(latDeg);
    }

    @Override
    double latDeg(double y) {
      return WebMercator.latDeg(y);
    }

    @Override
    double yOfSquare(int zoom, long row) {
      return Math.scalb((double) row, -zoom);
    }

    @Override
    double stretch(double latDeg) {
      return 1 / Math.cos(Math.toRadians(latDeg));
    }
  },

  /** Degrees of CGCS2000 as they are: EPSG:4490, two tiles at zoom 0, 180° wide each. */
  CGCS2000_QUAD("CGCS2000Quad", 2) {
    private static final double SLACK = 1e-12; // of the pyramid: far more than latitudes are off

    @Override
    double y(double latDeg) {
      return (90 - latDeg) / 180;
    }

    @Override
    double latDeg(double y) {
      return 90 - y * 180;
    }

    @Override
    double yOfSquare(int zoom, long row) {
      double share = Math.scalb((double) row, -zoom);
      return share <= 0 ? 0 : share >= 1 ? 1 : y(WebMercator.latDeg(share));
    }

    @Override
    double slack() {
      return SLACK;
    }

    @Override
    double stretch(double latDeg) {
      return 1;
    }
  };

  private final String id;
  private final int columns;

  TileGrid(String id, int columns) {
    this.id = id;
    this.columns = columns;
  }

  /** The grid that addresses call so. */
  public static Optional<TileGrid> find(String id) {
    return Arrays.stream(values()).filter(grid -> grid.id.equals(id)).findFirst();
  }

  /** The name in addresses. */
  public String id() {
    return id;
  }

  /** Columns of tiles at a zoom. */
  public int columns(int zoom) {
    return columns << zoom;
  }

  /** Rows of tiles at a zoom. */
  public int rows(int zoom) {
    return 1 << zoom;
  }

  final double x(double lonDeg) {
    return WebMercator.x(lonDeg) * columns;
  }

  final double lonDeg(double x) {
    return WebMercator.lonDeg(x / columns);
  }

  abstract double y(double latDeg);

  abstract double latDeg(double y);

  final double xOfSquare(int zoom, long col) {
    return Math.scalb((double) col, -zoom) * columns;
  }

  /** The northern edge of a row of the web map's squares. */
  abstract double yOfSquare(int zoom, long row);

  /** How far {@link #yOfSquare} may be off. */
  double slack() {
    return 0;
  }

  /** How much longer a degree of latitude is drawn than one of longitude. */
  abstract double stretch(double latDeg);
}
