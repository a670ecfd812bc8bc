package cn.anlan.data.ingest.report;

import cn.anlan.data.sheet.CsvCell;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * All issues of one import as a CSV that opens in a spreadsheet, also those beyond what the report
 * lists. Made only when there is something to write.
 */
public final class IssuesFile implements Closeable {
  private final Path file;
  private BufferedWriter writer;

  /**
   * @param file made when the first issue comes
   */
  public IssuesFile(Path file) {
    this.file = file;
  }

  /** The file's name; null as long as there was no issue. */
  public String name() {
    return writer == null ? null : file.getFileName().toString();
  }

  void add(Issue issue) {
    try {
      if (writer == null) {
        Files.createDirectories(file.getParent());
        writer =
            Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        writer.write("\ufeffrow,field,value,reason,remedy,severity\r\n");
      }
      writer.write(
          String.join(
              ",",
              CsvCell.plain(issue.row()),
              CsvCell.text(issue.field()),
              CsvCell.text(issue.value()),
              CsvCell.text(issue.reason()),
              CsvCell.text(issue.remedy()),
              issue.severity() == Severity.ERROR ? "error" : "warning"));
      writer.write("\r\n");
    } catch (IOException e) {
      throw DiskFault.of("writing the issues", e);
    }
  }

  @Override
  public void close() {
    try {
      if (writer != null) {
        writer.close();
      }
    } catch (IOException e) {
      throw DiskFault.of("ending the file of issues", e);
    }
  }
}
