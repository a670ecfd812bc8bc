package cn.anlan.data.ingest.quarantine;

import cn.anlan.data.ingest.report.DiskFault;
import cn.anlan.data.sheet.CsvCell;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.locationtech.jts.geom.Geometry;

/**
 * Valid geometries offered in place of invalid ones, as a CSV whose {@code wkt} column, in the
 * delivered coordinates, can be sent again once a person has looked at it. Nothing of it is ever
 * used unasked. Made only when there is something to offer.
 */
public final class RepairFile implements Closeable {
  private final Path file;
  private BufferedWriter writer;

  /**
   * @param file made when the first geometry comes
   */
  public RepairFile(Path file) {
    this.file = file;
  }

  /** The file's name; null as long as nothing was offered. */
  public String name() {
    return writer == null ? null : file.getFileName().toString();
  }

  /**
   * @param code business key, or null
   */
  public void add(long row, String code, Geometry repaired) {
    try {
      if (writer == null) {
        Files.createDirectories(file.getParent());
        writer =
            Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        writer.write("\ufeffrow,code,wkt\r\n");
      }
      writer.write(
          String.join(
              ",", CsvCell.plain(row), CsvCell.text(code), CsvCell.text(repaired.toText())));
      writer.write("\r\n");
    } catch (IOException e) {
      throw DiskFault.of("writing the offered repairs", e);
    }
  }

  @Override
  public void close() {
    try {
      if (writer != null) {
        writer.close();
      }
    } catch (IOException e) {
      throw DiskFault.of("ending the file of offered repairs", e);
    }
  }
}
