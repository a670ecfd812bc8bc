package cn.anlan.web.cli;

import cn.anlan.data.ingest.ImportReport;
import cn.anlan.data.ingest.load.RowChange;
import cn.anlan.data.ingest.report.Issue;
import cn.anlan.data.ingest.report.IssueGroup;
import cn.anlan.data.ingest.report.Severity;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report of an import as people read it in a terminal. */
final class ImportText {
  private static final int SHOWN_ISSUES = 20;
  private static final int SHOWN_GROUPS = 12;

  private final ImportReport report;
  private final Path rejectedDir;

  ImportText(ImportReport report, Path rejectedDir) {
    this.report = report;
    this.rejectedDir = rejectedDir;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    if (!report.issues().isEmpty()) {
      text.append(issues());
      if (report.errors() + report.warnings() > SHOWN_ISSUES) {
        text.append('\n').append(groups());
      }
      text.append('\n');
    }
    if (report.dryRun() && !report.changes().isEmpty()) {
      text.append(changes()).append('\n');
    }
    text.append(sums());
    if (report.datum() != null && report.datum().words() != null) {
      text.append("坐标系依据 (why this datum): ")
          .append(report.datum().decision())
          .append("，")
          .append(report.datum().words())
          .append('\n');
    }
    file(text, "不合格行，原样，可更正后重送 (rejected rows, to correct and send again)", report.rejectedFile());
    file(text, "全部问题 (all issues)", report.issuesFile());
    file(text, "图形修补建议，未采用 (offered repairs, not used)", report.repairedFile());
    return text.toString();
  }

  private String issues() {
    Table table = new Table("行 row", "字段 field", "值 value", "原因 reason", "办法 remedy");
    for (Issue issue : report.issues().stream().limit(SHOWN_ISSUES).toList()) {
      table.row(issue.row(), issue.field(), issue.value(), issue.reason(), issue.remedy());
    }
    long more = report.errors() + report.warnings() - SHOWN_ISSUES;
    return table.text() + (more > 0 ? "……另有 (and more) " + more + "\n" : "");
  }

  private String groups() {
    Table table = new Table("次数 count", "", "字段 field", "首行 first", "原因 reason");
    for (IssueGroup group : report.issueGroups().stream().limit(SHOWN_GROUPS).toList()) {
      table.row(
          group.count(),
          group.severity() == Severity.ERROR ? "不合格" : "提示",
          group.field(),
          group.firstRow(),
          group.reason());
    }
    return table.text();
  }

  private String changes() {
    Table table = new Table("编码 code", "变动 change", "由 → 到 from → to");
    for (RowChange change : report.changes()) {
      String fields =
          change.fields().entrySet().stream()
              .map(f -> f.getKey() + ": " + f.getValue().from() + " → " + f.getValue().to())
              .collect(Collectors.joining("; "));
      String moved =
          change.movedM() == null
              ? ""
              : String.format(Locale.ROOT, " 移动 moved %.1f m", change.movedM());
      table.row(change.code(), change.change(), (fields + moved).strip());
    }
    return table.text();
  }

  private String sums() {
    return report.layer()
        + "：接受 accepted "
        + report.accepted()
        + "，拒绝 rejected "
        + report.rejected()
        + "；新增 inserted "
        + report.inserted()
        + "，更新 updated "
        + report.updated()
        + "，删除 removed "
        + report.removed()
        + "，未变 unchanged "
        + report.unchanged()
        + (report.corrected() > 0 ? "；更正 corrected " + report.corrected() : "")
        + (report.awaitingCorrection() > 0
            ? "；待更正 awaiting correction " + report.awaitingCorrection()
            : "")
        + "；坐标系 datum "
        + (report.crs() == null ? "无 none" : report.crs())
        + (report.committed()
            ? "；已写入，批次 written, delivery " + report.deliveryId() + "，数据版本 data version "
            : "；未写入，数据版本 not written, data version ")
        + report.dataVersion()
        + "\n";
  }

  private void file(StringBuilder text, String what, String name) {
    if (name != null) {
      text.append(what).append(": ").append(rejectedDir.resolve(name)).append('\n');
    }
  }
}
