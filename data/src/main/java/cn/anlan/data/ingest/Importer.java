package cn.anlan.data.ingest;

import cn.anlan.data.catalog.Field;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.delivery.OriginalForm;
import cn.anlan.data.delivery.RejectedRowsWriter;
import cn.anlan.data.ingest.check.CheckSetUp;
import cn.anlan.data.ingest.check.RiskLevelDerivation;
import cn.anlan.data.ingest.check.RowChecker;
import cn.anlan.data.ingest.crs.SourceCrs;
import cn.anlan.data.ingest.keys.KeySet;
import cn.anlan.data.ingest.load.ReplaceArea;
import cn.anlan.data.ingest.load.StagedRows;
import cn.anlan.data.ingest.mapping.ColumnMapping;
import cn.anlan.data.ingest.quarantine.RejectedRows;
import cn.anlan.data.ingest.quarantine.RejectedShapes;
import cn.anlan.data.ingest.quarantine.RepairFile;
import cn.anlan.data.ingest.report.IssueLog;
import cn.anlan.data.ingest.report.IssuesFile;
import cn.anlan.data.ingest.report.ReportFiles;
import cn.anlan.data.ingest.request.ImportMode;
import cn.anlan.data.ingest.request.ImportRequest;
import cn.anlan.data.ingest.request.WriteRule;
import cn.anlan.data.source.file.DeliveredFile;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.StoreException;
import cn.anlan.geo.fault.UserFault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Imports one file into one layer. The file is looked at as a whole, then every row is checked and
 * staged, and only then one transaction writes all good rows: one data version. In strict mode one
 * rejected row, and in a dry run everything, leaves the database as it was.
 *
 * <p>The server takes rows into a temporary table while others are still being checked. Memory does
 * not grow with the file: the keys that find duplicates go to disk beyond a million.
 */
