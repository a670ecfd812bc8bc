package cn.anlan.geo.distance;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryTransformer;

/** Puts vertices on long edges, along their geodesics, so that they may be drawn straight. */
final class GeodesicCuts {
  private GeodesicCuts() {}

  /** The same shape with no edge longer than {@link EdgeReader#MAX_PIECE_M}. */
  static Geometry along(Geometry shape) {
    return new GeometryTransformer() {
      @Override
      protected CoordinateSequence transformCoordinates(CoordinateSequence path, Geometry parent) {
        return factory
            .getCoordinateSequenceFactory()
            .create(along(path.toCoordinateArray()).toArray(new Coordinate[0]));
      }
    }.transform(shape);
  }

  static List<Coordinate> along(Coordinate[] path) {
    List<Coordinate> cut = new ArrayList<>(path.length);
    for (int i = 0; i < path.length; i++) {
      Coordinate to = path[i];
      if (i > 0 && isLong(path[i - 1], to)) {
        Coordinate from = path[i - 1];
        GeodesicLine line = Cgcs2000.GEODESIC.InverseLine(from.y, from.x, to.y, to.x);
        int pieces = (int) Math.ceil(line.Distance() / EdgeReader.MAX_PIECE_M);
        for (int k = 1; k < pieces; k++) {
          GeodesicData at = line.Position(line.Distance() * k / pieces);
          cut.add(new Coordinate(at.lon2, at.lat2));
        }
      }
      cut.add(new Coordinate(to.x, to.y));
    }
    return cut;
  }

  private static boolean isLong(Coordinate a, Coordinate b) {
    return Math.abs(a.x - b.x) >= 0.01 || Math.abs(a.y - b.y) >= 0.01;
  }
}
