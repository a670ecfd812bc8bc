package cn.anlan.web.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.data.initial.InitialData;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.TestDatabase;
import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Disclosure;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotBuilder;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.cli.Json;
import cn.anlan.web.site.LonLat;
import cn.anlan.web.snapshot.Columns;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;

/** One road, a station at its western end, and points whose times are reckoned by hand. */
class ReachTest {
  private static final Scope SCOPE = Scope.wholeProvince("test");
  private static final String COUNTY = "360981"; // 丰城市, in 宜春市 360900
  private static final double KMH = 50; // reach.yaml, class 2

  @TempDir static Path folder;
  private static Database database;
  private static ReachGround ground;
  private static Generation generation;

  @BeforeAll
  static void lay() throws Exception {
    database = TestDatabase.open();
    InitialData.ensureBaseMap(database, Progress.silent());
    ground = InventedRoad.ground(folder);
    LayerSnapshot regions =
        new SnapshotLoader(database).read(database.catalog().getLayer("region"));
    LayerSnapshot teams =
        new InventedRoad.TeamRows()
            .at("F1", "fire_station", InventedRoad.WEST, InventedRoad.LAT)
            .at("M1", "mine_rescue", InventedRoad.EAST, InventedRoad.LAT)
            .at("F9", "fire_station", 117.0, 26.0) // no road near
            .build();
    LayerSnapshot points =
        new InventedRoad.PointRows()
            .at("near", 1, COUNTY, 115.70, InventedRoad.LAT)
            .at("late", 1, COUNTY, 115.80, InventedRoad.LAT)
            .at("later", 2, COUNTY, 115.95, InventedRoad.LAT)
            .at("aside", 2, COUNTY, 115.70, InventedRoad.LAT + 0.009)
            .at("blue", 4, COUNTY, 115.95, InventedRoad.LAT)
            .at("island", 1, COUNTY, 115.72, 27.9)
            .at("far", 2, null, 115.8, 28.5)
            .at("nowhere", 2, null, Double.NaN, Double.NaN)
            .build();
    generation =
        new Generation(
            7,
            Map.of(
                "emergency_team",
                teams,
                "risk_point",
                points,
                "region",
                regions,
                "township",
                townships()));
  }

