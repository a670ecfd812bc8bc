package cn.anlan.data.store;

import cn.anlan.data.catalog.Layer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A layer's empty table while a great many rows are put into it: without its indexes and keys, the
 * foreign ones that lead to it among them, and without the trigger that stamps each row, for the
 * writer stamps them itself. NOT NULL, every CHECK and the triggers on statements stay. All in the
 * caller's transaction: where that does not commit, nothing has happened.
 *
 * <p>The definitions are read from the server's catalogue and put back word for word, with their
 * comments. Needs no more than to own the tables. The table and those that its foreign keys join it
 * to are locked, also for readers, until the transaction ends.
 */
public final class BareTable {
  /** What a session may take for building one index; two at once on two cores. */
  private static final String INDEX_MEMORY = "SET LOCAL maintenance_work_mem = '512MB'";

  private static final String INDEXES =
      """
      SELECT format('DROP INDEX %s', i.indexrelid::regclass),
        pg_get_indexdef(i.indexrelid),
        'COMMENT ON INDEX ' || i.indexrelid::regclass || ' IS '
          || quote_literal(obj_description(i.indexrelid, 'pg_class'))
      FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      WHERE i.indrelid = ?::regclass AND c.reltablespace = 0
        AND NOT i.indisclustered AND NOT i.indisreplident
        AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
      ORDER BY c.relname
      """;

  private static final String FOREIGN_KEYS =
      """
      SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', k.conrelid::regclass, k.conname),
        format('ALTER TABLE %s ADD CONSTRAINT %I %s', k.conrelid::regclass, k.conname,
               pg_get_constraintdef(k.oid)),
        format('COMMENT ON CONSTRAINT %I ON %s IS ', k.conname, k.conrelid::regclass)
          || quote_literal(obj_description(k.oid, 'pg_constraint'))
      FROM pg_constraint k
      WHERE k.contype = 'f' AND ?::regclass IN (k.conrelid, k.confrelid)
      ORDER BY k.conrelid::regclass::text, k.conname
      """;

  /** The primary key and the unique ones, unless a view rests on them. */
  private static final String KEYS =
      """
      SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', k.conrelid::regclass, k.conname),
        format('ALTER TABLE %s ADD CONSTRAINT %I %s', k.conrelid::regclass, k.conname,
               pg_get_constraintdef(k.oid)),
        format('COMMENT ON CONSTRAINT %I ON %s IS ', k.conname, k.conrelid::regclass)
          || quote_literal(obj_description(k.oid, 'pg_constraint'))
      FROM pg_constraint k JOIN pg_index i ON i.indexrelid = k.conindid
        JOIN pg_class c ON c.oid = i.indexrelid
      WHERE k.contype IN ('p', 'u') AND k.conrelid = ?::regclass AND c.reltablespace = 0
        AND NOT i.indisclustered AND NOT i.indisreplident
        AND NOT EXISTS (
          SELECT FROM pg_depend d
          WHERE d.refclassid = 'pg_constraint'::regclass AND d.refobjid = k.oid
            AND d.classid = 'pg_rewrite'::regclass)
      ORDER BY k.conname
      """;

  private record Part(String drop, String make, String comment) {}

  private final Connection connection;
  private final String table;
  private final List<Part> parts = new ArrayList<>();
  private final boolean fresh;

  private BareTable(Connection connection, Layer layer) throws SQLException {
    this.connection = connection;
    this.table = LayerTables.table(layer);
    // Checks that are still due would forbid the changes; and what was written before must hold.
    Sql.run(connection, "SET CONSTRAINTS ALL IMMEDIATE");
    Sql.run(connection, "SET CONSTRAINTS ALL DEFERRED");
    Sql.run(connection, "LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
    parts.addAll(read(KEYS));
    parts.addAll(read(INDEXES));
    parts.addAll(read(FOREIGN_KEYS));
    for (int i = parts.size() - 1; i >= 0; i--) { // foreign keys rest on keys
      Sql.run(connection, parts.get(i).drop());
    }
    Sql.run(connection, "ALTER TABLE " + table + " DISABLE TRIGGER " + HistorySql.STAMP);
    this.fresh = Sql.holds(connection, "SELECT pg_relation_size(?::regclass) = 0", table);
    if (fresh) {
      Sql.run(connection, "TRUNCATE " + table);
    }
  }

  /** Takes from the table what slows down the writing of many rows. */
  public static BareTable strip(Connection connection, Layer layer) throws SQLException {
    return new BareTable(connection, layer);
  }

  /** Whether the layer holds no row that this transaction can see. */
  public static boolean isEmpty(Connection connection, Layer layer) throws SQLException {
    return !Sql.holds(connection, "SELECT EXISTS (SELECT FROM " + LayerTables.table(layer) + ")");
  }

  /**
   * Whether the table's file was begun in this transaction: its rows may then be written frozen,
   * and a server with {@code wal_level = minimal} writes them once only. It is not where former
   * rows, deleted but not yet cleared away, may still be visible to somebody.
   */
  public boolean isFresh() {
    return fresh;
  }

  /**
   * Puts everything back as it was, checks keys and references and gathers statistics.
   *
   * @throws SQLException of class 23 where a key is doubled or a reference leads nowhere; it names
   *     the constraint
   */
  public void restore() throws SQLException {
    Sql.run(connection, INDEX_MEMORY);
    for (Part part : parts) {
      Sql.run(connection, part.make());
      if (part.comment() != null) {
        Sql.run(connection, part.comment());
      }
    }
    Sql.run(connection, "ALTER TABLE " + table + " ENABLE TRIGGER " + HistorySql.STAMP);
    Sql.run(connection, "ANALYZE " + table);
  }

  private List<Part> read(String query) throws SQLException {
    return Sql.list(
        connection,
        query,
        row -> new Part(row.getString(1), row.getString(2), row.getString(3)),
        table);
  }
}
