package cn.anlan.data.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.ingest.load.OwnRows;
import cn.anlan.data.ingest.load.OwnRows.Row;
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
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** What is read from the tables, and what is not read again. */
class SnapshotLoaderTest {
  private static final String FIELDS =
      """
      - {name: name, type: text, title: {zh: 名称, en: Name}}
      - {name: note, type: text, title: {zh: 说明, en: Note}, queryable: false}
      - {name: remarks, type: text_list, title: {zh: 备注, en: Remarks}, queryable: false}
      - {name: tags, type: text_list, title: {zh: 标签, en: Tags}}
      - {name: workers, type: integer, title: {zh: 人数, en: Workers}}
      - {name: height, type: number, title: {zh: 高度, en: Height}}
      - {name: open, type: boolean, title: {zh: 开放, en: Open}}
      - {name: since, type: date, title: {zh: 始于, en: Since}}
      - {name: level, type: integer, title: {zh: 等级, en: Level}, codes: risk_level}
      """;

  private final GeometryFactory shapes = new GeometryFactory();
  @TempDir Path conf;
  private Database database;
  private SnapshotLoader loader;

  @BeforeEach
  void open() throws IOException {
    for (String id : List.of("west", "east")) {
      TestLayer.write(conf, id, "any", FIELDS);
    }
    database = TestDatabase.open(conf);
    loader = new SnapshotLoader(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void everyValueIsTheOneInTheTable() throws SQLException {
    long seed = 7;
    load("west", 3_000, seed);
    SnapshotStore store = new SnapshotStore();
    loader.loadInto(store);
    LayerSnapshot snapshot = store.get("west");
    assertThat(snapshot.size()).isEqualTo(3_000);
    Query all = Query.on(snapshot, Scope.wholeProvince("tests"));
    try (Connection connection = database.reader().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT *, ST_AsText(geom) AS wkt FROM layer.west")) {
      while (row.next()) {
        int at = all.findRow(row.getLong("id")).orElseThrow();
        Map<String, Object> values = snapshot.attributes(at);
        String as = "seed " + seed + ", " + row.getString("code");
        assertThat(values.get("code")).as(as).isEqualTo(row.getString("code"));
        assertThat(values.get("name")).as(as).isEqualTo(row.getString("name"));
        assertThat(values.get("workers")).as(as).isEqualTo(row.getObject("workers"));
        assertThat(values.get("height")).as(as).isEqualTo(row.getObject("height"));
        assertThat(values.get("open")).as(as).isEqualTo(row.getObject("open"));
        assertThat(values.get("since")).as(as).isEqualTo(row.getObject("since", LocalDate.class));
        assertThat(values.get("source_crs")).as(as).isEqualTo(row.getString("source_crs"));
        Object tags = row.getArray("tags") == null ? null : tags(row);
        assertThat(values.get("tags")).as(as).isEqualTo(tags);
        assertThat(
                snapshot
                    .findGeometry(at)
                    .map(g -> g.toText().replace(" (", "(").replace(", ", ","))
                    .orElse(null))
            .as(as)
            .isEqualTo(row.getString("wkt"));
      }
    }
  }

  private static List<String> tags(ResultSet row) throws SQLException {
    return Arrays.asList((String[]) row.getArray("tags").getArray());
  }

  @Test
  void aFieldThatNobodyFiltersByIsNotHeldButReadAsOfTheVersion() {
    load("west", 3, 1);
    SnapshotStore store = new SnapshotStore();
    run("UPDATE layer.west SET note = 'then' WHERE code = 'T00001'");
    loader.loadInto(store);
    long then = store.dataVersion();
    LayerSnapshot snapshot = store.get("west");
    long id = snapshot.id(IntStream.range(0, 3).filter(r -> isSecond(snapshot, r)).sum());
    assertThat(snapshot.attributes(0)).doesNotContainKey("note");
    run("UPDATE layer.west SET note = 'now' WHERE code = 'T00001'");
    UnheldFields unheld = new UnheldFields(database);
    Layer west = database.catalog().getLayer("west");
    assertThat(unheld.find(west, id, then).orElseThrow()).containsEntry("note", "then");
    assertThat(unheld.find(west, id, then + 1).orElseThrow()).containsEntry("note", "now");
    assertThat(unheld.find(database.catalog().getLayer("coverage"), id, then).orElseThrow())
        .isEmpty();
  }

  private static boolean isSecond(LayerSnapshot snapshot, int row) {
    return snapshot.text("code", row).equals("T00001");
  }

  @Test
  void aListWithNullsOrOfMoreDimensionsIsReadElementByElement() {
    run(
        "INSERT INTO layer.west (code, tags, remarks, workers) VALUES"
            + " ('A1', '{{甲,NULL},{丙,丁}}', '{{戊,NULL},{庚,辛}}', 7),"
            + " ('A2', '{NULL,乙}', '{NULL}', 8)");
    SnapshotStore store = new SnapshotStore();
    loader.loadInto(store);
    LayerSnapshot snapshot = store.get("west");
    assertThat(snapshot.value("tags", 0)).isEqualTo(List.of("甲", "丙", "丁"));
    assertThat(snapshot.value("tags", 1)).isEqualTo(List.of("乙"));
    assertThat(snapshot.value("workers", 0)).isEqualTo(7L);
    assertThat(snapshot.value("workers", 1)).isEqualTo(8L);
    UnheldFields unheld = new UnheldFields(database);
    Layer west = database.catalog().getLayer("west");
    long version = store.dataVersion();
    assertThat(unheld.find(west, snapshot.id(0), version).orElseThrow())
        .containsEntry("remarks", List.of("戊", "庚", "辛"));
    assertThat(unheld.find(west, snapshot.id(1), version).orElseThrow())
        .containsEntry("remarks", List.of());
  }

  @Test
  void onlyWhatChangedIsReadAnewWhetherInsertedUpdatedOrDeleted() {
    load("west", 20, 1);
    load("east", 20, 2);
    SnapshotStore store = new SnapshotStore();
    loader.loadInto(store);
    assertThat(store.dataVersion()).isEqualTo(2);
    for (String change :
        List.of(
            "INSERT INTO layer.west (code) VALUES ('new')",
            "UPDATE layer.west SET name = 'other' WHERE code = 'new'",
            "DELETE FROM layer.west WHERE code = 'new'",
            "TRUNCATE layer.west")) {
      LayerSnapshot left = store.get("west");
      LayerSnapshot right = store.get("east");
      long version = store.dataVersion();
      run(change);
      loader.loadInto(store);
      assertThat(store.dataVersion()).as(change).isEqualTo(version + 1);
      assertThat(store.get("west")).as(change).isNotSameAs(left);
      assertThat(store.get("west").size()).as(change).isEqualTo(count("west"));
      assertThat(store.get("east")).as(change).isSameAs(right);
    }
    assertThat(store.get("west").size()).isZero();
  }

  /** Both layers are always changed together, so their sizes must agree in every generation. */
  @Test
  void allLayersOfAGenerationAreOfOneVersion() throws Exception {
    load("west", 500, 1);
    load("east", 500, 2);
    AtomicBoolean done = new AtomicBoolean();
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; !done.get(); i++) {
                run(
                    "BEGIN; INSERT INTO layer.west (code) VALUES ('n%1$d');".formatted(i)
                        + " INSERT INTO layer.east (code) VALUES ('n%1$d'); COMMIT".formatted(i));
              }
            });
    writer.start();
    SnapshotStore store = new SnapshotStore();
    Set<Integer> sizes = new HashSet<>();
    for (int round = 0; round < 12; round++) {
      loader.loadInto(store);
      SnapshotStore.Generation generation = store.current();
      assertThat(generation.get("west").size()).isEqualTo(generation.get("east").size());
      assertThat(generation.get("west").size()).isEqualTo(500 + generation.dataVersion() - 2);
      sizes.add(generation.get("west").size());
    }
    done.set(true);
    writer.join();
    assertThat(sizes).hasSizeGreaterThan(2);
  }

  private void load(String layer, int rows, long seed) {
    Random random = new Random(seed);
    Layer definition = database.catalog().getLayer(layer);
    database.inTransaction(
        "tests",
        null,
        connection ->
            OwnRows.load(
                connection,
                definition,
                "many",
                out -> {
                  for (int i = 0; i < rows; i++) {
                    out.accept(row(i, random));
                  }
                }));
  }

  private Row row(int i, Random random) {
    Map<String, Object> values = new HashMap<>();
    put(values, "name", "名称" + random.nextInt(100), random);
    put(values, "tags", List.of("甲,\"乙\"", "丙" + i % 7), random);
    put(values, "workers", random.nextLong(), random);
    put(values, "height", random.nextGaussian(), random);
    put(values, "open", random.nextBoolean(), random);
    put(values, "since", LocalDate.of(1900, 1, 1).plusDays(random.nextInt(70_000)), random);
    Coordinate first = new Coordinate(115 + random.nextDouble(), 27 + random.nextDouble());
    Coordinate second = new Coordinate(116 + random.nextDouble(), 28);
    return new Row(
        "T%05d".formatted(i),
        values,
        switch (random.nextInt(3)) {
          case 0 -> null;
          case 1 -> shapes.createPoint(first);
          default -> shapes.createLineString(new Coordinate[] {first, second});
        });
  }

  private static void put(Map<String, Object> values, String name, Object value, Random random) {
    if (random.nextInt(4) > 0) {
      values.put(name, value);
    }
  }

  private int count(String layer) {
    return Integer.parseInt(Rows.one(database.reader(), "SELECT count(*) FROM layer." + layer));
  }

  private void run(String sql) {
    Rows.run(database.owner(), sql);
  }
}
