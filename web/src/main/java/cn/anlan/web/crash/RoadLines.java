package cn.anlan.web.crash;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.PrecisionModel;

/** Stretches of road as rows of a layer have them: lines in the plane, CGCS2000. */
public final class RoadLines {
  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4490);

  private RoadLines() {}

  /** All of them as one; null where there is none. */
  public static Geometry of(List<Coordinate[]> lines) {
    LineString[] made =
        lines.stream()
            .map(RoadLines::flat)
            .map(FACTORY::createLineString)
            .toArray(LineString[]::new);
    return made.length == 0 ? null : FACTORY.createMultiLineString(made);
  }

  /** Without heights. */
  private static Coordinate[] flat(Coordinate[] line) {
    Coordinate[] flat = new Coordinate[line.length];
    for (int i = 0; i < line.length; i++) {
      flat[i] = new Coordinate(line[i].x, line[i].y);
    }
    return flat;
  }
}
