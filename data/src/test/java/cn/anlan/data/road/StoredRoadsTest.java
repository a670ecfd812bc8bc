package cn.anlan.data.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.data.store.Database;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.TestDatabase;
import cn.anlan.geo.road.topology.RoadPiece;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredRoadsTest {
  private static final String INSERT =
      "INSERT INTO layer.region (code, name, admin_level, geom) VALUES ('360102', '示例区', 'county',"
          + " NULL); INSERT INTO layer.road (code, name, route_no, road_class, admin_class,"
          + " from_stake_km, to_stake_km, one_way, deck_level, county_code, geom) VALUES ('R1',"
          + " '示例', 'G105', 'class_2', 'national', 10, 12, true, 1, '360102', ST_GeomFromText("
          + "'MULTILINESTRING Z ((115.80 28.7 20, 115.81 28.7 21), (115.81 28.7 21, 115.82 28.7"
          + " 22))', 4490)), ('R2', '示例', 'G105', 'class_2', 'national', 12, 15, NULL, NULL,"
          + " '360102', ST_GeomFromText('MULTILINESTRING Z ((115.82 28.7 22, 115.83 28.7 23),"
          + " (115.84 28.7 24, 115.86 28.7 26))', 4490)), ('R3', '示例', 'G105', 'class_2',"
          + " 'national', 15, 16, NULL, NULL, '360102', NULL)";

  @Test
  void partsThatMeetAreOneLineAndPartsThatDoNotAreSaidWithTheirStakes() throws SQLException {
    try (Database database = TestDatabase.open()) {
      try (Connection connection = database.owner().getConnection()) {
        Sql.run(connection, INSERT);
      }
      StoredRoads roads = StoredRoads.read(database);
      assertThat(roads.pieces()).extracting(RoadPiece::label).containsExactly("R1", "R2#1", "R2#2");
      RoadPiece one = roads.pieces().get(0);
      assertThat(one.line().getNumPoints()).isEqualTo(3);
      assertThat(one.oneWay()).isTrue();
      assertThat(one.deckLevel()).isEqualTo(1);
      assertThat(one.hasHeights()).isTrue();
      assertThat(one.speedKmh()).isNaN();
      RoadPiece first = roads.pieces().get(1);
      RoadPiece second = roads.pieces().get(2);
      assertThat(first.fromStakeKm()).isEqualTo(12);
      assertThat(first.toStakeKm()).isCloseTo(13, within(0.001)).isEqualTo(second.fromStakeKm());
      assertThat(second.toStakeKm()).isEqualTo(15);
      assertThat(first.deckLevel()).isNull();
      assertThat(first.level()).isZero();
      assertThat(roads.notes()).extracting(StoredRoads.Note::code).isEqualTo(List.of("R2", "R3"));
      assertThat(roads.dataVersion()).isPositive();
      assertThat(roads.isDemo()).isFalse();
    }
  }
}
