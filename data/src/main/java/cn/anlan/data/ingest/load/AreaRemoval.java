package cn.anlan.data.ingest.load;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.delivery.References;
import cn.anlan.data.store.LayerTables;
import cn.anlan.data.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Removes from an area of a layer the rows that a replacing delivery does not have. A row whose key
 * the delivery does have, though on a rejected row, stays: its correction is awaited.
 */
public final class AreaRemoval {
  private final Connection connection;
  private final Catalog catalog;
  private final Layer layer;

  /** Within the caller's transaction. */
  public AreaRemoval(Connection connection, Catalog catalog, Layer layer) {
    this.connection = connection;
    this.catalog = catalog;
    this.layer = layer;
  }

  /** Finds the rows that go, into the temporary table {@code removed_rows}. */
  public void find(ReplaceArea area) throws SQLException {
    Sql.run(connection, "DROP TABLE IF EXISTS pg_temp.removed_rows");
    Sql.run(
        connection,
        """
        CREATE TEMP TABLE removed_rows ON COMMIT DROP AS
          SELECT t.id, t.code FROM %s t WHERE (%s)
            AND NOT EXISTS (SELECT FROM staged s WHERE s.code = t.code)
            AND NOT EXISTS (SELECT FROM rejected_rows r WHERE r.delivered_code = t.code)
        """
            .formatted(LayerTables.table(layer), area.condition()));
    Sql.run(connection, "ANALYZE removed_rows");
  }

  /**
   * @throws cn.anlan.geo.fault.UserFault where a row that would go is still referred to
   */
  public long run(ReplaceArea area) throws SQLException {
    References.requireNone(
        connection,
        catalog,
        layer,
        "SELECT code FROM removed_rows",
        "不能替换范围 " + area.code() + " (cannot replace the area)");
    try (Statement statement = connection.createStatement()) {
      return statement.executeLargeUpdate(
          "DELETE FROM " + LayerTables.table(layer) + " t USING removed_rows r WHERE r.id = t.id");
    }
  }
}
