package cn.anlan.data.initial;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.basemap.BaseMap;
import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.ingest.load.OwnRows.Row;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Rows;
import cn.anlan.data.store.TestDatabase;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The small layers that every installation has, and what becomes of databases that lack them. */
class ReferenceRowsTest {

  @Test
  void everyRowHasAKeyOfItsOwnASourceAndKnownFieldsOnly() {
    Catalog catalog = Catalog.load(null);
    for (String id : ReferenceRows.LAYERS) {
      Layer layer = catalog.getLayer(id);
      Set<String> codes = new HashSet<>();
      List<Row> rows = ReferenceRows.rows(layer);
      assertThat(rows).as(id).isNotEmpty();
      for (Row row : rows) {
        assertThat(codes.add(row.code())).as(id + " " + row.code()).isTrue();
        assertThat(row.values().get("source")).as(id + " " + row.code()).isNotNull();
      }
    }
  }

  @Test
  void everyUnconfirmedZoneSaysSo() {
    List<Row> units = ReferenceRows.rows(Catalog.load(null).getLayer("reporting_unit"));
    assertThat(units)
        .filteredOn(r -> Boolean.TRUE.equals(r.values().get("is_functional_zone")))
        .hasSize(2)
        .allMatch(r -> r.values().get("note").toString().contains("[verify]"))
        .allSatisfy(
            zone ->
                assertThat((List<?>) zone.values().get("located_in"))
                    .isNotEmpty()
                    .allMatch(c -> BaseMap.regionNames().get((String) c).isCurrent()));
  }

  @Test
  void aDatabaseOfAnEarlierProgramIsGivenThemInOneVersion() {
    try (Database database = TestDatabase.open()) {
      InitialData.ensureBaseMap(database, Progress.silent());
      run(database, "DELETE FROM layer.campaign_phase");
      run(database, "DELETE FROM layer.reporting_unit");
      long before = database.dataVersion();

      InitialData.ensureBaseMap(database, Progress.silent());

      assertThat(database.dataVersion()).isEqualTo(before + 1);
      assertThat(count(database, "reporting_unit")).isEqualTo(125);
      assertThat(count(database, "campaign_phase")).isEqualTo(16);
      assertThat(count(database, "document_term")).isEqualTo(23);
      InitialData.ensureBaseMap(database, Progress.silent());
      assertThat(database.dataVersion()).isEqualTo(before + 1);
    }
  }

  @Test
  void anOfficeWithRegionsOfItsOwnIsGivenNoneOfOurUnits() {
    try (Database database = TestDatabase.open()) {
      run(
          database,
          "INSERT INTO layer.region (code, name, admin_level) VALUES ('430000', '湖南省', 'province')");

      InitialData.ensureBaseMap(database, Progress.silent());

      assertThat(count(database, "reporting_unit")).isZero();
      assertThat(count(database, "source_document")).isEqualTo(5);
    }
  }

  private static void run(Database database, String sql) {
    Rows.run(database.owner(), sql);
  }

  private static long count(Database database, String layer) {
    return Long.parseLong(Rows.one(database.reader(), "SELECT count(*) FROM layer." + layer));
  }
}
