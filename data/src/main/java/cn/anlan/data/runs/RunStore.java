package cn.anlan.data.runs;

import cn.anlan.data.store.Database;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.StoreException;
import cn.anlan.geo.fault.UserFault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads stored runs and their findings. For any threads. */
public final class RunStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String RUN = "SELECT * FROM anlan.check_runs ";

  private final Database database;

  /**
   * A finding of a run.
   *
   * @param json the finding as the check said it
   */
  public record StoredFinding(FindingKey key, String json) {}

  /** Which findings; null asks for all. */
  public record Wanted(String rule, String verdict, String layer, String code) {
    public static final Wanted ALL = new Wanted(null, null, null, null);
  }

  /** Takes what an incremental run must know of each former finding. */
  @FunctionalInterface
  public interface ReachReader {
    /**
     * @param ruleKey as {@link RuleState#key}
     * @param reaches as in {@link FindingRow}
     */
    void read(String ruleKey, long subjectId, String reaches);
  }

  public RunStore(Database database) {
    this.database = database;
  }

  /**
   * Runs, the latest first, from before a given one ({@link Long#MAX_VALUE} for the first page).
   */
  public List<StoredRun> list(long beforeId, int limit) {
    return query(RUN + "WHERE id < ? ORDER BY id DESC LIMIT ?", RunStore::run, beforeId, limit);
  }

  public Optional<StoredRun> find(long id) {
    return query(RUN + "WHERE id = ?", RunStore::run, id).stream().findFirst();
  }

  /**
   * @throws UserFault where there is no such run
   */
  public StoredRun get(long id) {
    return find(id)
        .orElseThrow(
            () ->
                new UserFault(
                    "没有存档的核查 " + id + " (no such stored run)",
                    "用 ./anlan check --runs 列出 (list them)"));
  }

  /** The latest run of the same rules on the same day by the same program. */
  public Optional<StoredRun> findComparable(
      LocalDate asOf, String programVersion, List<String> selection) {
    return query(
            RUN
                + "WHERE as_of = ? AND program_version = ? AND selection = ?::text[]"
                + " ORDER BY id DESC LIMIT 1",
            RunStore::run,
            asOf,
            programVersion,
            selection.toArray(String[]::new))
        .stream()
        .findFirst();
  }

  /**
   * A page of findings in their order.
   *
   * @param after the last finding of the page before; {@link FindingKey#FIRST} for the first page
   */
  public List<StoredFinding> findings(long runId, Wanted wanted, FindingKey after, int limit) {
    StringBuilder sql =
        new StringBuilder(
            "SELECT rule, subject_layer, subject_id, finding FROM anlan.check_findings"
                + " WHERE run_id = ? AND (rule, subject_layer, subject_id) > (?, ?, ?)");
    List<Object> values =
        new ArrayList<>(List.of(runId, after.rule(), after.layer(), after.subjectId()));
    and("rule", wanted.rule(), sql, values);
    and("verdict", wanted.verdict(), sql, values);
    and("subject_layer", wanted.layer(), sql, values);
    and("subject_code", wanted.code(), sql, values);
    values.add(limit);
    return query(
        sql + " ORDER BY rule, subject_layer, subject_id LIMIT ?",
        row ->
            new StoredFinding(
                new FindingKey(row.getString(1), row.getString(2), row.getLong(3)),
                row.getString(4)),
        values.toArray());
  }

  /** How far each finding of a run looked. */
  public void readReaches(long runId, ReachReader reader) {
    query(
        "SELECT rule || '/' || subject_layer, subject_id, reaches FROM anlan.check_findings"
            + " WHERE run_id = ?",
        row -> {
          reader.read(row.getString(1), row.getLong(2), row.getString(3));
          return null;
        },
        runId);
  }

  private static void and(String column, String value, StringBuilder sql, List<Object> values) {
    if (value != null) {
      sql.append(" AND ").append(column).append(" = ?");
      values.add(value);
    }
  }

  private <T> List<T> query(String sql, Sql.RowReader<T> reader, Object... values) {
    try (Connection connection = database.reader().getConnection()) {
      return Sql.list(connection, sql, reader, values);
    } catch (SQLException e) {
      throw new StoreException("reading stored runs", e);
    }
  }

  private static StoredRun run(ResultSet row) throws SQLException {
    return new StoredRun(
        row.getLong("id"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getLong("data_version"),
        row.getObject("as_of", LocalDate.class),
        row.getString("program_version"),
        List.of((String[]) row.getArray("selection").getArray()),
        JSON.readValue(row.getString("rules"), new TypeReference<>() {}),
        JSON.readValue(row.getString("layers"), new TypeReference<>() {}),
        row.getString("inputs_hash"),
        row.getString("findings_hash"),
        row.getInt("findings"),
        row.getObject("base_run_id", Long.class),
        row.getInt("evaluated"),
        row.getInt("carried"));
  }
}
