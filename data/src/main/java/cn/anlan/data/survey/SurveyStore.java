package cn.anlan.data.survey;

import cn.anlan.data.store.Database;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.StoreException;
import cn.anlan.geo.fault.UserFault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads surveys, and which of them are in force at a data version. For any threads. */
public final class SurveyStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SURVEY = "SELECT *, st_asbinary(geom) AS wkb FROM anlan.surveys ";
  private static final int SRID = 4490;

  private final Database database;

  public SurveyStore(Database database) {
    this.database = database;
  }

  /**
   * Surveys, the latest first.
   *
   * @param layer null for all; likewise {@code code} and {@code status}
   * @param beforeId {@link Long#MAX_VALUE} for the first page
   */
  public List<Survey> list(String layer, String code, String status, long beforeId, int limit) {
    StringBuilder sql = new StringBuilder(SURVEY + "WHERE id < ?");
    List<Object> values = new ArrayList<>(List.of(beforeId));
    and("layer", layer, sql, values);
    and("code", code, sql, values);
    and("status", status, sql, values);
    values.add(limit);
    return query(sql + " ORDER BY id DESC LIMIT ?", SurveyStore::survey, values.toArray());
  }

  public Optional<Survey> find(long id) {
    return query(SURVEY + "WHERE id = ?", SurveyStore::survey, id).stream().findFirst();
  }

  /**
   * @throws UserFault where there is no such survey
   */
  public Survey get(long id) {
    return find(id)
        .orElseThrow(
            () ->
                new UserFault(
                    "没有实测界址 " + id + " (no such survey)", "用 ./anlan survey list 列出 (list them)"));
  }

  /** The boundaries that the check uses at a data version: at most one for each site. */
  public Map<SiteKey, SurveyedBoundary> inForceAt(long version) {
    Map<SiteKey, SurveyedBoundary> boundaries = new HashMap<>();
    query(
        SURVEY + "WHERE version_from <= ? AND (version_to IS NULL OR version_to > ?)",
        row -> boundaries.put(key(row), boundary(row)),
        version,
        version);
    return boundaries;
  }

  /** The last data version, up to a given one, at which a boundary came into force or ended. */
  public long lastChange(long version) {
    return query(
            "SELECT greatest(0, max(version_from) FILTER (WHERE version_from <= ?),"
                + " max(version_to) FILTER (WHERE version_to <= ?)) FROM anlan.surveys",
            row -> row.getLong(1),
            version,
            version)
        .get(0);
  }

  /** The sites whose boundary in force is not the same survey at the two versions. */
  public Set<SiteKey> changedBetween(long from, long to) {
    Map<SiteKey, SurveyedBoundary> before = inForceAt(from);
    Map<SiteKey, SurveyedBoundary> after = inForceAt(to);
    Set<SiteKey> changed = new HashSet<>(before.keySet());
    changed.addAll(after.keySet());
    changed.removeIf(
        site ->
            before.containsKey(site)
                && after.containsKey(site)
                && before.get(site).surveyId() == after.get(site).surveyId());
    return changed;
  }

  private static void and(String column, String value, StringBuilder sql, List<Object> values) {
    if (value != null) {
      sql.append(" AND ").append(column).append(" = ?");
      values.add(value);
    }
  }

  private <T> List<T> query(String sql, Sql.RowReader<T> reader, Object... values) {
    try (Connection connection = database.reader().getConnection()) {
      return Sql.list(connection, sql, reader, values);
    } catch (SQLException e) {
      throw new StoreException("reading surveys", e);
    }
  }

  private static SiteKey key(ResultSet row) throws SQLException {
    return new SiteKey(row.getString("layer"), row.getString("code"));
  }

  private static SurveyedBoundary boundary(ResultSet row) throws SQLException {
    return new SurveyedBoundary(
        row.getLong("id"),
        row.getString("layer"),
        row.getString("code"),
        geometry(row),
        row.getDouble("sigma_m"),
        row.getObject("surveyed_on", LocalDate.class),
        row.getString("method"),
        row.getString("document"),
        row.getString("signed_by"),
        instant(row, "signed_at"));
  }

  private static Survey survey(ResultSet row) throws SQLException {
    return new Survey(
        row.getLong("id"),
        row.getString("layer"),
        row.getString("code"),
        row.getString("status"),
        instant(row, "submitted_at"),
        row.getString("submitted_by"),
        row.getObject("surveyed_on", LocalDate.class),
        row.getString("method"),
        row.getDouble("sigma_m"),
        row.getString("document"),
        row.getString("file_name"),
        row.getString("file_sha256"),
        row.getString("file_format"),
        row.getString("source_crs"),
        JSON.readValue(row.getString("points"), new TypeReference<>() {}),
        JSON.readValue(row.getString("warnings"), new TypeReference<>() {}),
        row.getObject("replaced_m", Double.class),
        row.getBoolean("far_confirmed"),
        row.getString("reason"),
        row.getString("signed_by"),
        instant(row, "signed_at"),
        row.getString("revoked_reason"),
        row.getString("revoked_by"),
        instant(row, "revoked_at"),
        row.getObject("version_from", Long.class),
        row.getObject("version_to", Long.class),
        geometry(row));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static Geometry geometry(ResultSet row) throws SQLException {
    try {
      Geometry geometry = new WKBReader().read(row.getBytes("wkb"));
      geometry.setSRID(SRID);
      return geometry;
    } catch (ParseException e) {
      throw new IllegalStateException("a stored boundary cannot be read", e);
    }
  }
}
