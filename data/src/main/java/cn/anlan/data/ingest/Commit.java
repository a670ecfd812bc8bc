package cn.anlan.data.ingest;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.delivery.OriginalForm;
import cn.anlan.data.ingest.crs.SourceCrs;
import cn.anlan.data.ingest.load.AreaRemoval;
import cn.anlan.data.ingest.load.Delivery;
import cn.anlan.data.ingest.load.LayerWriter;
import cn.anlan.data.ingest.load.ReplaceArea;
import cn.anlan.data.ingest.load.RowChange;
import cn.anlan.data.ingest.load.StagedChanges;
import cn.anlan.data.ingest.load.StagedRows;
import cn.anlan.data.ingest.mapping.KeptMapping;
import cn.anlan.data.ingest.mapping.SourceMappings;
import cn.anlan.data.ingest.quarantine.QuarantineStaging;
import cn.anlan.data.ingest.quarantine.RejectedRows;
import cn.anlan.data.ingest.request.ImportMode;
import cn.anlan.data.ingest.request.ImportRequest;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Sql;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes a checked delivery: its rows, its record and what it does to the quarantine are one
 * transaction and at most one data version. A dry run carries all of it through and undoes it.
 */
final class Commit {
  private static final int KEPT_ISSUES = 1_000;

  /**
   * What was written, or would be.
   *
   * @param delivery the record's id; null where nothing was written
   */
  record Done(
      Long delivery,
      long inserted,
      long updated,
      long removed,
      long unchanged,
      List<RowChange> changes,
      QuarantineStaging.Outcome quarantine,
      long version) {

    static Done nothing(long version) {
      return new Done(null, 0, 0, 0, 0, List.of(), QuarantineStaging.Outcome.NONE, version);
    }

    private Done undone(long versionBefore) {
      return new Done(
          null, inserted, updated, removed, unchanged, changes, quarantine, versionBefore);
    }
  }

  /** Undoes the transaction of a dry run after it was carried through. */
  private static final class DryRunDone extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Database database;
  private final ImportRequest request;
  private final Layer layer;
  private final SourceCrs crs;
  private final OriginalForm form;
  private final Optional<ReplaceArea> area;
  private final KeptMapping mapping;

  /**
   * @param crs null for a delivery without geometry
   * @param mapping kept for the next delivery of the same source
   */
  Commit(
      Database database,
      ImportRequest request,
      Layer layer,
      SourceCrs crs,
      OriginalForm form,
      Optional<ReplaceArea> area,
      KeptMapping mapping) {
    this.database = database;
    this.request = request;
    this.layer = layer;
    this.crs = crs;
    this.form = form;
    this.area = area;
    this.mapping = mapping;
  }

  /**
   * @param columns of the staged rows
   * @param report makes the report that is kept with the record
   */
  Done run(
      StagedRows staged,
      List<String> columns,
      CheckPass pass,
      RejectedRows rejected,
      Function<Done, ImportReport> report) {
    Done[] done = new Done[1];
    try {
      Database.inTransaction(
          staged.connection(),
          request.author(),
          "导入 (import) " + layer.id() + ": " + request.file().getFileName(),
          connection -> {
            done[0] = write(connection, columns, pass, rejected, report);
            if (request.dryRun()) {
              throw new DryRunDone();
            }
            return null;
          });
      return done[0];
    } catch (DryRunDone undone) {
      return done[0].undone(database.dataVersion());
    }
  }

  private Done write(
      Connection connection,
      List<String> columns,
      CheckPass pass,
      RejectedRows rejected,
      Function<Done, ImportReport> report)
      throws SQLException, IOException {
    LayerWriter.lockCounter(connection);
    rejected.staging().copy(connection);
    long id = Delivery.insert(connection, request, form, pass.accepted(), pass.rejected());
    if (pass.accepted() > 0) {
      SourceMappings.keep(connection, layer.id(), mapping, id);
    }
    LayerWriter writer = new LayerWriter(connection, layer, columns, crs != null);
    boolean adds = !layer.hasGeometry() || crs != null;
    StagedChanges changes = writer.changes();
    changes.find();
    AreaRemoval removal = new AreaRemoval(connection, database.catalog(), layer);
    if (area.isPresent()) {
      removal.find(area.get());
    }
    List<RowChange> examples = changes.examples(adds, area.isPresent());
    long removed = area.isPresent() ? removal.run(area.get()) : 0;
    long updated = writer.update(id);
    long inserted = adds ? writer.fill(pass.accepted(), id) : 0;
    if (inserted < 0) {
      inserted = writer.insert(id);
    }
    boolean keep = request.mode() == ImportMode.QUARANTINE;
    QuarantineStaging.Outcome quarantine =
        rejected.staging().settle(connection, layer.id(), id, pass.corrects(), keep);
    Sql.run(connection, "SET CONSTRAINTS ALL IMMEDIATE"); // so that a preview meets them too
    long version = Delivery.settle(connection, id);
    Done done =
        new Done(
            id,
            inserted,
            updated,
            removed,
            pass.accepted() - inserted - updated,
            examples,
            quarantine,
            version);
    Delivery.keep(
        connection,
        id,
        inserted,
        updated,
        removed,
        done.unchanged(),
        report.apply(done).withFirstIssues(KEPT_ISSUES));
    return done;
  }
}
