package cn.anlan.data.ingest;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/**
 * The checked rows on disk, in the text format of PostgreSQL's COPY, so that memory stays bounded
 * and no transaction is open while rows are being checked.
 */
final class StagingFile implements Closeable {
  private static final String NULL = "\\N";

  private final Path file;
  private final BufferedWriter writer;
  private final List<String> columns;
  private final boolean geometry;
  private final int sourceSrid;
  private final WKBWriter flat = new WKBWriter(2, true);
  private final WKBWriter high = new WKBWriter(3, true);

  /**
   * @param columns those of every row, in order; geom and source_geom follow where there is
   *     geometry
   * @param sourceSrid of the delivered coordinates; 0 for systems that no register knows
   */
  StagingFile(List<String> columns, boolean geometry, int sourceSrid) {
    this.columns = columns;
    this.geometry = geometry;
    this.sourceSrid = sourceSrid;
    try {
      this.file = Files.createTempFile("anlan-staged-", ".copy");
      this.writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("making the staging file", e);
    }
  }

  Path file() {
    return file;
  }

  void add(CheckedRow row) {
    try {
      for (int i = 0; i < columns.size(); i++) {
        writer.write(i == 0 ? "" : "\t");
        writer.write(cell(row.values().get(columns.get(i))));
      }
      if (geometry) {
        writer.write("\t" + own(row.geom()) + "\t" + source(row.sourceGeom()));
      }
      writer.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("staging a row", e);
    }
  }

  /** Ends the writing, so that the file can be copied from. */
  void finish() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException("ending the staging file", e);
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("removing the staging file", e);
    }
  }

  private String source(Geometry delivered) {
    if (delivered == null) {
      return NULL;
    }
    Geometry copy = delivered.copy();
    copy.setSRID(sourceSrid);
    return own(copy);
  }

  private String own(Geometry geometry) {
    boolean heights = geometry != null && !Double.isNaN(geometry.getCoordinate().getZ());
    return hex(heights ? high : flat, geometry);
  }

  private static String hex(WKBWriter writer, Geometry geometry) {
    return geometry == null ? NULL : WKBWriter.toHex(writer.write(geometry));
  }

  private static String cell(Object value) {
    if (value == null) {
      return NULL;
    }
    return value instanceof List<?> items ? escaped(array(items)) : escaped(value.toString());
  }

  private static String array(List<?> items) {
    return items.stream()
        .map(i -> '"' + i.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> escaped.append("\\\\");
        case '\t' -> escaped.append("\\t");
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append("\\r");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
