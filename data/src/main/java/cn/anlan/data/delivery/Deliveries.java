package cn.anlan.data.delivery;

import cn.anlan.data.privacy.PersonalData;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.LayerTables;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.StoreException;
import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The deliveries that were committed, and the taking back of one. For any threads. */
public final class Deliveries {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Undoes the transaction of a dry run after it was carried through. */
  private static final class DryRunDone extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient RollbackReport report;

    DryRunDone(RollbackReport report) {
      this.report = report;
    }
  }

  private final Database database;

  public Deliveries(Database database) {
    this.database = database;
  }

  /**
   * Deliveries, the latest first.
   *
   * @param layer null for all
   * @param beforeId {@link Long#MAX_VALUE} for the first page
   */
  public List<StoredDelivery> list(String layer, long beforeId, int limit) {
    return query(
        "SELECT * FROM anlan.deliveries WHERE id < ? AND (?::text IS NULL OR layer = ?)"
            + " ORDER BY id DESC LIMIT ?",
        beforeId,
        layer,
        layer,
        limit);
  }

  public Optional<StoredDelivery> find(long id) {
    return query("SELECT * FROM anlan.deliveries WHERE id = ?", id).stream().findFirst();
  }

  /**
   * @throws UserFault where there is no such delivery
   */
  public StoredDelivery get(long id) {
    return find(id)
        .orElseThrow(
            () ->
                new UserFault(
                    "没有批次 " + id + " (no such delivery)",
                    "用 ./anlan deliveries list 列出 (list them)"));
  }

  /**
   * Writes the rows of a delivery that wait for correction, in the form in which they came.
   *
   * @param out is closed
   * @throws UserFault where none of its rows waits; nothing was written
   */
  public void writeRejected(long id, OutputStream out) throws IOException {
    try (out) {
      StoredDelivery delivery = get(id);
      if (delivery.awaiting() == 0) {
        throw new UserFault(
            "批次 " + id + " 没有待更正的行 (no row of it waits for correction)", "无需更正 (nothing to do)");
      }
      try (RejectedRowsWriter writer = new RejectedRowsWriter(delivery.originalForm(), out)) {
        new Quarantine(database)
            .forEachWaiting(
                id,
                row -> {
                  try {
                    writer.write(row);
                  } catch (IOException e) {
                    throw new UncheckedIOException("writing the rows that wait", e);
                  }
                });
      }
    }
  }

  /**
   * Takes back a delivery as a whole, by a new version: rows that it added go, rows that it changed
   * or removed are again as they were. Its rows in quarantine end; rows that it had corrected wait
   * again.
   *
   * @param author who answers for it
   * @param reason why, for people
   * @param dryRun carries it through and undoes it, so that the report is what would happen
   * @throws UserFault where later changes stand on it, where rows that would go are referred to, or
   *     where it was taken back already; nothing was changed
   */
  public RollbackReport rollback(long id, String author, String reason, boolean dryRun) {
    try {
      return database.inTransaction(
          author,
          "撤销批次 (taking back delivery) " + id + (reason == null ? "" : ": " + reason),
          connection -> {
            RollbackReport report = rollback(connection, id, author, reason);
            if (dryRun) {
              throw new DryRunDone(report);
            }
            return report;
          });
    } catch (DryRunDone done) {
      return done.report.asDryRun(database.dataVersion());
    }
  }

  private RollbackReport rollback(Connection connection, long id, String author, String reason)
      throws SQLException {
    Sql.run(connection, "SELECT FROM anlan.data_version FOR UPDATE");
    StoredDelivery delivery = get(id);
    requireUndoable(delivery);
    Rollback.Counts counts =
        changedRows(connection, delivery)
            ? new Rollback(connection, database.catalog(), delivery).run()
            : new Rollback.Counts(0, 0, 0);
    long record = insert(connection, delivery, author, reason, counts);
    long ended =
        count(
            connection,
            "UPDATE anlan.quarantine_row SET left_how = 'undone', left_at = clock_timestamp(),"
                + " left_by = ? WHERE left_how IS NULL AND delivery_id = ? RETURNING 1",
            record,
            id);
    long reopened =
        count(
            connection,
            "UPDATE anlan.quarantine_row SET left_how = NULL, left_at = NULL, left_by = NULL"
                + " WHERE left_by = ? RETURNING 1",
            id);
    holdReferences(connection, id);
    long version =
        Sql.list(
                connection,
                "UPDATE anlan.delivery SET data_version ="
                    + " coalesce(anlan.version_of_this_transaction(),"
                    + " (SELECT version FROM anlan.data_version))"
                    + " WHERE id = ? RETURNING data_version",
                row -> row.getLong(1),
                record)
            .get(0);
    return new RollbackReport(
        id,
        delivery.layer(),
        false,
        record,
        counts.deleted(),
        counts.restored(),
        counts.returned(),
        ended,
        reopened,
        version);
  }

  private void requireUndoable(StoredDelivery delivery) {
    if (delivery.kind().equals("rollback")) {
      throw new UserFault(
          "批次 " + delivery.id() + " 本身是撤销,不能再撤销 (is itself a taking back)",
          "重新导入原文件 " + delivery.fileName() + " (import the file again)");
    }
    if (delivery.undoneBy() != null) {
      throw new UserFault(
          "批次 %d 已由批次 %d 撤销 (was taken back already)".formatted(delivery.id(), delivery.undoneBy()),
          "无需再撤销 (nothing to do)");
    }
    if (database.catalog().layers().stream().noneMatch(l -> l.id().equals(delivery.layer()))) {
      throw new UserFault(
          "目录中已没有图层 " + delivery.layer() + " (the catalogue no longer has the layer)",
          "恢复该图层的目录文件 (put its catalogue file back)");
    }
  }

  /** A delivery that changed nothing has the version of another one, which must not be undone. */
  private boolean changedRows(Connection connection, StoredDelivery delivery) throws SQLException {
    if (delivery.inserted() != null) {
      return delivery.inserted() + delivery.updated() + delivery.removed() > 0;
    }
    return Sql.list(
                connection,
                "SELECT 1 FROM "
                    + LayerTables.rowsAtVersion(
                        database.catalog().getLayer(delivery.layer()), delivery.dataVersion())
                    + " WHERE data_version = ? AND delivery_id = ? LIMIT 1",
                row -> row.getInt(1),
                delivery.dataVersion(),
                delivery.id())
            .size()
        == 1;
  }

  private static long insert(
      Connection connection,
      StoredDelivery undone,
      String author,
      String reason,
      Rollback.Counts counts)
      throws SQLException {
    return Sql.list(
            connection,
            """
            INSERT INTO anlan.delivery (layer, kind, file_name, sha256, crs, mode, accepted, rejected,
              inserted, updated, removed, unchanged, author, options, undoes, data_version)
            VALUES (?, 'rollback', ?, ?, ?, 'strict', ?, 0, ?, ?, ?, 0, ?, ?::jsonb, ?, 0) RETURNING id
            """,
            row -> row.getLong(1),
            undone.layer(),
            undone.fileName(),
            undone.sha256(),
            undone.crs(),
            counts.deleted() + counts.restored() + counts.returned(),
            counts.returned(),
            counts.restored(),
            counts.deleted(),
            PersonalData.masked(author),
            JSON.writeValueAsString(
                Map.of("reason", reason == null ? "" : PersonalData.masked(reason))),
            undone.id())
        .get(0);
  }

  /** What rows that come back refer to may be gone; that is known before the commit. */
  private static void holdReferences(Connection connection, long id) throws SQLException {
    try {
      Sql.run(connection, "SET CONSTRAINTS ALL IMMEDIATE");
    } catch (SQLException e) {
      if (!"23503".equals(e.getSQLState())) {
        throw e;
      }
      throw new UserFault(
          "不能撤销批次 " + id + ": 恢复的行所引用的行已不在 (what a returning row refers to is gone)",
          "先恢复被引用的行 (first bring back what it refers to)");
    }
  }

  private static long count(Connection connection, String sql, Object... values)
      throws SQLException {
    return Sql.list(connection, sql, row -> row.getInt(1), values).size();
  }

  private List<StoredDelivery> query(String sql, Object... values) {
    try (Connection connection = database.reader().getConnection()) {
      return Sql.list(connection, sql, DeliveryRow::read, values);
    } catch (SQLException e) {
      throw new StoreException("reading deliveries", e);
    }
  }
}
