package cn.anlan.data.snapshots;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.LayerTables;
import cn.anlan.data.store.StoreException;
import cn.anlan.geo.snapshot.ColumnSpec;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotStore;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Fills snapshots from PostGIS. Two connections read side by side, each the next biggest layer, and
 * share one exported snapshot of the database, so that all layers belong to one and the same data
 * version.
 *
 * <p>A layer that no version has touched since it was read is carried over. The indexes of {@code
 * data_version} and of the history's {@code version_to} tell: an insert or update leaves its
 * version in the one, an update or delete in the other. Nothing is kept for it that could become
 * wrong.
 */
public final class SnapshotLoader {
  /** A big layer takes its time. */
  private static final String LIMITS = "SET LOCAL statement_timeout = '10min'";

  /** So long is a bulk load waited for. */
  private static final long LONGEST_WAIT_NS = 5_000_000_000L;

  private static final long PAUSE_NS = 200_000_000L;
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final Database database;

  public SnapshotLoader(Database database) {
    this.database = database;
  }

  /** The columns that a layer's snapshot has. */
  public static List<ColumnSpec> columns(Layer layer) {
    return LayerReading.columns(layer);
  }

  /**
   * Reads the layers that have changed since the store's generation, or are not in it, and puts
   * them in at once.
   */
  public void loadInto(SnapshotStore store) {
    Generation held = store.current();
    try (Connection first = database.reader().getConnection();
        Connection second = database.reader().getConnection()) {
      first.setAutoCommit(false);
      second.setAutoCommit(false);
      try {
        begin(first, second);
        long version = Long.parseLong(one(first, "SELECT version FROM anlan.current_version"));
        Queue<Layer> due = new ConcurrentLinkedQueue<>(due(first, held));
        CompletableFuture<List<LayerSnapshot>> beside =
            CompletableFuture.supplyAsync(() -> read(second, due, version));
        List<LayerSnapshot> loaded;
        try {
          loaded = new ArrayList<>(read(first, due, version));
        } finally {
          due.clear(); // where one side has failed the other need not go on
          beside.handle((done, fault) -> done).join();
        }
        loaded.addAll(beside.join());
        store.put(version, loaded);
      } finally {
        first.rollback();
        second.rollback();
      }
    } catch (SQLException e) {
      throw new StoreException("读取图层 (reading the layers)", e);
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /**
   * Reads one layer alone, as it is now: for a command that asks for no other.
   *
   * @throws StoreException where it cannot be read
   */
  public LayerSnapshot read(Layer layer) {
    try (Connection connection = database.reader().getConnection()) {
      connection.setAutoCommit(false);
      try {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        one(connection, LIMITS);
        LayerTables.hold(connection, List.of(layer));
        long version = Long.parseLong(one(connection, "SELECT version FROM anlan.current_version"));
        return new LayerReading(layer).read(connection, version);
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new StoreException("读取图层 (reading the layer) " + layer.id(), e);
    }
  }

  /**
   * Begins both transactions with one view of the database. A table that is being filled is waited
   * for while none is held: one who fills several would otherwise come to wait for us in turn, and
   * the server might end his work, not ours.
   */
  private void begin(Connection first, Connection second) throws SQLException {
    long giveUp = System.nanoTime() + LONGEST_WAIT_NS;
    while (true) {
      try {
        begin(first);
        String shared = one(first, "SELECT pg_export_snapshot()");
        begin(second);
        one(second, "SET TRANSACTION SNAPSHOT '" + shared + "'");
        return;
      } catch (SQLException e) {
        boolean goOn = System.nanoTime() < giveUp && !Thread.currentThread().isInterrupted();
        if (!goOn || !LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
          throw e;
        }
        first.rollback();
        second.rollback();
        LockSupport.parkNanos(PAUSE_NS);
      }
    }
  }

  /** The tables are held first: what a transaction then sees of them is whole. */
  private void begin(Connection connection) throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    one(connection, LIMITS);
    LayerTables.holdAtOnce(connection, database.catalog().layers());
  }

  /** The layers to be read, the biggest first, so that both connections end together. */
  private List<Layer> due(Connection connection, Generation held) throws SQLException {
    Collection<Layer> layers = database.catalog().layers();
    String sizes =
        layers.stream()
            .map(l -> "SELECT '" + l.id() + "', pg_relation_size('layer." + l.id() + "')")
            .collect(Collectors.joining(" UNION ALL ", "", " ORDER BY 2 DESC"));
    String changes =
        layers.stream()
            .filter(layer -> held.find(layer.id()).isPresent())
            .map(SnapshotLoader::lastChange)
            .collect(Collectors.joining(" UNION ALL "));
    Map<String, Long> changed = changes.isEmpty() ? Map.of() : longs(connection, changes);
    return longs(connection, sizes).keySet().stream()
        .filter(id -> changed.getOrDefault(id, Long.MAX_VALUE) > held.dataVersion())
        .map(database.catalog()::getLayer)
        .toList();
  }

  private static String lastChange(Layer layer) {
    return "SELECT '%1$s', greatest((SELECT max(data_version) FROM layer.%1$s),"
            .formatted(layer.id())
        + " (SELECT max(version_to) FROM history.%s), 0)".formatted(layer.id());
  }

  private static List<LayerSnapshot> read(Connection connection, Queue<Layer> due, long version) {
    List<LayerSnapshot> loaded = new ArrayList<>();
    for (Layer layer = due.poll(); layer != null; layer = due.poll()) {
      try {
        loaded.add(new LayerReading(layer).read(connection, version));
      } catch (SQLException e) {
        throw new StoreException("读取图层 (reading the layer) " + layer.id(), e);
      }
    }
    return loaded;
  }

  private static Map<String, Long> longs(Connection connection, String sql) throws SQLException {
    Map<String, Long> values = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        values.put(row.getString(1), row.getLong(2));
      }
    }
    return values;
  }

  /** Runs statements and answers the one value of the last, or null where it has none. */
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
}
