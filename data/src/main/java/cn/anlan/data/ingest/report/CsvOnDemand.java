package cn.anlan.data.ingest.report;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A CSV that opens in a spreadsheet, made only when its first line comes. */
public final class CsvOnDemand implements Closeable {
  private final Path file;
  private final String heading;
  private BufferedWriter writer;

  /**
   * @param file must not be there yet when the first line comes
   */
  public CsvOnDemand(Path file, String... heading) {
    this.file = file;
    this.heading = String.join(",", heading);
  }

  /** The file's name; null as long as there was no line. */
  public String name() {
    return writer == null ? null : file.getFileName().toString();
  }

  /**
   * @param cells as {@link cn.anlan.data.sheet.CsvCell} writes them
   * @throws cn.anlan.geo.fault.UserFault where the disk does not take it
   */
  public void line(String... cells) {
    try {
      if (writer == null) {
        Files.createDirectories(file.getParent());
        writer =
            Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        writer.write("\ufeff" + heading + "\r\n");
      }
      writer.write(String.join(",", cells));
      writer.write("\r\n");
    } catch (IOException e) {
      throw DiskFault.of("writing " + file.getFileName(), e);
    }
  }

  @Override
  public void close() {
    try {
      if (writer != null) {
        writer.close();
      }
    } catch (IOException e) {
      throw DiskFault.of("ending " + file.getFileName(), e);
    }
  }
}
