package cn.anlan.data.snapshots;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.LayerTables;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a single row came from, as it stood at a data version. */
public final class RowOrigins {
  private static final Logger LOG = LoggerFactory.getLogger(RowOrigins.class);

  private final Database database;

  public RowOrigins(Database database) {
    this.database = database;
  }

  /**
   * A row's origin.
   *
   * @param rowVersion the data version that wrote the row
   * @param writtenAt when that was
   * @param author who wrote it
   * @param deliveryId the delivery that brought it, or null
   * @param fileName the delivery's file, or null
   * @param fileSha256 its checksum, or null
   * @param sourceCrs the system in which its coordinates were delivered, or null
   * @param sourceShape its coordinates as delivered, as WKT; null where they are those of CGCS2000
   */
  public record RowOrigin(
      long rowVersion,
      OffsetDateTime writtenAt,
      String author,
      Long deliveryId,
      String fileName,
      String fileSha256,
      String sourceCrs,
      String sourceShape) {}

  /**
   * @return empty where there is no such row at that version or PostGIS cannot be asked
   */
  public Optional<RowOrigin> find(Layer layer, long id, long version) {
    String shape = layer.hasGeometry() ? "left(ST_AsText(r.source_geom), 2000)" : "NULL";
    String sql =
        "SELECT r.data_version, v.committed_at, v.author, d.id, d.file_name, d.sha256,"
            + (layer.hasGeometry() ? " r.source_crs, " : " NULL, ")
            + shape
            + " FROM "
            + LayerTables.rowsAtVersion(layer, version)
            + " r LEFT JOIN anlan.version_log v ON v.version = r.data_version"
            + " LEFT JOIN anlan.delivery d ON d.id = r.delivery_id WHERE r.id = ?";
    try (Connection connection = database.owner().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, id);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(origin(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      LOG.warn("layer {}, id {}: the origin cannot be read", layer.id(), id, e);
      return Optional.empty();
    }
  }

  private static RowOrigin origin(ResultSet row) throws SQLException {
    return new RowOrigin(
        row.getLong(1),
        row.getObject(2, OffsetDateTime.class),
        row.getString(3),
        row.getObject(4, Long.class),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8));
  }
}
