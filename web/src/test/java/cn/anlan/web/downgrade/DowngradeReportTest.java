package cn.anlan.web.downgrade;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.road.StoredProfiles;
import cn.anlan.data.road.StoredRoads;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.StoreException;
import cn.anlan.data.store.TestDatabase;
import cn.anlan.geo.road.LongDowngrade.Verdict;
import cn.anlan.geo.road.linear.RouteIndex;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.web.downgrade.DowngradeReport.Downgrade;
import cn.anlan.web.downgrade.DowngradeReport.Registered;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Downgrades of a few expressways in a real PostGIS, beside a register of them. */
class DowngradeReportTest {
  private Database database;

  @BeforeEach
  void open() {
    database = TestDatabase.open();
    run("INSERT INTO layer.region (code, name, admin_level) VALUES ('360102', '示例区', 'county')");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void run(String sql) {
    try (Connection connection = database.owner().getConnection()) {
      Sql.run(connection, sql);
    } catch (SQLException e) {
      throw new StoreException("writing test rows", e);
    }
  }

  private List<String> column(String sql) {
    try (Connection connection = database.reader().getConnection()) {
      return Sql.list(connection, sql, row -> row.getString(1));
    } catch (SQLException e) {
      throw new StoreException("reading test rows", e);
    }
  }

  /** From west to east, 0.01° a kilometre; {@code north} tells roads apart. */
  private void road(
      String code, String route, boolean oneWay, double north, double[] stakes, double[] heights) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < stakes.length; i++) {
      line.append(
          String.format(
              Locale.ROOT,
              "%s%.6f %.6f %.2f",
              i == 0 ? "" : ",",
              115 + stakes[i] / 100,
              28.5 + north,
              heights[i]));
    }
    run(
        String.format(
            Locale.ROOT,
            "INSERT INTO layer.road (code, name, route_no, road_class, admin_class, from_stake_km,"
                + " to_stake_km, one_way, county_code, geom) VALUES ('%s', '示例', '%s',"
                + " 'expressway', 'national', %f, %f, %b, '360102', 'SRID=4490;MULTILINESTRING"
                + " Z((%s))')",
            code,
            route,
            stakes[0],
            stakes[stakes.length - 1],
            oneWay,
            line));
  }

  private void site(String code, String route, double fromKm, double toKm, String direction) {
    run(
        String.format(
            Locale.ROOT,
            "INSERT INTO layer.road_site (code, name, kind, route_no, from_stake_km, to_stake_km,"
                + " direction, county_code) VALUES ('%s', '示例', 'long_downgrade', '%s', %f, %f,"
                + " %s, '360102')",
            code,
            route,
            fromKm,
            toKm,
            direction == null ? "NULL" : "'" + direction + "'"));
  }

  private DowngradeReport report(double sigmaM) {
    StoredRoads roads = StoredRoads.read(database);
    return DowngradeReport.of(
        StoredProfiles.of(roads, RouteIndex.of(roads.pieces()), database, List.of()),
        new SnapshotLoader(database).read(database.catalog().getLayer("road_site")),
        Scope.wholeProvince("test"),
        DowngradeReport.Errors.delivered(sigmaM),
        DowngradeReport.CLIMB_M);
  }

  private static List<String> said(DowngradeReport report) {
    return report.registry().stream().map((Registered r) -> r.code() + " " + r.verdict()).toList();
  }

  private static double[] of(double... values) {
    return values;
  }

  /** Two carriageways in pieces with the same stakes: that with rising stakes falls. */
  private void twoCarriageways() {
    for (int i = 0; i < 3; i++) {
      double from = 5 * i;
      road("A" + i, "G60", true, 0, of(from, from + 5), of(900 - 40 * from, 700 - 40 * from));
      road("B" + i, "G60", true, 0.001, of(from + 5, from), of(700 - 40 * from, 900 - 40 * from));
    }
  }

  @Test
  void ofTwoCarriagewaysTheOneThatIsDrivenDownhillIsFoundAndOnce() {
    twoCarriageways();
    site("RS1", "G060", 2, 9, "increasing");
    site("RS2", "G60", 2, 9, "decreasing");
    DowngradeReport report = report(2);
    assertThat(report.downgrades()).hasSize(1);
    Downgrade found = report.downgrades().get(0);
    assertThat(found.direction()).isEqualTo("increasing");
    assertThat(found.fromStake()).isEqualTo("K0+000");
    assertThat(found.toStake()).isEqualTo("K15+000");
    assertThat(found.dropM()).isEqualTo(600);
    assertThat(said(report)).containsExactly("RS1 EXCEEDS", "RS2 null");
    assertThat(report.manifest().lengthKm()).isEqualTo(30);
  }

  /** 4 % for 10 km surely exceed the limits, with the 0.8 % after it 15 km only may. */
  @Test
  void whatIsRegisteredIsConfirmedByWhatSurelyExceedsTheLimitsOnly() {
    double[] stakes = IntStream.rangeClosed(0, 25).mapToDouble(km -> km).toArray();
    double[] heights =
        IntStream.rangeClosed(0, 25)
            .mapToDouble(km -> 1000 - 40 * Math.min(km, 10) - 8 * Math.max(0, km - 10))
            .toArray();
    road("A", "G60", false, 0, stakes, heights);
    site("RS1", "G60", 5, 6, null);
    site("RS2", "G60", 12.5, 14, "both");
    site("RS3", "G60", 16, 18, null);
    DowngradeReport report = report(5);
    assertThat(said(report)).containsExactly("RS1 EXCEEDS", "RS2 MAY_EXCEED", "RS3 null");
    assertThat(report.manifest().confirmed()).isEqualTo(1);
    assertThat(report.manifest().doubtful()).isEqualTo(1);
    Downgrade found = report.downgrades().get(0);
    assertThat(found.verdict()).isEqualTo(Verdict.EXCEEDS);
    assertThat(found.zoneToStake()).isEqualTo("K15+000");
    assertThat(found.finding()).isEqualTo("confirmed");
    assertThat(found.registeredAs()).isEqualTo("RS1");
    run("DELETE FROM layer.road_site WHERE code = 'RS1'");
    found = report(5).downgrades().get(0);
    assertThat(found.finding()).isEqualTo("doubtful");
    assertThat(found.registeredAs()).isEqualTo("RS2");
    run("DELETE FROM layer.road_site WHERE code = 'RS2'");
    assertThat(report(5).downgrades().get(0).finding()).isEqualTo("unregistered");
  }

  @Test
  void whatIsRegisteredOrDrawnTwiceIsStoredTwice() {
    twoCarriageways();
    for (int i = 0; i < 3; i++) {
      double from = 5 * i;
      double[] heights = of(900 - 40 * from, 700 - 40 * from);
      road("C" + i, "G60", true, 0.002, of(from, from + 5), heights);
    }
    road("D", "G70", false, 0.1, of(0, 5), of(500, 500));
    site("RS1", "G70", 1, 4, "increasing");
    site("RS2", "G70", 1, 4, "increasing");
    StoredRoads roads = StoredRoads.read(database);
    RouteIndex routes = RouteIndex.of(roads.pieces());
    assertThat(DowngradeRows.store(database, report(2), routes, "test").inserted()).isEqualTo(4);
    assertThat(DowngradeRows.store(database, report(2), routes, "test").changedAnything())
        .isFalse();
    assertThat(column("SELECT code FROM layer.long_downgrade ORDER BY 1"))
        .containsExactly(
            "downgrades/G60/increasing/K0+000/K15+000/unregistered",
            "downgrades/G60/increasing/K0+000/K15+000/unregistered#2",
            "downgrades/G70/increasing/K1+000/K4+000/not_confirmed/RS1",
            "downgrades/G70/increasing/K1+000/K4+000/not_confirmed/RS2");
  }

  @Test
  void aDowngradeThroughALongChainIsStoredWithAllItsRoad() {
    road("A", "G60", false, 0, of(0, 6), of(900, 660));
    run(
        "INSERT INTO layer.road (code, name, route_no, road_class, admin_class, from_stake_km,"
            + " to_stake_km, county_code, geom) VALUES ('B', '示例', 'G60', 'expressway',"
            + " 'national', 4, 10, '360102', 'SRID=4490;MULTILINESTRING Z((115.06 28.5 660,115.12"
            + " 28.5 420))')");
    StoredRoads roads = StoredRoads.read(database);
    DowngradeReport report = report(2);
    assertThat(report.downgrades()).hasSize(1);
    assertThat(report.downgrades().get(0).lengthKm()).isEqualTo(12);
    assertThat(report.downgrades().get(0).stakes()).hasSize(2);
    DowngradeRows.store(database, report, RouteIndex.of(roads.pieces()), "test");
    assertThat(
            column(
                "SELECT from_stake || ' ' || to_stake || ' ' || finding || ' ' ||"
                    + " round(st_xmin(geom)::numeric, 2) || ' ' || round(st_xmax(geom)::numeric, 2)"
                    + " FROM layer.long_downgrade"))
        .containsExactly("K0+000 K10+000 unregistered 115.00 115.12");
  }
}
