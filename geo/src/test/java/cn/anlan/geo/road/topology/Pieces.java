package cn.anlan.geo.road.topology;

import cn.anlan.geo.distance.Cgcs2000;
import net.sf.geographiclib.GeodesicData;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Pieces of road for tests: places are metres east and north of a place in Jiangxi. */
public final class Pieces {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final double LON = 115.9;
  private static final double LAT = 28.7;

  private Pieces() {}

  /** The place so many metres from the origin. */
  public static Coordinate place(double eastM, double northM) {
    return place(eastM, northM, Double.NaN);
  }

  /** The place so many metres from the origin, with height. */
  public static Coordinate place(double eastM, double northM, double heightM) {
    GeodesicData there =
        Cgcs2000.GEODESIC.Direct(
            LAT, LON, Math.toDegrees(Math.atan2(eastM, northM)), Math.hypot(eastM, northM));
    return new Coordinate(there.lon2, there.lat2, heightM);
  }

  /** A line through places, each two numbers: east, north. */
  public static LineString line(double... eastNorthM) {
    Coordinate[] points = new Coordinate[eastNorthM.length / 2];
    for (int i = 0; i < points.length; i++) {
      points[i] = place(eastNorthM[2 * i], eastNorthM[2 * i + 1]);
    }
    return GEOMETRIES.createLineString(points);
  }

  public static LineString line(Coordinate... points) {
    return GEOMETRIES.createLineString(points);
  }

  /** A piece of G105 of class 2 on the ground, traffic both ways. */
  public static RoadPiece piece(String code, double fromKm, double toKm, LineString line) {
    return piece(code, "G105", fromKm, toKm, line);
  }

  public static RoadPiece piece(
      String code, String routeNo, double fromKm, double toKm, LineString line) {
    return piece(code, routeNo, fromKm, toKm, false, null, line);
  }

  public static RoadPiece piece(
      String code,
      String routeNo,
      double fromKm,
      double toKm,
      boolean oneWay,
      Integer deckLevel,
      LineString line) {
    return new RoadPiece(
        code,
        0,
        null,
        routeNo,
        "class_2",
        "national",
        fromKm,
        toKm,
        oneWay,
        deckLevel,
        60,
        2,
        8000,
        line);
  }
}
