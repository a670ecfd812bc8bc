package cn.anlan.data.ingest.quarantine;

import cn.anlan.data.ingest.report.CsvOnDemand;
import cn.anlan.data.sheet.CsvCell;
import java.io.Closeable;
import java.nio.file.Path;
import org.locationtech.jts.geom.Geometry;

/**
 * Valid geometries offered in place of invalid ones, as a CSV whose {@code wkt} column, in the
 * delivered coordinates, can be sent again once a person has looked at it. Nothing of it is ever
 * used unasked. Made only when there is something to offer.
 */
public final class RepairFile implements Closeable {
  private final CsvOnDemand csv;

  /**
   * @param file made when the first geometry comes
   */
  public RepairFile(Path file) {
    this.csv = new CsvOnDemand(file, "row", "code", "wkt");
  }

  /** The file's name; null as long as nothing was offered. */
  public String name() {
    return csv.name();
  }

  /**
   * @param code business key, or null
   */
  public void add(long row, String code, Geometry repaired) {
    csv.line(CsvCell.plain(row), CsvCell.text(code), CsvCell.text(repaired.toText()));
  }

  @Override
  public void close() {
    csv.close();
  }
}
