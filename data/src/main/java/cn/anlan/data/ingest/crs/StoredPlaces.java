package cn.anlan.data.ingest.crs;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.GeometryKind;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.datum.KnownPlace;
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
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * Where rows of a sample are known to lie: the stored row of the same code, by its centroid, and
 * for points the enterprise that they belong to or the road that they lie on. Invented rows are no
 * evidence.
 */
final class StoredPlaces {
  /** Assumed where a stored row has no accuracy. */
  private static final double UNKNOWN_SIGMA_M = 100;

  /** What belongs to an enterprise stands somewhere on its ground. */
  private static final double WITHIN_ENTERPRISE_M = 200;

  /** What is on a road is on one of its carriageways or just beside them. */
  private static final double BESIDE_ROAD_M = 30;

  private static final String CENTRE = "ST_Centroid(geom)";
  private static final String WHOLE = "geom";

  private final Map<String, KnownPlace> own;
  private final Map<String, KnownPlace> enterprises;
  private final Map<String, KnownPlace> roads;

  private StoredPlaces(
      Map<String, KnownPlace> own,
      Map<String, KnownPlace> enterprises,
      Map<String, KnownPlace> roads) {
    this.own = own;
    this.enterprises = enterprises;
    this.roads = roads;
  }

  static StoredPlaces load(
      Connection connection, Catalog catalog, Layer layer, List<RowSample.Row> rows)
      throws SQLException {
    return new StoredPlaces(
        load(connection, layer, CENTRE, codes(rows, RowSample.Row::code), 0),
        named(layer, RowSample.ENTERPRISE)
            ? load(
                connection,
                catalog.getLayer("enterprise"),
                CENTRE,
                codes(rows, RowSample.Row::enterprise),
                WITHIN_ENTERPRISE_M)
            : Map.of(),
        named(layer, RowSample.ROAD)
            ? load(
                connection,
                catalog.getLayer("road"),
                WHOLE,
                codes(rows, RowSample.Row::road),
                BESIDE_ROAD_M)
            : Map.of());
  }

  private static boolean named(Layer layer, String field) {
    return layer.geometry() == GeometryKind.POINT && layer.findField(field).isPresent();
  }

  Optional<KnownPlace> find(RowSample.Row row) {
    return find(own, row.code())
        .or(() -> find(enterprises, row.enterprise()))
        .or(() -> find(roads, row.road()));
  }

  private static Optional<KnownPlace> find(Map<String, KnownPlace> known, String code) {
    return code == null ? Optional.empty() : Optional.ofNullable(known.get(code));
  }

  private static String[] codes(List<RowSample.Row> rows, Function<RowSample.Row, String> code) {
    return rows.stream().map(code).filter(Objects::nonNull).distinct().toArray(String[]::new);
  }

  private static Map<String, KnownPlace> load(
      Connection connection, Layer layer, String shape, String[] codes, double furtherM)
      throws SQLException {
    Map<String, KnownPlace> known = new HashMap<>();
    String sql =
        "SELECT code, ST_AsBinary(ST_Force2D(%s)), sigma_m FROM %s"
                .formatted(shape, LayerTables.table(layer))
            + " WHERE code = ANY (?) AND geom IS NOT NULL AND NOT is_demo";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", codes));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Double sigmaM = (Double) row.getObject(3);
          known.put(
              row.getString(1),
              new KnownPlace(
                  geometry(row.getBytes(2)),
                  Math.hypot(sigmaM == null ? UNKNOWN_SIGMA_M : sigmaM, furtherM)));
        }
      }
    }
    return known;
  }

  private static Geometry geometry(byte[] wkb) {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("PostGIS wrote a geometry that cannot be read", e);
    }
  }
}
