package cn.anlan.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.ingest.load.OwnRows;
import cn.anlan.data.ingest.load.OwnRows.Row;
import cn.anlan.data.ingest.load.OwnRows.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** kill -9 of the server around a bulk load, whose rows are not in the write-ahead log. */
class BulkKillTest {
  private static final int ROWS = 60_000;
  private static final String SHAPE =
      "SELECT conname FROM pg_constraint WHERE connamespace = 'layer'::regnamespace"
          + " UNION ALL SELECT indexname FROM pg_indexes WHERE schemaname = 'layer' ORDER BY 1";

  private Path var;

  @BeforeEach
  void make() {
    var = TestDirectories.fresh("bulkkill");
  }

  @AfterEach
  void remove() {
    TestDirectories.delete(var);
  }

  @Test
  void aServerKilledInTheMiddleComesBackEmptyWithAllKeys() {
    Database before = open();
    List<String> shape = Rows.of(before.owner(), SHAPE);
    Source killing =
        out ->
            IntStream.range(0, ROWS)
                .forEach(
                    i -> {
                      if (i == ROWS / 2) {
                        TestDirectories.killServer(data(before));
                      }
                      out.accept(region(i));
                    });
    assertThatThrownBy(() -> load(before, killing)).isInstanceOf(RuntimeException.class);
    before.close();
    try (Database after = open()) {
      assertThat(Rows.of(after.owner(), SHAPE)).isEqualTo(shape).hasSizeGreaterThan(20);
      assertThat(Rows.one(after.reader(), "SELECT count(*) FROM layer.region")).isEqualTo("0");
      assertThat(after.dataVersion()).isZero();
      assertThat(load(after, out -> out.accept(region(1)))).isEqualTo(1);
    }
  }

  @Test
  void whatWasCommittedOutlivesTheServerKilledRightAfter() {
    Database before = open();
    load(before, out -> IntStream.range(0, ROWS).forEach(i -> out.accept(region(i))));
    TestDirectories.killServer(data(before));
    before.close();
    try (Database after = open()) {
      assertThat(
              Rows.one(
                  after.reader(),
                  "SELECT count(*) || ' ' || min(name) || ' ' || max(data_version)"
                      + " FROM layer.region WHERE code >= 'R'"))
          .isEqualTo(ROWS + " 县 1");
      assertThat(Rows.one(after.owner(), "SELECT name FROM layer.region WHERE code = 'R000077'"))
          .isEqualTo("县");
    }
  }

  private static long load(Database database, Source rows) {
    Layer region = database.catalog().getLayer("region");
    return database.inTransaction(
        "tests", null, connection -> OwnRows.load(connection, region, "many", rows));
  }

  private static Row region(int i) {
    return new Row("R%06d".formatted(i), Map.of("name", "县", "admin_level", "county"), null);
  }

  private Database open() {
    return Database.open(Settings.privateIn(var), Progress.silent());
  }

  private static Path data(Database database) {
    return database.cluster().orElseThrow().homeDir().resolve("data");
  }
}
