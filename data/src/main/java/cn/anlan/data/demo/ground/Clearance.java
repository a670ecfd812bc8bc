package cn.anlan.data.demo.ground;

import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.draw.Shapes;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/** How much room a place of one county has: the distance to the county's border and to water. */
final class Clearance {
  /** Room beyond this is of no use to anything that stands round a village. */
  static final double MOST_M = 3000;

  private static final double MARGIN_M = 5;

  private final FlatFrame frame;
  private final PointOnGeometryLocator county;
  private final PointOnGeometryLocator water;
  private final IndexedFacetDistance edges;

  /**
   * @param wet locates points in the water; shared by the counties
   * @param shores the edges of the water
   */
  Clearance(Geometry county, PointOnGeometryLocator wet, List<LineString> shores) {
    Envelope box = county.getEnvelopeInternal();
    this.frame = FlatFrame.shortest(box.getMinY(), box.getMaxY());
    this.county = new IndexedPointInAreaLocator(county);
    this.water = wet;
    Envelope wide = new Envelope(box);
    wide.expandBy(0.04);
    List<LineString> lines = new ArrayList<>();
    for (LineString line : lines(county)) {
      addPieces(line, null, lines);
    }
    for (LineString shore : shores) {
      if (wide.intersects(shore.getEnvelopeInternal())) {
        addPieces(shore, wide, lines);
      }
    }
    this.edges = new IndexedFacetDistance(Shapes.FACTORY.buildGeometry(lines));
  }

  static List<LineString> lines(Geometry area) {
    List<LineString> lines = new ArrayList<>();
    for (Object line : LinearComponentExtracter.getLines(area)) {
      lines.add((LineString) line);
    }
    return lines;
  }

  /**
   * The radius in metres, at most 3,000, within which every point lies in the county and not in the
   * water; 0 where the place itself does not.
   */
  double radiusM(Coordinate at) {
    if (county.locate(at) != Location.INTERIOR || water.locate(at) != Location.EXTERIOR) {
      return 0;
    }
    double distanceM = edges.distance(Shapes.point(frame.metres(at)));
    return Math.max(0, Math.min(MOST_M, distanceM - MARGIN_M));
  }

  private void addPieces(LineString line, Envelope within, List<LineString> pieces) {
    CoordinateSequence points = line.getCoordinateSequence();
    for (int i = 1; i < points.size(); i++) {
      Coordinate from = points.getCoordinate(i - 1);
      Coordinate to = points.getCoordinate(i);
      if (within == null || within.intersects(new Envelope(from, to))) {
        pieces.add(
            Shapes.FACTORY.createLineString(
                new Coordinate[] {frame.metres(from), frame.metres(to)}));
      }
    }
  }
}
