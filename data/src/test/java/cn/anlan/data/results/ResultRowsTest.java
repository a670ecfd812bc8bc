package cn.anlan.data.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.data.ingest.load.OwnRows.Row;
import cn.anlan.data.results.ResultRows.Outcome;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResultRowsTest {
  private static final String LAYER = "region_grade";

  private Database database;

  @BeforeEach
  void open() {
    database = TestDatabase.open();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void rowsOfARunAreInsertedUpdatedAndDeletedInOneVersion() throws Exception {
    replace("county", row("county", "A", 1), row("county", "B", 2), row("county", "C", 3));
    long before = database.dataVersion();

    Outcome second = replace("county", row("county", "A", 1), row("county", "B", 4));

    assertThat(second).isEqualTo(new Outcome(0, 1, 1, before + 1));
    assertThat(database.dataVersion()).isEqualTo(before + 1);
    assertThat(stored()).containsExactly("county/A 1", "county/B 4");
  }

  @Test
  void theSameRowsTakeNoVersion() throws Exception {
    replace("county", row("county", "A", 1), row("county", "B", 2));
    long before = database.dataVersion();

    Outcome again = replace("county", row("county", "B", 2), row("county", "A", 1));

    assertThat(again.changedAnything()).isFalse();
    assertThat(again.dataVersion()).isEqualTo(before);
    assertThat(database.dataVersion()).isEqualTo(before);
  }

  @Test
  void otherRunsStayAsTheyAre() throws Exception {
    replace("county", row("county", "A", 1));
    replace("city", row("city", "A", 2));

    replace("county");

    assertThat(stored()).containsExactly("city/A 2");
  }

  @Test
  void formerRowsStayInHistory() throws Exception {
    long first = replace("county", row("county", "A", 1)).dataVersion();
    replace("county", row("county", "A", 3));

    assertThat(read("SELECT code || ' ' || level FROM history.region_grade_at(" + first + ")"))
        .containsExactly("county/A 1");
  }

  @Test
  void rowsOfAnotherRunAndCodesThatStandTwiceAreRefusedAndNothingIsWritten() throws Exception {
    assertThatThrownBy(() -> replace("county", row("city", "A", 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("city/A")
        .hasMessageContaining("of run city, not county");
    assertThatThrownBy(() -> replace("county", row("county", "A", 1), row("county", "A", 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("county/A stands twice");
    assertThatThrownBy(() -> ResultRows.replace(database, "region", "x", List.of(), "t", "t"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("run_key");
    assertThat(stored()).isEmpty();
  }

  @Test
  void everyLayerOfResultsSaysWhichRunItsRowsAnswer() {
    assertThat(database.catalog().layers().stream().filter(l -> l.group().equals("analysis")))
        .isNotEmpty()
        .allSatisfy(layer -> assertThat(layer.findField(ResultRows.RUN_KEY)).isPresent());
  }

  private Outcome replace(String runKey, Row... rows) {
    return ResultRows.replace(database, LAYER, runKey, List.of(rows), "test", "a result");
  }

  private static Row row(String runKey, String region, int level) {
    Map<String, Object> values = new HashMap<>();
    values.put("run_key", runKey);
    values.put("region_code", region);
    values.put("name", region);
    values.put("admin_level", "county");
    values.put("as_of", LocalDate.of(2021, 11, 30));
    values.put("level", (long) level);
    values.put("data_cut_off", LocalDate.of(2021, 11, 30));
    values.put("model", "test 1");
    return new Row(runKey + "/" + region, values, null);
  }

  private List<String> stored() throws Exception {
    return read("SELECT code || ' ' || level FROM layer.region_grade ORDER BY code");
  }

  private List<String> read(String sql) throws Exception {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.reader().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }
}
