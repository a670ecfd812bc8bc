package cn.anlan.data.delivery;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a row of the view {@code anlan.deliveries}. */
final class DeliveryRow {
  private static final JsonMapper JSON = JsonMapper.shared();

  private DeliveryRow() {}

  static StoredDelivery read(ResultSet row) throws SQLException {
    String report = row.getString("report");
    Array columns = row.getArray("source_columns");
    JsonNode read = report == null ? null : JSON.readTree(report);
    return new StoredDelivery(
        row.getLong("id"),
        row.getString("layer"),
        row.getString("kind"),
        row.getString("file_name"),
        row.getString("sha256"),
        row.getString("crs"),
        row.getString("mode"),
        row.getString("write_rule"),
        row.getString("area"),
        row.getLong("accepted"),
        row.getLong("rejected"),
        row.getObject("inserted", Long.class),
        row.getObject("updated", Long.class),
        row.getObject("removed", Long.class),
        row.getObject("unchanged", Long.class),
        row.getString("source"),
        row.getString("licence"),
        row.getObject("sigma_m", Double.class),
        row.getString("author"),
        row.getLong("data_version"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("undoes", Long.class),
        row.getObject("undone_by", Long.class),
        row.getLong("awaiting"),
        columns == null ? null : List.of((String[]) columns.getArray()),
        row.getObject("is_table", Boolean.class),
        read);
  }
}
