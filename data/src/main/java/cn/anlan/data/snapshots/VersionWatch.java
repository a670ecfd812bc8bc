package cn.anlan.data.snapshots;

import cn.anlan.data.store.Database;
import cn.anlan.data.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * Hears of new data versions. The counter's trigger notifies whoever listens when a writing
 * transaction commits, also one typed in psql or QGIS; and because a notification can be lost on
 * the way (a pooler between, a server that was restarted) the version is also asked for, at the
 * latest after the wait. It has one connection of its own, made anew when it breaks. For one
 * thread.
 */
public final class VersionWatch implements AutoCloseable {
  private static final String CHANNEL = "anlan_version";

  /** Somebody pulled the cable: no answer in this time is none. */
  private static final int ANSWER_MS = 10_000;

  private final Database database;
  private Connection connection;
  private long knownVersion;
  private Timestamp knownCommit; // null for the version 0, which no transaction took
  private boolean forgotten; // a version was read of which it is not known when it was committed

  /**
   * What the database says.
   *
   * @param version the last one committed
   * @param sameHistory whether the version that was remembered is still the one it was; not where
   *     the database was put back to an earlier state or is another one
   */
  public record Seen(long version, boolean sameHistory) {}

  public VersionWatch(Database database) {
    this.database = database;
  }

  /**
   * Waits until a new version is announced, at most so long, and asks.
   *
   * @throws SQLException where the database does not answer; the next call tries again
   */
  public Seen await(Duration most) throws SQLException {
    try {
      if (connection == null) {
        connect(); // and ask at once: what was announced meanwhile nobody heard
      } else {
        connection.unwrap(PGConnection.class).getNotifications((int) most.toMillis());
      }
      return look();
    } catch (SQLException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Keeps in mind what the version is, to recognise it. Where that fails, whatever comes next may
   * be another history, and is said to be.
   *
   * @throws SQLException as {@link #await}
   */
  public void remember(long version) throws SQLException {
    forgotten = true;
    try {
      knownCommit = committedAt(version);
      knownVersion = version;
      forgotten = false;
    } catch (SQLException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private Seen look() throws SQLException {
    long version =
        Sql.list(connection, "SELECT version FROM anlan.current_version", row -> row.getLong(1))
            .get(0);
    boolean same = knownCommit == null || knownCommit.equals(committedAt(knownVersion));
    return new Seen(version, !forgotten && same && version >= knownVersion);
  }

  private Timestamp committedAt(long version) throws SQLException {
    List<Timestamp> commits =
        Sql.list(
            connection,
            "SELECT committed_at FROM anlan.versions WHERE version = ?",
            row -> row.getTimestamp(1),
            version);
    return commits.isEmpty() ? null : commits.get(0);
  }

  private void connect() throws SQLException {
    connection = database.connectReader();
    connection.setNetworkTimeout(Runnable::run, ANSWER_MS);
    Sql.run(connection, "LISTEN " + CHANNEL);
  }

  @Override
  public void close() {
    Connection old = connection;
    connection = null;
    if (old != null) {
      try {
        old.close();
      } catch (SQLException alreadyBroken) {
        // There is nothing left to close.
      }
    }
  }
}
