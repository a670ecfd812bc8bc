package cn.anlan.data.watch;

import cn.anlan.data.watch.Watch.Look;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the views {@code anlan.watches} and {@code anlan.watch_events}. */
final class WatchRows {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private WatchRows() {}

  static Watch watch(ResultSet row) throws SQLException {
    String attributes = row.getString("attributes");
    Long seen = row.getObject("seen_data_version", Long.class);
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new Watch(
        row.getLong("id"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"),
        row.getString("title"),
        row.getString("kind"),
        List.of((String[]) row.getArray("rules").getArray()),
        row.getString("layer"),
        row.getString("code"),
        row.getString("project_type"),
        row.getObject("approval_date", LocalDate.class),
        row.getObject("sigma_m", Double.class),
        attributes == null
            ? null
            : JSON.readValue(attributes, new TypeReference<Map<String, Object>>() {}),
        geometry(row.getBytes("wkb")),
        ended == null ? null : ended.toInstant(),
        seen == null
            ? null
            : new Look(
                seen,
                row.getObject("seen_as_of", LocalDate.class),
                row.getString("seen_rules"),
                row.getString("seen_program_version")),
        row.getInt("events"));
  }

  static WatchEvent event(ResultSet row) throws SQLException {
    return new WatchEvent(
        row.getLong("id"),
        row.getLong("watch_id"),
        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
        row.getString("rule"),
        row.getString("subject_layer"),
        row.getString("subject_code"),
        row.getString("old_verdict"),
        row.getString("new_verdict"),
        row.getString("old_rule_version"),
        row.getString("new_rule_version"),
        row.getLong("old_data_version"),
        row.getLong("new_data_version"),
        row.getObject("old_as_of", LocalDate.class),
        row.getObject("new_as_of", LocalDate.class),
        row.getString("causes"),
        row.getString("finding"));
  }

  private static Geometry geometry(byte[] wkb) {
    try {
      return wkb == null ? null : new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("a stored geometry cannot be read", e);
    }
  }
}