  private static LayerSnapshot townships() {
    SnapshotBuilder builder =
        new SnapshotBuilder("township", 7, Columns.of("code", "name", "county_code"))
            .disclosure(Disclosure.INTERNAL);
    double[] lon = {115.68, 115.85, 115.93, 117.5};
    for (int i = 0; i < lon.length; i++) {
      byte[] at =
          new WKBWriter()
              .write(new GeometryFactory().createPoint(new Coordinate(lon[i], InventedRoad.LAT)));
      builder.add(i + 1, at, "T" + i, "镇" + i, COUNTY);
    }
    return builder.build();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static ReachQuestion question(String level, String kinds, double minutes) {
    return ReachQuestion.of(
        database.catalog(), new ReachQuestion.Words(null, level, null, kinds), minutes);
  }

  private static ReachResult ask(String level, String kinds, double minutes) {
    return Reach.answer(ground, generation, SCOPE, question(level, kinds, minutes));
  }

  private static double minutesTo(double lon) {
    double road = Cgcs2000.distanceM(InventedRoad.WEST, InventedRoad.LAT, lon, InventedRoad.LAT);
    return 1 + road / (KMH / 3.6) / 60; // turnout of a fire station: 60 s
  }

  @Test
  void whatIsTooFarIsAGapAndWhatCannotBeToldStandsApart() {
    ReachAnswer answer = ask(null, null, 15).answer(100);
    assertThat(answer.places()).isEqualTo(7); // not the blue one
    assertThat(answer.gaps())
        .extracting(ReachAnswer.Gap::code)
        .containsExactly("late", "later", "aside");
  }

  @Test
  void minutesAreTurnoutRoadAndTheRestStraight() {
    ReachAnswer answer = ask(null, null, 15).answer(100);
    ReachAnswer.Gap late = gap(answer, "late");
    assertThat(late.minutes()).isEqualTo(minutesTo(115.80), within(0.06));
    assertThat(late.overMinutes()).isEqualTo(minutesTo(115.80) - 15, within(0.1));
    assertThat(late.team().code()).isEqualTo("F1");
    assertThat(late.countyName()).isEqualTo("丰城市");
    ReachAnswer.Gap aside = gap(answer, "aside");
    double asideM = Cgcs2000.distanceM(115.70, InventedRoad.LAT, 115.70, InventedRoad.LAT + 0.009);
    assertThat(aside.roadM()).isEqualTo(asideM, within(1.0));
    assertThat(aside.minutes())
        .isEqualTo(minutesTo(115.70) + asideM / (15 / 3.6) / 60, within(0.06));
    assertThat(answer.reached()).isEqualTo(1);
    assertThat(answer.unplacedPlaces())
        .extracting(u -> u.code() + " " + u.reason())
        .containsExactlyInAnyOrder("island island", "far off_road", "nowhere no_place");
    assertThat(answer.manifest().teams()).isEqualTo(2);
    assertThat(answer.manifest().teamsUnplaced()).isEqualTo(1);
    assertThat(answer.manifest().teamsOnIslands()).isZero();
    assertThat(answer.idleTeams()).extracting(ReachAnswer.IdleTeam::code).containsExactly("F9");
    assertThat(answer.notes()).anyMatch(note -> note.zh().contains("队F9 F9"));
  }

  @Test
  void talliesAddUp() {
    ReachAnswer answer = ask("all", null, 15).answer(0);
    assertThat(answer.places()).isEqualTo(8);
    assertThat(answer.gaps()).isEmpty();
    assertThat(answer.byLevel()).extracting(ReachAnswer.LevelTally::level).containsExactly(1, 2, 4);
    for (List<ReachAnswer.RegionTally> tallies : List.of(answer.byCity(), answer.byCounty())) {
      assertThat(tallies.stream().mapToInt(ReachAnswer.RegionTally::places).sum()).isEqualTo(8);
      assertThat(tallies.stream().mapToInt(ReachAnswer.RegionTally::beyond).sum())
          .isEqualTo(answer.beyond());
      assertThat(tallies.stream().mapToInt(ReachAnswer.RegionTally::unplaced).sum()).isEqualTo(3);
    }
    assertThat(answer.byCity().get(0).name()).isEqualTo("宜春市");
  }

  @Test
  void otherTeamsReachOtherPlaces() {
    ReachAnswer answer = ask(null, "mine_rescue,fire_station", 15).answer(100);
    assertThat(answer.gaps()).extracting(ReachAnswer.Gap::code).doesNotContain("later");
  }

  @Test
  void aNewStationClosesWhatItReachesInTime() {
    ReachResult result = ask(null, null, 15);
    NewStation station = new NewStation(result, database.catalog(), "fire_station");
    NewStation.Answer here = station.at(new LonLat(115.87, InventedRoad.LAT + 0.001), 100);
    assertThat(here.gaps()).extracting(NewStation.Closed::code).containsExactly("late", "later");
    assertThat(here.closed()).isEqualTo(2);
    assertThat(here.byLevel())
        .containsExactly(new NewStation.LevelClosed(1, 1), new NewStation.LevelClosed(2, 1));
    assertThat(here.earlier()).isZero();
    assertThat(here.roadM()).isEqualTo(111, within(1.0));
    NewStation.Answer east = station.at(new LonLat(InventedRoad.EAST, InventedRoad.LAT), 100);
    assertThat(east.gaps()).extracting(NewStation.Closed::code).containsExactly("later");
    assertThatThrownBy(() -> station.at(new LonLat(115.8, 28.5), 1))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("115.8");
  }

  @Test
  void theBestTownshipsAreThoseThatCloseMost() {
    NewStation station = new NewStation(ask(null, null, 15), database.catalog(), "fire_station");
    NewStation.Best best = station.best(generation.get("township"), SCOPE, 5);
    assertThat(best.candidates()).isEqualTo(4);
    assertThat(best.chosen().get(0).code()).isEqualTo("T1");
    assertThat(best.chosen().get(0).added()).isEqualTo(2);
    assertThat(best.chosen().get(1).code()).isEqualTo("T0"); // from there "aside" is in time
    assertThat(best.chosen().get(1).closedSoFar()).isEqualTo(3);
    assertThat(best.chosen()).hasSize(2);
  }

  @Test
  void nobodySearchesThroughHoursOfRoadForEveryTownship() {
    NewStation station = new NewStation(ask(null, null, 61), database.catalog(), "fire_station");
    assertThatThrownBy(() -> station.best(generation.get("township"), SCOPE, 5))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("minutes=61");
    assertThatThrownBy(() -> NewStation.requireFew(51, 15))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("count=51");
  }

  @Test
  void ofAnotherNetworkNothingTakesThePlaceOfTheProvincesRows() throws SQLException {
    long version = database.dataVersion();
    ReachGround elsewhere = new ReachGround("elsewhere", ground.network(), null);
    ReachResult result = Reach.answer(elsewhere, generation, SCOPE, question(null, null, 15));
    assertThatThrownBy(() -> new ReachRows(database, "test").write(result))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("elsewhere");
    assertThat(database.dataVersion()).isEqualTo(version);
  }

  @Test
  void gapsAndAreasAreKeptAsLayersAndWrittenOnlyWhereTheyDiffer() throws SQLException {
    ReachResult result = ask(null, null, 15);
    ReachRows rows = new ReachRows(database, "test");
    rows.write(result);
    long version = database.dataVersion();
    assertThat(
            text(
                "SELECT string_agg(subject_code, ' ' ORDER BY subject_code COLLATE \"C\") FROM layer.reach_gap WHERE reach = 'late'"))
        .isEqualTo("aside late later");
    assertThat(
            text(
                "SELECT string_agg(reach, ' ' ORDER BY reach COLLATE \"C\") FROM layer.reach_gap WHERE reach <> 'late'"))
        .isEqualTo("island off_road");
    assertThat(text("SELECT count(*) FROM layer.reach_area WHERE ST_IsValid(geom)")).isEqualTo("4");
    // rings do not overlap, and a gap lies in the ring of its minutes
    assertThat(
            text(
                "SELECT count(*) FROM layer.reach_area a JOIN layer.reach_area b ON a.id < b.id AND ST_Area(ST_Intersection(a.geom, b.geom)) > 1e-9"))
        .isEqualTo("0");
    assertThat(
            text(
                "SELECT band FROM layer.reach_area a JOIN layer.reach_gap g ON ST_Covers(a.geom, g.geom) WHERE g.subject_code = 'late'"))
        .isEqualTo("within_30");
    rows.write(result);
    assertThat(database.dataVersion()).isEqualTo(version);
  }

  @Test
  void isochronesOfATeamHoldEachOther() {
    IsochroneAnswer.Start start =
        IsochroneAnswer.ofTeam(generation.get("emergency_team"), SCOPE, "F1");
    IsochroneAnswer answer = IsochroneAnswer.of(ground, start, IsochroneAnswer.minutes("30,5, 15"));
    assertThat(answer.bands())
        .extracting(IsochroneAnswer.Band::minutes)
        .containsExactly(5.0, 15.0, 30.0);
    assertThat(answer.bands().get(2).area().buffer(1e-9).covers(answer.bands().get(0).area()))
        .isTrue();
    GeometryFactory points = new GeometryFactory();
    var reached = answer.bands().get(1).area();
    // 14 minutes on the road, 11.7 km, is where the fifteenth minute ends
    double[] ends = {115.70, 115.72};
    assertThat(reached.contains(points.createPoint(new Coordinate(ends[0], InventedRoad.LAT))))
        .isTrue();
    assertThat(
            reached.contains(points.createPoint(new Coordinate(ends[1] + 0.005, InventedRoad.LAT))))
        .isFalse();
    assertThat(Json.pretty(answer.manifest())).contains("\"cellM\" : 100", "\"code\" : \"F1\"");
  }

  @Test
  void kindsWithoutATeamAreExplained() {
    assertThatThrownBy(() -> ask(null, "medical_rescue", 15))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("medical_rescue");
  }

  private static ReachAnswer.Gap gap(ReachAnswer answer, String code) {
    return answer.gaps().stream().filter(g -> g.code().equals(code)).findFirst().orElseThrow();
  }

  private static String text(String sql) throws SQLException {
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
