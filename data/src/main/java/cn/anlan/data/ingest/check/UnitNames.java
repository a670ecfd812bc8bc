package cn.anlan.data.ingest.check;

import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.Layer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Today's reporting units by their names and aliases: a zone has no national code, and files name
 * it in words. Words that fit several units are left as they are, to be refused.
 */
final class UnitNames {
  private static final String REFERENCE = "reporting_unit.code";
  private static final String SQL =
      "SELECT code, name, aliases FROM layer.reporting_unit"
          + " WHERE valid_to IS NULL OR valid_to > current_date";

  private final Set<String> codes = new TreeSet<>();
  private final Map<String, Set<String>> byWords = new HashMap<>();

  private UnitNames() {}

  private static boolean areNamedIn(Field field) {
    return REFERENCE.equals(field.references());
  }

  /** Null where the layer names no reporting units; a file of units brings its own names. */
  static UnitNames forLayer(Connection connection, Layer layer) throws SQLException {
    if (layer.id().equals("reporting_unit")
        || layer.fields().stream().noneMatch(UnitNames::areNamedIn)) {
      return null;
    }
    UnitNames names = new UnitNames();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SQL)) {
      while (row.next()) {
        String code = row.getString(1);
        names.codes.add(code);
        names.put(row.getString(2), code);
        Array aliases = row.getArray(3);
        for (String alias : aliases == null ? new String[0] : (String[]) aliases.getArray()) {
          names.put(alias, code);
        }
      }
    }
    return names;
  }

  /** Puts the code of the unit that the row's words mean in place of the words, with a warning. */
  void resolve(Layer layer, Map<String, Object> values, RowIssues issues) {
    for (Field field : layer.fields()) {
      Object words = values.get(field.name());
      if (!areNamedIn(field) || words == null || codes.contains(words)) {
        continue;
      }
      Set<String> fitting = byWords.getOrDefault(words, Set.of());
      if (fitting.size() == 1) {
        String code = fitting.iterator().next();
        values.put(field.name(), code);
        issues.warn(
            field.name(), words, "按名称读作 " + code + " (read by name)", "请改用编码 (use the code)");
      }
    }
  }

  private void put(String words, String code) {
    byWords.computeIfAbsent(words, any -> new TreeSet<>()).add(code);
  }
}
