package cn.anlan.data.demo.road;

import cn.anlan.data.demo.draw.FlatFrame;
import org.locationtech.jts.geom.Coordinate;

/** Places along the lines of roads, and their lengths. */
final class Metres {
  private Metres() {}

  /** Horizontal length in metres. */
  static double length(Coordinate[] line) {
    double sum = 0;
    for (int i = 1; i < line.length; i++) {
      sum += FlatFrame.betweenM(line[i - 1], line[i]);
    }
    return sum;
  }

  /** The place and height at a share t of the edge. */
  static Coordinate along(Coordinate a, Coordinate b, double t) {
    return new Coordinate(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y), a.z + t * (b.z - a.z));
  }
}
