package cn.anlan.data.store;

import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Short ways for tests to run SQL and to see what a query answers, as text. */
public final class Rows {
  private Rows() {}

  /** Runs statements without a result, each by itself. */
  public static void run(DataSource source, String... statements) {
    try (Connection connection = source.getConnection()) {
      for (String statement : statements) {
        Sql.run(connection, statement);
      }
    } catch (SQLException e) {
      throw new StoreException("running test SQL", e);
    }
  }

  /** One line per row, values parted by a bar, as PostgreSQL writes them. */
  public static List<String> of(DataSource source, String query) {
    try (Connection connection = source.getConnection()) {
      return of(connection, query);
    } catch (SQLException e) {
      throw new StoreException("running a test query", e);
    }
  }

  static List<String> of(Connection connection, String query) throws SQLException {
    return Sql.list(
        connection,
        query,
        row -> {
          ResultSetMetaData meta = row.getMetaData();
          StringBuilder line = new StringBuilder();
          for (int i = 1; i <= meta.getColumnCount(); i++) {
            String value = row.getString(i);
            line.append(i == 1 ? "" : "|").append(value);
          }
          return line.toString();
        });
  }

  /** The first line. */
  public static String one(DataSource source, String query) {
    return of(source, query).get(0);
  }
}
