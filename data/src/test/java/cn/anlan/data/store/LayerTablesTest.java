package cn.anlan.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.fault.UserFault;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerTablesTest {
  private static final String ROW = "INSERT INTO layer.place (code, name) VALUES ('P', '点')";
  private static final String COLUMNS =
      """
      SELECT string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END, ', ' ORDER BY a.attnum)
      FROM pg_attribute a WHERE a.attrelid = '%s'::regclass AND a.attnum > 0
      """;

  @TempDir Path conf;
  private Database database;
  private DataSource sql;

  @BeforeEach
  void open() {
    new TestCatalog(conf).layer("place", TestCatalog.PLACE).codes("place_kind", TestCatalog.KINDS);
    database = TestDatabase.open(conf);
    sql = database.owner();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aNewFileMakesTheTableItsHistoryAndItsIndexes() {
    assertThat(Rows.one(sql, COLUMNS.formatted("layer.place")))
        .isEqualTo(
            "id bigint not null, code text not null, name text not null, tags text[],"
                + " workers bigint, height double precision, open boolean, since date, kind text,"
                + " parent_code text, county_code text, geom geometry(Point,4490),"
                + " source_geom geometry, source_crs text, sigma_m double precision, source text,"
                + " is_demo boolean not null, delivery_id bigint, data_version bigint not null");
    assertThat(Rows.one(sql, COLUMNS.formatted("history.place")))
        .startsWith(
            "id bigint not null, version_from bigint not null, version_to bigint not null,"
                + " operation text not null, code text, name text,")
        .endsWith("is_demo boolean, delivery_id bigint");
    assertThat(
            Rows.of(
                sql,
                "SELECT indexdef FROM pg_indexes WHERE schemaname = 'layer' AND tablename ="
                    + " 'place'"))
        .anyMatch(i -> i.contains("USING gist (geom)"))
        .anyMatch(i -> i.contains("(county_code)"))
        .anyMatch(i -> i.contains("(parent_code)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "code = ''                                             | ck_code_present",
        "name = NULL                                           | name",
        "name = repeat('长', 21)                               | ck_name_length",
        "tags = array_fill('long'::text, ARRAY[300])           | ck_tags_length",
        "workers = -1                                          | ck_workers_min",
        "height = 99.6                                         | ck_height_max",
        "height = 'NaN'                                        | ck_height_finite",
        "kind = 'c'                                            | ck_kind_codes",
        "parent_code = 'nobody'                                | fk_parent_code",
        "sigma_m = -1                                          | ck_sigma_m_range",
        "geom = 'SRID=4490;POINT EMPTY'                        | ck_geom_present",
        "geom = 'SRID=4490;POINT(500000 3000000)'              | ck_geom_within_degrees",
        "geom = 'SRID=4326;POINT(115 28)'                      | SRID",
        "geom = 'SRID=4490;LINESTRING(115 28, 116 28)'         | Geometry type",
      })
  void theTableItselfRefusesWhatTheCatalogueForbids(String change, String name) {
    Rows.run(sql, ROW);
    assertThatThrownBy(() -> Rows.run(sql, "UPDATE layer.place SET " + change))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(name);
  }

  @Test
  void theTableTakesWhatTheCatalogueAllows() {
    Rows.run(
        sql,
        ROW,
        "UPDATE layer.place SET tags = '{甲,乙}', workers = 0, height = 99.5, kind = 'b',"
            + " parent_code = 'P', sigma_m = 0, geom = 'SRID=4490;POINT(115 28)'");
    assertThat(Rows.one(sql, "SELECT kind, public.ST_AsText(geom) FROM layer.place"))
        .isEqualTo("b|POINT(115 28)");
  }

  @Test
  void anInvalidPolygonIsRefused() {
    String bowTie = "SRID=4490;MULTIPOLYGON(((115 28, 116 29, 116 28, 115 29, 115 28)))";
    assertThatThrownBy(
            () ->
                Rows.run(
                    sql,
                    "INSERT INTO layer.coverage (code, covers_layer, statement, geom) VALUES"
                        + " ('C', 'region', 'x', '"
                        + bowTie
                        + "')"))
        .hasMessageContaining("ck_geom_valid");
  }

  @Test
  void aNewFieldAGrownListAndALongerTextWidenTheTableAndItsHistory() {
    Rows.run(sql, ROW, "UPDATE layer.place SET kind = 'a'");
    String wider =
        TestCatalog.PLACE
                .replace("max_length: 20", "max_length: 40")
                .replace("geometry: point", "geometry: any")
            + "  - {name: note, type: text, title: {zh: 附注, en: Note}}\n";
    new TestCatalog(conf)
        .layer("place", wider)
        .codes("place_kind", TestCatalog.KINDS + "  - {value: \"c\", title: {zh: 丙, en: C}}\n");
    try (Database again = TestDatabase.reopen(database, conf)) {
      Rows.run(
          sql,
          "UPDATE layer.place SET note = '记', kind = 'c', name = repeat('长', 40),"
              + " geom = 'SRID=4490;LINESTRING(115 28, 116 28)'",
          "DELETE FROM layer.place");
      assertThat(Rows.of(sql, "SELECT kind, note FROM history.place ORDER BY version_from"))
          .containsExactly("null|null", "a|null", "c|记");
      assertThat(
              Rows.of(
                  again.reader(),
                  "SELECT kind, note FROM " + LayerTables.rowsAtVersion(layer(again), 3)))
          .containsExactly("c|记");
      assertThat(Rows.of(again.reader(), "SELECT note FROM history.place_at(2)"))
          .containsExactly("null");
    }
  }

  @Test
  void aRemovedEmptyFieldKeepsItsColumnAndDemandsNothing() {
    Rows.run(sql, ROW);
    change("name: workers", "name: staff");
    try (Database again = TestDatabase.reopen(database, conf)) {
      Rows.run(sql, ROW.replace("'P'", "'Q'"), "UPDATE layer.place SET staff = 3");
      assertThat(Rows.of(sql, "SELECT code, workers, staff FROM layer.place ORDER BY code"))
          .containsExactly("P|null|3", "Q|null|3");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: integer         | type: text    | place.workers",
        "name: workers         | name: staff   | place.workers",
        "en: Since}            | en: Since}, required: true | place.since",
        "max_length: 20        | max_length: 1 | place.name",
        "geometry: point       | geometry: polygon | place.geom",
        "geometry: point       | geometry: none | place.geom",
        "accuracy: optional    | accuracy: required | place.sigma_m",
        "name: county_code, type: text | name: county_code, required: true, type: text |"
            + " place.county_code",
      })
  void aChangeThatWouldDestroyDataIsRefusedByNameAndChangesNothing(
      String from, String to, String named) {
    Rows.run(
        sql,
        ROW.replace("'点'", "'两字'"),
        "UPDATE layer.place SET workers = 7, geom = 'SRID=4490;POINT(115 28)'");
    String before = Rows.one(sql, COLUMNS.formatted("layer.place"));
    new TestCatalog(conf)
        .layer(
            "place",
            TestCatalog.PLACE
                    .replace(from, to)
                    .replace("unit: 人, min: 0", to.contains("text") ? "unit: 人" : "min: 0")
                + "  - {name: note, type: text, title: {zh: 附注, en: Note}}\n");
    assertThatThrownBy(() -> TestDatabase.reopen(database, conf))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining(named);
    assertThat(Rows.one(sql, COLUMNS.formatted("layer.place"))).isEqualTo(before);
    assertThat(Rows.one(sql, "SELECT workers FROM layer.place")).isEqualTo("7");
  }

  @Test
  void aShrunkCodeListIsRefusedOnlyWhereARowHasTheValue() {
    Rows.run(sql, ROW, "UPDATE layer.place SET kind = 'a'");
    String without = TestCatalog.KINDS.replaceAll("(?m)^  - \\{value: \"b\".*\n", "");
    new TestCatalog(conf).codes("place_kind", without);
    assertThatCode(() -> TestDatabase.reopen(database, conf).close()).doesNotThrowAnyException();
    new TestCatalog(conf).codes("place_kind", without.replace("\"a\"", "\"z\""));
    assertThatThrownBy(() -> TestDatabase.reopen(database, conf))
        .hasMessageContaining("place.kind");
  }

  @Test
  void anUnchangedCatalogueTouchesNoTable() {
    String oid =
        "SELECT max(xmin::text::bigint) FROM pg_class WHERE relnamespace = 'layer'::regnamespace";
    String before = Rows.one(sql, oid);
    TestDatabase.reopen(database, conf).close();
    assertThat(Rows.one(sql, oid)).isEqualTo(before);
  }

  @Test
  void everyTableAndColumnHasAChineseComment() {
    String bare =
        """
        SELECT c.oid::regclass || '.' || coalesce(a.attname, '*')
        FROM pg_class c
          LEFT JOIN LATERAL (
            SELECT 0 AS attnum, NULL AS attname
            UNION ALL SELECT attnum, attname FROM pg_attribute
              WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped) a ON true
        WHERE c.relnamespace::regnamespace::text IN ('anlan', 'layer', 'history')
          AND c.relkind IN ('r', 'v')
          AND coalesce(CASE WHEN a.attnum = 0 THEN obj_description(c.oid, 'pg_class')
              ELSE col_description(c.oid, a.attnum) END, '') !~ '[\\u4e00-\\u9fff]'
        """;
    assertThat(Rows.of(sql, bare)).isEmpty();
    assertThat(
            Rows.one(
                sql,
                "SELECT col_description('layer.place'::regclass, attnum) FROM"
                    + " pg_attribute WHERE attrelid = 'layer.place'::regclass AND attname = 'kind'"))
        .isEqualTo("类别；取值：a=甲，b=乙's \\\\");
  }

  private void change(String from, String to) {
    assertThat(TestCatalog.PLACE).contains(from);
    new TestCatalog(conf).layer("place", TestCatalog.PLACE.replace(from, to));
  }

  private static cn.anlan.data.catalog.Layer layer(Database database) {
    return database.catalog().getLayer("place");
  }

  @Test
  void theProductsOwnLayersAllHaveTablesAndTriggers() {
    List<String> tables =
        Rows.of(
            sql,
            "SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'layer'::regnamespace AND"
                + " c.relkind = 'r' AND (SELECT count(*) FROM pg_trigger t WHERE t.tgrelid ="
                + " c.oid AND NOT t.tgisinternal) = 5");
    assertThat(tables)
        .containsExactlyInAnyOrderElementsOf(
            database.catalog().layers().stream().map(l -> l.id()).toList());
  }
}