public final class Importer {
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
    progress.step("读取 (reading) " + fileName);
    try (SourceFile source = SourceFile.open(database, layer, request)) {
      return run(source, new RedactedFile(source.file()));
    }
  }

  private ImportReport run(SourceFile source, RedactedFile file) {
    file.requireNotMapped(request.map());
    boolean geometry = layer.hasGeometry() && file.hasGeometry();
    boolean attributesOnly = layer.hasGeometry() && !geometry;
    requireRule(attributesOnly);
    ColumnMapping mapping = ColumnMapping.of(layer, file, request, source.kept());
    mapping.lines().forEach(line -> progress.step("列对应 (mapping) " + line));
    requireColumns(file, mapping, attributesOnly);
    CheckSetUp setUp = CheckSetUp.of(database, layer, request, mapping);
    SourceCrs crs = geometry ? setUp.settleCrs(file) : null;
    DeliveredFile inOrder = crs == null ? file : crs.inOrder(file);
    RowChecker checker = setUp.checker(inOrder, crs, attributesOnly);
    Optional<ReplaceArea> area = area();
    int srid = crs == null ? 0 : crs.system().srid();
    OriginalForm form =
        new OriginalForm(
            !file.hasGeometry() || !file.geometryColumns().isEmpty(),
            file.columns().stream().filter(c -> !RejectedRowsWriter.isOwnColumn(c)).toList(),
            crs == null ? null : crs.system().code());
    ReportFiles files = new ReportFiles(request.rejectedDir(), layer.id());
    try (StagedRows staged = new StagedRows(database, layer, checker.columns(), geometry, srid);
        IssuesFile issuesFile = new IssuesFile(files.issues());
        RepairFile repairFile = new RepairFile(files.repaired());
        RejectedRows rejectedRows =
            new RejectedRows(
                form,
                files.rejected(form.extension()),
                srid,
                new RejectedShapes(crs == null ? null : crs.system()))) {
      IssueLog log = new IssueLog(issuesFile);
      file.issues().forEach(log::add);
      mapping.notices().forEach(log::add);
      if (crs != null) {
        crs.notices().forEach(log::add);
      }
      boolean quarantine = request.mode() == ImportMode.QUARANTINE;
      CheckPass pass =
          new CheckPass(
              checker,
              mapping,
              area,
              taken(),
              quarantine,
              staged,
              rejectedRows,
              repairFile,
              log,
              progress);
      ReadAhead.forEach(inOrder, pass::take);
      requireRows(file, pass, attributesOnly);
      boolean write = isWorthWriting(pass);
      Function<Commit.Done, ImportReport> report =
          done ->
              new ImportReport(
                  layer.id(),
                  fileName,
                  file.format(),
                  file.encoding(),
                  crs == null ? null : crs.system().code(),
                  crs == null ? "none" : crs.source(),
                  crs == null ? null : crs.report(),
                  request.mode(),
                  request.writeRule(),
                  area.map(ReplaceArea::code).orElse(null),
                  request.dryRun(),
                  done.delivery() != null,
                  attributesOnly,
                  pass.accepted(),
                  pass.rejected(),
                  done.inserted(),
                  done.updated(),
                  done.unchanged(),
                  done.removed(),
                  done.delivery(),
                  done.version(),
                  done.changes(),
                  done.quarantine().corrected(),
                  done.quarantine().awaiting(),
                  mapping.described(),
                  mapping.by(),
                  mapping.ignored().stream()
                      .filter(c -> !RejectedRowsWriter.isOwnColumn(c))
                      .toList(),
                  log.errors(),
                  log.warnings(),
                  log.groups(),
                  log.first(),
                  rejectedRows.name(),
                  issuesFile.name(),
                  repairFile.name(),
                  rejectedRows.shapes());
      if (!write) {
        return report.apply(Commit.Done.nothing(database.dataVersion()));
      }
      staged.finish();
      progress.step("写入 (writing) %,d 行".formatted(pass.accepted()));
      Commit commit =
          new Commit(database, request, layer, crs, form, area, mapping.toKeep(source.key()));
      return report.apply(commit.run(staged, checker.columns(), pass, rejectedRows, report));
    }
  }

  /**
   * Rows to be corrected are kept also where no row is good, but nothing is replaced by nothing.
   */
  private boolean isWorthWriting(CheckPass pass) {
    return request.mode() == ImportMode.QUARANTINE
        ? pass.accepted() > 0 || request.writeRule() != WriteRule.REPLACE
        : pass.accepted() > 0 && pass.rejected() == 0;
  }

  private void requireRule(boolean attributesOnly) {
    if (attributesOnly && request.writeRule() != WriteRule.UPSERT) {
      throw new UserFault(
          fileName + " 没有坐标,只能更新已有的行 (without coordinates it can only update)",
          "去掉 --write,或导入带坐标的文件");
    }
  }

  private Optional<ReplaceArea> area() {
    if (request.area().isEmpty()) {
      return Optional.empty();
    }
    try (Connection connection = database.reader().getConnection()) {
      return Optional.of(ReplaceArea.of(connection, layer, request.area().get()));
    } catch (SQLException e) {
      throw StoreException.of("reading the area to be replaced", e);
    }
  }

  /** The keys that a delivery may not have because the layer has them; null where it may. */
  private KeySet taken() {
    if (request.writeRule() != WriteRule.APPEND) {
      return null;
    }
    try (Connection connection = database.reader().getConnection()) {
      return CheckSetUp.codes(connection, layer, new KeySet());
    } catch (SQLException e) {
      throw StoreException.of("reading the keys of the layer", e);
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

  private void requireRows(DeliveredFile file, CheckPass pass, boolean attributesOnly) {
    if (pass.accepted() + pass.rejected() == 0) {
      throw new UserFault(fileName + " 里没有记录 (no records)", "重新导出该文件");
    }
    if (attributesOnly && pass.accepted() == 0) {
      throw new UserFault(
          fileName
              + " 没有坐标,而图层 "
              + layer.id()
              + " 里没有它的任何编码可更新 (no coordinates, and no row to update)",
          "CSV 的坐标列名应为 lon,lat 或 wkt(也可 --map lon=列);文件的列: " + String.join(", ", file.columns()));
    }
  }
}
