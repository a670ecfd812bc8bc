package cn.anlan.data.store;

import cn.anlan.geo.fault.UserFault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The PostGIS extension of a database: whether it is there, and in which schema. */
final class Postgis {
  static final int SRID = 4490;

  private static final String NO_PERMISSION = "42501";
  private static final String CREATE = "CREATE EXTENSION postgis";

  private Postgis() {}

  static Optional<String> findSchema(Connection connection) throws SQLException {
    return Sql.list(
            connection,
            "SELECT n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace"
                + " WHERE e.extname = 'postgis'",
            row -> row.getString(1))
        .stream()
        .findFirst();
  }

  static boolean isAvailable(Connection connection) throws SQLException {
    return Sql.holds(
        connection, "SELECT EXISTS (SELECT FROM pg_available_extensions WHERE name = 'postgis')");
  }

  /**
   * Makes the extension on a server that is not ours.
   *
   * @throws UserFault where it is not installed or we may not; it says what the administrator must
   *     run
   */
  static void createOn(Connection connection, String database) throws SQLException {
    if (!isAvailable(connection)) {
      throw new UserFault(
          "数据库服务器没有安装 PostGIS (PostGIS is not installed on the server)",
          "请管理员在服务器上安装 PostGIS 3 (ask its administrator to install PostGIS 3)");
    }
    try {
      Sql.run(connection, CREATE);
    } catch (SQLException e) {
      if (NO_PERMISSION.equals(e.getSQLState())) {
        throw new UserFault(
            "没有权限建立 PostGIS 扩展 (no permission to create the extension)",
            "请数据库管理员在库 " + database + " 中执行 (ask the administrator to run there): " + CREATE + ";");
      }
      throw e;
    }
  }
}
