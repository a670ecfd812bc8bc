package cn.anlan.data.export.ogr;

import cn.anlan.data.export.metadata.Metadata;
import cn.anlan.data.export.plan.ExportColumns.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs a Shapefile's parts with a text that tells what it is and what its short names mean. */
final class ShapefileZip {
  private ShapefileZip() {}

  static void pack(Path directory, Path zip, Metadata metadata, Map<String, String> shortNames)
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
      target.write(readme(metadata, shortNames).getBytes(StandardCharsets.UTF_8));
      target.closeEntry();
    }
  }

  /** With a byte order mark and Windows' line ends, for it is Windows' editor that will show it. */
  private static String readme(Metadata metadata, Map<String, String> shortNames) {
    StringBuilder text = new StringBuilder("\ufeff").append(metadata.line()).append("\r\n\r\n");
    for (Metadata.Item item : metadata.items()) {
      text.append(item.label().zh()).append(' ').append(item.label().en()).append("：");
      text.append(item.value()).append("\r\n");
    }
    text.append("\r\n字段 Fields\r\n");
    for (Column column : metadata.plan().columns()) {
      String unit = column.unit() == null ? "" : " (" + column.unit() + ")";
      text.append(shortNames.get(column.name()))
          .append(" = ")
          .append(column.name())
          .append(" ")
          .append(Metadata.both(column.title()))
          .append(unit)
          .append("\r\n");
    }
    return text.toString();
  }
}
