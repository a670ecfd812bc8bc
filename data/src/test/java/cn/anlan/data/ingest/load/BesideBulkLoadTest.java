package cn.anlan.data.ingest.load;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.ingest.check.CheckedRow;
import cn.anlan.data.ingest.load.OwnRows.Row;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.snapshots.UnheldFields;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.LayerTables;
import cn.anlan.data.store.TestDatabase;
import cn.anlan.data.store.TestLayer;
import cn.anlan.geo.snapshot.SnapshotStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A transaction fills one empty layer after the other while somebody else is at work. The server
 * ends whom it finds waiting crosswise after a second: never may it be the one who fills.
 */
class BesideBulkLoadTest {
  private static final String FIELDS =
      """
      - {name: name, type: text, title: {zh: 名称, en: Name}}
      - {name: note, type: text, title: {zh: 说明, en: Note}, queryable: false}
      """;

  private static final int ROWS = 10;

  /** Longer than the server's deadlock_timeout, so that the other one has long been waiting. */
  private static final long OTHER_WAITS_MS = 2_000;

  /** Half of what a reader's statement may take. */
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path conf;
  private Database database;
  private Layer west;
  private Layer east;

  /** What somebody does on a connection of his own. */
  private interface Work {
    void run() throws Exception;
  }

  @BeforeEach
  void open() throws IOException {
    for (String id : List.of("west", "east")) {
      TestLayer.write(conf, id, "none", FIELDS);
    }
    database = TestDatabase.open(conf);
    west = database.catalog().getLayer("west");
    east = database.catalog().getLayer("east");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theService() throws Exception {
    SnapshotStore store = new SnapshotStore();
    fillBothBeside(() -> new SnapshotLoader(database).loadInto(store));
    assertThat(store.get("west").size()).isEqualTo(ROWS);
    assertThat(store.get("east").size()).isEqualTo(ROWS);
  }

  @Test
  void anImport() throws Exception {
    fillBothBeside(() -> database.inTransaction("tests", null, this::upsert));
    assertThat(count("east")).isEqualTo(ROWS + 1);
  }

  private Void upsert(Connection connection) throws SQLException, IOException {
    List<String> columns = List.of("code", "name");
    try (StagingFile staging = new StagingFile(columns, false, 0)) {
      staging.add(new CheckedRow(new HashMap<>(Map.of("code", "IMPORTED")), null, null));
      staging.finish();
      new LayerWriter(connection, east, columns, false).upsert(staging.file(), 1);
    }
    return null;
  }

  @Test
  void aStatementOfPsql() throws Exception {
    fillBothBeside(() -> run("INSERT INTO layer.east (code) VALUES ('TYPED')"));
    assertThat(count("east")).isEqualTo(ROWS + 1);
  }

  @Test
  void oneWhoClicksOnAFeatureDoesNotWaitForTheEnd() {
    database.inTransaction(
        "tests",
        null,
        connection -> {
          fill(connection, west);
          long start = System.nanoTime();
          assertThat(new UnheldFields(database).find(west, 1, 1)).isEmpty();
          assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
          return null;
        });
    assertThat(new UnheldFields(database).find(west, 1, database.dataVersion())).isPresent();
  }

  private void fillBothBeside(Work other) throws Exception {
    CompletableFuture<Void> beside = new CompletableFuture<>();
    database.inTransaction(
        "tests",
        null,
        connection -> {
          LayerTables.reserve(connection, List.of(west, east));
          fill(connection, west);
          new Thread(() -> perform(other, beside)).start();
          await(OTHER_WAITS_MS);
          fill(connection, east);
          return null;
        });
    beside.get();
    assertThat(count("west")).isEqualTo(ROWS);
  }

  private static void perform(Work work, CompletableFuture<Void> done) {
    try {
      work.run();
      done.complete(null);
    } catch (Exception e) {
      done.completeExceptionally(e);
    }
  }

  private static void await(long ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void fill(Connection connection, Layer layer) throws SQLException, IOException {
    OwnRows.load(
        connection,
        layer,
        "tests",
        out -> IntStream.range(0, ROWS).forEach(i -> out.accept(new Row("R" + i, Map.of(), null))));
  }

  private int count(String layer) throws SQLException {
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM layer." + layer)) {
      row.next();
      return row.getInt(1);
    }
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
