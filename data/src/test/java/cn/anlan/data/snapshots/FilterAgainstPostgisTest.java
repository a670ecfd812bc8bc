package cn.anlan.data.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.ingest.load.OwnRows;
import cn.anlan.data.ingest.load.OwnRows.Row;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.TestDatabase;
import cn.anlan.data.store.TestLayer;
import cn.anlan.geo.filter.Filter;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Snapshots find by filters what PostGIS finds by SQL, on random rows with nulls. */
class FilterAgainstPostgisTest {
  private static final String FIELDS =
      """
      - {name: name, type: text, title: {zh: 名称, en: Name}}
      - {name: nickname, type: text, title: {zh: 别名, en: Nickname}}
      - {name: tags, type: text_list, title: {zh: 标签, en: Tags}}
      - {name: workers, type: integer, title: {zh: 人数, en: Workers}}
      - {name: places, type: integer, title: {zh: 工位, en: Places}}
      - {name: height, type: number, title: {zh: 高度, en: Height}}
      - {name: open, type: boolean, title: {zh: 开放, en: Open}}
      - {name: since, type: date, title: {zh: 始于, en: Since}}
      - {name: until, type: date, title: {zh: 止于, en: Until}}
      """;
  private static final int ROWS = 500;
  private static final int FILTERS = 300;

  @TempDir Path conf;
  private Database database;

  @BeforeEach
  void open() throws IOException {
    TestLayer.write(conf, "thing", "any", FIELDS);
    database = TestDatabase.open(conf);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 21065, 20210301})
  void randomFiltersFindTheSameRows(long seed) throws SQLException {
    Random random = new Random(seed);
    LayerSnapshot snapshot = load(random);
    int found = 0;
    try (Connection connection = database.reader().getConnection();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < FILTERS; i++) {
        RandomCondition condition = RandomCondition.next(random, 3);
        List<Long> expected = new ArrayList<>();
        String sql = "SELECT id FROM layer.thing WHERE " + condition.sql() + " ORDER BY id";
        try (ResultSet rows = statement.executeQuery(sql)) {
          while (rows.next()) {
            expected.add(rows.getLong(1));
          }
        } catch (SQLException e) {
          throw new AssertionError("seed " + seed + ", SQL of the test: " + sql, e);
        }
        assertThat(find(snapshot, condition.cql()))
            .as("seed %d, filter %d: %s", seed, i, condition.cql())
            .isEqualTo(expected);
        found += expected.size();
      }
    }
    assertThat(found)
        .as("filters that find something and not all")
        .isBetween(ROWS, FILTERS * ROWS / 2);
  }

  /**
   * PostGIS measures edges within 1 mm + 2·10⁻⁵ of the distance: rows so near the limit may differ.
   */
  @Test
  void metreTrueNearnessIsThatOfGeography() throws SQLException {
    long seed = 4490;
    Random random = new Random(seed);
    LayerSnapshot snapshot = load(random);
    try (Connection connection = database.reader().getConnection();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < 60; i++) {
        String wkt = RandomCondition.wkt(random);
        double distanceM = Math.pow(10, 2 + 3 * random.nextDouble());
        TreeSet<Long> sure = new TreeSet<>();
        TreeSet<Long> possible = new TreeSet<>();
        String sql =
            "SELECT id, ST_Distance(geom::geography, ST_GeomFromText('"
                + wkt
                + "', 4490)::geography) FROM layer.thing WHERE geom IS NOT NULL";
        try (ResultSet rows = statement.executeQuery(sql)) {
          while (rows.next()) {
            double off = rows.getDouble(2) - distanceM;
            double doubt = 0.001 + 2e-5 * distanceM;
            if (off <= doubt) {
              possible.add(rows.getLong(1));
            }
            if (off <= -doubt) {
              sure.add(rows.getLong(1));
            }
          }
        }
        String filter = "S_DWITHIN(geom, " + wkt + ", " + distanceM + ", 'm')";
        assertThat(find(snapshot, filter))
            .as("seed %d, filter %d: %s", seed, i, filter)
            .containsAll(sure)
            .isSubsetOf(possible);
      }
    }
  }

  private static List<Long> find(LayerSnapshot snapshot, String filter) {
    List<Long> ids = new ArrayList<>();
    Query.on(snapshot, Scope.wholeProvince("tests"))
        .filter(Filter.parse(filter))
        .rows()
        .forEach((int row) -> ids.add(snapshot.id(row)));
    ids.sort(null);
    return ids;
  }

  private LayerSnapshot load(Random random) {
    Layer layer = database.catalog().getLayer("thing");
    database.inTransaction(
        "tests",
        null,
        connection ->
            OwnRows.load(
                connection,
                layer,
                "random",
                out -> {
                  for (int i = 0; i < ROWS; i++) {
                    out.accept(row(i, random));
                  }
                }));
    SnapshotStore store = new SnapshotStore();
    new SnapshotLoader(database).loadInto(store);
    return store.get("thing");
  }

  private static Row row(int i, Random random) {
    Map<String, Object> values = new HashMap<>();
    put(values, "name", RandomCondition.pick(RandomCondition.TEXTS, random), random);
    put(values, "nickname", RandomCondition.pick(RandomCondition.TEXTS, random), random);
    String tag = RandomCondition.pick(RandomCondition.TEXTS, random);
    put(values, "tags", random.nextBoolean() ? List.of(tag, "elan") : List.of(), random);
    put(values, "workers", (long) random.nextInt(7), random);
    put(values, "places", (long) random.nextInt(7) - 2, random);
    put(values, "height", random.nextInt(12) / 2.0, random);
    put(values, "open", random.nextBoolean(), random);
    var since = RandomCondition.day(random);
    put(values, "since", since, random);
    put(values, "until", since.plusDays(random.nextInt(6)), random);
    return new Row("T%05d".formatted(i), values, geometry(random));
  }

  private static Geometry geometry(Random random) {
    try {
      return random.nextInt(6) == 0 ? null : new WKTReader().read(RandomCondition.wkt(random));
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private static void put(Map<String, Object> values, String name, Object value, Random random) {
    if (random.nextInt(5) > 0) {
      values.put(name, value);
    }
  }
}
