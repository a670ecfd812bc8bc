package cn.anlan.data.ingest.report;

import cn.anlan.data.sheet.CsvCell;
import java.io.Closeable;
import java.nio.file.Path;

/**
 * All issues of one import as a CSV that opens in a spreadsheet, also those beyond what the report
 * lists. Made only when there is something to write.
 */
public final class IssuesFile implements Closeable {
  private final CsvOnDemand csv;

  /**
   * @param file made when the first issue comes
   */
  public IssuesFile(Path file) {
    this.csv = new CsvOnDemand(file, "row", "field", "value", "reason", "remedy", "severity");
  }

  /** The file's name; null as long as there was no issue. */
  public String name() {
    return csv.name();
  }

  void add(Issue issue) {
    csv.line(
        CsvCell.plain(issue.row()),
        CsvCell.text(issue.field()),
        CsvCell.text(issue.value()),
        CsvCell.text(issue.reason()),
        CsvCell.text(issue.remedy()),
        issue.severity() == Severity.ERROR ? "error" : "warning");
  }

  @Override
  public void close() {
    csv.close();
  }
}
