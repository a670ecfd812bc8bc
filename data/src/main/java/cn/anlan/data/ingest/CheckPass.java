package cn.anlan.data.ingest;

import cn.anlan.data.delivery.Quarantine;
import cn.anlan.data.ingest.check.CheckedRow;
import cn.anlan.data.ingest.check.RowChecker;
import cn.anlan.data.ingest.check.RowIssues;
import cn.anlan.data.ingest.keys.KeySet;
import cn.anlan.data.ingest.load.ReplaceArea;
import cn.anlan.data.ingest.load.StagedRows;
import cn.anlan.data.ingest.mapping.ColumnMapping;
import cn.anlan.data.ingest.quarantine.RejectedRows;
import cn.anlan.data.ingest.quarantine.RepairFile;
import cn.anlan.data.ingest.report.Issue;
import cn.anlan.data.ingest.report.IssueLog;
import cn.anlan.data.ingest.value.ValueReader;
import cn.anlan.data.source.file.SourceRow;
import cn.anlan.data.store.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The one pass over a file: counts its rows and sends each where it belongs. */
final class CheckPass {
  private static final int PROGRESS_ROWS = 50_000;

  private final RowChecker checker;
  private final ColumnMapping mapping;
  private final Optional<ReplaceArea> area;
  private final KeySet taken;
  private final boolean stageBesideRejected;
  private final StagedRows staged;
  private final RejectedRows rejectedRows;
  private final RepairFile repairFile;
  private final IssueLog log;
  private final Progress progress;
  private final long startNanos = System.nanoTime();
  private long accepted;
  private long rejected;
  private long[] corrects = new long[16];
  private int correctsSize;

  /**
   * @param area that the delivery replaces
   * @param taken keys that the layer has and that must be new; null where they need not be
   * @param stageBesideRejected whether accepted rows are wanted once one was rejected
   */
  CheckPass(
      RowChecker checker,
      ColumnMapping mapping,
      Optional<ReplaceArea> area,
      KeySet taken,
      boolean stageBesideRejected,
      StagedRows staged,
      RejectedRows rejectedRows,
      RepairFile repairFile,
      IssueLog log,
      Progress progress) {
    this.checker = checker;
    this.mapping = mapping;
    this.area = area;
    this.taken = taken;
    this.stageBesideRejected = stageBesideRejected;
    this.staged = staged;
    this.rejectedRows = rejectedRows;
    this.repairFile = repairFile;
    this.log = log;
    this.progress = progress;
  }

  void take(SourceRow row) {
    RowIssues issues = new RowIssues(row.number());
    CheckedRow checked = checker.check(row, issues);
    if (checked != null) {
      checkRule(checked, issues);
    }
    List<Issue> all = issues.all();
    all.forEach(log::add);
    Long correcting = correcting(row);
    if (checked == null || issues.isRejected()) {
      rejected++;
      String code = ValueReader.text(mapping.get(ColumnMapping.CODE, row));
      rejectedRows.add(row, code, correcting, all);
      issues.repaired().ifPresent(geometry -> repairFile.add(row.number(), code, geometry));
    } else {
      accepted++;
      if (rejected == 0 || stageBesideRejected) {
        staged.add(checked);
      }
      if (correcting != null) {
        remember(correcting);
      }
    }
    if ((accepted + rejected) % PROGRESS_ROWS == 0) {
      say();
    }
  }

  private void checkRule(CheckedRow row, RowIssues issues) {
    area.ifPresent(a -> a.check(row, issues));
    String code = (String) row.values().get(ColumnMapping.CODE);
    if (taken != null && taken.contains(code)) {
      issues.reject(
          ColumnMapping.CODE,
          code,
          "图层已有该编码,而只许新增 (the layer has this key, and rows may only be added)",
          "删去该行,或改用 --write upsert");
    }
  }

  private void say() {
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    progress.step(
        "已检查 (checked) %,d 行,不合格 (rejected) %,d,%,.0f 行/秒 (rows/s)"
            .formatted(accepted + rejected, rejected, (accepted + rejected) / seconds));
  }

  /** The number of the quarantine's row that this one corrects; what is no number is none. */
  private static Long correcting(SourceRow row) {
    String id = ValueReader.text(row.values().get(Quarantine.ID_COLUMN));
    return id != null && id.matches("[1-9]\\d{0,17}") ? Long.valueOf(id) : null;
  }

  private void remember(long id) {
    if (correctsSize == corrects.length) {
      corrects = Arrays.copyOf(corrects, correctsSize * 2);
    }
    corrects[correctsSize++] = id;
  }

  long accepted() {
    return accepted;
  }

  long rejected() {
    return rejected;
  }

  /** Numbers of the rows of the quarantine that accepted rows correct. */
  long[] corrects() {
    return Arrays.copyOf(corrects, correctsSize);
  }
}
