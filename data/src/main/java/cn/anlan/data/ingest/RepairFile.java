package cn.anlan.data.ingest;

import cn.anlan.data.sheet.CsvCell;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.locationtech.jts.geom.Geometry;

/**
 * Valid geometries offered in place of invalid ones, as a CSV whose {@code wkt} column, in the
 * delivered coordinates, can be sent again once a person has looked at it. Nothing of it is ever
 * used unasked. Made only when there is something to offer.
 */
final class RepairFile implements Closeable {
  private final Path directory;
  private final String layer;
  private BufferedWriter writer;
  private Path file;

  RepairFile(Path directory, String layer) {
    this.directory = directory;
    this.layer = layer;
  }

  /** The file's name; null as long as nothing was offered. */
  String name() {
    return file == null ? null : file.getFileName().toString();
  }

  void add(long row, Object code, Geometry repaired) {
    try {
      if (writer == null) {
        Files.createDirectories(directory);
        file = Files.createTempFile(directory, layer + "-repaired-", ".csv");
        writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        writer.write("\ufeffrow,code,wkt\r\n");
      }
      String key = CsvCell.text(code == null ? null : code.toString());
      writer.write(row + "," + key + "," + CsvCell.text(repaired.toText()) + "\r\n");
    } catch (IOException e) {
      throw new UncheckedIOException("writing the offered repairs", e);
    }
  }

  @Override
  public void close() {
    try {
      if (writer != null) {
        writer.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("ending the file of offered repairs", e);
    }
  }
}
