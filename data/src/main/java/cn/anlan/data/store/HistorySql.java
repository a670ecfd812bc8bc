package cn.anlan.data.store;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The SQL that keeps a layer's former rows. Triggers on statements with transition tables do it, so
 * that an insert pays nothing and an update of many rows one statement.
 *
 * <p>A row of version v stays in {@code history} with {@code version_from} = v and {@code
 * version_to} = the version that ended it: it was the truth for every version from the first to
 * before the second. What came and went inside one transaction was never the truth and is not kept;
 * the one history row of that transaction names what finally became of the row.
 */
final class HistorySql {
  /** The trigger that writes the data version into each row. */
  static final String STAMP = "z_stamp_row";

  private static final String DATA_VERSION = "data_version";

  private HistorySql() {}

  /** The columns of the history table beside those of the layer; no {@code data_version}. */
  static String create(String layer) {
    return "CREATE TABLE "
        + Sql.table("history", layer)
        + " (id bigint NOT NULL, version_from bigint NOT NULL, version_to bigint NOT NULL,"
        + " operation text NOT NULL CHECK (operation IN ('UPDATE', 'DELETE', 'TRUNCATE')),"
        + " PRIMARY KEY (id, version_from), CHECK (version_from < version_to))";
  }

  static List<String> comments(String layer) {
    String column = "COMMENT ON COLUMN " + Sql.table("history", layer) + ".";
    return List.of(
        column + "id IS '编号（图层表的主键）'",
        column + "version_from IS '自该数据版本起有效'",
        column + "version_to IS '至该数据版本止（不含）'",
        column + "operation IS '因何成为历史：UPDATE 修改，DELETE 删除，TRUNCATE 清空'");
  }

  /**
   * The functions of a layer, to be made again whenever its columns change.
   *
   * @param columns of the layer's table, in its order
   */
  static List<String> functions(String layer, List<String> columns) {
    return List.of(keep(layer, columns), rowsAt(layer, columns), describeRowsAt(layer));
  }

  private static String keep(String layer, List<String> columns) {
    List<String> kept = columns.stream().filter(c -> !c.equals(DATA_VERSION)).toList();
    return """
        CREATE OR REPLACE FUNCTION %1$s() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
        DECLARE
          v bigint;
        BEGIN
          IF TG_OP = 'TRUNCATE' THEN
            IF NOT EXISTS (SELECT FROM %2$s) THEN
              RETURN NULL;
            END IF;
            v := anlan.tx_version();
            UPDATE %3$s h SET operation = TG_OP FROM %2$s o
              WHERE o.data_version = v AND h.id = o.id AND h.version_to = v;
            INSERT INTO %3$s (%4$s, version_from, version_to, operation)
              SELECT %5$s, o.data_version, v, TG_OP FROM %2$s o WHERE o.data_version < v;
          ELSE
            IF NOT EXISTS (SELECT FROM old_rows) THEN
              RETURN NULL;
            END IF;
            v := anlan.tx_version();
            IF TG_OP = 'DELETE' THEN
              UPDATE %3$s h SET operation = TG_OP FROM old_rows o
                WHERE o.data_version = v AND h.id = o.id AND h.version_to = v;
            END IF;
            INSERT INTO %3$s (%4$s, version_from, version_to, operation)
              SELECT %5$s, o.data_version, v, TG_OP FROM old_rows o WHERE o.data_version < v;
          END IF;
          RETURN NULL;
        END $body$
        """
        .formatted(
            Sql.table("history", layer + "_keep"),
            Sql.table("layer", layer),
            Sql.table("history", layer),
            list(kept, Sql::ident),
            list(kept, c -> "o." + Sql.ident(c)));
  }

  private static String rowsAt(String layer, List<String> columns) {
    return """
        CREATE OR REPLACE FUNCTION %1$s(at_version bigint) RETURNS SETOF %2$s
        LANGUAGE sql STABLE AS $body$
          SELECT %4$s FROM %2$s l WHERE l.data_version <= at_version
          UNION ALL
          SELECT %5$s FROM %3$s h WHERE h.version_from <= at_version AND h.version_to > at_version
        $body$
        """
        .formatted(
            Sql.table("history", layer + "_at"),
            Sql.table("layer", layer),
            Sql.table("history", layer),
            list(columns, c -> "l." + Sql.ident(c)),
            list(columns, c -> c.equals(DATA_VERSION) ? "h.version_from" : "h." + Sql.ident(c)));
  }

  private static String describeRowsAt(String layer) {
    return "COMMENT ON FUNCTION "
        + Sql.table("history", layer + "_at")
        + "(bigint) IS '图层在某一数据版本时的全部行'";
  }

  static List<String> triggers(String layer) {
    String on = " ON " + Sql.table("layer", layer);
    String keep = " FOR EACH STATEMENT EXECUTE FUNCTION " + Sql.table("history", layer + "_keep");
    return List.of(
        "CREATE OR REPLACE TRIGGER a_queue_writer BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE"
            + on
            + " FOR EACH STATEMENT EXECUTE FUNCTION anlan.queue_writer()",
        "CREATE OR REPLACE TRIGGER "
            + STAMP
            + " BEFORE INSERT OR UPDATE"
            + on
            + " FOR EACH ROW EXECUTE FUNCTION anlan.stamp_row()",
        "CREATE OR REPLACE TRIGGER keep_updated AFTER UPDATE"
            + on
            + " REFERENCING OLD TABLE AS old_rows"
            + keep
            + "()",
        "CREATE OR REPLACE TRIGGER keep_deleted AFTER DELETE"
            + on
            + " REFERENCING OLD TABLE AS old_rows"
            + keep
            + "()",
        "CREATE OR REPLACE TRIGGER keep_truncated BEFORE TRUNCATE" + on + keep + "()");
  }

  private static String list(List<String> columns, Function<String, String> how) {
    return columns.stream().map(how).collect(Collectors.joining(", "));
  }
}
