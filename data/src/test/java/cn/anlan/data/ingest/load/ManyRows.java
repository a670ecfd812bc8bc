package cn.anlan.data.ingest.load;

import cn.anlan.data.ingest.load.OwnRows.Row;
import cn.anlan.data.ingest.load.OwnRows.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * A layer of twenty fields and three references, and any number of rows for it: as large as the
 * largest ledger of the demonstration province, but without its meaning.
 */
record ManyRows(int count, long seed) implements Source {
  static final String LAYER =
      """
      id: ledger
      title: {zh: 台账, en: Ledger}
      description: {zh: 大量行的试验图层, en: Layer for tests of many rows}
      geometry: point
      disclosure: internal
      accuracy: optional
      within_province: false
      region_field: county_code
      style: {color: "#336699"}
      fields:
        - {name: name, type: text, title: {zh: 名称, en: Name}, required: true, max_length: 60}
        - {name: enterprise_code, type: text, title: {zh: 企业, en: Enterprise}, references: enterprise.code}
        - {name: county_code, type: text, title: {zh: 县, en: County}, required: true, references: region.code}
        - {name: city_code, type: text, title: {zh: 市, en: City}, references: region.code}
        - {name: sector, type: code, title: {zh: 行业, en: Sector}, codes: sector, required: true}
        - {name: accident_type, type: code, title: {zh: 事故类型, en: Accident}, codes: accident_type}
        - {name: method, type: code, title: {zh: 方法, en: Method}, codes: risk_method}
        - {name: level, type: integer, title: {zh: 等级, en: Level}, codes: risk_level, required: true}
        - {name: factor_l, type: number, title: {zh: 因子一, en: L}, min: 0, max: 10}
        - {name: factor_e, type: number, title: {zh: 因子二, en: E}, min: 0, max: 10}
        - {name: factor_c, type: number, title: {zh: 因子三, en: C}, min: 0, max: 100}
        - {name: score, type: number, title: {zh: 分值, en: Score}, min: 0}
        - {name: workers, type: integer, title: {zh: 人数, en: Workers}, min: 0}
        - {name: found_on, type: date, title: {zh: 发现, en: Found}}
        - {name: due_on, type: date, title: {zh: 限期, en: Due}}
        - {name: closed_on, type: date, title: {zh: 销号, en: Closed}}
        - {name: overdue, type: boolean, title: {zh: 逾期, en: Overdue}}
        - {name: tags, type: text_list, title: {zh: 标签, en: Tags}}
        - {name: basis, type: text, title: {zh: 依据, en: Basis}}
        - {name: remedy, type: text, title: {zh: 措施, en: Remedy}}
      """;

  static final List<String> COUNTIES = List.of("360102", "360103", "360104", "360111");

  private static final GeometryFactory POINTS = new GeometryFactory(new PrecisionModel(), 4490);
  private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
  private static final int ENTERPRISES = 1_000;

  /** Writes the layer's definition below a configuration directory. */
  static Path define(Path conf) {
    try {
      Files.createDirectories(conf.resolve("catalog/layers"));
      Files.writeString(conf.resolve("catalog/layers/ledger.yaml"), LAYER);
      return conf;
    } catch (IOException e) {
      throw new UncheckedIOException("writing the definition", e);
    }
  }

  /** The enterprises and regions that the rows refer to. */
  static List<Row> regions() {
    return java.util.stream.Stream.concat(java.util.stream.Stream.of("360100"), COUNTIES.stream())
        .map(c -> new Row(c, Map.of("name", "县" + c, "admin_level", "county"), null))
        .toList();
  }

  static List<Row> enterprises() {
    return java.util.stream.IntStream.range(0, ENTERPRISES)
        .mapToObj(
            i ->
                new Row(
                    enterprise(i),
                    Map.of(
                        "name",
                        "企业" + i,
                        "sector",
                        "fire",
                        "county_code",
                        COUNTIES.get(i % COUNTIES.size()),
                        "sigma_m",
                        10.0),
                    POINTS.createPoint(new Coordinate(115 + i * 1e-4, 28))))
        .toList();
  }

  private static String enterprise(int i) {
    return "DEMO-EN-%06d".formatted(i);
  }

  @Override
  public void writeTo(Consumer<Row> out) {
    Random random = new Random(seed);
    String[] enterprises = new String[ENTERPRISES];
    java.util.Arrays.setAll(enterprises, ManyRows::enterprise);
    for (int i = 0; i < count; i++) {
      out.accept(row(i, random, enterprises));
    }
  }

  static String code(int i) {
    String digits = Integer.toString(10_000_000 + i);
    return "DEMO-LE-" + digits.substring(1);
  }

  private static Row row(int i, Random random, String[] enterprises) {
    Map<String, Object> values = new HashMap<>(64);
    int near = random.nextInt(COUNTIES.size());
    values.put("name", "示例第" + i % 977 + "号");
    values.put("enterprise_code", enterprises[random.nextInt(ENTERPRISES)]);
    values.put("county_code", COUNTIES.get(near));
    values.put("city_code", "360100");
    values.put("sector", random.nextBoolean() ? "fire" : "industry_trade");
    values.put("method", "lec");
    values.put("level", 1L + random.nextInt(4));
    values.put("factor_l", random.nextInt(20) / 2.0);
    values.put("factor_e", 6.0);
    values.put("factor_c", 15.0);
    values.put("score", random.nextInt(9000) / 10.0);
    values.put("workers", (long) random.nextInt(300));
    LocalDate found = FIRST.plusDays(random.nextInt(1096));
    values.put("found_on", found);
    values.put("due_on", found.plusDays(15));
    values.put("closed_on", random.nextInt(10) == 0 ? null : found.plusDays(random.nextInt(30)));
    values.put("overdue", random.nextInt(20) == 0);
    values.put("tags", i % 50 == 0 ? List.of("甲", "乙 \"丙\"") : null);
    values.put("basis", "《安全生产法》第 " + random.nextInt(114) + " 条");
    values.put("remedy", "责令限期整改，落实责任人与措施");
    values.put("sigma_m", 25.0);
    values.put("source", "示例数据（虚构）");
    values.put("is_demo", true);
    double lonDeg = 113.6 + near + Math.round(random.nextGaussian() * 3e5) / 1e6;
    double latDeg = 27.2 + Math.round(random.nextGaussian() * 1e6) / 1e6;
    return new Row(code(i), values, POINTS.createPoint(new Coordinate(lonDeg, latDeg)));
  }
}
