package cn.anlan.data.store;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.geo.fault.UserFault;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A migrated PostGIS with the catalogue's layer tables, in reach until closed.
 *
 * <p>Safe for use by several threads. Closing ends both pools and leaves the private cluster, which
 * stops when nobody else uses it.
 */
public final class Database implements AutoCloseable {
  private final Logins logins;
  private final Catalog catalog;
  private final Optional<PrivateCluster> cluster;
  private final HikariDataSource owner;
  private final HikariDataSource reader;

  private Database(
      Logins logins, Catalog catalog, Optional<PrivateCluster> cluster, String postgisSchema) {
    this.logins = logins;
    this.catalog = catalog;
    this.cluster = cluster;
    this.owner = Pools.owner(logins, postgisSchema);
    this.reader = Pools.reader(logins, postgisSchema);
  }

  /**
   * Starts what must be started, migrates, makes and widens the layer tables.
   *
   * @throws UserFault where something is missing that the user can supply, or where the catalogue's
   *     change would destroy data
   */
  public static Database open(Settings settings, Progress progress) {
    Catalog catalog = Catalog.load(settings.confDir());
    if (settings.dbUrl().isPresent()) {
      Logins logins = new ServerDatabase(settings).open(progress);
      return over(logins, catalog, Optional.empty(), progress);
    }
    PrivateCluster cluster = PrivateCluster.open(settings.varDir(), progress);
    try {
      Logins logins = new PrivateDatabase(cluster, PrivateDatabase.NAME).open(progress);
      return over(logins, catalog, Optional.of(cluster), progress);
    } catch (RuntimeException | Error e) {
      cluster.close();
      throw e;
    }
  }

  /** Migrates the database that the logins lead to and makes its layer tables. */
  static Database over(
      Logins logins, Catalog catalog, Optional<PrivateCluster> cluster, Progress progress) {
    Migrations.run(logins.owner(), progress);
    try (Connection connection = logins.owner().connect()) {
      Sql.run(connection, "SET lock_timeout = '60s'");
      LayerTables.ensure(connection, catalog, progress);
      if (logins.readerIsSeparate()) {
        ReaderGrants.ensure(connection);
      }
      String postgis = Postgis.findSchema(connection).orElseThrow();
      return new Database(logins, catalog, cluster, postgis);
    } catch (SQLException e) {
      throw StoreException.of("making the layer tables", e);
    }
  }

  /** Connections that read and write. For changes, prefer {@link #inTransaction}. */
  public DataSource owner() {
    return owner;
  }

  /** Connections that only read; a statement ends after 60 seconds. */
  public DataSource reader() {
    return reader;
  }

  /** One reading connection outside the pool, in autocommit mode: for one who listens for long. */
  public Connection connectReader() throws SQLException {
    return logins.reader().connect();
  }

  /**
   * Takes a reading connection out of use for good, because a COPY was broken off on it: what is
   * still on its way would be taken for the answer to the next statement.
   */
  public void discard(Connection ofReader) {
    reader.evictConnection(ofReader);
  }

  public Catalog catalog() {
    return catalog;
  }

  /** Login of the owner, for {@code psql}. */
  public ConnectionInfo ownerLogin() {
    return logins.owner();
  }

  /** Login that only reads, for QGIS; the owner's own where {@link #hasReaderLogin} is false. */
  public ConnectionInfo readerLogin() {
    return logins.reader();
  }

  /** Whether the server let us have a login of its own for reading. */
  public boolean hasReaderLogin() {
    return logins.readerIsSeparate();
  }

  /** The private cluster below it; empty on a server of the office's own. */
  public Optional<PrivateCluster> cluster() {
    return cluster;
  }

  /**
   * Starts a private server again that has died; nothing where it runs, or where the server is the
   * office's own.
   */
  public void reviveCluster() {
    cluster.ifPresent(PrivateCluster::revive);
  }

  /**
   * Does work whole or not at all. All layer rows it writes take one and the same new data version;
   * if it writes none, there is none.
   *
   * @param author who answers for the change; stands in the version log
   * @param reason why, for people; may be null
   * @throws StoreException where the database refuses, also at the commit (deferred references)
   * @throws UserFault where another writer keeps the data locked for more than a minute
   */
  public <T> T inTransaction(String author, String reason, SqlFunction<Connection, T> work) {
    try (Connection connection = owner.getConnection()) {
      return inTransaction(connection, author, reason, work);
    } catch (SQLException e) {
      throw StoreException.of("changing the data (" + reason + ")", e);
    }
  }

  /**
   * The same on a connection that the caller has of {@link #owner} and keeps, because it holds
   * temporary tables.
   */
  public static <T> T inTransaction(
      Connection connection, String author, String reason, SqlFunction<Connection, T> work) {
    try {
      return carryThrough(connection, author, reason, work);
    } catch (SQLException e) {
      throw StoreException.of("changing the data (" + reason + ")", e);
    } catch (IOException e) {
      throw new UncheckedIOException("changing the data (" + reason + ")", e);
    }
  }

  private static <T> T carryThrough(
      Connection connection, String author, String reason, SqlFunction<Connection, T> work)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    try {
      Sql.list(
          connection,
          "SELECT set_config('anlan.author', ?, true), set_config('anlan.reason', ?, true)",
          row -> row.getString(1),
          author,
          reason == null ? "" : reason);
      T result = work.apply(connection);
      connection.commit();
      return result;
    } catch (SQLException | IOException | RuntimeException | Error e) {
      try {
        connection.rollback();
      } catch (SQLException broken) {
        e.addSuppressed(broken);
      }
      throw e;
    }
  }

  /** The version of the last committed change; 0 where there was none. */
  public long dataVersion() {
    try (Connection connection = reader.getConnection()) {
      return Sql.list(
              connection, "SELECT version FROM anlan.current_version", row -> row.getLong(1))
          .get(0);
    } catch (SQLException e) {
      throw StoreException.of("reading the data version", e);
    }
  }

  @Override
  public void close() {
    reader.close();
    owner.close();
    cluster.ifPresent(PrivateCluster::close);
  }

  /**
   * Closes also when the process is ended by a signal; for programs with no shutdown of their own.
   */
  public Database closeAtExit() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "close-database"));
    return this;
  }
}
