package cn.anlan.data.ingest.crs;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.GeometryKind;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.store.LayerTables;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;

/**
 * Where rows of a sample are known to lie: the stored row of the same code, by its centroid, and
 * for points the enterprise that they belong to. Invented rows are no evidence.
 */
final class StoredPlaces {

  /**
   * @param lonLat CGCS2000
   * @param sigmaM how far the row may rightly be from it
   */
  record Known(Coordinate lonLat, double sigmaM) {}

  /** Assumed where a stored row has no accuracy. */
  private static final double UNKNOWN_SIGMA_M = 100;

  /** What belongs to an enterprise stands somewhere on its ground. */
  private static final double WITHIN_ENTERPRISE_M = 200;

  private final Map<String, Known> own;
  private final Map<String, Known> enterprises;

  private StoredPlaces(Map<String, Known> own, Map<String, Known> enterprises) {
    this.own = own;
    this.enterprises = enterprises;
  }

  static StoredPlaces load(
      Connection connection, Catalog catalog, Layer layer, List<RowSample.Row> rows)
      throws SQLException {
    Map<String, Known> own = load(connection, layer, codes(rows, RowSample.Row::code), 0);
    boolean points = layer.geometry() == GeometryKind.POINT;
    Map<String, Known> enterprises =
        points && layer.findField(RowSample.ENTERPRISE).isPresent()
            ? load(
                connection,
                catalog.getLayer("enterprise"),
                codes(rows, RowSample.Row::enterprise),
                WITHIN_ENTERPRISE_M)
            : Map.of();
    return new StoredPlaces(own, enterprises);
  }

  Optional<Known> find(RowSample.Row row) {
    Known known = row.code() == null ? null : own.get(row.code());
    if (known == null && row.enterprise() != null) {
      known = enterprises.get(row.enterprise());
    }
    return Optional.ofNullable(known);
  }

  private static String[] codes(List<RowSample.Row> rows, Function<RowSample.Row, String> code) {
    return rows.stream().map(code).filter(Objects::nonNull).distinct().toArray(String[]::new);
  }

  private static Map<String, Known> load(
      Connection connection, Layer layer, String[] codes, double furtherM) throws SQLException {
    Map<String, Known> known = new HashMap<>();
    String sql =
        "SELECT code, ST_X(c), ST_Y(c), sigma_m FROM (SELECT code, ST_Centroid(geom) AS c, sigma_m"
            + " FROM "
            + LayerTables.table(layer)
            + " WHERE code = ANY (?) AND geom IS NOT NULL AND NOT is_demo) AS stored";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", codes));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Double sigmaM = (Double) row.getObject(4);
          known.put(
              row.getString(1),
              new Known(
                  new Coordinate(row.getDouble(2), row.getDouble(3)),
                  Math.hypot(sigmaM == null ? UNKNOWN_SIGMA_M : sigmaM, furtherM)));
        }
      }
    }
    return known;
  }
}
