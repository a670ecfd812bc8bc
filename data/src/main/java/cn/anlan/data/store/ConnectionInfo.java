package cn.anlan.data.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * One login of the current database, for the program's own pools, for {@code psql} and for QGIS.
 *
 * @param jdbcUrl address with the parameters it was given, without login
 * @param password may be null where the server asks for none
 */
public record ConnectionInfo(
    String jdbcUrl, String host, int port, String database, String user, String password) {

  /** A login over TCP on a known host and port. */
  static ConnectionInfo of(String host, int port, String database, String user, String password) {
    String url = "jdbc:postgresql://" + host + ":" + port + "/" + database;
    return new ConnectionInfo(url, host, port, database, user, password);
  }

  /**
   * Takes a JDBC address apart; a login inside the address gives way to the one named beside it.
   * Empty where the driver cannot read the address.
   */
  static Optional<ConnectionInfo> parse(
      String jdbcUrl, Optional<String> user, Optional<String> password) {
    Properties parts = Driver.parseURL(jdbcUrl, new Properties());
    if (parts == null || parts.getProperty("PGHOST") == null) {
      return Optional.empty();
    }
    return Optional.of(
        new ConnectionInfo(
            withoutLogin(jdbcUrl),
            parts.getProperty("PGHOST").split(",")[0],
            Integer.parseInt(parts.getProperty("PGPORT", "5432").split(",")[0]),
            parts.getProperty("PGDBNAME"),
            user.orElse(parts.getProperty("user", System.getProperty("user.name"))),
            password.orElse(parts.getProperty("password"))));
  }

  /** The same server and database under another login. */
  ConnectionInfo as(String otherUser, String otherPassword) {
    return new ConnectionInfo(jdbcUrl, host, port, database, otherUser, otherPassword);
  }

  /** One plain connection, in autocommit mode, outside any pool. */
  Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    if (password != null) {
      properties.setProperty("password", password);
    }
    properties.setProperty("ApplicationName", "anlan");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    return DriverManager.getConnection(jdbcUrl, properties);
  }

  /** Where it is, for people: no password, no parameters. */
  public String place() {
    return host + ":" + port + "/" + database;
  }

  @Override
  public String toString() {
    return "ConnectionInfo[" + user + "@" + place() + "]";
  }

  private static String withoutLogin(String url) {
    int query = url.indexOf('?');
    if (query < 0) {
      return url;
    }
    StringBuilder kept = new StringBuilder();
    for (String parameter : url.substring(query + 1).split("&")) {
      if (!parameter.startsWith("user=") && !parameter.startsWith("password=")) {
        kept.append(kept.isEmpty() ? "?" : "&").append(parameter);
      }
    }
    return url.substring(0, query) + kept;
  }
}
