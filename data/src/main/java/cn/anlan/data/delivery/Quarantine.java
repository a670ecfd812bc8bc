package cn.anlan.data.delivery;

import cn.anlan.data.store.Database;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.StoreException;
import cn.anlan.geo.fault.UserFault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows that wait for correction. For any threads. */
public final class Quarantine {
  /**
   * The column by which a corrected row that is sent again names the row that it corrects; the
   * files with rejected rows have it.
   */
  public static final String ID_COLUMN = "anlan_quarantine_id";

  private static final int PAGE = 1_000;
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ROW =
      "SELECT *, st_asbinary(source_geom) AS wkb FROM anlan.quarantine ";

  private final Database database;

  public Quarantine(Database database) {
    this.database = database;
  }

  /** How many rows wait, by layer; layers without any are left out. */
  public Map<String, Long> waiting() {
    Map<String, Long> counts = new LinkedHashMap<>();
    query(
        "SELECT layer, rows FROM anlan.awaiting_correction ORDER BY layer",
        row -> counts.put(row.getString(1), row.getLong(2)));
    return counts;
  }

  /**
   * Rows that wait, in the order in which they came.
   *
   * @param layer null for all; likewise {@code deliveryId}
   * @param afterId 0 for the first page, then the last id of the one before
   */
  public List<QuarantinedRow> waiting(String layer, Long deliveryId, long afterId, int limit) {
    return query(
        ROW
            + "WHERE left_how IS NULL AND id > ? AND (?::text IS NULL OR layer = ?)"
            + " AND (?::bigint IS NULL OR delivery_id = ?) ORDER BY id LIMIT ?",
        Quarantine::row,
        afterId,
        layer,
        layer,
        deliveryId,
        deliveryId,
        limit);
  }

  /** All rows of a delivery that wait, one after the other; a page of them is held at a time. */
  public void forEachWaiting(long deliveryId, Consumer<QuarantinedRow> consumer) {
    long after = 0;
    List<QuarantinedRow> page;
    do {
      page = waiting(null, deliveryId, after, PAGE);
      page.forEach(consumer);
      after = page.isEmpty() ? after : page.get(page.size() - 1).id();
    } while (page.size() == PAGE);
  }

  /**
   * Gives up rows that will never be corrected; they are kept, and no longer counted.
   *
   * @param reason why, and which post says so; no names of persons
   * @return how many of them were waiting
   * @throws UserFault where any of them does not wait; then none is given up
   */
  public int discard(List<Long> ids, String reason) {
    if (reason == null || reason.isBlank()) {
      throw new UserFault("缺少理由 (a reason is missing)", "写明理由和岗位 (say why, and which post)");
    }
    return database.inTransaction(
        "quarantine",
        null,
        connection -> {
          List<Long> gone =
              Sql.list(
                  connection,
                  "UPDATE anlan.quarantine_row SET left_how = 'discarded', left_at ="
                      + " clock_timestamp(), left_reason = ? WHERE left_how IS NULL AND id = ANY (?)"
                      + " RETURNING id",
                  row -> row.getLong(1),
                  reason,
                  ids.toArray(Long[]::new));
          List<Long> unknown = ids.stream().filter(id -> !gone.contains(id)).toList();
          if (!unknown.isEmpty()) {
            throw new UserFault(
                "不在待更正之列 (not waiting for correction): " + unknown,
                "用 ./anlan deliveries show 批次 --format json 查编号 (look up the ids)");
          }
          return gone.size();
        });
  }

  private <T> List<T> query(String sql, Sql.RowReader<T> reader, Object... values) {
    try (Connection connection = database.reader().getConnection()) {
      return Sql.list(connection, sql, reader, values);
    } catch (SQLException e) {
      throw new StoreException("reading the rows that wait for correction", e);
    }
  }

  private static QuarantinedRow row(ResultSet row) throws SQLException {
    return new QuarantinedRow(
        row.getLong("id"),
        row.getLong("delivery_id"),
        row.getString("layer"),
        row.getLong("row_number"),
        row.getString("code"),
        JSON.readValue(
            row.getString("original"), new TypeReference<LinkedHashMap<String, Object>>() {}),
        geometry(row.getBytes("wkb")),
        JSON.readValue(row.getString("issues"), new TypeReference<>() {}),
        row.getString("left_how"));
  }

  private static Geometry geometry(byte[] wkb) {
    try {
      return wkb == null ? null : new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("a stored geometry cannot be read", e);
    }
  }
}
