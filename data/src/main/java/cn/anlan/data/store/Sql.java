package cn.anlan.data.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Small helpers for SQL: rows as lists, and statements that cannot take parameters. */
public final class Sql {
  private Sql() {}

  static String ident(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  static String table(String schema, String name) {
    return schema + "." + ident(name);
  }

  static String literal(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a text for SQL holds a zero character");
    }
    return text.indexOf('\\') < 0
        ? "'" + text.replace("'", "''") + "'"
        : "E'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  /** Runs one statement, or several. */
  public static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Whether the query, whose single value is a boolean, says yes; no row means no. */
  static boolean holds(Connection connection, String sql, Object... parameters)
      throws SQLException {
    List<Boolean> rows = list(connection, sql, row -> row.getBoolean(1), parameters);
    return !rows.isEmpty() && rows.get(0);
  }

  /** The rows that a query, or a statement with RETURNING, answers. */
  public static <T> List<T> list(
      Connection connection, String sql, RowReader<T> reader, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<T> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(reader.read(result));
        }
      }
      return rows;
    }
  }

  /** Takes one value from the current row. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }
}
