package cn.anlan.web.deliveries;

import cn.anlan.data.store.Database;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** The borders of today's counties, drawn coarsely (to some 200 m): ground for a small map. */
public final class RegionOutlines {
  private static final String SQL =
      "SELECT ST_AsBinary(ST_SimplifyPreserveTopology(geom, 0.002)) FROM layer.region"
          + " WHERE admin_level = 'county' AND geom IS NOT NULL"
          + " AND (valid_to IS NULL OR valid_to > current_date) ORDER BY code";

  private RegionOutlines() {}

  public static List<Geometry> read(Database database) {
    try (Connection connection = database.reader().getConnection()) {
      return Sql.list(connection, SQL, row -> geometry(row.getBytes(1)));
    } catch (SQLException e) {
      throw new StoreException("reading the borders of counties", e);
    }
  }

  private static Geometry geometry(byte[] wkb) {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("the area of a region is not readable", e);
    }
  }
}
