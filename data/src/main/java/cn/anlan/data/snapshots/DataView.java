package cn.anlan.data.snapshots;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.LayerTables;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * One view of the database, over one connection or two that share it: whatever is read through
 * either belongs to the same data version. Closing gives the connections back; where a COPY was
 * broken off on one, {@link #spoil} has them thrown away instead.
 */
final class DataView implements AutoCloseable {
  /** A big layer takes its time. */
  private static final String LIMITS = "SET LOCAL statement_timeout = '10min'";

  private static final long PAUSE_NS = 200_000_000L;
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final Database database;
  private final Collection<Layer> layers;
  private final List<Connection> connections = new ArrayList<>();
  private volatile boolean spoilt;
  private long version;

  private DataView(Database database, Collection<Layer> layers) {
    this.database = database;
    this.layers = layers;
  }

  /**
   * @param layers that are to be read
   * @param connections one or two
   * @param longestWait for the end of a bulk load into one of them
   */
  static DataView open(
      Database database, Collection<Layer> layers, int connections, Duration longestWait)
      throws SQLException {
    DataView view = new DataView(database, layers);
    try {
      for (int i = 0; i < connections; i++) {
        Connection connection = database.reader().getConnection();
        view.connections.add(connection);
        connection.setAutoCommit(false);
      }
      view.begin(longestWait);
      view.version = Long.parseLong(one(view.first(), "SELECT version FROM anlan.current_version"));
      return view;
    } catch (SQLException | RuntimeException | Error e) {
      view.spoil();
      view.close();
      throw e;
    }
  }

  /** The data version that it shows. */
  long version() {
    return version;
  }

  Connection first() {
    return connections.get(0);
  }

  /** The last of the connections; the first where there is only one. */
  Connection last() {
    return connections.get(connections.size() - 1);
  }

  /** Has the connections thrown away: what is on its way there must not answer anybody else. */
  void spoil() {
    spoilt = true;
  }

  /**
   * Begins all transactions with one view of the database. A table that is being filled is waited
   * for while none is held: one who fills several would otherwise come to wait for us in turn, and
   * the server might end his work, not ours.
   */
  private void begin(Duration longestWait) throws SQLException {
    long giveUp = System.nanoTime() + longestWait.toNanos();
    while (true) {
      try {
        begin(first());
        if (connections.size() > 1) {
          String shared = one(first(), "SELECT pg_export_snapshot()");
          begin(last());
          one(last(), "SET TRANSACTION SNAPSHOT '" + shared + "'");
        }
        return;
      } catch (SQLException e) {
        boolean goOn = System.nanoTime() < giveUp && !Thread.currentThread().isInterrupted();
        if (!goOn || !LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
          throw e;
        }
        for (Connection connection : connections) {
          connection.rollback();
        }
        LockSupport.parkNanos(PAUSE_NS);
      }
    }
  }

  /** The tables are held first: what a transaction then sees of them is whole. */
  private void begin(Connection connection) throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    one(connection, LIMITS);
    LayerTables.holdAtOnce(connection, layers);
  }

  /** Runs a statement and answers the one value of it, or null where it has none. */
  private static String one(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return null;
      }
      try (ResultSet row = statement.getResultSet()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    SQLException failed = null;
    for (Connection connection : connections) {
      try (connection) {
        if (spoilt) {
          database.discard(connection);
        } else {
          connection.rollback();
        }
      } catch (SQLException e) {
        failed = e;
      }
    }
    if (failed != null && !spoilt) {
      throw failed;
    }
  }
}
