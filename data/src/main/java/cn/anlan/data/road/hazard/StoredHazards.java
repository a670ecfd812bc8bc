package cn.anlan.data.road.hazard;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.StoreException;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.hazard.DangerousGoods;
import cn.anlan.geo.road.hazard.DangerousGoods.Closure;
import cn.anlan.geo.road.hazard.Hazard;
import cn.anlan.geo.road.hazard.HazardKind;
import cn.anlan.geo.road.hazard.HazardKind.Place;
import cn.anlan.geo.text.Text;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * The hazards of a model in the stored layers, all of one data version.
 *
 * @param withoutPlace names, by layer, of rows that have no geometry, or lack route, stake or
 *     length where these say the place: they are in no table
 */
public record StoredHazards(
    List<Hazard> hazards, long dataVersion, Map<String, Set<String>> withoutPlace) {
  private static final int NAMED = 5;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /**
   * Reads them.
   *
   * @throws UserFault where the model names a layer or column that the catalogue does not have
   * @throws StoreException where PostGIS fails
   */
  public static StoredHazards read(Database database, DangerousGoods model) {
    for (HazardKind kind : model.hazards()) {
      if (kind.layer() != null) {
        check(database.catalog(), kind);
      }
    }
    try (Connection connection = database.reader().getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      long version =
          Sql.list(connection, "SELECT version FROM anlan.current_version", r -> r.getLong(1))
              .get(0);
      Found found = new Found();
      for (int k = 0; k < model.hazards().size(); k++) {
        if (model.hazards().get(k).layer() != null) {
          HazardKind kind = model.hazards().get(k);
          read(connection, kind, k, database.catalog().getLayer(kind.layer()).hasGeometry(), found);
        }
      }
      connection.rollback();
      found.hazards.addAll(closures(model));
      return new StoredHazards(found.hazards, version, found.withoutPlace);
    } catch (SQLException e) {
      throw new StoreException("读取道路周边的风险 (reading the hazards along roads)", e);
    }
  }

  /** What has no place, in words for people. */
  public List<Text> notTaken() {
    return withoutPlace.entrySet().stream().map(e -> text(e.getKey(), e.getValue())).toList();
  }

  private static Text text(String layer, Set<String> names) {
    String first = String.join("、", names.stream().limit(NAMED).toList());
    String more = names.size() > NAMED ? " …" : "";
    return new Text(
        "%s 有 %d 行缺少位置、路线、桩号或长度，未计入（若属禁行，则未生效）：%s%s".formatted(layer, names.size(), first, more),
        "%s: %d rows lack place, route, stake or length and do not count (if they ban, the ban does"
                .formatted(layer, names.size())
            + " not hold): "
            + first
            + more);
  }

  /**
   * The state of the layers that a model's hazards and the roads are in: greatest data version and
   * number of rows of each. Every change of a row changes it.
   */
  public static String state(Database database, DangerousGoods model) {
    TreeSet<String> layers = new TreeSet<>(List.of("road"));
    model.hazards().stream().map(HazardKind::layer).filter(Objects::nonNull).forEach(layers::add);
    List<String> states = new ArrayList<>();
    try (Connection connection = database.reader().getConnection()) {
      for (String layer : layers) {
        String name = database.catalog().getLayer(layer).id();
        states.addAll(
            Sql.list(
                connection,
                "SELECT coalesce(max(data_version), 0), count(*) FROM layer." + name,
                r -> name + ":" + r.getLong(1) + ":" + r.getLong(2)));
      }
    } catch (SQLException e) {
      throw new StoreException("读取图层状态 (reading the layers' state)", e);
    }
    return String.join(",", states);
  }

  /** Names of the model become SQL: only what the catalogue has may. */
  private static void check(Catalog catalog, HazardKind kind) {
    Layer layer = catalog.getLayer(kind.layer());
    List<String> columns = new ArrayList<>(List.of("name"));
    Stream.of(kind.column(), kind.personsColumn()).filter(Objects::nonNull).forEach(columns::add);
    switch (kind.place()) {
      case STRETCH -> columns.addAll(List.of("route_no", "from_stake_km", "to_stake_km"));
      case TUNNEL ->
          columns.addAll(
              List.of("road_code", "railway_code", "pipeline_code", "stake_km", "length_m"));
      default -> {}
    }
    for (String column : columns) {
      if (layer.findField(column).isEmpty()) {
        throw new UserFault(
            "dangerous-goods.yaml: %s 没有字段 %s (the layer has no such field)"
                .formatted(kind.layer(), column),
            "对照目录改正 %s (correct it by the catalogue)".formatted(kind.kind()));
      }
    }
  }

  private static void read(
      Connection connection, HazardKind kind, int number, boolean hasGeometry, Found found)
      throws SQLException {
    String place =
        switch (kind.place()) {
          case STRETCH -> "l.route_no, l.from_stake_km, l.to_stake_km, NULL::float8";
          case TUNNEL ->
              "(SELECT route_no FROM layer.road r WHERE r.code = l.road_code),"
                  + " l.stake_km - l.length_m / 2000, l.stake_km + l.length_m / 2000, l.length_m";
          default -> "NULL::text, NULL::float8, NULL::float8, NULL::float8";
        };
    String persons =
        kind.personsColumn() == null ? "NULL::float8" : "l." + kind.personsColumn() + "::float8";
    String sql =
        "SELECT l.code, l.name, %s, %s, %s FROM layer.%s l WHERE %s"
            .formatted(
                persons,
                hasGeometry ? "ST_AsBinary(ST_Force2D(l.geom))" : "NULL::bytea",
                place,
                kind.layer(),
                kind.place() == Place.TUNNEL
                    ? "l.railway_code IS NULL AND l.pipeline_code IS NULL"
                    : "true");
    if (kind.column() == null) {
      Sql.list(connection, sql + " ORDER BY l.code", row -> found.take(row, kind, number));
    } else {
      Sql.list(
          connection,
          sql + " AND l." + kind.column() + " = ANY (?) ORDER BY l.code",
          row -> found.take(row, kind, number),
          (Object) kind.values().toArray(String[]::new));
    }
  }

  /** What has been read so far. */
  private static final class Found {
    private final List<Hazard> hazards = new ArrayList<>();
    private final Map<String, Set<String>> withoutPlace = new TreeMap<>(); // names by layer

    boolean take(ResultSet row, HazardKind kind, int number) throws SQLException {
      Double said = number(row, 3);
      double persons = said == null ? kind.persons() : said;
      byte[] wkb = row.getBytes(4);
      Geometry at = wkb == null ? null : geometry(wkb);
      boolean onARoad = kind.place() == Place.STRETCH || kind.place() == Place.TUNNEL;
      Hazard.Stretch stretch = onARoad ? stretch(row) : null;
      if (onARoad ? stretch == null : at == null) {
        String name = row.getString(2) == null ? row.getString(1) : row.getString(2);
        return withoutPlace.computeIfAbsent(kind.layer(), any -> new TreeSet<>()).add(name);
      }
      boolean counts =
          kind.place() == Place.TUNNEL
              ? kind.takesTunnel(number(row, 8))
              : persons >= kind.leastPersons();
      return counts
          && hazards.add(
              new Hazard(
                  number, kind.layer(), row.getString(1), row.getString(2), persons, at, stretch));
    }

    /** Null where route, stakes or, of a tunnel, length are not known. */
    private static Hazard.Stretch stretch(ResultSet row) throws SQLException {
      String route = row.getString(5);
      Double from = number(row, 6);
      Double to = number(row, 7);
      return route == null || from == null || to == null
          ? null
          : new Hazard.Stretch(route, Math.min(from, to), Math.max(from, to));
    }

    private static Double number(ResultSet row, int column) throws SQLException {
      double value = row.getDouble(column);
      return row.wasNull() ? null : value;
    }
  }

  private static Geometry geometry(byte[] wkb) {
    try {
      return new WKBReader(FACTORY).read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("PostGIS has sent a geometry that is none", e);
    }
  }

  /** What the office has closed by the model's own list. */
  static List<Hazard> closures(DangerousGoods model) {
    List<Hazard> hazards = new ArrayList<>();
    for (int i = 0; i < model.closures().size(); i++) {
      Closure closure = model.closures().get(i);
      Hazard.Stretch stretch =
          closure.routeNo() == null
              ? null
              : new Hazard.Stretch(
                  closure.routeNo(),
                  Math.min(closure.fromStakeKm(), closure.toStakeKm()),
                  Math.max(closure.fromStakeKm(), closure.toStakeKm()));
      Geometry at = stretch == null ? ring(closure.ring()) : null;
      hazards.add(
          new Hazard(-1 - i, "office", "closure-" + (i + 1), closure.name().zh(), 0, at, stretch));
    }
    return hazards;
  }

  private static Geometry ring(List<List<Double>> corners) {
    List<Coordinate> ring =
        new ArrayList<>(corners.stream().map(c -> new Coordinate(c.get(0), c.get(1))).toList());
    if (!ring.get(0).equals2D(ring.get(ring.size() - 1))) {
      ring.add(ring.get(0).copy());
    }
    Geometry area = FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
    if (!area.isValid()) {
      throw new UserFault(
          "dangerous-goods.yaml: 禁行区边界自相交 (a closure's ring crosses itself) " + ring.get(0),
          "按顺序给出边界点 (give its corners in turn)");
    }
    return area;
  }
}
