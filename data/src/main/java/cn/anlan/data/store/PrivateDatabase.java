package cn.anlan.data.store;

import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * Roles, database and extension inside a private cluster. Every step can be repeated, so a kill
 * between two of them is put right by the next start, and so are lost password files.
 */
final class PrivateDatabase {
  static final String NAME = "anlan";

  /** Held while roles and databases are made; any number that nothing else uses. */
  private static final long PROVISION_LOCK = 0x616e6c616eL;

  private static final String LIMITS =
      " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS";

  private final PrivateCluster cluster;
  private final String database;

  PrivateDatabase(PrivateCluster cluster, String database) {
    this.cluster = cluster;
    this.database = database;
  }

  /** The logins of the database, which is made or put in order where that is needed. */
  Logins open(Progress progress) {
    Logins logins = logins();
    if (!works(logins)) {
      progress.step("建立数据库与账户 (making database and logins)");
      provision(logins);
    }
    return logins;
  }

  private Logins logins() {
    ConnectionInfo owner = info(Logins.OWNER);
    return new Logins(owner, info(Logins.READER), true);
  }

  private ConnectionInfo info(String role) {
    Path dir = secretsDir(cluster.varDir());
    String password = Secrets.getOrCreate(dir.resolve(role + ".password"));
    return ConnectionInfo.of(PrivateCluster.HOST, cluster.port(), database, role, password);
  }

  /** The directory of passwords, mode 700. */
  static Path secretsDir(Path var) {
    Path dir = var.resolve("secrets");
    try {
      if (!Files.isDirectory(dir)) {
        Files.createDirectories(
            dir,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      return dir;
    } catch (IOException e) {
      throw new UncheckedIOException("making " + dir, e);
    }
  }

  private static boolean works(Logins logins) {
    try (Connection owner = logins.owner().connect();
        Connection reader = logins.reader().connect()) {
      return Postgis.findSchema(owner).isPresent() && reader.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  private void provision(Logins logins) {
    try (Connection connection = cluster.superuser(PrivateCluster.SUPERUSER).connect()) {
      Sql.run(connection, "SELECT pg_advisory_lock(" + PROVISION_LOCK + ")");
      makeRole(connection, logins.owner());
      makeRole(connection, logins.reader());
      String reader = Sql.ident(Logins.READER);
      Sql.run(connection, "ALTER ROLE " + reader + " SET default_transaction_read_only = on");
      Sql.run(connection, "ALTER ROLE " + reader + " SET statement_timeout = '60s'");
      Sql.run(connection, "ALTER ROLE " + reader + " CONNECTION LIMIT 24");
      makeDatabase(connection);
      Sql.run(connection, "REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
      makeExtension();
    } catch (SQLException e) {
      throw new StoreException("making the database and its logins", e);
    }
  }

  private static void makeRole(Connection connection, ConnectionInfo login) throws SQLException {
    String role = Sql.ident(login.user());
    if (!Sql.holds(
        connection, "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)", login.user())) {
      Sql.run(connection, "CREATE ROLE " + role + LIMITS);
    } else {
      Sql.run(connection, "ALTER ROLE " + role + LIMITS);
    }
    setPassword(connection, login);
  }

  /** Sends the password's SCRAM verifier only, so that the password stands in no server log. */
  static void setPassword(Connection connection, ConnectionInfo login) throws SQLException {
    connection
        .unwrap(PGConnection.class)
        .alterUserPassword(login.user(), login.password().toCharArray(), "scram-sha-256");
  }

  private void makeDatabase(Connection connection) throws SQLException {
    String name = Sql.ident(database);
    if (!Sql.holds(
        connection, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = ?)", database)) {
      Sql.run(
          connection,
          "CREATE DATABASE "
              + name
              + " OWNER "
              + Sql.ident(Logins.OWNER)
              + " TEMPLATE template0 ENCODING 'UTF8'");
    }
    restrict(connection, database);
  }

  /** Lets the owner and the reader in, and nobody else. */
  static void restrict(Connection superuser, String database) throws SQLException {
    String name = Sql.ident(database);
    Sql.run(superuser, "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
    Sql.run(superuser, "GRANT CONNECT ON DATABASE " + name + " TO " + Sql.ident(Logins.READER));
  }

  private void makeExtension() throws SQLException {
    try (Connection connection = cluster.superuser(database).connect()) {
      if (!Postgis.isAvailable(connection)) {
        String packageName = "postgresql-" + cluster.major() + "-postgis-3";
        throw new UserFault(
            "PostgreSQL " + cluster.major() + " 缺少扩展 (lacks the extension) PostGIS",
            "安装软件包 (install package): apt-get install " + packageName);
      }
      Sql.run(connection, "CREATE EXTENSION IF NOT EXISTS postgis");
      for (String function :
          new String[] {"lo_creat(int)", "lo_create(oid)", "lo_from_bytea(oid,bytea)"}) {
        Sql.run(connection, "REVOKE EXECUTE ON FUNCTION pg_catalog." + function + " FROM PUBLIC");
      }
    }
  }
}
