package cn.anlan.web.crash;

import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.StoreException;
import cn.anlan.data.store.TestDatabase;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * A county with twenty roads from west to east, 20 km each, and one across them, in a real PostGIS;
 * its accidents, a crossing where many die, and reports that cannot be placed.
 */
public final class SmallRoads implements AutoCloseable {
  private static final double WEST = 115.02;
  private static final double SOUTH = 28.05;
  private static final double PIECE_DEG = 0.05;
  private static final double APART_DEG = 0.02;
  private static final int ROADS = 20;
  private static final int PIECES = 4;
  static final LocalDate LAST = LocalDate.of(2021, 12, 31);

  public final Database database = TestDatabase.open();
  private final StringBuilder pending = new StringBuilder();
  private int accidents;

  public SmallRoads() {
    run(
        """
        INSERT INTO layer.region (code, name, admin_level, source_crs, sigma_m, geom) VALUES
          ('360000', '试验省', 'province', 'EPSG:4490', 10, %1$s),
          ('360100', '试验县', 'county', 'EPSG:4490', 10, %1$s)
        """
            .formatted("'SRID=4490;MULTIPOLYGON(((115 28,115.5 28,115.5 28.5,115 28.5,115 28)))'"));
    for (int road = 0; road < ROADS; road++) {
      for (int piece = 0; piece < PIECES; piece++) {
        road(
            "R%d-%d".formatted(road, piece),
            "G" + (101 + road),
            5 * piece,
            5 * (piece + 1),
            600 * (road + 1),
            lon(5 * piece)
                + " "
                + lat(road)
                + " 50,"
                + lon(5 * (piece + 1))
                + " "
                + lat(road)
                + " 60");
      }
    }
    StringBuilder across = new StringBuilder();
    for (int road = 0; road < ROADS; road++) {
      across
          .append(road == 0 ? "" : ",")
          .append(lon(10))
          .append(' ')
          .append(lat(road))
          .append(" 50");
    }
    road("R-S9", "S9", 0, 42, 3000, across.toString());
    Random random = new Random(9);
    for (int i = 0; i < 900; i++) {
      int road = (int) (ROADS * Math.sqrt(random.nextDouble()));
      double stakeKm = 20 * random.nextDouble();
      accident(
          lon(stakeKm), lat(road), "G" + (101 + road), stakeKm, day(random), i % 9 == 0 ? 1 : 0);
    }
    // Round the crossing of G110 and S9: six deaths on each.
    for (int i = 0; i < 6; i++) {
      double stakeKm = 10.02 + 0.025 * i;
      accident(lon(stakeKm), lat(9), "110国道", stakeKm, LAST.minusDays(10 + i), 1);
      double north = Double.parseDouble(lat(9)) + 0.0002 * (i + 1);
      accident(
          lon(10),
          String.format(Locale.ROOT, "%.6f", north),
          "S9",
          Double.NaN,
          LAST.minusDays(20 + i),
          1);
    }
  }

  private static LocalDate day(Random random) {
    return LAST.minusDays(random.nextInt(1090));
  }

  public static String lon(double stakeKm) {
    return String.format(Locale.ROOT, "%.6f", WEST + stakeKm / 5 * PIECE_DEG);
  }

  public static String lat(double road) {
    return String.format(Locale.ROOT, "%.6f", SOUTH + road * APART_DEG);
  }

  private void road(String code, String route, double from, double to, int adt, String line) {
    run(
        """
        INSERT INTO layer.road (code, name, route_no, road_class, admin_class, from_stake_km,
          to_stake_km, adt, county_code, source_crs, is_demo, geom) VALUES
          ('%s', '试验', '%s', 'class_2', 'national', %s, %s, %d, '360100', 'EPSG:4490', true,
           'SRID=4490;MULTILINESTRING Z((%s))')
        """
            .formatted(code, route, from, to, adt, line));
  }

  /** One accident; lon null for no position, route null and stake NaN for none. */
  public void accident(
      String lon, String lat, String route, double stakeKm, LocalDate day, int deaths) {
    pending.append(
        """
        INSERT INTO layer.accident (code, name, occurred_on, sector, accident_type, severity, deaths,
          serious_injuries, acute_poisoned, minor_injuries, direct_loss_10k_yuan,
          is_production_related, is_traffic, route_no, stake_km, county_code, source_crs, is_demo,
          geom) VALUES ('A%04d', '试验', '%s', 'road_transport', 'vehicle', 'ordinary', %d, 0, 0, 1, 1,
          false, true, %s, %s, '360100', 'EPSG:4490', true, %s);
        """
            .formatted(
                ++accidents,
                day,
                deaths,
                route == null ? "NULL" : "'" + route + "'",
                Double.isNaN(stakeKm) ? "NULL" : String.format(Locale.ROOT, "%.4f", stakeKm),
                lon == null ? "NULL" : "'SRID=4490;POINT(" + lon + " " + lat + ")'"));
  }

  public void run(String sql) {
    try (Connection connection = database.owner().getConnection()) {
      connection.setAutoCommit(false);
      Sql.run(connection, sql);
      connection.commit();
    } catch (SQLException e) {
      throw new StoreException("writing test rows", e);
    }
  }

  public List<String> column(String sql) {
    try (Connection connection = database.reader().getConnection()) {
      return Sql.list(connection, sql, row -> row.getString(1));
    } catch (SQLException e) {
      throw new StoreException("reading test rows", e);
    }
  }

  /** The layers as they are now. */
  public Generation generation() {
    if (!pending.isEmpty()) {
      run(pending.toString()); // one version for all of them
      pending.setLength(0);
    }
    SnapshotLoader loader = new SnapshotLoader(database);
    Map<String, LayerSnapshot> layers = new HashMap<>();
    for (String layer : List.of("road", "accident", "road_site")) {
      layers.put(layer, loader.read(database.catalog().getLayer(layer)));
    }
    return new Generation(database.dataVersion(), layers);
  }

  @Override
  public void close() {
    database.close();
  }
}
