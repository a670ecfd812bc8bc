package cn.anlan.data.initial;

import cn.anlan.data.basemap.BaseMap;
import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.demo.DemoCoverage;
import cn.anlan.data.demo.DemoRows;
import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.ingest.load.OwnRows;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.LayerTables;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * What an empty database is given: the product's base map, and on request the demonstration
 * province. Each is one transaction and one data version, and is given once.
 */
public final class InitialData {
  private static final String AUTHOR = "anlan";
  private static final String REASON = "示例数据 (demonstration data), ";

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
          LayerTables.reserve(connection, catalog.layers());
          OwnRows.load(connection, region, "basemap", BaseMapRows.regions());
          OwnRows.load(connection, water, "basemap", BaseMapRows.of(water, BaseMap.waters()));
          OwnRows.load(
              connection, shoreline, "basemap", BaseMapRows.of(shoreline, BaseMap.shorelines()));
          ReferenceRows.load(connection, catalog, ReferenceRows.LAYERS);
          return null;
        });
  }

  /**
   * Loads the base map and, where no invented row is there yet, the demonstration province: drawn
   * while it is written, layer by layer, so that no large layer is ever held.
   *
   * <p>A province that is there is kept, also one of another seed or scale; that is then said.
   *
   * @return the layers that were loaded, in that order; none where a province was there already
   */
  public static List<LoadedLayer> ensureDemo(Database database, DemoPlan plan, Progress progress) {
    ensureBaseMap(database, progress);
    String what = "seed " + plan.seed() + ", scale " + plan.scale();
    if (holds(database, "SELECT EXISTS (SELECT FROM layer.enterprise WHERE is_demo)")) {
      if (!holds(
          database,
          "SELECT EXISTS (SELECT FROM anlan.versions WHERE reason = '" + REASON + what + "')")) {
        progress.step(
            "库中已有另一示例省，保留不动，未生成 (another demonstration province is there and is kept, not made): "
                + what
                + "；另设 ANLAN_VAR 可另建 (set ANLAN_VAR to have both)");
      }
      return List.of();
    }
    Layer shoreline = database.catalog().getLayer("shoreline");
    Layer coverage = database.catalog().getLayer("coverage");
    progress.step("生成并装入示例省 (drawing and loading the demonstration province), " + what);
    return database.inTransaction(
        AUTHOR,
        REASON + what,
        connection -> {
          LayerTables.reserve(connection, database.catalog().layers());
          OwnRows.load(
              connection, shoreline, "demo", BaseMapRows.of(shoreline, BaseMap.demoShorelines()));
          OwnRows.load(connection, coverage, "demo", DemoCoverage.rows());
          DemoLoading loading =
              new DemoLoading(connection, database.catalog(), "demo " + what, progress);
          DemoRows.generate(plan, loading::layer);
          return loading.loaded();
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
