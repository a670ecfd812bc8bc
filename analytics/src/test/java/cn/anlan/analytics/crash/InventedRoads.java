package cn.anlan.analytics.crash;

import cn.anlan.geo.road.topology.RoadPiece;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Roads for the matching: a grid of routes, and a motorway beside one of them. */
final class InventedRoads {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  static final double LON = 115;
  static final double LAT = 27;
  static final double STEP_DEG = 0.05;
  static final int LINES = 8;

  private InventedRoads() {}

  /** G1 to G8 go north, S1 to S8 east, 5 km apart, a piece between two crossings; X1 beside G1. */
  static List<RoadPiece> grid() {
    List<RoadPiece> pieces = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      for (int k = 0; k + 1 < LINES; k++) {
        pieces.add(
            piece(
                "G" + (i + 1),
                k * 5.5,
                (k + 1) * 5.5,
                at(i, k, 0),
                bent(i, k, 0.5, 0.02),
                at(i, k + 1, 0)));
        pieces.add(
            piece("S" + (i + 1), 100 + k * 5, 100 + (k + 1) * 5, at(k, i, 0), at(k + 1, i, 0)));
      }
    }
    // 60 m east of G1, as far as the first crossing.
    double offDeg = 60 / 99_300.0;
    pieces.add(
        piece(
            "X1",
            0,
            5.5,
            moved(at(0, 0, 0), offDeg),
            moved(bent(0, 0, 0.5, 0.02), offDeg),
            moved(at(0, 1, 0), offDeg)));
    return pieces;
  }

  private static Coordinate at(double east, double north, double offDeg) {
    return new Coordinate(LON + east * STEP_DEG + offDeg, LAT + north * STEP_DEG);
  }

  private static Coordinate bent(int east, int north, double share, double by) {
    return at(east + by, north + share, 0);
  }

  private static Coordinate moved(Coordinate c, double offDeg) {
    return new Coordinate(c.x + offDeg, c.y);
  }

  static RoadPiece piece(String route, double fromKm, double toKm, Coordinate... line) {
    return new RoadPiece(
        route + "@" + fromKm,
        0,
        "",
        route,
        "class_2",
        "national",
        fromKm,
        toKm,
        false,
        null,
        60,
        2,
        5000,
        GEOMETRIES.createLineString(line));
  }
}
