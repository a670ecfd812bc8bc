package cn.anlan.data.export.geopackage;

import cn.anlan.data.export.metadata.Metadata;
import cn.anlan.data.export.plan.ExportPlan;
import cn.anlan.data.export.row.CellText;
import cn.anlan.data.export.row.ExportRow;
import cn.anlan.data.export.row.RowWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * GeoPackage, written here and not by GDAL: straight from the database's binary rows, without a
 * file in between. The feature's identifier is the row's id.
 */
public final class GeoPackageRows implements RowWriter {
  private static final int BATCH = 500;

  private final GeoPackageFile file;
  private final boolean spatial;
  private final IsoWkb wkb = new IsoWkb();
  private final Envelope extent = new Envelope();
  private final PreparedStatement insert;
  private final GeoPackageIndex index;
  private int waiting;

  /**
   * @param path a file that does not exist yet
   */
  public GeoPackageRows(Path path, ExportPlan plan) throws IOException {
    this.spatial = plan.layer().hasGeometry();
    try {
      this.file = new GeoPackageFile(path, plan);
      this.insert = file.insertRow();
      this.index = spatial ? file.index() : null;
    } catch (SQLException e) {
      throw new IOException("making the GeoPackage", e);
    }
  }

  @Override
  public void write(ExportRow row) throws IOException {
    try {
      int at = 1;
      insert.setLong(at++, row.id());
      if (spatial) {
        Geometry geometry = row.geometry();
        boolean somewhere = geometry != null && !geometry.isEmpty();
        insert.setBytes(at++, somewhere ? wkb.geoPackage(geometry, file.srsId()) : null);
        if (somewhere) {
          extent.expandToInclude(geometry.getEnvelopeInternal());
          index.add(row.id(), geometry.getEnvelopeInternal());
        }
      }
      for (Object value : row.values()) {
        set(at++, value);
      }
      insert.addBatch();
      if (++waiting == BATCH) {
        send();
      }
    } catch (SQLException e) {
      throw new IOException("writing the GeoPackage", e);
    }
  }

  private void set(int at, Object value) throws SQLException {
    if (value == null) {
      insert.setNull(at, java.sql.Types.NULL);
    } else if (value instanceof Boolean flag) {
      insert.setInt(at, flag ? 1 : 0);
    } else if (value instanceof Long number) {
      insert.setLong(at, number);
    } else if (value instanceof Double number) {
      insert.setDouble(at, number);
    } else if (value instanceof LocalDate || value instanceof List) {
      insert.setString(at, CellText.of(value));
    } else {
      insert.setString(at, (String) value);
    }
  }

  private void send() throws SQLException {
    waiting = 0;
    insert.executeBatch();
  }

  @Override
  public void finish(Metadata metadata) throws IOException {
    try {
      send();
      if (spatial) {
        index.finish();
      }
      file.complete(metadata, extent);
    } catch (SQLException e) {
      throw new IOException("completing the GeoPackage", e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      file.close();
    } catch (SQLException e) {
      throw new IOException("closing the GeoPackage", e);
    }
  }
}
