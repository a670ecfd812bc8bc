package cn.anlan.data.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.data.store.Database;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.TestDatabase;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.Profile;
import cn.anlan.geo.road.linear.Direction;
import cn.anlan.geo.road.linear.RouteIndex;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredProfilesTest {
  private static final int SIDE = 1201;
  private static final String ROAD =
      "INSERT INTO layer.road (code, name, route_no, road_class, admin_class, from_stake_km,"
          + " to_stake_km, county_code, geom) VALUES ('%s', '示例', 'G105', 'class_2', 'national', %s,"
          + " %s, '360102', ST_SetSRID(ST_Multi(ST_MakeLine(ST_MakePoint(%s, 28.5, %s),"
          + " ST_MakePoint(%s, 28.5, %s))), 4490));";

  @TempDir private Path directory;
  private Database database;

  @BeforeEach
  void open() throws SQLException {
    database = TestDatabase.open();
    run(
        "INSERT INTO layer.region (code, name, admin_level) VALUES ('360102', '示例区', 'county');"
            + ROAD.formatted("R1", 0, 9.78, 115.1, 500, 115.2, 400)
            + ROAD.formatted("R2", 19.56, 9.78, 115.3, "'NaN'", 115.2, "'NaN'"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.owner().getConnection()) {
      Sql.run(connection, sql);
    }
  }

  /** Falls eastwards, a metre from point to point, with a ridge of 200 m at 115.25°. */
  private Path tile() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(2 * SIDE * SIDE);
    for (int i = 0; i < SIDE * SIDE; i++) {
      int column = i % SIDE;
      bytes.putShort((short) (640 - column + Math.max(0, 200 - 20 * Math.abs(column - 300))));
    }
    return Files.write(directory.resolve("N28E115.hgt"), bytes.array());
  }

  @Test
  void aPieceWithoutHeightsIsInNoProfileAndItsLengthIsSaid() {
    StoredProfiles stored = profiles(List.of());
    assertThat(stored.runs())
        .extracting(ProfileRun::direction)
        .containsExactly(Direction.INCREASING, Direction.DECREASING);
    assertThat(stored.withoutHeightsKm()).isCloseTo(9.78, within(1e-9));
    assertThat(stored.fromGroundKm()).isZero();
    Profile profile = stored.runs().get(0).profile();
    assertThat(profile.alongKm()).containsExactly(0, 9.78);
    assertThat(profile.heightM()).containsExactly(500, 400);
    assertThat(stored.runs().get(0).isFromGround()).isFalse();
  }

  @Test
  void anElevationModelGivesItHeightsAndItsTunnelGoesBelowTheRidge() throws Exception {
    Path tile = tile();
    StoredProfiles open = withModel(tile);
    assertThat(open.withoutHeightsKm()).isZero();
    assertThat(open.fromGroundKm()).isCloseTo(9.78, within(1e-9));
    assertThat(open.runs()).hasSize(2);
    assertThat(open.runs().get(0).isFromGround()).isTrue();
    assertThat(open.ground())
        .extracting(ElevationModel.Source::name)
        .containsExactly("N28E115.hgt");
    // 115.25° is the stake in the middle of the second piece: K14+670.
    assertThat(heightAt(open, 14.67)).isBetween(500.0, 545.0);
    run(
        "INSERT INTO layer.tunnel (code, name, size, road_code, stake_km, length_m, county_code)"
            + " VALUES ('T1', '示例隧道', 'long', 'R2', 14.67, 1800, '360102')");
    StoredProfiles below = withModel(tile);
    assertThat(heightAt(below, 14.67)).isCloseTo(640 - 300, within(3.0));
    assertThat(heightAt(below, 10.5)).isCloseTo(heightAt(open, 10.5), within(0.01));
  }

  @Test
  void aModelOfAnotherPlaceIsRefused() throws IOException {
    Path away = Files.move(tile(), directory.resolve("N42E001.hgt"));
    assertThatThrownBy(() -> withModel(away))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("N42E001.hgt");
  }

  private StoredProfiles withModel(Path file) {
    return profiles(List.of(file));
  }

  private StoredProfiles profiles(List<Path> model) {
    StoredRoads roads = StoredRoads.read(database);
    return StoredProfiles.of(roads, RouteIndex.of(roads.pieces()), database, model);
  }

  private static double heightAt(StoredProfiles stored, double stakeKm) {
    Profile profile = stored.runs().get(0).profile();
    int nearest = 0;
    for (int i = 0; i < profile.alongKm().length; i++) {
      if (Math.abs(profile.alongKm()[i] - stakeKm)
          < Math.abs(profile.alongKm()[nearest] - stakeKm)) {
        nearest = i;
      }
    }
    return profile.heightM()[nearest];
  }
}
