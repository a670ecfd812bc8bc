package cn.anlan.data.runs;

import cn.anlan.data.runs.RunDraft.Carry;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores runs, each whole or not at all. Findings go in by COPY; those that an earlier run already
 * holds are copied inside the database. Storing a run takes no data version: it changes no layer.
 */
public final class RunWriter {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String TABLE = "anlan.check_finding";

  private final Database database;

  public RunWriter(Database database) {
    this.database = database;
  }

  /**
   * Stores a run.
   *
   * @param carry what still holds of an earlier run; empty where everything was evaluated
   * @param findings what was evaluated, quickest by rule, layer and id
   * @param rowOf makes the row of a finding; called on several threads
   * @return the run as it can be read
   * @throws StoreException where the database refuses
   */
  public <F> StoredRun save(
      RunDraft draft, Optional<Carry> carry, List<F> findings, Function<F, FindingRow> rowOf) {
    long id =
        database.inTransaction(
            "check",
            "存档核查 (storing a check run)",
            connection -> {
              long next =
                  Sql.list(
                          connection,
                          "SELECT nextval(pg_get_serial_sequence('anlan.check_run', 'id'))",
                          row -> row.getLong(1))
                      .get(0);
              if (carry.isEmpty()) {
                new FindingCopy(connection, TABLE, next).write(findings, rowOf);
              } else {
                merge(connection, next, carry.get(), findings, rowOf);
              }
              insert(connection, next, draft, carry, findings.size());
              return next;
            });
    return new RunStore(database).get(id);
  }

  /** New and kept findings together. */
  private static <F> void merge(
      Connection connection, long id, Carry carry, List<F> findings, Function<F, FindingRow> rowOf)
      throws SQLException {
    Sql.run(
        connection,
        "CREATE TEMP TABLE fresh_finding (LIKE anlan.check_finding) ON COMMIT DROP;"
            + " CREATE TEMP TABLE evaluated_subject (rule_key text, subject_id bigint,"
            + " PRIMARY KEY (rule_key, subject_id)) ON COMMIT DROP");
    new FindingCopy(connection, "fresh_finding", id).write(findings, rowOf);
    for (Map.Entry<String, Set<Long>> rule : carry.evaluatedIds().entrySet()) {
      Long[] ids = rule.getValue().toArray(Long[]::new);
      try (var statement =
          connection.prepareStatement(
              "INSERT INTO evaluated_subject SELECT ?, unnest(?::bigint[])")) {
        statement.setString(1, rule.getKey());
        statement.setArray(2, connection.createArrayOf("bigint", ids));
        statement.executeUpdate();
      }
    }
    Sql.run(connection, "ANALYZE fresh_finding, evaluated_subject");
    String merge =
        """
        INSERT INTO anlan.check_finding (run_id, %1$s)
        SELECT ?, %1$s FROM anlan.check_finding f
        WHERE run_id = ? AND rule || '/' || subject_layer = ANY (?)
          AND NOT EXISTS (SELECT FROM evaluated_subject e
                          WHERE e.rule_key = f.rule || '/' || f.subject_layer
                            AND e.subject_id = f.subject_id)
        UNION ALL SELECT ?, %1$s FROM fresh_finding
        """
            .formatted(FindingRow.COLUMNS);
    try (var statement = connection.prepareStatement(merge)) {
      statement.setLong(1, id);
      statement.setLong(2, carry.baseRunId());
      statement.setArray(3, connection.createArrayOf("text", carry.keptRules().toArray()));
      statement.setLong(4, id);
      statement.executeUpdate();
    }
  }

  private static void insert(
      Connection connection, long id, RunDraft draft, Optional<Carry> carry, int evaluated)
      throws SQLException {
    Map<String, Map<String, Integer>> counts = counts(connection, id);
    int findings =
        counts.values().stream()
            .flatMap(byVerdict -> byVerdict.values().stream())
            .mapToInt(Integer::intValue)
            .sum();
    List<RuleState> rules =
        draft.rules().stream().map(r -> r.counted(counts.getOrDefault(r.key(), Map.of()))).toList();
    String sql =
        """
        INSERT INTO anlan.check_run (id, data_version, as_of, program_version, selection, rules,
          layers, inputs_hash, findings_hash, findings, base_run_id, evaluated, carried)
        OVERRIDING SYSTEM VALUE
        SELECT ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?,
          encode(sha256(coalesce(string_agg(hash, ''::bytea ORDER BY hash), ''::bytea)), 'hex'),
          ?, ?, ?, ?
        FROM anlan.check_finding WHERE run_id = ?
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, id);
      statement.setLong(2, draft.dataVersion());
      statement.setObject(3, draft.asOf());
      statement.setString(4, draft.programVersion());
      statement.setArray(5, connection.createArrayOf("text", draft.selection().toArray()));
      statement.setString(6, JSON.writeValueAsString(rules));
      statement.setString(7, JSON.writeValueAsString(draft.layers()));
      statement.setString(8, draft.inputsHash());
      statement.setInt(9, findings);
      statement.setObject(10, carry.map(Carry::baseRunId).orElse(null));
      statement.setInt(11, evaluated);
      statement.setInt(12, findings - evaluated);
      statement.setLong(13, id);
      statement.executeUpdate();
    }
  }

  private static Map<String, Map<String, Integer>> counts(Connection connection, long id)
      throws SQLException {
    Map<String, Map<String, Integer>> counts = new HashMap<>();
    Sql.list(
        connection,
        "SELECT rule || '/' || subject_layer, verdict, count(*) FROM anlan.check_finding"
            + " WHERE run_id = ? GROUP BY rule, subject_layer, verdict",
        row ->
            counts
                .computeIfAbsent(row.getString(1), rule -> new TreeMap<>())
                .put(row.getString(2), row.getInt(3)),
        id);
    return counts;
  }
}
