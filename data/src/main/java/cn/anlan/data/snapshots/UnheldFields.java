package cn.anlan.data.snapshots;

import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.FieldType;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.LayerTables;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fields of a single row that snapshots do not hold, as they were at a data version. */
public final class UnheldFields {
  private static final Logger LOG = LoggerFactory.getLogger(UnheldFields.class);

  /** Somebody waits for the answer; a bulk load may hold the table for minutes. */
  private static final String SHORT_WAIT = "SET LOCAL lock_timeout = '1s'";

  private final Database database;

  public UnheldFields(Database database) {
    this.database = database;
  }

  /**
   * By name, null values kept; of the classes that a snapshot's values have.
   *
   * @return empty where PostGIS cannot be asked or the layer is being filled; no field at all where
   *     snapshots hold every one
   */
  public Optional<Map<String, Object>> find(Layer layer, long id, long version) {
    List<Field> fields = layer.fields().stream().filter(f -> !f.queryable()).toList();
    if (fields.isEmpty()) {
      return Optional.of(Map.of());
    }
    String names = fields.stream().map(f -> '"' + f.name() + '"').collect(Collectors.joining(", "));
    String sql =
        "SELECT " + names + " FROM " + LayerTables.rowsAtVersion(layer, version) + " WHERE id = ?";
    try (Connection connection = database.reader().getConnection()) {
      connection.setAutoCommit(false);
      try {
        return Optional.of(read(connection, sql, id, fields));
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      LOG.warn("layer {}, id {}: the fields {} cannot be read", layer.id(), id, names, e);
      return Optional.empty();
    }
  }

  private static Map<String, Object> read(
      Connection connection, String sql, long id, List<Field> fields) throws SQLException {
    try (Statement limit = connection.createStatement()) {
      limit.execute(SHORT_WAIT);
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, id);
      try (ResultSet row = statement.executeQuery()) {
        Map<String, Object> values = new LinkedHashMap<>();
        boolean there = row.next();
        for (int i = 0; i < fields.size(); i++) {
          Field field = fields.get(i);
          values.put(field.name(), there ? value(row, i + 1, field.type()) : null);
        }
        return values;
      }
    }
  }

  private static Object value(ResultSet row, int index, FieldType type) throws SQLException {
    return switch (type) {
      case TEXT_LIST -> {
        Array array = row.getArray(index);
        yield array == null ? null : texts((Object[]) array.getArray()).toList();
      }
      case DATE -> row.getObject(index, LocalDate.class);
      default -> row.getObject(index);
    };
  }

  /** As {@link CopyRows#texts} reads them. */
  private static Stream<String> texts(Object[] elements) {
    return Arrays.stream(elements)
        .filter(Objects::nonNull)
        .flatMap(each -> each instanceof Object[] more ? texts(more) : Stream.of((String) each));
  }
}
