package cn.anlan.data.demo.mine;

import cn.anlan.data.demo.draw.Shapes;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Lines of workings, with heights. */
final class LevelLines {
  private LevelLines() {}

  /** The outline of a shape as a line whose vertices all lie at one height. */
  static LineString edge(Geometry polygon, double heightM) {
    return line(((Polygon) polygon).getExteriorRing().getCoordinates(), heightM, heightM);
  }

  /** A line that rises evenly, vertex by vertex, from the first height to the last. */
  static LineString line(Coordinate[] places, double firstM, double lastM) {
    List<Coordinate> raised = new ArrayList<>(places.length);
    for (int i = 0; i < places.length; i++) {
      double share = i / (double) (places.length - 1);
      double z = Math.round((firstM + (lastM - firstM) * share) * 10) / 10.0;
      raised.add(new Coordinate(places[i].x, places[i].y, z));
    }
    return Shapes.line(raised);
  }
}
