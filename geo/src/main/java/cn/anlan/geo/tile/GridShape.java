package cn.anlan.geo.tile;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * A line or polygon on the whole units of a zoom, seen from one tile.
 *
 * <p>Every vertex is moved to the nearest crossing of a grid that is the same for the whole world
 * at this zoom; then vertices that stand on a straight line are dropped. Both depend on the vertex
 * and its neighbours alone, not on the tile or the direction of the ring, so that neighbouring
 * polygons which share their vertices go on sharing them: no sliver opens between them, and tiles
 * fit together. What shrinks to nothing has no parts left.
 */
final class GridShape {
  private final boolean areal;
  private final List<int[]> parts = new ArrayList<>();

  /**
   * @param step the grid's width in units of a tile 4096 wide; a divisor of 4096
   */
  GridShape(Geometry geometry, TileId tile, int step) {
    this.areal = geometry.getDimension() == 2;
    Snapper snapper = new Snapper(tile, step);
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part instanceof Polygon polygon) {
        add(polygon, snapper);
      } else if (!areal && part instanceof LineString line) {
        int[] path = snapper.path(line.getCoordinateSequence());
        if (path.length >= 4) {
          parts.add(path);
        }
      }
    }
  }

  private void add(Polygon polygon, Snapper snapper) {
    int[] outer = snapper.ring(polygon.getExteriorRing().getCoordinateSequence());
    if (outer.length < 6) {
      return;
    }
    parts.add(Rings.oriented(outer, true));
    for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
      int[] hole = snapper.ring(polygon.getInteriorRingN(h).getCoordinateSequence());
      if (hole.length >= 6) {
        parts.add(Rings.oriented(hole, false));
      }
    }
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** Writes what of it lies in the tile and its margin; whether there was anything. */
  boolean write(MvtLayer layer, Runnable begin) {
    List<int[]> inside = new ArrayList<>();
    boolean outerIsIn = false;
    for (int[] part : parts) {
      if (!areal) {
        TileClip.line(part, inside);
        continue;
      }
      boolean outer = Rings.doubleArea(part) > 0;
      if (outer || outerIsIn) {
        int[] ring = Rings.clean(TileClip.ring(part));
        if (ring.length >= 6) {
          inside.add(Rings.oriented(ring, outer));
        }
        outerIsIn = outer ? ring.length >= 6 : outerIsIn;
      }
    }
    if (inside.isEmpty()) {
      return false;
    }
    begin.run();
    if (areal) {
      layer.polygons(inside);
    } else {
      layer.lines(inside);
    }
    return true;
  }

  /** From degrees to the grid. */
  private record Snapper(TileId tile, int step) {
    int[] path(CoordinateSequence places) {
      return Rings.cleanLine(snapped(places, places.size()));
    }

    int[] ring(CoordinateSequence places) {
      return Rings.clean(snapped(places, places.size() - 1));
    }

    private int[] snapped(CoordinateSequence places, int count) {
      int[] result = new int[2 * count];
      double stepsAcross = (double) (MvtLayer.EXTENT / step) * (1 << tile.zoom());
      int west = tile.col() * MvtLayer.EXTENT;
      int north = tile.row() * MvtLayer.EXTENT;
      Coordinate place = new Coordinate();
      for (int i = 0; i < count; i++) {
        places.getCoordinate(i, place);
        result[2 * i] = (int) Math.rint(tile.grid().x(place.x) * stepsAcross) * step - west;
        result[2 * i + 1] = (int) Math.rint(tile.grid().y(place.y) * stepsAcross) * step - north;
      }
      return result;
    }
  }
}
