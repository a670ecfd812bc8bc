package cn.anlan.data.road;

import cn.anlan.data.store.Database;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.StoreException;
import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.road.MeasuredLine;
import cn.anlan.geo.road.topology.RoadPiece;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * The layer {@code road} as pieces, in the order of their codes, all of one data version.
 *
 * @param notes what could not be taken as it stands, and what was made of it
 * @param dataVersion of the database when they were read
 * @param isDemo whether any row is invented
 */
public record StoredRoads(
    List<RoadPiece> pieces, List<Note> notes, long dataVersion, boolean isDemo) {
  /** Parts whose ends are so near to one another are one line. */
  private static final double SAME_PLACE_M = 1;

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /**
   * A row that could not be taken as it stands.
   *
   * @param zh what was found and what was made of it
   */
  public record Note(String code, String zh, String en) {}

  public StoredRoads {
    pieces = List.copyOf(pieces);
    notes = List.copyOf(notes);
  }

  /**
   * Reads them.
   *
   * @throws StoreException where PostGIS fails
   */
  public static StoredRoads read(Database database) {
    try (Connection connection = database.reader().getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      long version =
          Sql.list(connection, "SELECT version FROM anlan.current_version", r -> r.getLong(1))
              .get(0);
      List<RoadPiece> pieces = new ArrayList<>();
      List<Note> notes = new ArrayList<>();
      List<Boolean> demo =
          Sql.list(
              connection,
              "SELECT code, name, route_no, road_class, admin_class, from_stake_km, to_stake_km,"
                  + " coalesce(one_way, false), deck_level, design_speed_kmh, lanes, adt, is_demo,"
                  + " ST_AsBinary(geom) FROM layer.road ORDER BY code",
              row -> take(row, pieces, notes));
      connection.rollback();
      return new StoredRoads(pieces, notes, version, demo.contains(true));
    } catch (SQLException e) {
      throw new StoreException("读取道路 (reading the roads)", e);
    }
  }

  private static boolean take(ResultSet row, List<RoadPiece> pieces, List<Note> notes)
      throws SQLException {
    String code = row.getString("code");
    byte[] wkb = row.getBytes(14);
    List<LineString> lines = wkb == null ? List.of() : joined(parts(wkb));
    if (lines.isEmpty()) {
      notes.add(new Note(code, "没有线形，未计入路网", "no line: not in the network"));
    } else if (lines.size() > 1) {
      notes.add(
          new Note(
              code,
              "线形分为 %d 段，互不相接；桩号按各段长度比例分配".formatted(lines.size()),
              "a line of %d parts that do not meet; stakes in proportion to their lengths"
                  .formatted(lines.size())));
    }
    double fromKm = row.getDouble("from_stake_km");
    double lengthM = lengthM(lines);
    double perM = lengthM == 0 ? 0 : (row.getDouble("to_stake_km") - fromKm) / lengthM;
    for (int i = 0; i < lines.size(); i++) {
      double toKm =
          i + 1 == lines.size()
              ? row.getDouble("to_stake_km")
              : fromKm + perM * lengthM(List.of(lines.get(i)));
      pieces.add(
          new RoadPiece(
              code,
              lines.size() == 1 ? 0 : i + 1,
              row.getString("name"),
              row.getString("route_no"),
              row.getString("road_class"),
              row.getString("admin_class"),
              fromKm,
              toKm,
              row.getBoolean(8),
              level(row),
              number(row, "design_speed_kmh"),
              row.getInt("lanes"),
              number(row, "adt"),
              lines.get(i)));
      fromKm = toKm;
    }
    return row.getBoolean("is_demo");
  }

  private static Integer level(ResultSet row) throws SQLException {
    int value = row.getInt("deck_level");
    return row.wasNull() ? null : value;
  }

  private static double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }

  private static List<LineString> parts(byte[] wkb) {
    try {
      Geometry geometry = new WKBReader().read(wkb);
      List<LineString> lines = new ArrayList<>();
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        if (geometry.getGeometryN(i) instanceof LineString line && line.getNumPoints() > 1) {
          lines.add(line);
        }
      }
      return lines;
    } catch (ParseException e) {
      throw new IllegalStateException("PostGIS has sent a geometry that is none", e);
    }
  }

  /** Parts that begin where the one before ends are one line. */
  private static List<LineString> joined(List<LineString> parts) {
    List<LineString> lines = new ArrayList<>();
    List<Coordinate> open = new ArrayList<>();
    for (LineString part : parts) {
      if (!open.isEmpty()) {
        Coordinate end = open.get(open.size() - 1);
        Coordinate start = part.getCoordinateN(0);
        if (Cgcs2000.distanceM(end.x, end.y, start.x, start.y) > SAME_PLACE_M) {
          lines.add(GEOMETRIES.createLineString(open.toArray(Coordinate[]::new)));
          open.clear();
        }
      }
      Coordinate[] points = part.getCoordinates();
      for (int i = open.isEmpty() ? 0 : 1; i < points.length; i++) {
        open.add(points[i]);
      }
    }
    if (!open.isEmpty()) {
      lines.add(GEOMETRIES.createLineString(open.toArray(Coordinate[]::new)));
    }
    return lines;
  }

  private static double lengthM(List<LineString> lines) {
    double sum = 0;
    for (LineString line : lines) {
      sum += MeasuredLine.of(line.getCoordinates()).lengthM();
    }
    return sum;
  }
}
