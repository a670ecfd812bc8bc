package cn.anlan.data.initial;

import cn.anlan.data.basemap.BaseMap;
import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.demo.DemoRows;
import cn.anlan.data.ingest.OwnRows;
import cn.anlan.data.ingest.OwnRows.Row;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * What an empty database is given: the product's base map, and on request the demonstration
 * province. Each is one transaction and one data version, and is given once.
 */
public final class InitialData {
  private static final String AUTHOR = "anlan";

  private InitialData() {}

  /**
   * Loads regions, waters, mapped shorelines and the reference layers (reporting units, documents)
   * where the database holds no region yet.
   */
  public static void ensureBaseMap(Database database, Progress progress) {
    if (holds(database, "SELECT EXISTS (SELECT FROM layer.region)")) {
      ReferenceRows.ensure(database, AUTHOR, progress);
      return;
    }
    progress.step("装入底图：行政区、水系 (loading the base map: regions, waters)");
    Catalog catalog = database.catalog();
    Layer region = catalog.getLayer("region");
    Layer water = catalog.getLayer("water_body");
    Layer shoreline = catalog.getLayer("shoreline");
    database.inTransaction(
        AUTHOR,
        "底图 (base map)",
        connection -> {
          OwnRows.load(connection, region, "basemap", BaseMapRows.regions());
          OwnRows.load(connection, water, "basemap", BaseMapRows.of(water, BaseMap.waters()));
          OwnRows.load(
              connection, shoreline, "basemap", BaseMapRows.of(shoreline, BaseMap.shorelines()));
          ReferenceRows.load(connection, catalog, ReferenceRows.LAYERS);
          return null;
        });
  }

  /** Loads the base map and, where no invented row is there yet, the demonstration province. */
  public static void ensureDemo(Database database, long seed, Progress progress) {
    ensureBaseMap(database, progress);
    if (holds(database, "SELECT EXISTS (SELECT FROM layer.enterprise WHERE is_demo)")) {
      return;
    }
    progress.step("生成示例省 (drawing the demonstration province), seed " + seed);
    Map<String, List<Row>> layers = DemoRows.generate(seed);
    Layer shoreline = database.catalog().getLayer("shoreline");
    Layer coverage = database.catalog().getLayer("coverage");
    progress.step("装入示例数据 (loading the invented data)");
    database.inTransaction(
        AUTHOR,
        "示例数据 (demonstration data), seed " + seed,
        connection -> {
          OwnRows.load(
              connection, shoreline, "demo", BaseMapRows.of(shoreline, BaseMap.demoShorelines()));
          OwnRows.load(connection, coverage, "demo", List.of(DemoRows.shorelineCoverage()));
          for (Map.Entry<String, List<Row>> layer : layers.entrySet()) {
            OwnRows.load(
                connection,
                database.catalog().getLayer(layer.getKey()),
                "demo seed " + seed,
                layer.getValue());
          }
          return null;
        });
  }

  static boolean holds(Database database, String question) {
    try (Connection connection = database.reader().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getBoolean(1);
    } catch (SQLException e) {
      throw new StoreException("查看已有数据 (looking at what is loaded)", e);
    }
  }
}
