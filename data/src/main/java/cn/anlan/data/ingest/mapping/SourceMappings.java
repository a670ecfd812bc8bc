package cn.anlan.data.ingest.mapping;

import cn.anlan.data.ingest.request.ImportRequest;
import cn.anlan.data.privacy.PersonalData;
import cn.anlan.data.source.file.DeliveredFile;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The mappings kept in {@code anlan.source_mapping}: for each layer and source that of the last
 * delivery that was written. Where no source is named, files with the same headings count as from
 * one source.
 */
public final class SourceMappings {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};
  private static final int DIGEST_CHARS = 16;

  private SourceMappings() {}

  /** What the mapping of a delivery is kept under. */
  public static String key(ImportRequest request, DeliveredFile file) {
    if (request.source() != null && !request.source().isBlank()) {
      return PersonalData.masked(request.source().strip());
    }
    String headings = String.join("\n", file.columns().stream().sorted().toList());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(headings.getBytes(StandardCharsets.UTF_8));
      return "列名 " + HexFormat.of().formatHex(digest).substring(0, DIGEST_CHARS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The mapping of the source's last delivery, {@link KeptMapping#NONE} where there is none. */
  public static KeptMapping find(Database database, String layer, String source) {
    String sql =
        "SELECT fields::text, chosen FROM anlan.source_mapping WHERE layer = ? AND source = ?";
    try (Connection connection = database.owner().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, layer);
      statement.setString(2, source);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return KeptMapping.NONE;
        }
        Set<String> chosen = Set.of((String[]) row.getArray(2).getArray());
        return new KeptMapping(source, JSON.readValue(row.getString(1), FIELDS), chosen);
      }
    } catch (SQLException e) {
      throw new StoreException("reading the mapping of a source", e);
    }
  }

  /** Keeps the mapping of a delivery, in the transaction that writes it. */
  public static void keep(Connection connection, String layer, KeptMapping mapping, long deliveryId)
      throws SQLException {
    String sql =
        """
        INSERT INTO anlan.source_mapping (layer, source, fields, chosen, delivery_id)
        VALUES (?, ?, ?::jsonb, ?, ?)
        ON CONFLICT (layer, source) DO UPDATE SET
          fields = excluded.fields, chosen = excluded.chosen,
          delivery_id = excluded.delivery_id, kept_at = clock_timestamp()
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Array chosen = connection.createArrayOf("text", mapping.chosen().toArray());
      statement.setString(1, layer);
      statement.setString(2, mapping.source());
      statement.setString(3, JSON.writeValueAsString(mapping.fields()));
      statement.setArray(4, chosen);
      statement.setLong(5, deliveryId);
      statement.executeUpdate();
    }
  }

  /** The coordinate columns that a kept mapping names and the file has, but took others. */
  public static Optional<Map<String, String>> coordinates(KeptMapping kept, DeliveredFile file) {
    Map<String, String> named = new LinkedHashMap<>(kept.fields());
    named.keySet().retainAll(ColumnMapping.COORDINATES);
    boolean there = !named.isEmpty() && file.columns().containsAll(named.values());
    boolean taken = file.geometryColumns().containsAll(List.copyOf(named.values()));
    return there && !taken ? Optional.of(named) : Optional.empty();
  }
}
