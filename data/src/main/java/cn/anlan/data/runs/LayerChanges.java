package cn.anlan.data.runs;

import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.catalog.StandardColumn;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.LayerTables;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * What became of the rows of a layer between two data versions, from the history that the layers
 * keep of themselves: rows that were added, removed or changed, with their geometry before and
 * after. What came and went in between does not show.
 */
public final class LayerChanges {
  private final Database database;

  /**
   * A row that is not the same in both versions.
   *
   * @param before the row as it was; null where there was none
   * @param after the row as it is; null where there is none
   * @param moved whether its geometry differs
   * @param fields other columns that differ
   */
  public record Change(
      long id, String code, State before, State after, boolean moved, List<String> fields) {}

  /**
   * One state of a row.
   *
   * @param geometry CGCS2000, or null
   * @param values the columns that were asked for, as text
   */
  public record State(Geometry geometry, Map<String, String> values) {}

  public LayerChanges(Database database) {
    this.database = database;
  }

  /**
   * The rows that differ, in the order of their ids.
   *
   * @param wanted columns whose values are answered beside
   */
  public List<Change> between(Layer layer, long from, long to, Collection<String> wanted) {
    if (from > to) {
      throw new IllegalArgumentException(from + " is after " + to);
    }
    List<String> columns = comparable(layer);
    String differing =
        columns.stream()
            .map("CASE WHEN o.\"%1$s\" IS DISTINCT FROM n.\"%1$s\" THEN '%1$s' END"::formatted)
            .collect(Collectors.joining(", ", "array_remove(ARRAY[", "], NULL)"));
    String geometry =
        layer.hasGeometry()
            ? "st_asbinary(o.geom), st_asbinary(n.geom),"
                + " st_asbinary(o.geom) IS DISTINCT FROM st_asbinary(n.geom)"
            : "NULL::bytea, NULL::bytea, false";
    StringBuilder values = new StringBuilder();
    for (String column : wanted) {
      values.append(", o.\"%1$s\"::text, n.\"%1$s\"::text".formatted(column));
    }
    String sql =
        "SELECT coalesce(o.id, n.id), coalesce(n.code, o.code), o.id IS NOT NULL,"
            + " n.id IS NOT NULL, "
            + geometry
            + ", "
            + differing
            + values
            + " FROM (SELECT * FROM history.\"%s\"".formatted(layer.id())
            + " WHERE version_from <= %1$d AND version_to > %1$d AND version_to <= %2$d) o"
                .formatted(from, to)
            + " FULL JOIN (SELECT * FROM %s WHERE data_version > %d) n ON n.id = o.id ORDER BY 1"
                .formatted(LayerTables.rowsAtVersion(layer, to), from);
    List<String> names = List.copyOf(wanted);
    return read(sql, row -> change(row, names));
  }

  /** Up to the version, the last that touched each layer, and when. */
  public List<LayerState> states(Collection<Layer> layers, long version) {
    String sql =
        layers.stream()
            .map(
                layer ->
                    """
                    SELECT '%1$s' AS layer, greatest(0,
                      (SELECT max(data_version) FROM layer."%1$s" WHERE data_version <= %2$d),
                      (SELECT max(version_to) FROM history."%1$s" WHERE version_to <= %2$d),
                      (SELECT max(version_from) FROM history."%1$s"
                       WHERE version_to > %2$d AND version_from <= %2$d)) AS version
                    """
                        .formatted(layer.id(), version))
            .collect(Collectors.joining(" UNION ALL "));
    return read(
        "SELECT s.layer, s.version, extract(epoch FROM v.committed_at)::text FROM ("
            + sql
            + ") s LEFT JOIN anlan.versions v ON v.version = s.version ORDER BY s.layer",
        row -> new LayerState(row.getString(1), row.getLong(2), row.getString(3)));
  }

  private static List<String> comparable(Layer layer) {
    List<String> columns = new ArrayList<>(List.of(StandardColumn.CODE.column()));
    layer.fields().stream().map(Field::name).forEach(columns::add);
    columns.add(StandardColumn.SIGMA_M.column());
    columns.add(StandardColumn.SOURCE_CRS.column());
    columns.add(StandardColumn.IS_DEMO.column());
    return columns;
  }

  private static Change change(ResultSet row, List<String> wanted) throws SQLException {
    boolean was = row.getBoolean(3);
    boolean is = row.getBoolean(4);
    return new Change(
        row.getLong(1),
        row.getString(2),
        was ? state(row, 5, 9, wanted) : null,
        is ? state(row, 6, 10, wanted) : null,
        row.getBoolean(7),
        List.of((String[]) row.getArray(8).getArray()));
  }

  private static State state(ResultSet row, int geometry, int firstValue, List<String> wanted)
      throws SQLException {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      values.put(wanted.get(i), row.getString(firstValue + 2 * i));
    }
    return new State(geometry(row.getBytes(geometry)), values);
  }

  private static Geometry geometry(byte[] wkb) {
    try {
      return wkb == null ? null : new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("a stored geometry cannot be read", e);
    }
  }

  private <T> List<T> read(String sql, Sql.RowReader<T> reader) {
    try (Connection connection = database.reader().getConnection()) {
      return Sql.list(connection, sql, reader);
    } catch (SQLException e) {
      throw new StoreException("reading what changed", e);
    }
  }
}
