package cn.anlan.data.road;

import cn.anlan.data.store.Database;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.StoreException;
import cn.anlan.geo.road.GradeLimits;
import cn.anlan.geo.road.Profile;
import cn.anlan.geo.road.Stakes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * The height profiles of the stored roads, in the direction of the stakes: pieces of one route that
 * follow one another, as long as the same limits hold.
 *
 * @param runs by route number and stake
 * @param lengthKm of all roads, by their stakes
 * @param withoutHeightsKm of those pieces that have a point without height; they are in no profile
 * @param dataVersion of the database when they were read
 */
public record StoredProfiles(
    List<Run> runs, double lengthKm, double withoutHeightsKm, long dataVersion, boolean isDemo) {
  /** Pieces whose stakes are so near to one another follow one another. */
  private static final double SAME_KM = 0.001;

  /** Pieces of a route that follow one another. */
  public record Run(String routeNo, Profile profile) {}

  private record Piece(
      String routeNo, String roadClass, double fromKm, double toKm, boolean isDemo, byte[] wkb) {}

  /**
   * Reads them, all of one data version.
   *
   * @throws StoreException where PostGIS fails
   */
  public static StoredProfiles read(Database database) {
    try (Connection connection = database.reader().getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      long version =
          Sql.list(connection, "SELECT version FROM anlan.current_version", r -> r.getLong(1))
              .get(0);
      List<Piece> pieces =
          Sql.list(
              connection,
              "SELECT route_no, road_class, from_stake_km, to_stake_km, is_demo, ST_AsBinary(geom)"
                  + " FROM layer.road WHERE geom IS NOT NULL AND from_stake_km <> to_stake_km",
              StoredProfiles::piece);
      connection.rollback();
      return of(pieces, version);
    } catch (SQLException e) {
      throw new StoreException("读取道路高程 (reading the roads' heights)", e);
    }
  }

  private static Piece piece(ResultSet row) throws SQLException {
    return new Piece(
        row.getString(1),
        row.getString(2),
        row.getDouble(3),
        row.getDouble(4),
        row.getBoolean(5),
        row.getBytes(6));
  }

  private static StoredProfiles of(List<Piece> pieces, long version) {
    Map<String, List<Stretch>> byRoute = new TreeMap<>();
    double length = 0;
    double without = 0;
    for (Piece piece : pieces) {
      double pieceKm = Math.abs(piece.toKm - piece.fromKm);
      length += pieceKm;
      Stretch stretch = stretch(piece);
      if (stretch == null) {
        without += pieceKm;
      } else {
        byRoute.computeIfAbsent(piece.routeNo, any -> new ArrayList<>()).add(stretch);
      }
    }
    List<Run> runs = new ArrayList<>();
    byRoute.forEach((routeNo, stretches) -> addRuns(routeNo, stretches, runs));
    boolean demo = pieces.stream().anyMatch(Piece::isDemo);
    return new StoredProfiles(runs, length, without, version, demo);
  }

  /** A piece in the direction of the stakes. */
  private record Stretch(double[] stakeKm, double[] heightM, boolean isFast) {
    double fromKm() {
      return stakeKm[0];
    }

    double toKm() {
      return stakeKm[stakeKm.length - 1];
    }
  }

  /** Null where a point has no height or the line is none. */
  private static Stretch stretch(Piece piece) {
    Geometry geometry = geometry(piece.wkb);
    if (geometry.getNumGeometries() != 1
        || !(geometry.getGeometryN(0) instanceof LineString line)) {
      return null;
    }
    Coordinate[] points = (piece.fromKm < piece.toKm ? line : line.reverse()).getCoordinates();
    if (Arrays.stream(points).anyMatch(p -> Double.isNaN(p.getZ()))) {
      return null;
    }
    double from = Math.min(piece.fromKm, piece.toKm);
    double[] stakes = Stakes.along(points, from, Math.max(piece.fromKm, piece.toKm));
    int kept = 0;
    double[] heights = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      if (kept == 0 || stakes[i] > stakes[kept - 1]) { // a doubled point has no stake of its own
        stakes[kept] = stakes[i];
        heights[kept++] = points[i].getZ();
      }
    }
    return kept < 2
        ? null
        : new Stretch(
            Arrays.copyOf(stakes, kept),
            Arrays.copyOf(heights, kept),
            GradeLimits.isFast(piece.roadClass));
  }

  private static Geometry geometry(byte[] wkb) {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("PostGIS has sent a geometry that is none", e);
    }
  }

  private static void addRuns(String routeNo, List<Stretch> stretches, List<Run> runs) {
    stretches.sort(Comparator.comparingDouble(Stretch::fromKm).thenComparing(Stretch::toKm));
    List<Stretch> open = new ArrayList<>();
    for (Stretch stretch : stretches) {
      Stretch last = open.isEmpty() ? null : open.get(open.size() - 1);
      if (last != null
          && (Math.abs(stretch.fromKm() - last.toKm()) > SAME_KM
              || stretch.isFast != last.isFast)) {
        runs.add(run(routeNo, open));
        open.clear();
      }
      open.add(stretch);
    }
    if (!open.isEmpty()) {
      runs.add(run(routeNo, open));
    }
  }

  /** The end of one piece is the beginning of the next: it counts once. */
  private static Run run(String routeNo, List<Stretch> stretches) {
    int size = stretches.stream().mapToInt(s -> s.stakeKm.length).sum();
    double[] stakes = new double[size];
    double[] heights = new double[size];
    int kept = 0;
    for (Stretch stretch : stretches) {
      for (int i = 0; i < stretch.stakeKm.length; i++) {
        if (kept == 0 || stretch.stakeKm[i] > stakes[kept - 1]) {
          stakes[kept] = stretch.stakeKm[i];
          heights[kept++] = stretch.heightM[i];
        }
      }
    }
    return new Run(
        routeNo,
        new Profile(
            Arrays.copyOf(stakes, kept), Arrays.copyOf(heights, kept), stretches.get(0).isFast));
  }
}
