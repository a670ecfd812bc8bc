package cn.anlan.web.bench;

import cn.anlan.data.store.Database;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Random;

/**
 * Invented enterprises as a CSV that an office would send: every row passes every check, each lies
 * in the county that it names, and neighbours in the file are no neighbours on the ground. The same
 * count gives the same file.
 */
final class BenchEnterprises {
  private static final long SEED = 20_210_302;
  private static final String[] SECTORS = {"hazardous_chemicals", "coal_mine", "fire", "fireworks"};
  private static final String[] SCALES = {"large", "medium", "small"};

  /** GB 32100-2015, table 2 and annex A: the characters of a credit code and their weights. */
  private static final String USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };

  /** Points in every county of today, in an order that the ground has no part in. */
  private static final String POINTS =
      """
      SELECT code, st_x(p) AS lon, st_y(p) AS lat FROM (
        SELECT code, (st_dump(st_generatepoints(geom, %d, 1))).geom AS p FROM layer.region
        WHERE admin_level = 'county' AND geom IS NOT NULL
          AND (valid_to IS NULL OR valid_to > current_date)) AS points
      ORDER BY md5(st_astext(p)) LIMIT %d
      """;

  private BenchEnterprises() {}

  /** Writes the file; the database must hold the base map. */
  static void write(Database database, int rows, Path csv) throws SQLException, IOException {
    Random random = new Random(SEED);
    try (Connection connection = database.owner().getConnection();
        BufferedWriter out = Files.newBufferedWriter(csv, StandardCharsets.UTF_8)) {
      connection.setAutoCommit(false); // else the driver holds all rows
      long counties = count(connection);
      try (Statement statement = connection.createStatement()) {
        statement.setFetchSize(10_000);
        String sql = POINTS.formatted(rows / counties + 1, rows);
        out.write(
            "code,name,uscc,sector,scale,commissioned_on,employees,risk_level,safety_score,"
                + "in_park,address,county_code,sigma_m,source,lon,lat\n");
        try (ResultSet point = statement.executeQuery(sql)) {
          for (int i = 0; point.next(); i++) {
            out.write(row(i, point, random));
          }
        }
      }
      connection.rollback();
    }
  }

  private static long count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM layer.region WHERE admin_level = 'county'"
                    + " AND geom IS NOT NULL AND (valid_to IS NULL OR valid_to > current_date)")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static String row(int i, ResultSet point, Random random) throws SQLException {
    String county = point.getString(1);
    return String.format(
        Locale.ROOT,
        "BENCH-%07d,测试第%d企业有限公司,%s,%s,%s,20%02d-%02d-%02d,%d,%d,%.1f,%b,示例路%d号,%s,10,性能测试,%.7f,%.7f%n",
        i,
        i,
        creditCode(county, i),
        SECTORS[random.nextInt(SECTORS.length)],
        SCALES[random.nextInt(SCALES.length)],
        random.nextInt(20),
        1 + random.nextInt(12),
        1 + random.nextInt(28),
        1 + random.nextInt(900),
        1 + random.nextInt(4),
        random.nextInt(1000) / 10.0,
        random.nextBoolean(),
        1 + random.nextInt(999),
        county,
        point.getDouble(2),
        point.getDouble(3));
  }

  private static String creditCode(String county, int i) {
    String body = "91" + county + String.format(Locale.ROOT, "%09d", i);
    int sum = 0;
    for (int k = 0; k < WEIGHTS.length; k++) {
      sum += WEIGHTS[k] * USCC.indexOf(body.charAt(k));
    }
    return body + USCC.charAt((31 - sum % 31) % 31);
  }
}
