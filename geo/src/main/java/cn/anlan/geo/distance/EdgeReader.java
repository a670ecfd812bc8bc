package cn.anlan.geo.distance;

import cn.anlan.geo.fault.UserFault;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Takes a JTS geometry (lon/lat, CGCS2000) apart into {@link Edges}. Repeated vertices and edges of
 * length zero are dropped; a part that has nothing else left becomes a point. Edges longer than
 * {@link #MAX_PIECE_M} are cut along their geodesic.
 */
final class EdgeReader {
  /** Short enough that an edge lies within 8 cm of its chord. */
  static final double MAX_PIECE_M = 2_000;

  /** Two vertices further apart are taken for a mistake, not for an edge. */
  static final double MAX_EDGE_M = 1_000_000;

  /** Nearer to the poles than this, longitudes run together and the bounds here do not hold. */
  static final double MAX_LAT_DEG = 85;

  private double[] lonLat = new double[4 * 16];
  private int[] polygon = new int[16];
  private int[] owners = new int[16];
  private final BitSet last = new BitSet();
  private int size;
  private double[] starts = new double[8];
  private int[] startOwners = new int[4];
  private int startCount;
  private int[] polygonOwners = new int[4];
  private int polygons;
  private int owner;

  private EdgeReader() {}

  /**
   * @throws UserFault on an empty geometry, on coordinates that are not numbers, out of range, on
   *     the antimeridian or near a pole, and on edges over 1,000 km
   */
  static Edges read(Geometry geometry) {
    EdgeReader reader = new EdgeReader();
    if (geometry != null) {
      reader.add(geometry);
    }
    if (reader.size == 0) {
      throw new UserFault(
          "几何为空 / the geometry is empty", "提供点、线或面 / give a point, line or polygon");
    }
    return reader.edges();
  }

  /**
   * All shapes, each edge with its shape's number; nothing of a shape that is null or empty.
   *
   * @throws UserFault as {@link #read(Geometry)}, naming the shape, but not for empty geometries
   */
  static Edges readAll(List<? extends Geometry> shapes) {
    EdgeReader reader = new EdgeReader();
    for (Geometry shape : shapes) {
      if (shape != null) {
        reader.addNumbered(shape);
      }
      reader.owner++;
    }
    return reader.edges();
  }

  private void addNumbered(Geometry shape) {
    try {
      add(shape);
    } catch (UserFault fault) {
      throw new UserFault(
          "第 " + (owner + 1) + " 个图形 / shape " + (owner + 1) + ": " + fault.getMessage(),
          fault.remedy());
    }
  }

  private Edges edges() {
    return new Edges(
        size,
        lonLat,
        polygon,
        owners,
        Arrays.copyOf(polygonOwners, polygons),
        last,
        new Starts(starts, startOwners, startCount));
  }

  private void add(Geometry geometry) {
    if (geometry.isEmpty()) {
      return;
    }
    if (geometry instanceof GeometryCollection collection) {
      for (int i = 0; i < collection.getNumGeometries(); i++) {
        add(collection.getGeometryN(i));
      }
    } else if (geometry instanceof Point point) {
      addPath(point.getCoordinateSequence(), Edges.NO_AREA);
    } else if (geometry instanceof LineString line) {
      addPath(line.getCoordinateSequence(), Edges.NO_AREA);
    } else if (geometry instanceof Polygon area) {
      int number = addPolygon();
      addPath(area.getExteriorRing().getCoordinateSequence(), number);
      for (int i = 0; i < area.getNumInteriorRing(); i++) {
        if (!area.getInteriorRingN(i).isEmpty()) {
          addPath(area.getInteriorRingN(i).getCoordinateSequence(), number);
        }
      }
    } else {
      throw new UserFault(
          "不支持的几何类型 / unsupported geometry type: " + geometry.getGeometryType(),
          "请用点、线、面 / use points, lines or polygons");
    }
  }

  private void addPath(CoordinateSequence path, int number) {
    double lon = path.getX(0);
    double lat = path.getY(0);
    check(lon, lat);
    addStart(lon, lat);
    boolean moved = false;
    for (int i = 1; i < path.size(); i++) {
      double nextLon = path.getX(i);
      double nextLat = path.getY(i);
      check(nextLon, nextLat);
      if (nextLon != lon || nextLat != lat) {
        addEdge(lon, lat, nextLon, nextLat, number);
        moved = true;
      }
      lon = nextLon;
      lat = nextLat;
    }
    if (!moved) {
      addPiece(lon, lat, lon, lat, Edges.NO_AREA);
    } else if (lon != path.getX(0) || lat != path.getY(0)) {
      last.set(size - 1);
    }
  }

  private void addEdge(double lon1, double lat1, double lon2, double lat2, int number) {
    if (Math.abs(lon2 - lon1) >= 180) {
      throw new UserFault(
          "边跨越180°经线 / an edge crosses the antimeridian: "
              + at(lon1, lat1)
              + " – "
              + at(lon2, lat2),
          "检查坐标 / check the coordinates");
    }
    if (Math.abs(lat2 - lat1) < 0.01 && Math.abs(lon2 - lon1) < 0.01) {
      addPiece(lon1, lat1, lon2, lat2, number); // at most 1.6 km
      return;
    }
    GeodesicLine line =
        Cgcs2000.GEODESIC.InverseLine(
            lat1,
            lon1,
            lat2,
            lon2,
            GeodesicMask.DISTANCE_IN | GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE);
    double lengthM = line.Distance();
    if (lengthM > MAX_EDGE_M) {
      throw new UserFault(
          String.format(
              Locale.ROOT,
              "边长 %.0f km，超过 1000 km / an edge is longer than 1000 km: %s – %s",
              lengthM / 1000,
              at(lon1, lat1),
              at(lon2, lat2)),
          "检查坐标或加密顶点 / check the coordinates or add vertices between");
    }
    int pieces = (int) Math.ceil(lengthM / MAX_PIECE_M);
    double lon = lon1;
    double lat = lat1;
    for (int i = 1; i < pieces; i++) {
      GeodesicData cut =
          line.Position(lengthM * i / pieces, GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE);
      addPiece(lon, lat, cut.lon2, cut.lat2, number);
      lon = cut.lon2;
      lat = cut.lat2;
    }
    addPiece(lon, lat, lon2, lat2, number);
  }

  private void addPiece(double lon1, double lat1, double lon2, double lat2, int number) {
    if (size == polygon.length) {
      polygon = Arrays.copyOf(polygon, 2 * size);
      owners = Arrays.copyOf(owners, 2 * size);
      lonLat = Arrays.copyOf(lonLat, 8 * size);
    }
    lonLat[4 * size] = lon1;
    lonLat[4 * size + 1] = lat1;
    lonLat[4 * size + 2] = lon2;
    lonLat[4 * size + 3] = lat2;
    owners[size] = owner;
    polygon[size++] = number;
  }

  private void addStart(double lon, double lat) {
    if (startCount == startOwners.length) {
      startOwners = Arrays.copyOf(startOwners, 2 * startCount);
      starts = Arrays.copyOf(starts, 4 * startCount);
    }
    starts[2 * startCount] = lon;
    starts[2 * startCount + 1] = lat;
    startOwners[startCount++] = owner;
  }

  private int addPolygon() {
    if (polygons == polygonOwners.length) {
      polygonOwners = Arrays.copyOf(polygonOwners, 2 * polygons);
    }
    polygonOwners[polygons] = owner;
    return polygons++;
  }

  static void check(double lon, double lat) {
    if (!Double.isFinite(lon) || !Double.isFinite(lat)) {
      throw new UserFault(
          "坐标不是数 / a coordinate is not a number: " + at(lon, lat), "修正该顶点 / mend this vertex");
    }
    if (Math.abs(lon) >= 180 || Math.abs(lat) > MAX_LAT_DEG) {
      throw new UserFault(
          "坐标越界（经度须在 ±180° 内，纬度须在 ±85° 内）/ coordinate out of range: " + at(lon, lat),
          "坐标须为经度、纬度（CGCS2000，度）/ give longitude, latitude in degrees (CGCS2000)");
    }
  }

  private static String at(double lon, double lat) {
    return "(" + lon + ", " + lat + ")";
  }
}
