package cn.anlan.data.store;

import cn.anlan.geo.fault.UserFault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A database on a server of the office's own, named by {@code ANLAN_DB_URL}. Nothing is changed
 * outside the schemas {@code anlan}, {@code layer} and {@code history}, except that PostGIS and the
 * read-only login are made where they are missing and the given login may make them.
 */
final class ServerDatabase {
  private static final String NO_PERMISSION = "42501";
  private static final int OLDEST_VERSION_NUM = PostgresPrograms.OLDEST * 10_000;

  private final Settings settings;

  ServerDatabase(Settings settings) {
    this.settings = settings;
  }

  Logins open(Progress progress) {
    ConnectionInfo owner =
        ConnectionInfo.parse(
                settings.dbUrl().orElseThrow(), settings.dbUser(), settings.dbPassword())
            .orElseThrow(
                () ->
                    new UserFault(
                        "读不懂 ANLAN_DB_URL (cannot read it)",
                        "应形如 (write it like) jdbc:postgresql://host:5432/database"));
    try (Connection connection = connect(owner)) {
      progress.step("使用数据库服务器 (using the server) " + owner.place());
      requireVersion(connection);
      if (Postgis.findSchema(connection).isEmpty()) {
        Postgis.createOn(connection, owner.database());
      }
      return reader(connection, owner)
          .map(reader -> new Logins(owner, reader, true))
          .orElseGet(() -> new Logins(owner, owner, false));
    } catch (SQLException e) {
      throw new StoreException("preparing the database " + owner.place(), e);
    }
  }

  private static Connection connect(ConnectionInfo owner) {
    try {
      return owner.connect();
    } catch (SQLException e) {
      throw new UserFault(
          "连不上数据库 (cannot connect to) "
              + owner.place()
              + "，用户 (user) "
              + owner.user()
              + reason(e.getSQLState()),
          "检查 (check) ANLAN_DB_URL, ANLAN_DB_USER, ANLAN_DB_PASSWORD");
    }
  }

  private static String reason(String sqlState) {
    return switch (String.valueOf(sqlState)) {
      case "28P01", "28000", "08004" -> "：用户或密码不对 (login refused)";
      case "3D000" -> "：没有这个库 (no such database)";
      case "08001" -> "：服务器没有应答 (no answer)";
      default -> "：" + sqlState;
    };
  }

  private static void requireVersion(Connection connection) throws SQLException {
    if (!Sql.holds(
        connection, "SELECT current_setting('server_version_num')::int >= ?", OLDEST_VERSION_NUM)) {
      throw new UserFault(
          "数据库服务器太旧 (the server is too old)",
          "需要 PostgreSQL " + PostgresPrograms.OLDEST + " 或更新 (or newer)");
    }
  }

  /** The read-only login: the one we know of, else a new one where we may make it. */
  private Optional<ConnectionInfo> reader(Connection connection, ConnectionInfo owner)
      throws SQLException {
    Path file =
        PrivateDatabase.secretsDir(settings.varDir()).resolve(Logins.READER + ".server.password");
    Optional<String> known = Secrets.find(file);
    if (known.isPresent() && works(owner.as(Logins.READER, known.get()))) {
      return Optional.of(owner.as(Logins.READER, known.get()));
    }
    boolean exists =
        Sql.holds(
            connection, "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)", Logins.READER);
    if (exists) {
      return Optional.empty();
    }
    ConnectionInfo reader = owner.as(Logins.READER, Secrets.getOrCreate(file));
    try {
      Sql.run(connection, "CREATE ROLE " + Sql.ident(Logins.READER) + " LOGIN");
      PrivateDatabase.setPassword(connection, reader);
    } catch (SQLException e) {
      if (NO_PERMISSION.equals(e.getSQLState())) {
        return Optional.empty();
      }
      throw e;
    }
    return works(reader) ? Optional.of(reader) : Optional.empty();
  }

  private static boolean works(ConnectionInfo login) {
    try (Connection connection = login.connect()) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }
}
