package cn.anlan.data.ingest.quarantine;

import cn.anlan.data.delivery.OriginalForm;
import cn.anlan.data.delivery.QuarantinedRow;
import cn.anlan.data.delivery.RejectedRowsWriter;
import cn.anlan.data.ingest.mapping.ColumnMapping;
import cn.anlan.data.ingest.report.DiskFault;
import cn.anlan.data.ingest.report.Issue;
import cn.anlan.data.ingest.report.Severity;
import cn.anlan.data.privacy.PersonalData;
import cn.anlan.data.source.file.SourceRow;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rejected rows of one import: a file in their original form to be corrected and sent again,
 * and the rows for the quarantine. Neither holds data about persons. Made only when there is
 * something to write.
 */
public final class RejectedRows implements Closeable {
  /** Stands for a zero character, which the database cannot keep. */
  private static final char UNREADABLE = '\uFFFD';

  private final OriginalForm form;
  private final Path file;
  private final QuarantineStaging staging;
  private final RejectedShapes shapes;
  private RejectedRowsWriter writer;

  /**
   * @param file where they are written
   * @param srid of the delivered coordinates
   * @param shapes takes the geometries for a map
   */
  public RejectedRows(OriginalForm form, Path file, int srid, RejectedShapes shapes) {
    this.form = form;
    this.file = file;
    this.staging = new QuarantineStaging(srid);
    this.shapes = shapes;
  }

  /** The file's name; null as long as nothing was rejected. */
  public String name() {
    return writer == null ? null : file.getFileName().toString();
  }

  /** The same rows on their way to the quarantine. */
  public QuarantineStaging staging() {
    return staging;
  }

  /** Their geometries, for a map. */
  public RejectedShapes shapes() {
    return shapes;
  }

  /**
   * @param code the business key as delivered, or null
   * @param corrects the row of the quarantine that this one was to correct, or null
   */
  public void add(SourceRow row, String code, Long corrects, List<Issue> issues) {
    List<QuarantinedRow.Fault> faults =
        issues.stream()
            .filter(i -> i.severity() == Severity.ERROR)
            .map(
                i ->
                    new QuarantinedRow.Fault(
                        i.field(), readable(i.value()), i.reason(), i.remedy()))
            .toList();
    boolean keyAtFault = faults.stream().anyMatch(f -> ColumnMapping.CODE.equals(f.field()));
    Map<String, Object> original = original(row);
    QuarantinedRow rejected =
        new QuarantinedRow(
            0,
            0,
            null,
            row.number(),
            keyAtFault ? null : code,
            original,
            row.geometry(),
            faults,
            null);
    try {
      if (writer == null) {
        Files.createDirectories(file.getParent());
        writer =
            new RejectedRowsWriter(
                form, Files.newOutputStream(file, StandardOpenOption.CREATE_NEW));
      }
      writer.write(rejected);
    } catch (IOException e) {
      throw DiskFault.of("writing the rejected rows", e);
    }
    staging.add(rejected, readable(code), corrects);
    shapes.add(row.number(), row.geometry());
  }

  private static String readable(String text) {
    return text == null ? null : text.replace('\0', UNREADABLE);
  }

  private static Map<String, Object> original(SourceRow row) {
    Map<String, Object> all = new LinkedHashMap<>();
    row.values()
        .forEach(
            (column, value) -> {
              if (!RejectedRowsWriter.isOwnColumn(column)) {
                all.put(column, without(value));
              }
            });
    return all;
  }

  private static Object without(Object value) {
    if (value instanceof String text) {
      return readable(PersonalData.masked(text));
    }
    return value instanceof List<?> items
        ? items.stream().map(RejectedRows::without).toList()
        : value;
  }

  @Override
  public void close() {
    try (staging) {
      if (writer != null) {
        writer.close();
      }
    } catch (IOException e) {
      throw DiskFault.of("ending the file of rejected rows", e);
    }
  }
}
