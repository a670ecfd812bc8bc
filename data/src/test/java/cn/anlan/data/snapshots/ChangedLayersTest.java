package cn.anlan.data.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.store.Database;
import cn.anlan.data.store.Rows;
import cn.anlan.data.store.TestDatabase;
import cn.anlan.data.store.TestLayer;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A big layer of which only what has changed is read, against the same layer read whole. */
class ChangedLayersTest {
  private static final int ROWS = 12_000;
  private static final Scope ALL = Scope.wholeProvince("tests");
  private static final String FIELDS =
      """
      - {name: name, type: text, title: {zh: 名称, en: Name}}
      - {name: level, type: integer, title: {zh: 等级, en: Level}, codes: risk_level}
      - {name: since, type: date, title: {zh: 始于, en: Since}}
      """;

  @TempDir Path conf;
  private Database database;
  private SnapshotLoader loader;

  @BeforeEach
  void open() throws IOException {
    for (String id : List.of("big", "small")) {
      TestLayer.write(conf, id, "point", FIELDS);
    }
    database = TestDatabase.open(conf);
    loader = new SnapshotLoader(database);
    run(
        "INSERT INTO layer.big (code, name, level, since, geom) SELECT 'B' || i, '名称' || i %% 50,"
            + " 1 + i %% 4, DATE '2020-01-01' + i %% 300,"
            + " ST_SetSRID(ST_MakePoint(114 + i %% 100 / 25.0, 25 + i %% 97 / 20.0), 4490)"
            + " FROM generate_series(1, %d) i",
        ROWS);
    run("INSERT INTO layer.small (code) VALUES ('S1')");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void randomEditsAreSeenAsByOneWhoReadsEverything(long seed) {
    Random random = new Random(seed);
    SnapshotStore store = new SnapshotStore();
    loader.loadInto(store);
    long ordered = store.get("big").orderedVersion();
    for (int round = 0; round < 12; round++) {
      edit(random, round);
      loader.loadInto(store);
      String as = "seed " + seed + ", round " + round;
      SnapshotStore whole = new SnapshotStore();
      loader.loadInto(whole);
      assertThat(store.dataVersion()).as(as).isEqualTo(whole.dataVersion());
      assertThat(store.get("big").orderedVersion()).as(as).isEqualTo(ordered);
      assertThat(rows(store.get("big"))).as(as).isEqualTo(rows(whole.get("big")));
      assertThat(rows(store.get("small"))).as(as).isEqualTo(rows(whole.get("small")));
      assertThat(Query.on(store.get("big"), ALL).countsBy("level"))
          .as(as)
          .isEqualTo(Query.on(whole.get("big"), ALL).countsBy("level"));
    }
    assertThat(store.get("big").unorderedRows()).isBetween(1, ROWS / 4);
  }

  /** Some of what QGIS, psql and imports do; several statements may make one version. */
  private void edit(Random random, int round) {
    StringBuilder sql = new StringBuilder("BEGIN;");
    for (int i = 0; i <= random.nextInt(3); i++) {
      int n = 1 + random.nextInt(ROWS);
      sql.append(
          switch (random.nextInt(6)) {
            case 0 -> "UPDATE layer.big SET level = 1 WHERE id %% 997 = %d;".formatted(n % 997);
            case 1 -> "DELETE FROM layer.big WHERE id BETWEEN %d AND %d;".formatted(n, n + 9);
            case 2 -> "UPDATE layer.big SET geom = NULL WHERE code = 'B%d';".formatted(n);
            case 3 ->
                "INSERT INTO layer.big (code, name, geom) VALUES ('N%d-%d-%d', '新',"
                        .formatted(round, i, n)
                    + " ST_SetSRID(ST_MakePoint(115, 28), 4490));";
            case 4 ->
                "DELETE FROM layer.big WHERE code = 'B%1$d'; INSERT INTO layer.big (code, name)"
                        .formatted(n)
                    + " VALUES ('B%d', '又来');".formatted(n);
            default ->
                "UPDATE layer.small SET name = 'r%1$d'; UPDATE layer.big SET since = NULL"
                        .formatted(round)
                    + " WHERE id = %d;".formatted(n);
          });
    }
    run("%s", sql.append("COMMIT").toString());
  }

  @Test
  void aLayerOfWhichMuchHasChangedIsReadWhole() {
    SnapshotStore store = new SnapshotStore();
    loader.loadInto(store);
    run("UPDATE layer.big SET name = 'x' WHERE id %% 3 = 0");
    loader.loadInto(store);
    assertThat(store.get("big").orderedVersion()).isEqualTo(store.dataVersion());
    assertThat(store.get("big").unorderedRows()).isZero();
    run("TRUNCATE layer.big");
    loader.loadInto(store);
    assertThat(store.get("big").size()).isZero();
  }

  @Test
  void aLayerPackedAsideTakesThePlaceOfTheOldOneWithWhatItHasMissed() {
    SnapshotStore store = new SnapshotStore();
    loader.loadInto(store);
    run("UPDATE layer.big SET name = 'before' WHERE id <= 40");
    loader.loadInto(store);
    assertThat(store.get("big").unorderedRows()).isEqualTo(80);
    LayerSnapshot packed = loader.read(database.catalog().getLayer("big"));
    run("UPDATE layer.big SET name = 'missed' WHERE id = 7");
    run("UPDATE layer.small SET name = 'other'");
    loader.loadInto(store); // the service goes on with the old one meanwhile
    loader.loadInto(store, List.of(packed));
    LayerSnapshot now = store.get("big");
    assertThat(now.orderedVersion()).isEqualTo(packed.dataVersion());
    assertThat(now.unorderedRows()).isEqualTo(2);
    SnapshotStore whole = new SnapshotStore();
    loader.loadInto(whole);
    assertThat(rows(now)).isEqualTo(rows(whole.get("big")));
    loader.loadInto(store, List.of(loader.read(database.catalog().getLayer("big"))));
    assertThat(store.get("big").unorderedRows()).isZero();
    assertThat(rows(store.get("big"))).isEqualTo(rows(whole.get("big")));
  }

  @Test
  void whatAReaderHoldsStaysAsItWas() {
    SnapshotStore store = new SnapshotStore();
    loader.loadInto(store);
    LayerSnapshot held = store.get("big");
    Map<Long, Object> before = rows(held);
    run("DELETE FROM layer.big WHERE id <= 500");
    loader.loadInto(store);
    assertThat(rows(held)).isEqualTo(before).hasSize(ROWS);
    assertThat(store.get("big").liveRows()).isEqualTo(ROWS - 500);
  }

  private static Map<Long, Object> rows(LayerSnapshot snapshot) {
    Map<Long, Object> rows = new TreeMap<>();
    Query.on(snapshot, ALL)
        .rows()
        .forEach(
            (int row) ->
                rows.put(
                    snapshot.id(row),
                    List.of(snapshot.attributes(row).toString(), snapshot.findGeometry(row))));
    return rows;
  }

  private void run(String sql, Object... parts) {
    Rows.run(database.owner(), sql.formatted(parts));
  }
}
