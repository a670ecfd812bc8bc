package cn.anlan.data.ingest.region;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Reads the layer {@code region} for the checks of an import. */
public final class RegionLoader {

  /** Names always; the map where any county has an area. */
  public record Loaded(Regions regions, Optional<ProvinceMap> map) {}

  private static final String SQL =
      "SELECT code, name, admin_level, aliases, former_codes, successor_code, sigma_m,"
          + " valid_from, valid_to,"
          + " (valid_to IS NULL OR valid_to > current_date) AS current, ST_AsBinary(geom) AS area"
          + " FROM layer.region ORDER BY code";

  private RegionLoader() {}

  /** Reads the regions, those that have ended too. */
  public static Loaded load(Connection connection) throws SQLException {
    List<Regions.Region> regions = new ArrayList<>();
    Map<String, Geometry> counties = new LinkedHashMap<>();
    Geometry province = null;
    Double provinceSigma = null;
    Double countySigma = null;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SQL)) {
      while (row.next()) {
        Regions.Region region = region(row);
        regions.add(region);
        Geometry area = area(row.getBytes("area"));
        Double sigma = (Double) row.getObject("sigma_m");
        if (area == null || !region.current()) {
          continue;
        }
        if ("province".equals(region.adminLevel())) {
          province = area;
          provinceSigma = sigma;
        } else if ("county".equals(region.adminLevel())) {
          counties.put(region.code(), area);
          countySigma = larger(countySigma, sigma);
        }
      }
    }
    boolean mapped = province != null || !counties.isEmpty();
    Double sigma = province != null && provinceSigma != null ? provinceSigma : countySigma;
    return new Loaded(
        new Regions(regions),
        mapped ? Optional.of(new ProvinceMap(counties, province, sigma)) : Optional.empty());
  }

  private static Regions.Region region(ResultSet row) throws SQLException {
    return new Regions.Region(
        row.getString("code"),
        row.getString("name"),
        row.getString("admin_level"),
        texts(row.getArray("aliases")),
        texts(row.getArray("former_codes")),
        row.getString("successor_code"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getBoolean("current"));
  }

  private static List<String> texts(Array array) throws SQLException {
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  private static Double larger(Double a, Double b) {
    return a == null ? b : b == null ? a : Double.valueOf(Math.max(a, b));
  }

  private static Geometry area(byte[] wkb) {
    try {
      return wkb == null ? null : new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("the area of a region is not readable", e);
    }
  }
}
