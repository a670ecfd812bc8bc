package cn.anlan.data.ingest.load;

import cn.anlan.data.delivery.OriginalForm;
import cn.anlan.data.ingest.request.ImportRequest;
import cn.anlan.data.privacy.PersonalData;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The record that an import leaves beside its rows. */
public final class Delivery {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Delivery() {}

  /** Writes the record and answers its id; the version is settled by {@link #settle}. */
  public static long insert(
      Connection connection, ImportRequest request, OriginalForm form, long accepted, long rejected)
      throws SQLException {
    String sql =
        """
        INSERT INTO anlan.delivery
          (layer, file_name, sha256, crs, mode, accepted, rejected, source, licence, sigma_m,
           options, write_rule, area, author, source_columns, is_table, data_version)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, 0)
        RETURNING id
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, request.layer());
      statement.setString(2, request.file().getFileName().toString());
      statement.setString(3, sha256(request.file()));
      statement.setString(4, form.crs());
      statement.setString(5, request.mode().name().toLowerCase(Locale.ROOT));
      statement.setLong(6, accepted);
      statement.setLong(7, rejected);
      statement.setString(8, PersonalData.masked(request.source()));
      statement.setString(9, request.licence());
      statement.setObject(10, request.sigmaM(), java.sql.Types.DOUBLE);
      statement.setString(11, options(request));
      statement.setString(12, request.writeRule().code());
      statement.setString(13, request.area().orElse(null));
      statement.setString(14, PersonalData.masked(request.author()));
      statement.setObject(15, form.columns().toArray(String[]::new));
      statement.setBoolean(16, form.table());
      return number(statement);
    }
  }

  /**
   * Gives the record the version of its rows, or the current one where no row changed, and answers
   * it.
   */
  public static long settle(Connection connection, long id) throws SQLException {
    String sql =
        """
        UPDATE anlan.delivery SET data_version =
          coalesce(anlan.version_of_this_transaction(), (SELECT version FROM anlan.data_version))
        WHERE id = ? RETURNING data_version
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, id);
      return number(statement);
    }
  }

  /**
   * Keeps with the record how many rows the delivery added, changed, removed and left alone, and
   * its report.
   *
   * @param report what becomes its JSON
   */
  public static void keep(
      Connection connection,
      long id,
      long inserted,
      long updated,
      long removed,
      long unchanged,
      Object report)
      throws SQLException {
    String sql =
        """
        UPDATE anlan.delivery
        SET inserted = ?, updated = ?, removed = ?, unchanged = ?, report = ?::jsonb WHERE id = ?
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, inserted);
      statement.setLong(2, updated);
      statement.setLong(3, removed);
      statement.setLong(4, unchanged);
      // The database cannot keep a zero character; in JSON it is written by this escape only.
      String json = JSON.writeValueAsString(report);
      statement.setString(5, json.replaceAll("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000", "$1\\\\uFFFD"));
      statement.setLong(6, id);
      statement.executeUpdate();
    }
  }

  private static long number(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static String options(ImportRequest request) {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("map", request.map());
    options.put("set", request.set());
    options.put("demo", request.demo());
    options.put("insistCrs", request.insistCrs());
    request.encoding().ifPresent(e -> options.put("encoding", e));
    request.layerName().ifPresent(l -> options.put("layerName", l));
    return PersonalData.masked(JSON.writeValueAsString(options));
  }

  static String sha256(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("digesting the delivered file", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
