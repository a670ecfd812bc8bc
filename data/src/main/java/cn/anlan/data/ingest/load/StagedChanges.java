package cn.anlan.data.ingest.load;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.catalog.StandardColumn;
import cn.anlan.data.ingest.load.RowChange.Difference;
import cn.anlan.data.ingest.mapping.ColumnMapping;
import cn.anlan.data.store.LayerTables;
import cn.anlan.data.store.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the rows of the temporary table {@code staged} change in a layer, found before anything is
 * written: the keys that differ (temporary table {@code changed_rows}) and a few examples to show.
 */
public final class StagedChanges {
  /** Examples of each kind. */
  static final int SHOWN = 20;

  private final Connection connection;
  private final String table;
  private final List<String> own;
  private final boolean geometry;

  /**
   * @param columns that the delivery brings, {@code code} first
   */
  StagedChanges(Connection connection, Layer layer, List<String> columns) {
    this.connection = connection;
    this.table = LayerTables.table(layer);
    this.own = columns.stream().filter(c -> !c.equals(ColumnMapping.CODE)).toList();
    this.geometry = columns.contains(StandardColumn.GEOM.column());
  }

  /** Finds the keys whose rows differ. Rows that are the same are never touched. */
  public void find() throws SQLException {
    Sql.run(connection, "DROP TABLE IF EXISTS pg_temp.changed_rows");
    Sql.run(
        connection,
        "CREATE TEMP TABLE changed_rows ON COMMIT DROP AS SELECT t.id, s.code FROM staged s JOIN "
            + table
            + " t ON t.code = s.code WHERE ("
            + names("t.")
            + ") IS DISTINCT FROM ("
            + names("s.")
            + ")");
    Sql.run(connection, "ANALYZE changed_rows");
  }

  private String names(String prefix) {
    return own.stream().map(c -> prefix + '"' + c + '"').collect(Collectors.joining(", "));
  }

  /**
   * @param adds whether keys that the layer does not have are added
   * @param removes whether the temporary table {@code removed_rows} names rows that go
   */
  public List<RowChange> examples(boolean adds, boolean removes) throws SQLException {
    List<RowChange> all = new ArrayList<>();
    if (adds) {
      all.addAll(
          named(
              "added",
              "SELECT code FROM staged s WHERE NOT EXISTS (SELECT FROM "
                  + table
                  + " t WHERE t.code = s.code) LIMIT "
                  + SHOWN));
    }
    all.addAll(changed());
    if (removes) {
      all.addAll(named("removed", "SELECT code FROM removed_rows ORDER BY code LIMIT " + SHOWN));
    }
    return all;
  }

  private List<RowChange> named(String change, String sql) throws SQLException {
    return Sql.list(
        connection, sql, row -> new RowChange(row.getString(1), change, Map.of(), null));
  }

  private List<RowChange> changed() throws SQLException {
    List<String> shown = own.stream().filter(c -> !isGeometry(c)).toList();
    String columns =
        shown.stream()
            .map(c -> "t.\"" + c + "\"::text, s.\"" + c + "\"::text")
            .collect(Collectors.joining(", "));
    String moved =
        geometry
            ? "CASE WHEN t.geom IS DISTINCT FROM s.geom"
                + " THEN ST_Distance(t.geom::geography, s.geom::geography) END"
            : "NULL::double precision";
    String sql =
        "SELECT c.code, "
            + moved
            + (columns.isEmpty() ? "" : ", " + columns)
            + " FROM (SELECT * FROM changed_rows ORDER BY code LIMIT "
            + SHOWN
            + ") c JOIN "
            + table
            + " t ON t.id = c.id JOIN staged s ON s.code = c.code ORDER BY c.code";
    return Sql.list(connection, sql, row -> change(row, shown));
  }

  private static RowChange change(ResultSet row, List<String> columns) throws SQLException {
    Map<String, Difference> fields = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      String from = row.getString(3 + 2 * i);
      String to = row.getString(4 + 2 * i);
      if (from == null ? to != null : !from.equals(to)) {
        fields.put(columns.get(i), new Difference(from, to));
      }
    }
    return new RowChange(row.getString(1), "changed", fields, (Double) row.getObject(2));
  }

  private static boolean isGeometry(String column) {
    return column.equals(StandardColumn.GEOM.column())
        || column.equals(StandardColumn.SOURCE_GEOM.column());
  }
}
