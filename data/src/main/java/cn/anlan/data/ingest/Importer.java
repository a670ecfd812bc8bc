package cn.anlan.data.ingest;

import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.source.DeliveredFile;
import cn.anlan.data.source.FileOpener;
import cn.anlan.data.source.SourceRow;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.LayerTables;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.StoreException;
import cn.anlan.geo.fault.UserFault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Imports one file into one layer. The file is looked at as a whole, then every row is checked and
 * staged on disk, and only then one transaction writes all good rows: one data version. In strict
 * mode one rejected row, and in a dry run everything, leaves the database as it was.
 *
 * <p>Memory does not grow with the file, but for 40 bytes a row that find duplicate keys.
 */
public final class Importer {
  private static final int PROGRESS_ROWS = 50_000;

  /** Undoes the transaction of a dry run after it was carried through. */
  private static final class DryRunDone extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private record Written(LayerWriter.Counts counts, long version) {}

  private final Database database;
  private final ImportRequest request;
  private final Progress progress;
  private final Layer layer;
  private final String fileName;

  private Importer(Database database, ImportRequest request, Progress progress) {
    this.database = database;
    this.request = request;
    this.progress = progress;
    this.layer = database.catalog().getLayer(request.layer());
    this.fileName = String.valueOf(request.file().getFileName());
  }

  /**
   * Runs the import to its end.
   *
   * @throws UserFault where the file as a whole cannot be taken; nothing was changed
   */
  public static ImportReport run(Database database, ImportRequest request, Progress progress) {
    return new Importer(database, request, progress).run();
  }

  private ImportReport run() {
    Map<String, String> coordinates = new LinkedHashMap<>(request.map());
    coordinates.keySet().retainAll(Set.of("lon", "lat", "wkt"));
    FileOpener.Options options =
        new FileOpener.Options(request.encoding(), request.layerName(), coordinates);
    progress.step("读取 (reading) " + fileName);
    try (DeliveredFile file = FileOpener.open(request.file(), options)) {
      return run(new RedactedFile(file));
    }
  }

  private ImportReport run(RedactedFile file) {
    file.requireNotMapped(request.map());
    boolean geometry = layer.hasGeometry() && file.hasGeometry();
    boolean attributesOnly = layer.hasGeometry() && !geometry;
    ColumnMapping mapping = ColumnMapping.of(layer, file, request);
    requireColumns(file, mapping, attributesOnly);
    RegionLoader.Loaded regions = regions();
    SourceCrs crs = geometry ? crs(file, mapping, regions) : null;
    DeliveredFile read = crs == null ? file : crs.inOrder(file);
    RowChecker checker = checker(read, mapping, crs, regions, attributesOnly);
    IssueLog log = new IssueLog();
    file.issues().forEach(log::add);
    if (crs != null) {
      crs.notices().forEach(log::add);
    }
    int srid = crs == null ? 0 : crs.system().srid();
    try (StagingFile staging = new StagingFile(checker.columns(), geometry, srid);
        RejectedFile rejectedFile = new RejectedFile(request.rejectedDir(), layer.id());
        RepairFile repairFile = new RepairFile(request.rejectedDir(), layer.id())) {
      Tally tally = new Tally(checker, staging, rejectedFile, repairFile, mapping, log);
      read.forEach(tally::take);
      staging.finish();
      requireRows(file, tally, attributesOnly);
      boolean write =
          tally.accepted > 0 && (request.mode() == ImportMode.QUARANTINE || tally.rejected == 0);
      Written written =
          write
              ? write(checker, staging, crs, tally)
              : new Written(new LayerWriter.Counts(0, 0, 0), database.dataVersion());
      return new ImportReport(
          layer.id(),
          fileName,
          file.format(),
          file.encoding(),
          crs == null ? null : crs.system().code(),
          crs == null ? "none" : crs.source(),
          crs == null ? null : crs.report(),
          request.mode(),
          request.dryRun(),
          write && !request.dryRun(),
          attributesOnly,
          tally.accepted,
          tally.rejected,
          written.counts().inserted(),
          written.counts().updated(),
          written.counts().unchanged(),
          written.version(),
          mapping.described(),
          mapping.ignored(),
          log.errors(),
          log.warnings(),
          log.first(),
          rejectedFile.name(),
          repairFile.name());
    }
  }

  /** Counts rows and sends each where it belongs. */
  private final class Tally {
    private final RowChecker checker;
    private final StagingFile staging;
    private final RejectedFile rejectedFile;
    private final RepairFile repairFile;
    private final ColumnMapping mapping;
    private final IssueLog log;
    private long accepted;
    private long rejected;

    Tally(
        RowChecker checker,
        StagingFile staging,
        RejectedFile rejectedFile,
        RepairFile repairFile,
        ColumnMapping mapping,
        IssueLog log) {
      this.checker = checker;
      this.staging = staging;
      this.rejectedFile = rejectedFile;
      this.repairFile = repairFile;
      this.mapping = mapping;
      this.log = log;
    }

    void take(SourceRow row) {
      RowIssues issues = new RowIssues(row.number());
      CheckedRow checked = checker.check(row, issues);
      issues.all().forEach(log::add);
      if (checked == null) {
        rejected++;
        rejectedFile.add(row, issues.all());
        issues
            .repaired()
            .ifPresent(g -> repairFile.add(row.number(), mapping.get(ColumnMapping.CODE, row), g));
      } else {
        accepted++;
        staging.add(checked);
      }
      if (row.number() % PROGRESS_ROWS == 0) {
        progress.step("已检查 (checked) " + row.number() + " 行,退回 (rejected) " + rejected);
      }
    }
  }

