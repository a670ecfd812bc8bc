package cn.anlan.data.initial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Rows;
import cn.anlan.data.store.TestDatabase;
import cn.anlan.geo.distance.GeodesicTarget;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;

/** The demonstration province in a real PostGIS, and our distances on it beside PostGIS's. */
class InitialDataTest {
  private static final DemoPlan PLAN = new DemoPlan(20191, 0.02);
  private static Database database;
  private static SnapshotStore store;

  @BeforeAll
  static void load() {
    database = TestDatabase.open();
    InitialData.ensureDemo(database, PLAN, Progress.silent());
    store = new SnapshotStore();
    new SnapshotLoader(database).loadInto(store);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void baseMapAndDemoAreOneVersionEachAndLoadedOnce() {
    assertThat(database.dataVersion()).isEqualTo(2);
    List<String> told = new ArrayList<>();
    InitialData.ensureDemo(database, PLAN, told::add);
    assertThat(database.dataVersion()).isEqualTo(2);
    assertThat(told).isEmpty();
  }

  @Test
  void aProvinceOfAnotherScaleIsNotMadeBesideTheOneAndThatIsSaid() {
    List<String> told = new ArrayList<>();
    assertThat(InitialData.ensureDemo(database, new DemoPlan(PLAN.seed(), 1), told::add)).isEmpty();
    assertThat(told).singleElement().asString().contains("scale 1.0", "ANLAN_VAR");
    assertThat(database.dataVersion()).isEqualTo(2);
  }

  @Test
  void everyInventedRowIsMarkedAndNamedSo() {
    for (String layer : List.of("enterprise", "chemical_project", "risk_point")) {
      String sql =
          "SELECT count(*) FILTER (WHERE is_demo AND name LIKE '示例%' AND code LIKE 'DEMO-%'), count(*)"
              + " FROM layer."
              + layer;
      String[] counts = strings(sql).get(0).split("\\|");
      assertThat(counts[0]).as(layer).isEqualTo(counts[1]).isNotEqualTo("0");
    }
  }

  @Test
  void everyLevelOccursAndEveryPlaceLiesInItsCounty() {
    assertThat(strings("SELECT count(DISTINCT level) FROM layer.risk_point")).containsExactly("4");
    String outside =
        """
        SELECT count(*) FROM layer.risk_point p JOIN layer.region r ON r.code = p.county_code
        WHERE NOT ST_Covers(r.geom, p.geom)
        """;
    assertThat(strings(outside)).containsExactly("0");
  }

  @Test
  void everyRowThatAPlantedAnomalyNamesIsThere() {
    Set<String> codes = new HashSet<>();
    for (Layer layer : database.catalog().layers()) {
      codes.addAll(strings("SELECT code FROM layer." + layer.id()));
    }
    List<String> named = strings("SELECT DISTINCT unnest(subjects) FROM layer.planted_anomaly");
    assertThat(named).hasSizeGreaterThan(300).allMatch(codes::contains);
    assertThat(strings("SELECT DISTINCT shows_in FROM layer.planted_anomaly"))
        .allMatch(id -> database.catalog().findLayer(id).isPresent());
  }

  @Test
  void postgisFindsThePlantedBuildingsOnGasPipesAndNoOthers() {
    List<String> found =
        strings(
            "SELECT p.code || ' ' || b.code FROM layer.city_gas_pipe p"
                + " JOIN layer.building b ON ST_Intersects(p.geom, b.geom)");
    List<String> planted =
        strings(
            "SELECT array_to_string(subjects, ' ') FROM layer.planted_anomaly"
                + " WHERE kind = 'gas_pipe_occupied'");
    assertThat(found).isNotEmpty().containsExactlyInAnyOrderElementsOf(planted);
  }

  @Test
  void theCountyThatFixesEverythingOnOneDayStandsOut() {
    String closedOnOneDay =
        """
        SELECT county_code FROM (
          SELECT county_code, closed_on, count(*) AS n,
                 sum(count(*)) OVER (PARTITION BY county_code) AS total
          FROM layer.hazard
          WHERE found_on >= '2021-07-01' AND found_on < '2021-12-01' AND closed_on IS NOT NULL
          GROUP BY 1, 2) AS days
        WHERE n > 0.8 * total AND total >= 20
        """;
    assertThat(strings(closedOnOneDay))
        .isEqualTo(
            strings(
                "SELECT county_code FROM layer.planted_anomaly WHERE kind = 'all_fixed_same_day'"));
  }

  @Test
  void thePlantedRoadSegmentsHaveTheirAccidents() {
    String fatal =
        """
        SELECT s.code FROM layer.planted_anomaly p
        JOIN layer.road_site s ON s.code = p.subjects[1]
        JOIN layer.accident a ON a.road_code = s.road_code AND a.deaths > 0
             AND a.stake_km BETWEEN s.from_stake_km AND s.to_stake_km
        WHERE p.kind = 'road_accident_cluster' GROUP BY 1 HAVING count(*) >= 3
        """;
    assertThat(strings(fatal)).hasSize(3);
  }

  @Test
  void ganzhouHadAsManyAccidentsAndDeathsAsPublished() {
    String sql =
        """
        SELECT array_to_string(array_agg(n || '/' || d ORDER BY y), ' ') FROM (
          SELECT extract(year FROM occurred_on) AS y, count(*) AS n, sum(deaths) AS d
          FROM layer.accident
          WHERE is_production_related AND county_code LIKE '3607%'
            AND extract(year FROM occurred_on) IN (2020, 2021)
            AND extract(month FROM occurred_on) <= 11 GROUP BY 1) AS years
        """;
    assertThat(strings(sql)).containsExactly("131/112 99/104");
  }

  @Test
  void tenThousandRandomSitesAgreeWithPostgis() throws SQLException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    LayerSnapshot shores = store.get("shoreline");
    GeometryFactory factory = new GeometryFactory();
    WKBWriter wkb = new WKBWriter();
    List<Integer> demo = new ArrayList<>();
    for (int row = 0; row < shores.size(); row++) {
      if (Boolean.TRUE.equals(shores.value("is_demo", row))) {
        demo.add(row);
      }
    }
    int perShore = 10_000 / demo.size() + 1;
    String sql =
        """
        SELECT n, ST_Distance(s.geom::geography, ST_SetSRID(g::geometry, 4490)::geography)
        FROM layer.shoreline s, unnest(?::bytea[]) WITH ORDINALITY AS site(g, n) WHERE s.id = ?
        """;
    int compared = 0;
    int secondAsks = 0;
    try (Connection connection = database.owner().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int row : demo) {
        Geometry shore = shores.findGeometry(row).orElseThrow();
        GeodesicTarget target = GeodesicTarget.of(shore);
        Coordinate[] line = shore.getCoordinates();
        Geometry[] sites = new Geometry[perShore];
        byte[][] encoded = new byte[perShore][];
        for (int i = 0; i < perShore; i++) {
          Coordinate near = line[random.nextInt(line.length)];
          double spread = Math.pow(10, -4 + 3.3 * random.nextDouble());
          Coordinate at =
              new Coordinate(
                  near.x + spread * random.nextGaussian(), near.y + spread * random.nextGaussian());
          sites[i] = i % 4 == 0 ? plant(factory, at, random) : factory.createPoint(at);
          encoded[i] = wkb.write(sites[i]);
        }
        statement.setArray(1, connection.createArrayOf("bytea", encoded));
        statement.setLong(2, shores.id(row));
        try (ResultSet answer = statement.executeQuery()) {
          while (answer.next()) {
            Geometry site = sites[answer.getInt(1) - 1];
            double ourM = target.nearest(site).distanceM();
            double postgisM = answer.getDouble(2);
            if (Math.abs(postgisM - ourM) > toleranceM(postgisM)) {
              postgisM = byVerticesM(connection, shores.id(row), wkb.write(site));
              secondAsks++;
            }
            assertThat(ourM)
                .as("seed %d, shore %s, site %s", seed, shores.text("code", row), site)
                .isEqualTo(postgisM, within(toleranceM(postgisM)));
            compared++;
          }
        }
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(10_000);
    assertThat(secondAsks).as("seed %d", seed).isLessThan(compared / 20);
  }

  /** PostGIS finds the foot point on a sphere: up to 15 mm too long at 1 km. */
  private static double toleranceM(double distanceM) {
    return 0.001 + 2e-5 * distanceM;
  }

  /**
   * What PostGIS says when it is asked for no more than it does well. On a whole geometry it picks
   * the nearest edge on a sphere, and may miss the nearest one by decimetres; two edges nearly on
   * one meridian, 0.4 m apart, it takes for crossing. From vertices to edges it does neither, and
   * where shapes do not cross, a vertex of one of them is at the shortest distance.
   */
  private static double byVerticesM(Connection connection, long shore, byte[] site)
      throws SQLException {
    String sql =
        """
        SELECT CASE WHEN ST_Intersects(a.geom, b.geom) THEN 0 ELSE least(
            (SELECT min(ST_Distance(e.geom::geography, v.geom::geography))
             FROM ST_DumpSegments(b.geom) e, ST_DumpPoints(a.geom) v),
            (SELECT min(ST_Distance(e.geom::geography, v.geom::geography))
             FROM ST_DumpSegments(a.geom) e, ST_DumpPoints(b.geom) v)) END
        FROM (SELECT ST_SetSRID(?::geometry, 4490) AS geom) a, layer.shoreline b WHERE b.id = ?
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setBytes(1, site);
      statement.setLong(2, shore);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getDouble(1);
      }
    }
  }

  private static Geometry plant(GeometryFactory factory, Coordinate at, Random random) {
    double w = 1e-4 + 3e-3 * random.nextDouble();
    double h = 1e-4 + 3e-3 * random.nextDouble();
    return factory.createPolygon(
        new Coordinate[] {
          at,
          new Coordinate(at.x + w, at.y),
          new Coordinate(at.x + w, at.y + h),
          new Coordinate(at.x, at.y + h),
          at
        });
  }

  private static List<String> strings(String sql) {
    return Rows.of(database.reader(), sql);
  }
}
