package cn.anlan.data.ingest.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.ingest.load.OwnRows.Row;
import cn.anlan.data.ingest.load.OwnRows.Source;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Rows;
import cn.anlan.data.store.StoreException;
import cn.anlan.data.store.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams into an empty table, and what must be as it was afterwards. */
class BulkLoadTest {
  private static final int ROWS = 5_000;

  /** Everything about a layer's table that a load takes away for a time, in words. */
  private static final String SHAPE =
      """
      SELECT pg_get_indexdef(indexrelid) || indisvalid::text FROM pg_index
        WHERE indrelid IN ('layer.ledger'::regclass, 'layer.enterprise'::regclass)
      UNION ALL
      SELECT conrelid::regclass::text || conname || pg_get_constraintdef(oid) || convalidated
          || coalesce(obj_description(oid, 'pg_constraint'), '')
        FROM pg_constraint WHERE connamespace = 'layer'::regnamespace
      UNION ALL
      SELECT tgrelid::regclass::text || tgname || tgenabled::text FROM pg_trigger
        WHERE NOT tgisinternal AND tgrelid = 'layer.ledger'::regclass
      ORDER BY 1
      """;

  @TempDir Path conf;
  private Database database;
  private Layer ledger;

  @BeforeEach
  void open() {
    database = TestDatabase.open(ManyRows.define(conf));
    ledger = database.catalog().getLayer("ledger");
    change("region", ManyRows.regions()::forEach);
    change("enterprise", ManyRows.enterprises()::forEach);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void rowsArriveWholeWithOneVersionAndNoHistory() {
    long version = database.dataVersion();
    assertThat(change("ledger", new ManyRows(ROWS, 7))).isEqualTo(ROWS);
    assertThat(database.dataVersion()).isEqualTo(version + 1);
    assertThat(
            ask(
                "SELECT count(*), min(data_version), max(data_version), count(DISTINCT delivery_id),"
                    + " count(source_geom), count(DISTINCT id), min(ST_SRID(geom)) FROM layer.ledger"))
        .containsExactly(
            ROWS + "|" + (version + 1) + "|" + (version + 1) + "|1|0|" + ROWS + "|4490");
    assertThat(ask("SELECT count(*) FROM history.ledger")).containsExactly("0");
    assertThat(ask("SELECT count(*) FROM history.ledger_at(" + version + ")")).containsExactly("0");
    assertThat(
            ask(
                "SELECT accepted, rejected, data_version, sha256 ~ '[1-9]' FROM anlan.delivery"
                    + " WHERE layer = 'ledger'"))
        .containsExactly(ROWS + "|0|" + (version + 1) + "|t");
  }

  @Test
  void valuesAreTheSameAsThroughTheStagedWay() {
    change("ledger", new ManyRows(ROWS, 7));
    String rows =
        "SELECT string_agg(md5((to_jsonb(l) - 'id' - 'delivery_id' - 'data_version')::text), ''"
            + " ORDER BY code) FROM layer.ledger l";
    List<String> streamed = ask(rows);
    long version = database.dataVersion();
    change("ledger", new ManyRows(ROWS, 7)); // the layer is not empty now
    assertThat(database.dataVersion()).as("nothing differed").isEqualTo(version);
    run("DELETE FROM layer.ledger");
    List<Row> held = new ArrayList<>();
    new ManyRows(ROWS, 7).writeTo(held::add);
    database.inTransaction(
        "tests",
        null,
        connection -> {
          OwnRows.load(connection, ledger, "held", held);
          return null;
        });
    assertThat(ask(rows)).isEqualTo(streamed);
  }

  @Test
  void indexesKeysTriggersAndCommentsAreAsBefore() {
    List<String> before = ask(SHAPE);
    change("ledger", new ManyRows(ROWS, 7));
    assertThat(ask(SHAPE)).isEqualTo(before).hasSizeGreaterThan(30);
    long version = database.dataVersion();
    run("UPDATE layer.ledger SET name = 'x' WHERE code = '" + ManyRows.code(3) + "'");
    assertThat(ask("SELECT data_version FROM layer.ledger WHERE name = 'x'"))
        .containsExactly(Long.toString(version + 1));
    assertThat(ask("SELECT version_from FROM history.ledger"))
        .containsExactly(Long.toString(version));
  }

  @Test
  void whereFormerRowsWereDeletedTheyStayInTheHistory() {
    change("ledger", new ManyRows(10, 7));
    long version = database.dataVersion();
    run("DELETE FROM layer.ledger");
    change("ledger", new ManyRows(ROWS, 8));
    assertThat(ask("SELECT count(*) FROM history.ledger_at(" + version + ")"))
        .containsExactly("10");
    assertThat(ask("SELECT count(*) FROM layer.ledger")).containsExactly(Integer.toString(ROWS));
  }

  @Test
  void aReferenceThatLeadsNowhereNamesLayerFieldAndCode() {
    assertRefused(
        with("enterprise_code", "DEMO-EN-999999"), "ledger", "enterprise_code", "DEMO-EN-999999");
  }

  @Test
  void aBrokenCheckNamesLayerConstraintAndRow() {
    assertRefused(with("factor_c", 1000.0), "ledger", "ck_factor_c_max", "4000");
  }

  @Test
  void aDoubledCodeIsNamed() {
    Source twice =
        out -> {
          new ManyRows(ROWS, 7).writeTo(out);
          new ManyRows(1, 7).writeTo(out);
        };
    assertRefused(twice, "ledger", "code", ManyRows.code(0));
  }

  @Test
  void aValueOfTheWrongKindNamesTheField() {
    assertThatThrownBy(() -> change("ledger", with("found_on", "2021-02-03")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("ledger", ManyRows.code(3999), "found_on", "String");
    assertUnchanged();
  }

  @Test
  void aSourceThatFailsLeavesNothingBehind() {
    Source failing =
        out -> {
          new ManyRows(ROWS, 7).writeTo(out);
          throw new IllegalStateException("the generator broke");
        };
    assertThatThrownBy(() -> change("ledger", failing)).hasMessage("the generator broke");
    assertUnchanged();
  }

  @Test
  void aSourceWithoutRowsTakesNoVersion() {
    long version = database.dataVersion();
    assertThat(change("ledger", out -> {})).isZero();
    assertThat(database.dataVersion()).isEqualTo(version);
  }

  @Test
  void theSameRowsHaveTheSameDigestInEveryVersion() {
    change("ledger", new ManyRows(ROWS, 7));
    run("DELETE FROM layer.ledger");
    change("ledger", new ManyRows(ROWS, 7));
    run("DELETE FROM layer.ledger");
    change("ledger", new ManyRows(ROWS, 8));
    List<String> digests =
        ask("SELECT sha256 FROM anlan.delivery WHERE layer = 'ledger' ORDER BY id");
    assertThat(digests.get(0)).isEqualTo(digests.get(1)).isNotEqualTo(digests.get(2));
  }

  private void assertRefused(Source rows, String... named) {
    List<String> before = ask(SHAPE);
    assertThatThrownBy(() -> change("ledger", rows))
        .isInstanceOf(StoreException.class)
        .hasMessageContainingAll(named);
    assertThat(ask(SHAPE)).isEqualTo(before);
    assertUnchanged();
  }

  private void assertUnchanged() {
    assertThat(ask("SELECT count(*) FROM layer.ledger")).containsExactly("0");
    assertThat(ask("SELECT count(*) FROM anlan.delivery WHERE layer = 'ledger'"))
        .containsExactly("0");
    assertThat(change("ledger", new ManyRows(10, 7))).isEqualTo(10);
  }

  /** Rows of which the four-thousandth has one value of its own. */
  private static Source with(String field, Object value) {
    return out ->
        new ManyRows(ROWS, 7)
            .writeTo(
                row -> {
                  Map<String, Object> values = new HashMap<>(row.values());
                  if (row.code().equals(ManyRows.code(3999))) {
                    values.put(field, value);
                  }
                  out.accept(new Row(row.code(), values, row.geometry()));
                });
  }

  private long change(String layer, Source rows) {
    return database.inTransaction(
        "tests",
        null,
        connection ->
            OwnRows.load(connection, database.catalog().getLayer(layer), "many rows", rows));
  }

  private void run(String sql) {
    Rows.run(database.owner(), sql);
  }

  private List<String> ask(String sql) {
    return Rows.of(database.owner(), sql);
  }
}
