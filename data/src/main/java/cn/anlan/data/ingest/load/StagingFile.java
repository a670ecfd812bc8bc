package cn.anlan.data.ingest.load;

import cn.anlan.data.ingest.check.CheckedRow;
import cn.anlan.data.ingest.report.DiskFault;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/**
 * The checked rows on disk, in the text format of PostgreSQL's COPY, so that memory stays bounded
 * and no transaction is open while rows are being checked.
 */
final class StagingFile implements Closeable {
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
      throw DiskFault.of("making the staging file", e);
    }
  }

  Path file() {
    return file;
  }

  void add(CheckedRow row) {
    try {
      for (int i = 0; i < columns.size(); i++) {
        writer.write(i == 0 ? "" : "\t");
        writer.write(CopyText.cell(row.values().get(columns.get(i))));
      }
      if (geometry) {
        writer.write("\t" + own(row.geom()) + "\t" + source(row.sourceGeom()));
      }
      writer.write('\n');
    } catch (IOException e) {
      throw DiskFault.of("staging a row", e);
    }
  }

  /** Ends the writing, so that the file can be copied from. */
  void finish() {
    try {
      writer.close();
    } catch (IOException e) {
      throw DiskFault.of("ending the staging file", e);
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw DiskFault.of("removing the staging file", e);
    }
  }

  private String source(Geometry delivered) {
    if (delivered == null) {
      return CopyText.NULL;
    }
    Geometry copy = delivered.copy();
    copy.setSRID(sourceSrid);
    return own(copy);
  }

  private String own(Geometry geometry) {
    return hex(StagedRows.hasHeights(geometry) ? high : flat, geometry);
  }

  private static String hex(WKBWriter writer, Geometry geometry) {
    return geometry == null ? CopyText.NULL : WKBWriter.toHex(writer.write(geometry));
  }
}
