package cn.anlan.data.export.geopackage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Text files that come with the program for the export. */
final class ExportResource {
  private ExportResource() {}

  /** The statements of a file, parted by empty lines, without comments. */
  static List<String> statements(String name) {
    return Arrays.stream(text(name).split("\n\\s*\n"))
        .map(s -> s.replaceAll("(?m)^--.*$", "").strip())
        .filter(s -> !s.isEmpty())
        .toList();
  }

  static List<String> lines(String name) {
    return text(name).lines().toList();
  }

  private static String text(String name) {
    String path = "export/" + name;
    try (InputStream in = ExportResource.class.getClassLoader().getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + path, e);
    }
  }
}
