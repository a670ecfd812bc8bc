package cn.anlan.data.store;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Layer;
import cn.anlan.geo.fault.UserFault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes the tables {@code layer.<id>} and {@code history.<id>} from the catalogue, and widens them
 * when it changes. A change that would lose or contradict data is refused, and then nothing is
 * changed. A layer that leaves the catalogue keeps its tables.
 */
public final class LayerTables {
  /** Held while tables are made; any number that nothing else uses. */
  private static final long WIDEN_LOCK = 0x6c61796572L;

  private LayerTables() {}

  /** The table of a layer, quoted, for use in SQL. */
  public static String table(Layer layer) {
    return Sql.table("layer", layer.id());
  }

  /** The table of a layer's former rows, quoted, for use in SQL. */
  public static String historyTable(Layer layer) {
    return Sql.table("history", layer.id());
  }

  /**
   * What stands in a FROM clause for the layer as it was at a version: a set of rows with the
   * columns of its table. Version 0 is empty; a version yet to come is the present.
   */
  public static String rowsAtVersion(Layer layer, long version) {
    return Sql.table("history", layer.id() + "_at") + "(" + version + ")";
  }

  /**
   * Keeps the tables as they are until the transaction ends: no bulk load begins in between. To be
   * called before the transaction's first query in repeatable read, so that what it sees is whole;
   * for the rows of a bulk load are visible at once also to those who looked before it ended (COPY
   * with FREEZE).
   */
  public static void hold(Connection connection, Collection<Layer> layers) throws SQLException {
    lock(connection, layers, "ACCESS SHARE MODE");
  }

  /**
   * The same without waiting, for one who would hold other tables meanwhile.
   *
   * @throws SQLException of state 55P03 where a table is being filled; the transaction is then void
   */
  public static void holdAtOnce(Connection connection, Collection<Layer> layers)
      throws SQLException {
    lock(connection, layers, "ACCESS SHARE MODE NOWAIT");
  }

  /**
   * Keeps other writers, but no reader, off the tables until the transaction ends. To be called
   * before a transaction that fills several writes its first row: a statement that waits for the
   * version counter holds its table already, and would wait crosswise with a bulk load into it.
   */
  public static void reserve(Connection connection, Collection<Layer> layers) throws SQLException {
    lock(connection, layers, "SHARE ROW EXCLUSIVE MODE");
  }

  private static void lock(Connection connection, Collection<Layer> layers, String mode)
      throws SQLException {
    Sql.run(
        connection,
        layers.stream()
            .map(LayerTables::table)
            .sorted() // one order for all, so that nobody waits for another crosswise
            .collect(Collectors.joining(", ", "LOCK TABLE ", " IN " + mode)));
  }

  /**
   * Brings all layers' tables to the catalogue's state, in one transaction of the given owner's
   * connection. Touches no table whose definition has not changed.
   *
   * @throws UserFault where a change would destroy something; it names every such field
   */
  static void ensure(Connection owner, Catalog catalog, Progress progress) throws SQLException {
    String postgis =
        Postgis.findSchema(owner)
            .orElseThrow(() -> new IllegalStateException("the database has no PostGIS"));
    Map<LayerSchema, String> changed = changed(owner, catalog, postgis);
    if (changed.isEmpty()) {
      return;
    }
    owner.setAutoCommit(false);
    try {
      Sql.run(owner, "SELECT pg_advisory_xact_lock(" + WIDEN_LOCK + ")");
      List<String> problems = new ArrayList<>();
      for (Map.Entry<LayerSchema, String> each : changed(owner, catalog, postgis).entrySet()) {
        LayerSchema schema = each.getKey();
        progress.step("建立或加宽图层表 (making or widening the table) " + schema.layer());
        problems.addAll(new LayerWidening(owner, schema).run());
        remember(owner, schema.layer(), each.getValue());
      }
      if (!problems.isEmpty()) {
        throw new UserFault(
            "目录的改动会毁坏数据，未作任何改动 (the catalogue's change would destroy data; nothing was"
                + " changed): "
                + String.join("; ", problems),
            "改回目录文件，或先改数据 (put the catalogue file back, or change the data first)");
      }
      owner.commit();
    } finally {
      owner.rollback();
      owner.setAutoCommit(true);
    }
  }

  /** The layers whose definition is not the one their table was made from. */
  private static Map<LayerSchema, String> changed(Connection owner, Catalog catalog, String postgis)
      throws SQLException {
    Map<String, String> known = new HashMap<>();
    Sql.list(
        owner,
        "SELECT layer, fingerprint FROM anlan.layer_table",
        row -> known.put(row.getString(1), row.getString(2)));
    Map<LayerSchema, String> changed = new LinkedHashMap<>();
    for (Layer layer : catalog.layers()) {
      LayerSchema schema = LayerSchema.of(layer, catalog, postgis);
      String fingerprint = fingerprint(schema);
      if (!fingerprint.equals(known.get(layer.id()))) {
        changed.put(schema, fingerprint);
      }
    }
    return changed;
  }

  private static void remember(Connection owner, String layer, String fingerprint)
      throws SQLException {
    Sql.list(
        owner,
        """
        INSERT INTO anlan.layer_table (layer, fingerprint) VALUES (?, ?)
        ON CONFLICT (layer) DO UPDATE
          SET fingerprint = excluded.fingerprint, changed_at = clock_timestamp()
        RETURNING layer
        """,
        row -> row.getString(1),
        layer,
        fingerprint);
  }

  /**
   * Covers the definition and the SQL that is generated from it, so a new program re-makes both.
   */
  private static String fingerprint(LayerSchema schema) {
    String text =
        schema
            + String.join("", HistorySql.functions(schema.layer(), List.of("*")))
            + String.join("", HistorySql.triggers(schema.layer()))
            + HistorySql.create(schema.layer());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
