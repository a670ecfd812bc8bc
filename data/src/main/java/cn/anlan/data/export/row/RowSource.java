package cn.anlan.data.export.row;

import cn.anlan.data.export.metadata.Facts;
import cn.anlan.data.export.plan.ExportPlan;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.LayerTables;
import cn.anlan.data.store.Sql;
import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * The rows of a plan in one read-only view of the database, at one data version: the present one,
 * or the one that a snapshot has answered for, also when there are newer ones meanwhile.
 */
public final class RowSource implements AutoCloseable {
  /** Long enough for the largest layer; a stalled receiver must not hold the table for ever. */
  private static final String LIMITS =
      "SET LOCAL statement_timeout = '30min'; SET LOCAL lock_timeout = '5s'";

  /** Rows come in the order of the key's index, at once, and are not sorted first. */
  private static final String NO_SORT = "SET LOCAL enable_sort = off";

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final Database database;
  private final Connection connection;
  private final ExportPlan plan;
  private final long dataVersion;
  private final boolean present;

  /** Whether rows are still to come on the connection. */
  private boolean reading;

  private RowSource(
      Database database,
      Connection connection,
      ExportPlan plan,
      long dataVersion,
      boolean present) {
    this.database = database;
    this.connection = connection;
    this.plan = plan;
    this.dataVersion = dataVersion;
    this.present = present;
  }

  /**
   * @throws UserFault where the layer is just being filled
   */
  public static RowSource open(Database database, ExportPlan plan) throws SQLException {
    Connection connection = database.reader().getConnection();
    try {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      Sql.run(connection, LIMITS);
      LayerTables.hold(connection, List.of(plan.layer()));
      long now =
          Sql.list(connection, "SELECT version FROM anlan.current_version", r -> r.getLong(1))
              .get(0);
      long wanted = plan.request().selection().dataVersion().orElse(now);
      return new RowSource(database, connection, plan, wanted, wanted >= now);
    } catch (SQLException e) {
      release(connection);
      if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
        throw new UserFault(
            "图层 " + plan.layer().id() + " 正在装入数据 (the layer is being filled)",
            "稍候再试 (try again in a moment)");
      }
      throw e;
    }
  }

  /** The data version at which the rows are read. */
  public long dataVersion() {
    return dataVersion;
  }

  /**
   * @param told how many there were so far, now and then; may throw to end it
   */
  public void forEach(RowWriter writer, Facts facts, LongConsumer told)
      throws SQLException, IOException {
    if (present) {
      Sql.run(connection, NO_SORT);
    }
    String rows =
        present
            ? LayerTables.table(plan.layer())
            : LayerTables.rowsAtVersion(plan.layer(), dataVersion);
    reading = true;
    new RowReader(plan, rows).forEach(connection, writer, facts, told);
    reading = false;
  }

  @Override
  public void close() throws SQLException {
    if (reading) {
      database.discard(connection);
    } else {
      release(connection);
    }
  }

  private static void release(Connection connection) throws SQLException {
    try (connection) {
      connection.rollback();
    }
  }
}
