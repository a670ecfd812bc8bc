package cn.anlan.data.snapshots;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.ingest.load.OwnRows;
import cn.anlan.data.ingest.load.OwnRows.Row;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.TestDatabase;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The office may call its fields what it likes, also by words that SQL has taken. */
class FieldNamesTest {
  private static final String LAYER =
      """
      id: order
      title: {zh: 单, en: Order}
      description: {zh: 字段名是 SQL 保留字, en: Fields named like words of SQL}
      geometry: %s
      disclosure: public
      accuracy: optional
      within_province: false
      style: {color: "#336699"}
      fields:
        - {name: user, type: text, title: {zh: 用户, en: User}}
        - {name: end, type: text, title: {zh: 终点, en: End}}
        - {name: select, type: text, title: {zh: 备注, en: Remark}, queryable: false}
      """;

  @TempDir Path conf;

  @ParameterizedTest
  @ValueSource(strings = {"none", "point", "line_z"})
  void theWordsOfSqlAreOnlyNamesHere(String geometry) throws IOException {
    Files.createDirectories(conf.resolve("catalog/layers"));
    Files.writeString(conf.resolve("catalog/layers/order.yaml"), LAYER.formatted(geometry));
    try (Database database = TestDatabase.open(conf)) {
      database.inTransaction(
          "tests",
          null,
          connection -> {
            Map<String, Object> values = Map.of("user", "某单位", "end", "南昌", "select", "无");
            OwnRows.load(
                connection,
                database.catalog().getLayer("order"),
                "tests",
                List.of(new Row("A1", values, null)));
            return null;
          });
      SnapshotStore store = new SnapshotStore();
      new SnapshotLoader(database).loadInto(store);
      LayerSnapshot snapshot = store.get("order");
      assertThat(snapshot.text("user", 0)).isEqualTo("某单位");
      assertThat(snapshot.text("end", 0)).isEqualTo("南昌");
    }
  }
}
