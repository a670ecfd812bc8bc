package cn.anlan.data.store;

import cn.anlan.data.store.LayerSchema.Column;
import cn.anlan.data.store.LayerSchema.Constraint;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings one layer's tables to what the catalogue says. A new table is an empty one widened. What
 * would lose or contradict data is not done but returned as a list of problems, so that all of them
 * are seen at once; the caller then rolls back.
 */
final class LayerWidening {
  private final Connection connection;
  private final LayerSchema schema;
  private final String table;
  private final String history;
  private final List<String> problems = new ArrayList<>();

  LayerWidening(Connection connection, LayerSchema schema) {
    this.connection = connection;
    this.schema = schema;
    this.table = Sql.table("layer", schema.layer());
    this.history = Sql.table("history", schema.layer());
  }

  /** Does it, as far as it does no harm. */
  List<String> run() throws SQLException {
    TableFacts now = TableFacts.read(connection, "layer", schema.layer());
    if (!now.exists()) {
      run("CREATE TABLE " + table + " (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY)");
      run(HistorySql.create(schema.layer()));
      run("CREATE INDEX ON " + history + " (version_to)");
      now = TableFacts.read(connection, "layer", schema.layer());
    }
    boolean empty = !Sql.holds(connection, "SELECT EXISTS (SELECT FROM " + table + ")");
    for (Column column : schema.columns()) {
      TableFacts.Column existing = now.columns().get(column.name());
      if (existing == null) {
        add(column, empty);
      } else {
        change(column, existing);
      }
    }
    leaveRemoved(now);
    if (problems.isEmpty()) {
      constrain(now.constraints());
    }
    if (problems.isEmpty()) {
      finish();
    }
    return problems;
  }

  private void add(Column column, boolean empty) throws SQLException {
    if (column.notNull() && column.extra().isEmpty() && !empty) {
      problem(column.name(), "新的必填字段，而已有的行没有值 (new required field on existing rows)");
      return;
    }
    String name = Sql.ident(column.name());
    run(
        "ALTER TABLE "
            + table
            + " ADD COLUMN "
            + name
            + " "
            + column.type()
            + (column.notNull() ? " NOT NULL " : " ")
            + column.extra());
    if (!column.name().equals("data_version")) {
      run("ALTER TABLE " + history + " ADD COLUMN " + name + " " + column.type());
    }
  }

  private void change(Column column, TableFacts.Column existing) throws SQLException {
    String name = Sql.ident(column.name());
    String from = plain(existing.type());
    String to = plain(column.type());
    if (!from.equals(to)) {
      boolean wider = from.startsWith("geometry(") && to.startsWith("geometry(Geometry,");
      if (!wider) {
        problem(column.name(), "类型由 " + from + " 改为 " + to + " (type change)");
        return;
      }
      for (String each : List.of(table, history)) {
        run("ALTER TABLE " + each + " ALTER COLUMN " + name + " TYPE " + column.type());
      }
    }
    if (column.notNull() && !existing.notNull()) {
      if (any(name + " IS NULL")) {
        problem(column.name(), "改为必填，而已有空值 (newly required, but rows have no value)");
        return;
      }
      run("ALTER TABLE " + table + " ALTER COLUMN " + name + " SET NOT NULL");
    } else if (!column.notNull() && existing.notNull()) {
      run("ALTER TABLE " + table + " ALTER COLUMN " + name + " DROP NOT NULL");
    }
  }

  /** A field that the catalogue no longer names keeps its column, and nothing demands a value. */
  private void leaveRemoved(TableFacts now) throws SQLException {
    Set<String> named = new HashSet<>(List.of("id"));
    schema.columns().forEach(column -> named.add(column.name()));
    for (Map.Entry<String, TableFacts.Column> column : now.columns().entrySet()) {
      String name = Sql.ident(column.getKey());
      if (named.contains(column.getKey())) {
        continue;
      }
      if (any(name + " IS NOT NULL")) {
        problem(column.getKey(), "目录已无此字段，而表中有值 (field removed, but rows have values)");
      } else if (column.getValue().notNull()) {
        run("ALTER TABLE " + table + " ALTER COLUMN " + name + " DROP NOT NULL");
      }
    }
  }

  private void constrain(Map<String, String> existing) throws SQLException {
    Set<String> wanted = new HashSet<>();
    for (Constraint constraint : schema.constraints()) {
      wanted.add(constraint.name());
      if (constraint.definition().equals(existing.get(constraint.name()))) {
        continue;
      }
      if (any(constraint.broken())) {
        problem(
            constraint.column(),
            "已有的行不符合新的约束 (rows break the new constraint) " + constraint.name());
        continue;
      }
      if (existing.containsKey(constraint.name())) {
        drop(constraint.name());
      }
      String name = Sql.ident(constraint.name());
      run("ALTER TABLE " + table + " ADD CONSTRAINT " + name + " " + constraint.definition());
      run(
          "COMMENT ON CONSTRAINT "
              + name
              + " ON "
              + table
              + " IS "
              + Sql.literal(constraint.definition()));
    }
    for (String name : existing.keySet()) {
      if (!wanted.contains(name)) {
        drop(name);
      }
    }
  }

  private void drop(String constraint) throws SQLException {
    run("ALTER TABLE " + table + " DROP CONSTRAINT " + Sql.ident(constraint));
  }

  private void finish() throws SQLException {
    for (String column : schema.indexed()) {
      String method = column.equals("geom") ? " USING gist (" : " (";
      run(
          "CREATE INDEX IF NOT EXISTS "
              + Sql.ident(indexName(column))
              + " ON "
              + table
              + method
              + Sql.ident(column)
              + ")");
    }
    List<String> columns = TableFacts.read(connection, "layer", schema.layer()).names();
    for (String sql : HistorySql.functions(schema.layer(), columns)) {
      run(sql);
    }
    for (String sql : HistorySql.triggers(schema.layer())) {
      run(sql);
    }
    comment();
  }

  private void comment() throws SQLException {
    run("COMMENT ON TABLE " + table + " IS " + Sql.literal(schema.comment()));
    run("COMMENT ON TABLE " + history + " IS " + Sql.literal(schema.comment() + "（历史行）"));
    run("COMMENT ON COLUMN " + table + ".id IS '编号（主键）'");
    for (String sql : HistorySql.comments(schema.layer())) {
      run(sql);
    }
    for (Column column : schema.columns()) {
      String text = Sql.literal(column.comment());
      String name = "." + Sql.ident(column.name());
      run("COMMENT ON COLUMN " + table + name + " IS " + text);
      if (!column.name().equals("data_version")) {
        run("COMMENT ON COLUMN " + history + name + " IS " + text);
      }
    }
  }

  /** Identifiers end at 63 bytes; a longer name is cut and told apart by a hash. */
  private String indexName(String column) {
    String name = "ix_" + schema.layer() + "_" + column;
    return name.length() <= 63
        ? name
        : name.substring(0, 54) + "_" + Integer.toHexString(name.hashCode());
  }

  private boolean any(String condition) throws SQLException {
    return Sql.holds(
        connection, "SELECT EXISTS (SELECT FROM " + table + " AS this WHERE " + condition + ")");
  }

  /** A type's name without the schema and the quotes that it may come with. */
  private static String plain(String type) {
    return type.replaceFirst("^.*\\.geometry", "geometry");
  }

  private void problem(String column, String text) {
    problems.add(schema.layer() + "." + column + "：" + text);
  }

  private void run(String sql) throws SQLException {
    Sql.run(connection, sql);
  }
}
