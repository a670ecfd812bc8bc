package cn.anlan.data.export;

import cn.anlan.data.export.ExportColumns.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs a Shapefile's parts with a text that tells what it is and what its short names mean. */
final class ShapefileZip {
  private ShapefileZip() {}

  static void pack(
      Path directory, Path zip, Label label, List<Column> columns, Map<String, String> shortNames)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream target = new ZipOutputStream(out, StandardCharsets.UTF_8);
        Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        target.putNextEntry(new ZipEntry(file.getFileName().toString()));
        Files.copy(file, target);
        target.closeEntry();
      }
      target.putNextEntry(new ZipEntry("README.txt"));
      target.write(readme(label, columns, shortNames).getBytes(StandardCharsets.UTF_8));
      target.closeEntry();
    }
  }

  private static String readme(Label label, List<Column> columns, Map<String, String> shortNames) {
    StringBuilder text = new StringBuilder("\ufeff").append(label.text()).append("\r\n\r\n");
    for (Column column : columns) {
      text.append(shortNames.get(column.name()))
          .append(" = ")
          .append(column.name())
          .append(" ")
          .append(column.title().zh())
          .append("\r\n");
    }
    return text.toString();
  }

  /** Whether a text is longer than the 254 bytes that a dBASE field holds. */
  static boolean isCut(Object value, Charset charset) {
    return value instanceof String text && text.getBytes(charset).length > 254;
  }
}
