package cn.anlan.data.watch;

import cn.anlan.data.store.Database;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.StoreException;
import cn.anlan.data.watch.Watch.Look;
import cn.anlan.geo.fault.UserFault;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.io.WKBWriter;
import tools.jackson.databind.json.JsonMapper;

/** Keeps watches, their last look and their events. For any threads. */
public final class WatchStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String WATCH = "SELECT *, st_asbinary(geom) AS wkb FROM anlan.watches ";

  private final Database database;

  public WatchStore(Database database) {
    this.database = database;
  }

  /** Stores a new watch; its id, times, look and events are not read. */
  public Watch add(Watch watch) {
    long id =
        database.inTransaction(
            watch.createdBy(),
            "设立关注 (a watch)",
            connection ->
                Sql.list(
                        connection,
                        """
                        INSERT INTO anlan.watch (created_by, title, kind, rules, layer, code,
                          project_type, approval_date, sigma_m, attributes, geom)
                        VALUES (?, ?, ?, ?::text[], ?, ?, ?, ?::date, ?::float8, ?::jsonb,
                          st_geomfromwkb(?::bytea, 4490)) RETURNING id
                        """,
                        row -> row.getLong(1),
                        watch.createdBy(),
                        watch.title(),
                        watch.kind(),
                        watch.rules().toArray(String[]::new),
                        watch.layer(),
                        watch.code(),
                        watch.projectType(),
                        watch.approvalDate(),
                        watch.sigmaM(),
                        watch.attributes() == null
                            ? null
                            : JSON.writeValueAsString(watch.attributes()),
                        watch.geometry() == null ? null : new WKBWriter(2).write(watch.geometry()))
                    .get(0));
    return get(id);
  }

  /** Ends a watch; its events stay. */
  public Watch end(long id, String endedBy) {
    Watch watch = get(id);
    if (watch.isStanding()) {
      database.inTransaction(
          endedBy,
          "取消关注 " + id,
          connection ->
              Sql.list(
                  connection,
                  "INSERT INTO anlan.watch_end (watch_id, ended_by) VALUES (?, ?)"
                      + " ON CONFLICT DO NOTHING RETURNING watch_id",
                  row -> row.getLong(1),
                  id,
                  endedBy));
    }
    return get(id);
  }

  /** Watches that stand, the oldest first. */
  public List<Watch> standing() {
    return query(WATCH + "WHERE ended_at IS NULL ORDER BY id", WatchRows::watch);
  }

  /** All watches, the latest first, from before a given one. */
  public List<Watch> list(long beforeId, int limit) {
    return query(
        WATCH + "WHERE id < ? ORDER BY id DESC LIMIT ?", WatchRows::watch, beforeId, limit);
  }

  public Optional<Watch> find(long id) {
    return query(WATCH + "WHERE id = ?", WatchRows::watch, id).stream().findFirst();
  }

  /**
   * @throws UserFault where there is no such watch
   */
  public Watch get(long id) {
    return find(id)
        .orElseThrow(
            () ->
                new UserFault(
                    "没有关注 " + id + " (no such watch)", "用 ./anlan watch list 列出 (list them)"));
  }

  /** Events of a watch, the earliest first, after a given one (0 for the first page). */
  public List<WatchEvent> events(long watchId, long afterId, int limit) {
    return query(
        "SELECT * FROM anlan.watch_events WHERE watch_id = ? AND id > ? ORDER BY id LIMIT ?",
        WatchRows::event,
        watchId,
        afterId,
        limit);
  }

  /** What the last look saw. */
  public List<WatchState> states(long watchId) {
    try (Connection connection = database.owner().getConnection()) {
      return Sql.list(
          connection,
          "SELECT rule, subject_layer, subject_code, finding FROM anlan.watch_state"
              + " WHERE watch_id = ?",
          row ->
              new WatchState(
                  row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
          watchId);
    } catch (SQLException e) {
      throw new StoreException("reading what a watch saw", e);
    }
  }

  /**
   * Records a look: what was seen, and the events it makes. Does nothing where somebody else has
   * looked since {@code before} (null for the first look), so that no event is made twice.
   *
   * @return whether it was recorded
   */
  public boolean record(
      long watchId, Look before, Look after, List<WatchState> seen, List<WatchEvent> events) {
    return database.inTransaction(
        "watch",
        "评定关注 " + watchId,
        connection -> {
          if (!replaceLook(connection, watchId, before, after)) {
            return false;
          }
          Sql.list(
              connection,
              "DELETE FROM anlan.watch_state WHERE watch_id = ? RETURNING watch_id",
              row -> row.getLong(1),
              watchId);
          try (var insert =
              connection.prepareStatement(
                  "INSERT INTO anlan.watch_state VALUES (?, ?, ?, ?, ?::jsonb)")) {
            for (WatchState state : seen) {
              insert.setLong(1, watchId);
              insert.setString(2, state.rule());
              insert.setString(3, state.layer());
              insert.setString(4, state.code());
              insert.setString(5, state.json());
              insert.addBatch();
            }
            insert.executeBatch();
          }
          for (WatchEvent event : events) {
            insert(connection, event);
          }
          return true;
        });
  }

  private static boolean replaceLook(Connection connection, long watchId, Look before, Look after)
      throws SQLException {
    Sql.list(
        connection,
        "SELECT id FROM anlan.watch WHERE id = ? FOR UPDATE",
        row -> row.getLong(1),
        watchId);
    List<Look> current =
        Sql.list(
            connection,
            "SELECT data_version, as_of, rules, program_version FROM anlan.watch_look"
                + " WHERE watch_id = ?",
            row ->
                new Look(
                    row.getLong(1),
                    row.getObject(2, LocalDate.class),
                    row.getString(3),
                    row.getString(4)),
            watchId);
    if (!(before == null ? current.isEmpty() : current.equals(List.of(before)))) {
      return false;
    }
    Sql.list(
        connection,
        """
        INSERT INTO anlan.watch_look VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (watch_id) DO UPDATE SET data_version = excluded.data_version,
          as_of = excluded.as_of, rules = excluded.rules,
          program_version = excluded.program_version
        RETURNING watch_id
        """,
        row -> row.getLong(1),
        watchId,
        after.dataVersion(),
        after.asOf(),
        after.rules(),
        after.programVersion());
    return true;
  }

  private static void insert(Connection connection, WatchEvent event) throws SQLException {
    Sql.list(
        connection,
        """
        INSERT INTO anlan.watch_event (watch_id, rule, subject_layer, subject_code, old_verdict,
          new_verdict, old_rule_version, new_rule_version, old_data_version, new_data_version,
          old_as_of, new_as_of, causes, finding)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb) RETURNING id
        """,
        row -> row.getLong(1),
        event.watchId(),
        event.rule(),
        event.layer(),
        event.code(),
        event.oldVerdict(),
        event.newVerdict(),
        event.oldRuleVersion(),
        event.newRuleVersion(),
        event.oldDataVersion(),
        event.newDataVersion(),
        event.oldAsOf(),
        event.newAsOf(),
        event.causes(),
        event.finding());
  }

  private <T> List<T> query(String sql, Sql.RowReader<T> reader, Object... values) {
    try (Connection connection = database.reader().getConnection()) {
      return Sql.list(connection, sql, reader, values);
    } catch (SQLException e) {
      throw new StoreException("reading watches", e);
    }
  }
}
