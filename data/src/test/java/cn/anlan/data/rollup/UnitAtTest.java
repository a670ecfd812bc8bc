package cn.anlan.data.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.analytics.rollup.ReportingUnits;
import cn.anlan.analytics.rollup.Unit;
import cn.anlan.analytics.rollup.UnitLevel;
import cn.anlan.analytics.rollup.UnitTree;
import cn.anlan.data.initial.InitialData;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.TestDatabase;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The province's reporting units, and {@code anlan.unit_at} beside {@link UnitTree}. */
class UnitAtTest {
  private static final LocalDate IN_2019 = LocalDate.of(2019, 6, 30);
  private static final LocalDate IN_2021 = LocalDate.of(2021, 12, 31);

  /** Changes harder than the province's own: chains, merges, gaps, circles, dissolved zones. */
  private static final String HARD =
      """
      INSERT INTO layer.reporting_unit (code, name, kind, unit_level, parent_code, valid_from,
        valid_to, successor_code, predecessor_code, is_functional_zone) VALUES
      ('T1', 't', 'statutory', 'county', '360700', NULL, '2001-01-01', 'T2', NULL, false),
      ('T2', 't', 'statutory', 'county', '360700', '2001-01-01', '2002-01-01', 'T3', NULL, false),
      ('T3', 't', 'statutory', 'county', '360800', '2002-01-01', NULL, NULL, NULL, false),
      ('T0', 't', 'statutory', 'county', '360700', NULL, '2003-01-01', 'T3', NULL, false),
      ('T4', 't', 'statutory', 'county', '360800', '2004-01-01', NULL, NULL, 'T3', false),
      ('G1', 't', 'statutory', 'county', '360800', NULL, '2001-01-01', 'G2', NULL, false),
      ('G2', 't', 'statutory', 'county', '360800', '2002-01-01', NULL, NULL, NULL, false),
      ('O1', 't', 'statutory', 'county', '360800', NULL, '2001-01-01', 'O2', NULL, false),
      ('O2', 't', 'statutory', 'county', '360800', NULL, '2001-01-01', 'O1', NULL, false),
      ('Z1', 't', 'other_zone', 'county', '360800', '2005-01-01', '2010-01-01', 'T3', NULL, true),
      ('Z2', 't', 'other_zone', 'city', '360000', '2005-01-01', '2010-01-01', NULL, NULL, true),
      ('Z3', 't', 'other_zone', 'county', 'Z2', NULL, NULL, NULL, NULL, true)
      """;

  private static Database database;
  private static UnitTree real;
  private static UnitTree tree;
  private static LayerSnapshot units;

