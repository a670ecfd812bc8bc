package cn.anlan.data.delivery;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.store.LayerTables;
import cn.anlan.data.store.Sql;
import cn.anlan.geo.fault.UserFault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Whether rows that are to go are still referred to. */
public final class References {
  private References() {}

  /**
   * Refuses where any row refers to a row that is to go and does not go itself.
   *
   * @param going a query of one column, {@code code}: the rows of the layer that are to go
   * @throws UserFault naming each referring field, how many rows of it, and one pair of codes
   */
  public static void requireNone(
      Connection connection, Catalog catalog, Layer layer, String going, String attempted)
      throws SQLException {
    List<String> standing = new ArrayList<>();
    for (Layer other : catalog.layers()) {
      for (Field field : other.fields()) {
        if ((layer.id() + ".code").equals(field.references())) {
          String itself =
              other.id().equals(layer.id())
                  ? " AND NOT EXISTS (SELECT FROM (" + going + ") g WHERE g.code = r.code)"
                  : "";
          String sql =
              "SELECT count(*), min(r.code), min(r.\"%1$s\") FROM %2$s r WHERE r.\"%1$s\" IN (%3$s)%4$s"
                  .formatted(field.name(), LayerTables.table(other), going, itself);
          standing.addAll(
              Sql.list(
                  connection,
                  sql,
                  row ->
                      row.getLong(1) == 0
                          ? ""
                          : "%s.%s %d 行,如 %s → %s"
                              .formatted(
                                  other.id(),
                                  field.name(),
                                  row.getLong(1),
                                  row.getString(2),
                                  row.getString(3))));
        }
      }
    }
    standing.removeIf(String::isEmpty);
    if (!standing.isEmpty()) {
      throw new UserFault(
          attempted
              + ": 要删去的行仍被引用 (rows that would go are still referred to): "
              + String.join("; ", standing),
          "先改正或删去引用它们的行 (first correct or remove what refers to them)");
    }
  }
}
