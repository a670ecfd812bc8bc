package cn.anlan.data.store;

import cn.anlan.data.catalog.Catalog;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Fresh databases for tests, in one private cluster for each JVM that runs a module's tests.
 *
 * <p>The cluster is made and run by the product's own code, below {@code target/}; only fsync is
 * off. A database is copied from a migrated template, in about a tenth of a second. The cluster
 * goes with the JVM, files and all: to drop hundreds of databases one by one takes half a minute.
 */
public final class TestDatabase {
  private static final String TEMPLATE = "template_anlan";

  /** Which of several JVMs that run a module's tests side by side this is. */
  private static final String FORK = System.getProperty("anlan.fork", "");

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static PrivateCluster cluster;

  private TestDatabase() {}

  /** An empty database with the product's own layers; to be closed by the caller. */
  public static Database open() {
    return open(null);
  }

  /**
   * An empty database with the product's layers and those of a configuration directory.
   *
   * @param confDir as for {@link Catalog#load}
   */
  public static Database open(Path confDir) {
    return over(create(), Catalog.load(confDir));
  }

  /** The same database, opened once more with another catalogue. */
  static Database reopen(Database database, Path confDir) {
    return over(
        new Logins(database.ownerLogin(), database.readerLogin(), true), Catalog.load(confDir));
  }

  /** The cluster that the test databases are in; not to be closed. */
  static synchronized PrivateCluster cluster() {
    if (cluster == null) {
      Path var = TestDirectories.fresh("test-postgres" + FORK);
      cluster =
          PrivateCluster.open(
              var,
              Progress.silent(),
              Map.of(
                  "fsync",
                  "off",
                  "synchronous_commit",
                  "off",
                  "full_page_writes",
                  "off",
                  "shared_buffers",
                  "128MB"));
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> TestDirectories.leave(var), "remove-test-postgres"));
      Logins logins = new PrivateDatabase(cluster, TEMPLATE).open(Progress.silent());
      over(logins, Catalog.load(null)).close();
    }
    return cluster;
  }

  private static Database over(Logins logins, Catalog catalog) {
    return Database.over(logins, catalog, Optional.empty(), Progress.silent());
  }

  private static Logins create() {
    PrivateCluster in = cluster();
    String name = "test_" + COUNT.incrementAndGet();
    synchronized (TestDatabase.class) {
      try (Connection connection = in.superuser("postgres").connect()) {
        Sql.run(
            connection,
            "CREATE DATABASE "
                + name
                + " OWNER anlan_owner TEMPLATE "
                + TEMPLATE
                + " STRATEGY file_copy");
        PrivateDatabase.restrict(connection, name);
      } catch (SQLException e) {
        throw new StoreException("making the test database " + name, e);
      }
    }
    return new PrivateDatabase(in, name).open(Progress.silent());
  }
}