  private void requireColumns(DeliveredFile file, ColumnMapping mapping, boolean attributesOnly) {
    Set<String> derived =
        RiskLevelDerivation.ID.equals(layer.derive())
            ? RiskLevelDerivation.provides(mapping)
            : Set.of();
    List<String> missing =
        layer.fields().stream()
            .filter(f -> f.required() && !attributesOnly)
            .map(Field::name)
            .filter(f -> !mapping.has(f) && !derived.contains(f))
            .collect(Collectors.toList());
    if (!mapping.has(ColumnMapping.CODE)) {
      missing.add(0, ColumnMapping.CODE);
    }
    if (!missing.isEmpty()) {
      String titles =
          missing.stream()
              .map(f -> layer.findField(f).map(x -> f + " " + x.title().zh()).orElse(f + " 业务编码"))
              .collect(Collectors.joining(", "));
      throw new UserFault(
          fileName + " 缺少必需的列: " + titles + " (missing columns)",
          "用 --map 字段=列 或 --set 字段=值 补上;文件的列: " + String.join(", ", file.columns()));
    }
    boolean nothing = mapping.described().keySet().equals(Set.of(ColumnMapping.CODE));
    if (attributesOnly && nothing) {
      throw new UserFault(
          fileName + " 除编码外没有可导入的列,也没有坐标 (nothing to import)",
          "用 --map 字段=列 指明;文件的列: " + String.join(", ", file.columns()));
    }
  }

  private void requireRows(DeliveredFile file, Tally tally, boolean attributesOnly) {
    if (tally.accepted + tally.rejected == 0) {
      throw new UserFault(fileName + " 里没有记录 (no records)", "重新导出该文件");
    }
    if (attributesOnly && tally.accepted == 0) {
      throw new UserFault(
          fileName
              + " 没有坐标,而图层 "
              + layer.id()
              + " 里没有它的任何编码可更新 (no coordinates, and no row to update)",
          "CSV 的坐标列名应为 lon,lat 或 wkt(也可 --map lon=列);文件的列: " + String.join(", ", file.columns()));
    }
  }

  /** What the rows' places are checked against; null where the layer knows no regions. */
  private RegionLoader.Loaded regions() {
    if (!layer.withinProvince() && layer.regionField() == null) {
      return null;
    }
    try (Connection connection = database.reader().getConnection()) {
      RegionLoader.Loaded loaded = RegionLoader.load(connection);
      if (loaded.regions().isEmpty() || loaded.map().isEmpty()) {
        throw new UserFault(
            "行政区图层 region 是空的,无法核对省界和县编码 (layer region is empty)",
            "先导入行政区: ./anlan import region 文件");
      }
      return loaded;
    } catch (SQLException e) {
      throw new StoreException("reading the regions", e);
    }
  }

  private SourceCrs crs(DeliveredFile file, ColumnMapping mapping, RegionLoader.Loaded regions) {
    try (Connection connection = database.reader().getConnection()) {
      return CrsSettling.settle(file, request, database.catalog(), mapping, regions, connection);
    } catch (SQLException e) {
      throw new StoreException("reading what the coordinate system is told from", e);
    }
  }

  private RowChecker checker(
      DeliveredFile file,
      ColumnMapping mapping,
      SourceCrs crs,
      RegionLoader.Loaded regions,
      boolean attributesOnly) {
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
            referenced.put(field.name(), codes(connection, database.catalog().getLayer(target)));
          }
        }
      }
      UnitNames unitNames = UnitNames.forLayer(connection, layer);
      Set<String> existing = attributesOnly ? codes(connection, layer) : null;
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
              : SelfReferences.known(file, mapping, codes(connection, layer), checkerOf);
      return checkerOf
          .apply(known)
          .with(FormCheck.forLayer(connection, layer, file, checkerOf.apply(known)));
    } catch (SQLException e) {
      throw new StoreException("reading what rows are checked against", e);
    }
  }

  private static Set<String> codes(Connection connection, Layer layer) throws SQLException {
    Set<String> codes = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT code FROM " + LayerTables.table(layer))) {
      while (row.next()) {
        codes.add(row.getString(1));
      }
    }
    return codes;
  }

  private Written write(RowChecker checker, StagingFile staging, SourceCrs crs, Tally tally) {
    progress.step("写入 (writing) " + tally.accepted + " 行");
    Written[] result = new Written[1];
    try {
      database.inTransaction(
          request.author(),
          "导入 (import) " + layer.id() + ": " + fileName,
          connection -> {
            result[0] = write(connection, checker, staging, crs, tally);
            if (request.dryRun()) {
              throw new DryRunDone();
            }
            return null;
          });
      return result[0];
    } catch (DryRunDone done) {
      return new Written(result[0].counts(), database.dataVersion());
    }
  }

  private Written write(
      Connection connection, RowChecker checker, StagingFile staging, SourceCrs crs, Tally tally)
      throws SQLException, java.io.IOException {
    long id = Delivery.insert(connection, request, crs, tally.accepted, tally.rejected);
    LayerWriter writer = new LayerWriter(connection, layer, checker.columns(), crs != null);
    boolean update = layer.hasGeometry() && crs == null;
    LayerWriter.Counts counts =
        update ? writer.update(staging.file(), id) : writer.upsert(staging.file(), id);
    return new Written(counts, Delivery.settle(connection, id));
  }
}
