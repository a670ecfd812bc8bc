package cn.anlan.data.runs;

import cn.anlan.data.store.Database;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What differs between the findings of two stored runs. A finding is the same one where rule and
 * subject agree; it has changed where its verdict has.
 */
public final class RunDifference {
  private static final String JOINED =
      """
      FROM (SELECT * FROM anlan.check_findings WHERE run_id = ?) a
      FULL JOIN (SELECT * FROM anlan.check_findings WHERE run_id = ?) b
        ON a.rule = b.rule AND a.subject_layer = b.subject_layer
        AND a.subject_id = b.subject_id
      """;
  private static final String DIFFERS =
      "(a.verdict, a.underlying_verdict) IS DISTINCT FROM (b.verdict, b.underlying_verdict)";

  private final Database database;

  /** What one run says of a subject under a rule. */
  public record Side(
      String ruleVersion,
      long subjectId,
      String verdict,
      String underlyingVerdict,
      String targetLayer,
      Long targetId,
      String targetCode,
      Double distanceM) {}

  /**
   * A subject whose verdict is not the same in both.
   *
   * @param name the subject's name
   * @param before null where the first run has no finding
   * @param after null where the second has none
   */
  public record Pair(
      String rule, String layer, String code, String name, Side before, Side after) {}

  /** How many findings go from one verdict to another; null stands for no finding. */
  public record Move(String before, String after, int count) {}

  /**
   * @param remeasured the verdict is the same, something else of the finding is not
   */
  public record Totals(int same, int remeasured, List<Move> moves) {}

  public RunDifference(Database database) {
    this.database = database;
  }

  /** Counts over everything, however much of it is listed. */
  public Totals totals(long before, long after) {
    List<Move> moves = new ArrayList<>();
    int[] same = new int[2];
    read(
        "SELECT a.verdict, b.verdict, count(*), "
            + DIFFERS
            + " AS differs, a.hash = b.hash "
            + JOINED
            + " GROUP BY 1, 2, 4, 5 ORDER BY 1, 2",
        row -> {
          if (row.getBoolean(4)) {
            moves.add(new Move(row.getString(1), row.getString(2), row.getInt(3)));
          } else {
            same[row.getBoolean(5) ? 0 : 1] += row.getInt(3);
          }
          return null;
        },
        before,
        after);
    return new Totals(same[0], same[1], moves);
  }

  /** A page of what differs, by rule, layer and id. */
  public List<Pair> page(long before, long after, FindingKey from, int limit) {
    String key =
        "(coalesce(a.rule, b.rule), coalesce(a.subject_layer, b.subject_layer),"
            + " coalesce(a.subject_id, b.subject_id))";
    return read(
        "SELECT coalesce(a.rule, b.rule) AS rule,"
            + " coalesce(a.subject_layer, b.subject_layer) AS layer,"
            + " coalesce(b.subject_code, a.subject_code) AS code,"
            + " coalesce(b.finding, a.finding) ->> 'subjectName' AS name,"
            + side("a")
            + ","
            + side("b")
            + JOINED
            + " WHERE "
            + DIFFERS
            + " AND "
            + key
            + " > (?, ?, ?) ORDER BY "
            + key
            + " LIMIT ?",
        RunDifference::pair,
        before,
        after,
        from.rule(),
        from.layer(),
        from.subjectId(),
        limit);
  }

  private static String side(String table) {
    StringBuilder columns = new StringBuilder();
    for (String column :
        List.of(
            "rule_version",
            "subject_id",
            "verdict",
            "underlying_verdict",
            "target_layer",
            "target_id",
            "target_code",
            "distance_m")) {
      columns.append(columns.isEmpty() ? " " : ", ");
      columns.append("%1$s.%2$s AS %1$s_%2$s".formatted(table, column));
    }
    return columns + " ";
  }

  private static Pair pair(ResultSet row) throws SQLException {
    return new Pair(
        row.getString("rule"),
        row.getString("layer"),
        row.getString("code"),
        row.getString("name"),
        side(row, "a_"),
        side(row, "b_"));
  }

  private static Side side(ResultSet row, String prefix) throws SQLException {
    if (row.getString(prefix + "verdict") == null) {
      return null;
    }
    return new Side(
        row.getString(prefix + "rule_version"),
        row.getLong(prefix + "subject_id"),
        row.getString(prefix + "verdict"),
        row.getString(prefix + "underlying_verdict"),
        row.getString(prefix + "target_layer"),
        row.getObject(prefix + "target_id", Long.class),
        row.getString(prefix + "target_code"),
        row.getObject(prefix + "distance_m", Double.class));
  }

  private <T> List<T> read(String sql, Sql.RowReader<T> reader, Object... values) {
    try (Connection connection = database.reader().getConnection()) {
      return Sql.list(connection, sql, reader, values);
    } catch (SQLException e) {
      throw new StoreException("comparing stored runs", e);
    }
  }
}