  @BeforeAll
  static void load() {
    database = TestDatabase.open();
    InitialData.ensureBaseMap(database, Progress.silent());
    real = readTree();
    database.inTransaction(
        "test",
        null,
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute(HARD);
          }
        });
    tree = readTree();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void ganzhouReportsWithEighteenCountiesAndAZone() {
    assertThat(below("360700")).hasSize(19).filteredOn(u -> !u.isZone()).hasSize(18);
  }

  @Test
  void theProvinceReportsWithElevenCitiesAndANewArea() {
    List<Unit> cities = real.valid(UnitLevel.CITY, IN_2021);
    assertThat(cities).hasSize(12).filteredOn(u -> !u.isZone()).hasSize(11);
    assertThat(cities).filteredOn(Unit::isZone).extracting(Unit::name).containsExactly("赣江新区");
    assertThat(real.valid(UnitLevel.COUNTY, IN_2021)).filteredOn(u -> !u.isZone()).hasSize(100);
  }

  @Test
  void aRenamedCountyReportsUnderTheNameOfTheDay() {
    assertThat(name("360783", LocalDate.of(2020, 5, 31))).isEqualTo("龙南县");
    assertThat(name("360727", LocalDate.of(2020, 6, 1))).isEqualTo("龙南市");
    assertThat(name("361104", LocalDate.of(2019, 6, 30))).isEqualTo("上饶县");
    assertThat(name("361121", LocalDate.of(2019, 7, 1))).isEqualTo("广信区");
    assertThat(name("360112", LocalDate.of(2010, 1, 1))).isEqualTo("新建县");
    assertThat(name("360113", IN_2019)).isEqualTo("新建区");
    assertThat(name("360113", IN_2021)).isEqualTo("红谷滩区");
    assertThat(name("360105", IN_2019)).isEqualTo("湾里区");
  }

  @Test
  void everyCountyCodeOfAnyTimeIsPlacedAtEveryLevelOnEveryDayAndTheLevelsNest() {
    long seed = System.nanoTime();
    for (LocalDate day : days(real, new Random(seed))) {
      for (String code : codes()) {
        if (real.find(code).map(Unit::level).orElse(null) != UnitLevel.COUNTY) {
          continue;
        }
        String where = "seed " + seed + ", " + code + " on " + day;
        Unit county = real.find(code, UnitLevel.COUNTY, day).orElseThrow(() -> fail(where));
        Unit city = real.find(code, UnitLevel.CITY, day).orElseThrow(() -> fail(where));
        assertThat(real.valid(UnitLevel.COUNTY, day)).as(where).contains(county);
        assertThat(real.find(county.code(), UnitLevel.CITY, day)).as(where).contains(city);
        assertThat(real.find(code, UnitLevel.PROVINCE, day).map(Unit::code))
            .as(where)
            .contains("360000");
      }
    }
  }

  @Test
  void sqlSaysTheSameForEveryCodeLevelAndManyDays() throws SQLException {
    long seed = System.nanoTime();
    List<LocalDate> days = days(tree, new Random(seed));
    List<String> codes = codes();
    codes.add("431127");
    String sql =
        """
        SELECT c, d, l, anlan.unit_at(c, l, d) FROM unnest(?::text[]) c, unnest(?::date[]) d,
          unnest(ARRAY['province', 'city', 'county']) l
        """;
    int compared = 0;
    try (Connection connection = database.reader().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", codes.toArray()));
      statement.setArray(2, connection.createArrayOf("date", days.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String code = row.getString(1);
          LocalDate day = row.getObject(2, LocalDate.class);
          UnitLevel level = UnitLevel.find(row.getString(3)).orElseThrow();
          assertThat(row.getString(4))
              .as("seed %d: %s at %s on %s", seed, code, level, day)
              .isEqualTo(tree.find(code, level, day).map(Unit::code).orElse(null));
          compared++;
        }
      }
    }
    assertThat(compared).isEqualTo(codes.size() * days.size() * 3);
  }

  @Test
  void sqlCountsARowOfAZoneInTheZoneWhileItExistsAndElseInItsCounty() throws SQLException {
    String[] rows = {"Z1", "Z2", "FZ-GANJIANG", "360113", null};
    for (LocalDate day : days(tree, new Random(1))) {
      for (String unit : rows) {
        for (UnitLevel level : UnitLevel.values()) {
          String sql = "SELECT anlan.unit_at(?, '360727', ?, ?)";
          try (Connection connection = database.reader().getConnection();
              PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, unit);
            statement.setString(2, level.word());
            statement.setObject(3, day);
            ResultSet row = statement.executeQuery();
            row.next();
            assertThat(row.getString(1))
                .as("%s at %s on %s", unit, level, day)
                .isEqualTo(tree.find(unit, "360727", level, day).map(Unit::code).orElse(null));
          }
        }
      }
    }
  }

  @Test
  void allCodesOfADayComeInOneTable() throws SQLException {
    String sql = "SELECT code, unit_code FROM anlan.units_at('city', date '2019-06-30')";
    int compared = 0;
    try (Connection connection = database.reader().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        assertThat(row.getString(2))
            .as(row.getString(1))
            .isEqualTo(
                tree.find(row.getString(1), UnitLevel.CITY, IN_2019).map(Unit::code).orElse(null));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(units.size());
  }

  @Test
  void sqlRefusesALevelThatIsNone() {
    assertThatThrownBy(
            () -> {
              try (Connection connection = database.reader().getConnection();
                  Statement statement = connection.createStatement()) {
                statement.executeQuery("SELECT anlan.unit_at('360702', 'village', now()::date)");
              }
            })
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("village");
  }

  private static UnitTree readTree() {
    SnapshotStore store = new SnapshotStore();
    new SnapshotLoader(database).loadInto(store);
    units = store.get("reporting_unit");
    return ReportingUnits.tree(units);
  }

  private static List<Unit> below(String city) {
    return real.valid(UnitLevel.COUNTY, IN_2021).stream()
        .filter(u -> city.equals(u.parentCode()))
        .toList();
  }

  private static String name(String code, LocalDate day) {
    return real.find(code, UnitLevel.COUNTY, day).orElseThrow().name();
  }

  private static List<String> codes() {
    List<String> codes = new ArrayList<>();
    for (int row = 0; row < units.size(); row++) {
      codes.add(units.text("code", row));
    }
    return codes;
  }

  /** Every day on which something changes, the days beside it, and some at random. */
  private static List<LocalDate> days(UnitTree of, Random random) {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (String code : codes()) {
      of.find(code)
          .ifPresent(
              unit -> {
                for (Function<Unit, LocalDate> end :
                    List.<Function<Unit, LocalDate>>of(Unit::validFrom, Unit::validTo)) {
                  LocalDate day = end.apply(unit);
                  if (day != null) {
                    days.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
                  }
                }
              });
    }
    for (int i = 0; i < 10; i++) {
      days.add(LocalDate.of(1995, 1, 1).plusDays(random.nextInt(12_000)));
    }
    return days.stream().collect(Collectors.toList());
  }

  private static AssertionError fail(String where) {
    return new AssertionError("not placed: " + where);
  }
}
