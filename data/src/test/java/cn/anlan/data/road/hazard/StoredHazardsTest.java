package cn.anlan.data.road.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.TestDatabase;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.hazard.DangerousGoods;
import cn.anlan.geo.road.hazard.Hazard;
import cn.anlan.geo.road.hazard.HazardKind;
import cn.anlan.geo.road.route.Alternatives;
import cn.anlan.geo.road.route.Itinerary;
import cn.anlan.geo.road.route.NetworkManifest;
import cn.anlan.geo.road.route.NetworkOrder;
import cn.anlan.geo.road.route.Passed;
import cn.anlan.geo.road.route.RoadNetwork;
import cn.anlan.geo.road.route.Routing;
import cn.anlan.geo.road.route.TankerQuestion;
import cn.anlan.geo.text.Text;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredHazardsTest {
  private static final DangerousGoods MODEL = DangerousGoods.shipped();
  private static final String ROWS =
      "INSERT INTO layer.region (code, name, admin_level, geom) VALUES ('360102', '示例区', 'county',"
          + " NULL);"
          + " INSERT INTO layer.road (code, name, route_no, road_class, admin_class, from_stake_km,"
          + " to_stake_km, county_code, geom) VALUES"
          + " ('R1', '示例路', 'G105', 'class_2', 'national', 10, 12, '360102', ST_GeomFromText("
          + "'MULTILINESTRING Z ((115.80 28.7 20, 115.81 28.7 30, 115.82 28.7 20))', 4490)),"
          + " ('R2', '示例路', 'G105', 'class_2', 'national', 12, 16, '360102', ST_GeomFromText("
          + "'MULTILINESTRING Z ((115.82 28.7 20, 115.86 28.7 40))', 4490));"
          + " INSERT INTO layer.tunnel (code, name, size, length_m, road_code, stake_km,"
          + " county_code, geom) VALUES ('T1', '示例隧道', 'long', 1200, 'R2', 14, '360102',"
          + " ST_GeomFromText('POINT (115.84 28.7)', 4490)), ('T2', '无桩号', 'long', 900, 'R2', NULL,"
          + " '360102', ST_GeomFromText('POINT (115.84 28.7)', 4490));"
          + " INSERT INTO layer.road_site (code, name, kind, route_no, from_stake_km, to_stake_km,"
          + " county_code, geom) VALUES ('S1', '示例下坡', 'long_downgrade', 'G105', 11, 13, '360102',"
          + " ST_GeomFromText('MULTILINESTRING ((115.81 28.7, 115.83 28.7))', 4490))";

  @TempDir Path dir;

  private static Database withRows() throws SQLException {
    Database database = TestDatabase.open();
    try (Connection connection = database.owner().getConnection()) {
      Sql.run(connection, ROWS);
    }
    return database;
  }

  private static String kind(Hazard hazard) {
    return MODEL.hazards().get(hazard.kind()).kind();
  }

  @Test
  void tunnelsAndStretchesComeWithTheirStakesAndWhatHasNoneIsCounted() throws SQLException {
    try (Database database = withRows()) {
      StoredHazards stored = StoredHazards.read(database, MODEL);
      assertThat(stored.hazards())
          .extracting(StoredHazardsTest::kind)
          .containsExactlyInAnyOrder("tunnel", "long_downgrade");
      Hazard tunnel =
          stored.hazards().stream().filter(h -> kind(h).equals("tunnel")).findFirst().orElseThrow();
      assertThat(tunnel.stretch().routeNo()).isEqualTo("G105");
      assertThat(tunnel.stretch().fromStakeKm()).isCloseTo(13.4, within(1e-9));
      assertThat(tunnel.stretch().toStakeKm()).isCloseTo(14.6, within(1e-9));
      assertThat(stored.withoutPlace()).containsOnlyKeys("tunnel");
      assertThat(stored.notTaken())
          .singleElement()
          .satisfies(said -> assertThat(said.zh()).contains("1 行", "无桩号"));
    }
  }

  @Test
  void everyChangeOfALayerIsAnotherState() throws SQLException {
    try (Database database = withRows()) {
      String before = StoredHazards.state(database, MODEL);
      assertThat(StoredHazards.state(database, MODEL)).isEqualTo(before);
      try (Connection connection = database.owner().getConnection()) {
        Sql.run(connection, "DELETE FROM layer.road_site WHERE code = 'S1'");
      }
      assertThat(StoredHazards.state(database, MODEL)).isNotEqualTo(before);
    }
  }

  @Test
  void aModelThatNamesWhatTheCatalogueDoesNotHaveIsRefusedBeforeItBecomesSql() throws SQLException {
    DangerousGoods wrong =
        DangerousGoods.read(
            "t",
            DangerousGoods.shippedText()
                .replace("persons_column: population", "persons_column: \"1; DROP TABLE x\""));
    try (Database database = TestDatabase.open()) {
      assertThatThrownBy(() -> StoredHazards.read(database, wrong))
          .isInstanceOf(UserFault.class)
          .hasMessageContaining("DROP TABLE");
    }
  }

  @Test
  void theStoredRoadsBecomeANetworkWithStakesHeightsAndHazards() throws Exception {
    try (Database database = withRows()) {
      NetworkOrder order =
          ProvinceNetwork.order(
              database,
              "province",
              DangerousGoods.shippedText()
                  .replace(
                      "closures: []",
                      "closures:\n  - {name: {zh: 示例封路, en: closed}, why: {zh: 修, en: r}, bands:"
                          + " [day], route_no: G999, from_stake_km: 1, to_stake_km: 2}"),
              dir.resolve("p.osm"),
              Progress.silent());
      NetworkManifest made = RoadNetwork.prepare(order, dir.resolve("network"));
      assertThat(made.state()).isEqualTo(StoredHazards.state(database, MODEL));
      assertThat(made.edges()).isEqualTo(2);
      assertThat(made.notTaken())
          .extracting(Text::zh)
          .anyMatch(said -> said.contains("示例封路") && said.contains("未生效"))
          .anyMatch(said -> said.contains("无桩号"))
          .hasSize(2);
      try (RoadNetwork network = RoadNetwork.open(dir.resolve("network"))) {
        Routing routing = new Routing(network);
        TankerQuestion question =
            new TankerQuestion(115.805, 28.7, 115.855, 28.7, null, LocalTime.NOON);
        Alternatives found = routing.tanker(question);
        Itinerary way = routing.itinerary(found.routes().get(0).trip());
        assertThat(way.segments()).hasSize(1);
        Itinerary.Segment road = way.segments().get(0);
        assertThat(road.routeNo()).isEqualTo("G105");
        assertThat(road.fromStake()).isEqualTo("K10+500");
        assertThat(road.toStake()).isEqualTo("K15+500");
        assertThat(way.ascentM()).isCloseTo(5 + 17.5, within(0.1));
        List<Passed> passed = routing.passed(found.routes().get(0).trip(), routing.clock(question));
        Passed tunnel =
            passed.stream()
                .filter(p -> network.hazards().thing(p.thing()).code().equals("T1"))
                .findFirst()
                .orElseThrow();
        double perStakeKm = found.routes().get(0).trip().lengthM() / 5;
        assertThat(tunnel.lengthM()).isBetween(1.2 * perStakeKm * 0.8, 1.2 * perStakeKm * 1.2);
        // 0.117 releases per million km, 300 persons inside, 20 % of them affected
        double expected = 0.117 * tunnel.lengthM() / 1000 * 300 * 0.2;
        assertThat(tunnel.risk()).isCloseTo(expected, within(1e-6));
        HazardKind kind = MODEL.hazards().get(network.hazards().thing(tunnel.thing()).kind());
        assertThat(kind.kind()).isEqualTo("tunnel");
      }
    }
  }

  @Test
  void withoutRoadsThereIsNoNetworkAndItSaysWhatToDo() {
    try (Database database = TestDatabase.open()) {
      assertThatThrownBy(
              () ->
                  ProvinceNetwork.order(
                      database,
                      "province",
                      DangerousGoods.shippedText(),
                      dir.resolve("p.osm"),
                      Progress.silent()))
          .isInstanceOfSatisfying(UserFault.class, f -> assertThat(f.remedy()).contains("--osm"));
    }
  }
}
