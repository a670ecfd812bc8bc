package cn.anlan.data.assessments;

import cn.anlan.data.store.Database;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps runs of the assessment. For any threads. */
public final class AssessmentStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<StoredGrade>> GRADES = new TypeReference<>() {};

  private final Database database;

  public AssessmentStore(Database database) {
    this.database = database;
  }

  /**
   * Stores a run within the caller's transaction, unless the last one of the same day says the
   * same.
   *
   * @param sha256 of all grades and of the model: equal for runs that say the same
   * @return whether it was stored
   */
  public static boolean add(
      Connection connection,
      LocalDate asOf,
      long dataVersion,
      String modelSha256,
      String modelText,
      String baselineText,
      String sha256,
      List<StoredGrade> grades)
      throws SQLException {
    Sql.list(
        connection,
        """
        INSERT INTO anlan.assessment_model (sha256, model_yaml, baseline_yaml) VALUES (?, ?, ?)
        ON CONFLICT DO NOTHING RETURNING sha256
        """,
        row -> row.getString(1),
        modelSha256,
        modelText,
        baselineText);
    return !Sql.list(
            connection,
            """
            INSERT INTO anlan.assessment_run (as_of, data_version, model_sha256, sha256, grades)
            SELECT v.* FROM (VALUES (?::date, ?::bigint, ?, ?, ?::jsonb)) v (a, d, m, s, g)
            WHERE s IS DISTINCT FROM
              (SELECT sha256 FROM anlan.assessment_run WHERE as_of = a ORDER BY id DESC LIMIT 1)
            RETURNING id
            """,
            row -> row.getLong(1),
            asOf,
            dataVersion,
            modelSha256,
            sha256,
            JSON.writeValueAsString(grades))
        .isEmpty();
  }

  /** The last run of a day; empty where none was stored. */
  public Optional<StoredAssessment> findLast(LocalDate asOf) {
    String sql =
        """
        SELECT id, created_at, as_of, data_version, model_sha256, model_yaml, baseline_yaml,
          grades::text
        FROM anlan.assessment_runs WHERE as_of = ? ORDER BY id DESC LIMIT 1
        """;
    try (Connection connection = database.reader().getConnection()) {
      return Sql.list(
              connection,
              sql,
              row ->
                  new StoredAssessment(
                      row.getLong(1),
                      row.getTimestamp(2).toInstant(),
                      row.getObject(3, LocalDate.class),
                      row.getLong(4),
                      row.getString(5),
                      row.getString(6),
                      row.getString(7),
                      JSON.readValue(row.getString(8), GRADES)),
              asOf)
          .stream()
          .findFirst();
    } catch (SQLException e) {
      throw StoreException.of("reading stored grades", e);
    }
  }
}
