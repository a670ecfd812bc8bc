package cn.anlan.data.ingest;

import cn.anlan.data.privacy.PersonalData;
import cn.anlan.data.sheet.CsvCell;
import cn.anlan.data.source.SourceRow;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rejected rows of one import as a CSV that opens in a spreadsheet: one line for each issue,
 * with the row as delivered beside it, but for personal data. Made only when there is something to
 * write.
 */
final class RejectedFile implements Closeable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LONGEST_WKT = 2_000;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final Path directory;
  private final String layer;
  private BufferedWriter writer;
  private String name;

  RejectedFile(Path directory, String layer) {
    this.directory = directory;
    this.layer = layer;
  }

  /** The file's name; null as long as nothing was rejected. */
  String name() {
    return name;
  }

  void add(SourceRow row, List<Issue> issues) {
    try {
      if (writer == null) {
        open();
      }
      String original = JSON.writeValueAsString(original(row));
      for (Issue issue : issues) {
        if (issue.severity() == Severity.ERROR) {
          writer.write(
              String.join(
                  ",",
                  CsvCell.plain(issue.row()),
                  CsvCell.text(issue.field()),
                  CsvCell.text(issue.value()),
                  CsvCell.text(issue.reason()),
                  CsvCell.text(issue.remedy()),
                  CsvCell.text(original)));
          writer.write("\r\n");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing the rejected rows", e);
    }
  }

  private void open() throws IOException {
    Files.createDirectories(directory);
    String stamp = layer + "-" + STAMP.format(Instant.now());
    Path file = directory.resolve(stamp + ".csv");
    for (int i = 2; Files.exists(file); i++) {
      file = directory.resolve(stamp + "-" + i + ".csv");
    }
    name = file.getFileName().toString();
    writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    writer.write("\ufeffrow,field,value,reason,remedy,original\r\n");
  }

  private static Map<String, Object> original(SourceRow row) {
    Map<String, Object> all = new LinkedHashMap<>();
    row.values()
        .forEach(
            (column, value) ->
                all.put(
                    column,
                    value instanceof Number || value instanceof Boolean
                        ? value
                        : PersonalData.masked(ValueReader.text(value))));
    if (row.geometry() != null) {
      String wkt = row.geometry().toText();
      all.put("geometry", wkt.length() > LONGEST_WKT ? wkt.substring(0, LONGEST_WKT) + "…" : wkt);
    }
    return all;
  }

  @Override
  public void close() {
    try {
      if (writer != null) {
        writer.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("ending the file of rejected rows", e);
    }
  }
}
