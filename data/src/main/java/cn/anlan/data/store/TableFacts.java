package cn.anlan.data.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a table looks like now.
 *
 * @param columns by name, in the order of the table; empty where there is no table
 * @param constraints our checks and references: name to the definition they were made from
 */
record TableFacts(Map<String, Column> columns, Map<String, String> constraints) {

  record Column(String type, boolean notNull) {}

  static TableFacts read(Connection connection, String schema, String table) throws SQLException {
    Map<String, Column> columns = new LinkedHashMap<>();
    Sql.list(
        connection,
        """
        SELECT a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
          JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = ? AND c.relname = ? AND c.relkind = 'r'
          AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY a.attnum
        """,
        row -> columns.put(row.getString(1), new Column(row.getString(2), row.getBoolean(3))),
        schema,
        table);
    Map<String, String> constraints = new LinkedHashMap<>();
    Sql.list(
        connection,
        """
        SELECT k.conname, coalesce(obj_description(k.oid, 'pg_constraint'), '')
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
          JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = ? AND c.relname = ? AND (k.conname LIKE 'ck\\_%' OR k.conname LIKE 'fk\\_%')
        """,
        row -> constraints.put(row.getString(1), row.getString(2)),
        schema,
        table);
    return new TableFacts(columns, constraints);
  }

  boolean exists() {
    return !columns.isEmpty();
  }

  List<String> names() {
    return List.copyOf(columns.keySet());
  }
}
