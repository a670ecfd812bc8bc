package cn.anlan.data.ingest.check;

import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.ingest.crs.CrsSettling;
import cn.anlan.data.ingest.crs.SourceCrs;
import cn.anlan.data.ingest.keys.KeySet;
import cn.anlan.data.ingest.mapping.ColumnMapping;
import cn.anlan.data.ingest.region.RegionLoader;
import cn.anlan.data.ingest.request.ImportRequest;
import cn.anlan.data.source.file.DeliveredFile;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.LayerTables;
import cn.anlan.data.store.StoreException;
import cn.anlan.geo.fault.UserFault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads from the database what the rows of a delivery are checked against. */
public final class CheckSetUp {
  private final Database database;
  private final Layer layer;
  private final ImportRequest request;
  private final ColumnMapping mapping;
  private final RegionLoader.Loaded regions;

  private CheckSetUp(
      Database database,
      Layer layer,
      ImportRequest request,
      ColumnMapping mapping,
      RegionLoader.Loaded regions) {
    this.database = database;
    this.layer = layer;
    this.request = request;
    this.mapping = mapping;
    this.regions = regions;
  }

  /**
   * @throws UserFault where the layer's rows lie in regions and there are none
   */
  public static CheckSetUp of(
      Database database, Layer layer, ImportRequest request, ColumnMapping mapping) {
    if (!layer.withinProvince() && layer.regionField() == null) {
      return new CheckSetUp(database, layer, request, mapping, null);
    }
    try (Connection connection = database.reader().getConnection()) {
      RegionLoader.Loaded regions = RegionLoader.load(connection);
      if (regions.regions().isEmpty() || regions.map().isEmpty()) {
        throw new UserFault(
            "行政区图层 region 是空的,无法核对省界和县编码 (layer region is empty)",
            "先导入行政区: ./anlan import region 文件");
      }
      return new CheckSetUp(database, layer, request, mapping, regions);
    } catch (SQLException e) {
      throw StoreException.of("reading the regions", e);
    }
  }

  /** In which system the file's coordinates are. */
  public SourceCrs settleCrs(DeliveredFile file) {
    try (Connection connection = database.reader().getConnection()) {
      return CrsSettling.settle(file, request, database.catalog(), mapping, regions, connection);
    } catch (SQLException e) {
      throw StoreException.of("reading what the coordinate system is told from", e);
    }
  }

  /**
   * What checks each row.
   *
   * @param file in the order in which it is read
   * @param crs null for a file without geometry
   * @param attributesOnly whether only rows that exist may be updated
   */
  public RowChecker checker(DeliveredFile file, SourceCrs crs, boolean attributesOnly) {
    try (Connection connection = database.reader().getConnection()) {
      PlaceCheck placeCheck = regions == null ? null : new PlaceCheck(layer, regions);
      Map<String, Set<String>> referenced = new LinkedHashMap<>();
      Set<String> toItself = new HashSet<>();
      for (Field field : layer.fields()) {
        if (field.references() != null && mapping.has(field.name())) {
          String target = field.references().split("\\.")[0];
          if (target.equals(layer.id())) {
            toItself.add(field.name());
          } else {
            referenced.put(
                field.name(), codes(connection, database.catalog().getLayer(target), new KeySet()));
          }
        }
      }
      UnitNames unitNames = UnitNames.forLayer(connection, layer);
      Set<String> existing = attributesOnly ? codes(connection, layer, new KeySet()) : null;
      Function<Set<String>, RowChecker> checkerOf =
          own -> {
            Map<String, Set<String>> all = new LinkedHashMap<>(referenced);
            toItself.forEach(field -> all.put(field, own));
            return new RowChecker(
                database.catalog(),
                layer,
                request,
                mapping,
                crs == null ? null : crs.system(),
                placeCheck,
                unitNames,
                all,
                existing);
          };
      Set<String> known =
          toItself.isEmpty()
              ? Set.of()
              : SelfReferences.known(
                  file, mapping, codes(connection, layer, new HashSet<>()), checkerOf);
      return checkerOf
          .apply(known)
          .with(FormCheck.forLayer(connection, layer, file, checkerOf.apply(known)));
    } catch (SQLException e) {
      throw StoreException.of("reading what rows are checked against", e);
    }
  }

  /** The keys of a layer, read in pages: there may be millions. */
  public static <T extends Set<String>> T codes(Connection connection, Layer layer, T codes)
      throws SQLException {
    connection.setAutoCommit(false); // else the driver holds all rows
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(10_000);
      try (ResultSet row = statement.executeQuery("SELECT code FROM " + LayerTables.table(layer))) {
        while (row.next()) {
          codes.add(row.getString(1));
        }
      }
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    return codes;
  }
}
