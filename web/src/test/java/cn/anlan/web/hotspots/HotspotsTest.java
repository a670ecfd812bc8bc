package cn.anlan.web.hotspots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.data.initial.InitialData;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.TestDatabase;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.cli.Json;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Invented accidents over the base map's counties, kept in a real PostGIS. */
class HotspotsTest {
  private static final Scope SCOPE = Scope.wholeProvince("test");
  private static Database database;
  private static Generation generation;

  @BeforeAll
  static void lay() {
    database = TestDatabase.open();
    InitialData.ensureBaseMap(database, Progress.silent());
    LayerSnapshot regions =
        new SnapshotLoader(database).read(database.catalog().getLayer("region"));
    InventedEvents events = new InventedEvents();
    events.round(115.8, 28.1, 0.06, 120, 1); // by 丰城
    events.round(116.0, 27.4, 1.2, 400, 2); // anywhere, some outside the province
    events.nowhere().nowhere();
    generation = new Generation(7, Map.of("accident", events.build(), "region", regions));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static HotspotQuestion question(String method, String grid, String filter) {
    return HotspotQuestion.of(
        new HotspotQuestion.Words("accident", method, filter, grid, "quartic", "count", null),
        10_000,
        0,
        true,
        null,
        0,
        500);
  }

  private static HotspotResult answer(HotspotQuestion question) {
    return new Hotspots(database.catalog()).answer(generation, SCOPE, question);
  }

  @Test
  void aGatheringIsHotAndSaysWhereAndHowSure() {
    HotspotAnswer answer = answer(question("gi", "hex", null)).answer(500);
    Finding hottest = answer.cells().get(0);
    assertThat(hottest.verdict()).isEqualTo("hot_99");
    assertThat(hottest.name()).isEqualTo("丰城市");
    assertThat(hottest.q()).isLessThan(0.001);
    assertThat(answer.explain().zh()).contains("热点", "丰城市", "错误发现率", "若全凭偶然");
    assertThat(answer.explain().en()).contains("By chance alone", "丰城市");
    assertThat(answer.manifest().isDemo()).isTrue();
    assertThat(answer.manifest().withoutPlace()).isEqualTo(2);
    assertThat(answer.manifest().unplaced()).isPositive();
    assertThat(answer.manifest().dataCutOff()).isEqualTo(InventedEvents.DAY);
    assertThat(answer.manifest().dataVersion()).isEqualTo(7);
    assertThat(answer.notes()).anyMatch(note -> note.zh().contains("2 条记录没有位置"));
    assertThat(answer.notes()).anyMatch(note -> note.zh().contains("示例数据"));
    assertThat(answer.verdicts().get("hot_99")).isBetween(3, 25);
    int counted = answer.manifest().events() - answer.manifest().unplaced();
    assertThat(
            answer(question("gi", "hex", null)).findings().stream()
                .mapToDouble(Finding::value)
                .sum())
        .as("every event in one cell")
        .isEqualTo(counted);
  }

  @Test
  void densityPeaksAtTheGatheringAndAddsUpToTheEvents() {
    for (String grid : new String[] {"hex", "square"}) {
      HotspotResult result = answer(question("kde", grid, null));
      HotspotAnswer answer = result.answer(500);
      assertThat(answer.cells().get(0).name()).isEqualTo("丰城市");
      assertThat(answer.cells().get(0).verdict()).isEqualTo("top_1");
      double cellKm2 = ((GridUnits) result.units()).cover().lattice().cellKm2();
      double sum = result.findings().stream().mapToDouble(Finding::densityPerKm2).sum() * cellKm2;
      int events = answer.manifest().events();
      assertThat(sum)
          .isBetween(events - answer.manifest().unplaced() - 0.03 * events, events * 1.03);
      assertThat(answer.expectedByChance()).isNull();
      assertThat(answer.explain().zh()).contains("不检验是否偶然");
    }
  }

  @Test
  void theSameQuestionHasTheSameBytes() {
    for (String method : new String[] {"gi", "kde", "moran"}) {
      HotspotQuestion question = question(method, "hex", null);
      assertThat(Json.pretty(answer(question).answer(500)))
          .isEqualTo(Json.pretty(answer(question).answer(500)));
    }
  }

  @Test
  void geoJsonHasAShapeForEveryCellAndTheReasonBeside() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonMapper.shared().createGenerator(text)) {
      answer(question("gi", "hex", null)).geoJson(20, json);
    }
    JsonNode map = JsonMapper.shared().readTree(text.toString());
    assertThat(map.get("features")).hasSize(20);
    JsonNode first = map.get("features").get(0);
    assertThat(first.get("geometry").get("coordinates").get(0)).hasSize(7);
    assertThat(first.get("properties").get("verdict").asString()).isEqualTo("hot_99");
    assertThat(map.get("manifest").get("plane").asString()).contains("equal-area");
    assertThat(map.get("explain").get("zh").asString()).contains("丰城市");
  }

  @Test
  void anAnswerIsKeptAsALayerAndWrittenOnlyWhereItDiffers() throws Exception {
    Hotspots hotspots = new Hotspots(database.catalog());
    HotspotQuestion question = question("gi", "hex", null);
    HotspotResult result = hotspots.store(database, generation, SCOPE, question, "test");
    long findings = result.findings().stream().filter(Finding::isFinding).count();
    assertThat(number("SELECT count(*) FROM layer.hotspot_cell WHERE is_demo"))
        .isEqualTo(findings)
        .isPositive();
    assertThat(
            number(
                "SELECT count(*) FROM layer.hotspot_cell WHERE ST_IsValid(geom)"
                    + " AND county_code = '360981' AND verdict = 'hot_99'"))
        .isPositive();
    long version = database.dataVersion();
    hotspots.store(database, generation, SCOPE, question, "test");
    assertThat(database.dataVersion()).as("nothing differs").isEqualTo(version);
    hotspots.store(database, generation, SCOPE, question("kde", "square", null), "test");
    assertThat(number("SELECT count(DISTINCT band) FROM layer.kernel_density")).isEqualTo(4);
    assertThatThrownBy(
            () ->
                hotspots.store(database, generation, SCOPE, question("moran", "hex", null), "test"))
        .isInstanceOf(UserFault.class);
  }

  @Test
  void asOfTakesWhatHadHappened() {
    HotspotQuestion early =
        HotspotQuestion.of(
            new HotspotQuestion.Words("accident", "gi", null, "hex", "quartic", "count", null),
            10_000,
            0,
            true,
            InventedEvents.DAY.minusDays(1),
            0,
            500);
    assertThatThrownBy(() -> answer(early))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("只有 0 处");
  }

  @ParameterizedTest
  @CsvSource({
    "kde, county, , 核密度没有按县的",
    "heat, hex, , method=heat",
    "gi, circle, , circle",
    "gi, hex, deaths > 5, 只有 0 处",
    "gi, hex, no_such = 1, no_such",
  })
  void whatCannotBeAnsweredIsRefusedWithTheReason(
      String method, String grid, String filter, String reason) {
    assertThatThrownBy(() -> answer(question(method, grid, filter)))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining(reason);
  }

  @Test
  void fieldsAndNumbersThatMeanNothingAreRefused() {
    assertThatThrownBy(() -> answer(of("county_code", "hex", 10_000, null)))
        .hasMessageContaining("不是数值");
    assertThatThrownBy(() -> answer(of("count", "hex", 10_000, "population")))
        .hasMessageContaining("格网没有人口");
    assertThatThrownBy(() -> answer(of("count", "hex", 50, null))).hasMessageContaining("50.0 m");
    assertThat(answer(of("deaths", "hex", 10_000, null)).manifest().value()).isEqualTo("deaths");
  }

  private static HotspotQuestion of(String value, String grid, double cellM, String per) {
    return HotspotQuestion.of(
        new HotspotQuestion.Words("accident", "gi", null, grid, "quartic", value, per),
        cellM,
        0,
        true,
        null,
        0,
        500);
  }

  private static long number(String sql) throws SQLException {
    try (Connection connection = database.reader().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
