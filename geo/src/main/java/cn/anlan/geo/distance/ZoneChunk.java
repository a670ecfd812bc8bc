package cn.anlan.geo.distance;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.geom.util.PointExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** A short stretch of a shape's outline and the plane about its middle. */
record ZoneChunk(List<Coordinate> path, LocalPlane plane) {
  private static final double MAX_EXTENT_DEG = 0.08;
  private static final int MAX_VERTICES = 400;

  static List<ZoneChunk> cut(Geometry shape) {
    EdgeReader.read(shape); // refuses what cannot be measured
    List<ZoneChunk> chunks = new ArrayList<>();
    for (Object line : LinearComponentExtracter.getLines(shape)) {
      cut(GeodesicCuts.along(((Geometry) line).getCoordinates()), chunks);
    }
    for (Object point : PointExtracter.getPoints(shape)) {
      if (!((Point) point).isEmpty()) {
        cut(List.of(((Point) point).getCoordinate()), chunks);
      }
    }
    return chunks;
  }

  private static void cut(List<Coordinate> path, List<ZoneChunk> chunks) {
    int from = 0;
    Envelope extent = new Envelope();
    for (int i = 0; i < path.size(); i++) {
      extent.expandToInclude(path.get(i));
      boolean full =
          i - from >= MAX_VERTICES
              || extent.getWidth() > MAX_EXTENT_DEG
              || extent.getHeight() > MAX_EXTENT_DEG;
      if (i == path.size() - 1 || full && i > from) {
        Coordinate middle = extent.centre();
        chunks.add(new ZoneChunk(path.subList(from, i + 1), new LocalPlane(middle.x, middle.y)));
        from = i; // chunks share a vertex, so their buffers leave no gap
        extent = new Envelope(path.get(i));
      }
    }
  }

  /** The polygon within {@code distanceM}, in degrees. */
  Geometry buffer(double distanceM) {
    List<Geometry> buffers = new ArrayList<>();
    Coordinate[] xy = path.stream().map(plane::toPlane).toArray(Coordinate[]::new);
    new PlaneBuffer(distanceM).addAlong(xy, buffers);
    Geometry buffer = OverlayNGRobust.union(buffers, new GeometryFactory());
    return plane.fromPlane(Densifier.densify(buffer, EdgeReader.MAX_PIECE_M));
  }
}
