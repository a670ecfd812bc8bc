package cn.anlan.web.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.anlan.data.snapshots.SnapshotLoader;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.TestDatabase;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The stored layers of reach beside a real database in which teams, points and rows change. */
class ReachKeeperTest {
  private static final LocalDate TODAY = LocalDate.now();
  private static final String GAPS =
      "SELECT string_agg(subject_code || ' ' || team_code, ', ' ORDER BY subject_code)"
          + " FROM layer.reach_gap";

  @TempDir static Path folder;
  private static ReachGround ground;

  private final SnapshotStore snapshots = new SnapshotStore();
  private Database database;
  private SnapshotLoader loader;
  private ReachKeeper keeper;
  private Optional<ReachGround> roads = Optional.of(ground);

  @BeforeAll
  static void lay() throws Exception {
    ground = InventedRoad.ground(folder);
  }

  @BeforeEach
  void open() {
    database = TestDatabase.open();
    loader = new SnapshotLoader(database);
    keeper = new ReachKeeper(database, () -> roads);
    run(
        """
        INSERT INTO layer.region (code, name, admin_level, parent_code, geom) VALUES
          ('360000', '试验省', 'province', NULL, NULL),
          ('360900', '试验市', 'city', '360000', NULL),
          ('360981', '甲县', 'county', '360900',
           'SRID=4490;MULTIPOLYGON(((115 27,117 27,117 29,115 29,115 27)))');
        """);
    team("F1", InventedRoad.WEST);
    point("A", InventedRoad.WEST + 0.05);
    point("B", InventedRoad.EAST);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatNobodyStoredIsNotWritten() throws Exception {
    long version = database.dataVersion();
    assertThat(look()).isFalse();
    team("F2", InventedRoad.EAST);
    assertThat(look()).isFalse();
    assertThat(database.dataVersion()).isEqualTo(version + 1); // the team's
    assertThat(text("SELECT count(*) FROM layer.reach_area")).isEqualTo("0");
  }

  @Test
  void aStoredAnswerFollowsTeamsAndPointsAndComesToRest() throws Exception {
    store();
    assertThat(text(GAPS)).isEqualTo("B F1");
    String areas = text("SELECT sum(area_km2) FROM layer.reach_area");
    atRest("nothing has changed");

    team("F2", InventedRoad.EAST + 0.02); // off the road's end, nearer to B than F1, late for C
    assertThat(look()).isTrue();
    assertThat(text(GAPS)).as("F2 is in time").isNull();
    assertThat(text("SELECT sum(area_km2) FROM layer.reach_area")).isNotEqualTo(areas);
    atRest("its own writing of no gap at all");

    point("C", (InventedRoad.WEST + InventedRoad.EAST) / 2);
    assertThat(look()).as("it is still kept, though no gap was left").isTrue();
    assertThat(text(GAPS)).startsWith("C F");
    atRest("its own writing");

    run("UPDATE layer.risk_point SET level = 4 WHERE code = 'C'");
    assertThat(look()).isTrue();
    assertThat(text(GAPS)).isNull();

    run(
        """
        INSERT INTO layer.enterprise (code, name, sector, county_code, sigma_m, geom)
        VALUES ('E', '试验企业', 'fire', '360981', 10, 'SRID=4490;POINT(115.8 28.1)')
        """);
    atRest("another layer");
  }

  @Test
  void aRowThatSomebodyElseChangedIsPutRight() throws Exception {
    store();
    look();
    run("UPDATE layer.reach_gap SET minutes = 1");
    assertThat(look()).isTrue();
    assertThat(text("SELECT minutes > 15 FROM layer.reach_gap")).isEqualTo("t");
    atRest("its own writing");
  }

  @Test
  void withoutRoadsTheRowsStayUntilThereAreSome() throws Exception {
    store();
    point("C", (InventedRoad.WEST + InventedRoad.EAST) / 2);
    roads = Optional.empty();
    assertThat(look()).isFalse();
    assertThat(text(GAPS)).isEqualTo("B F1");
    roads = Optional.of(ground);
    assertThat(look()).as("the same layers, but now with roads").isTrue();
    assertThat(text(GAPS)).startsWith("B F1, C F1");
  }

  @Test
  void whereNoTeamIsLeftTheRowsStayAndItIsSaidOnce() throws Exception {
    store();
    look();
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger logger = (Logger) LoggerFactory.getLogger(ReachKeeper.class);
    log.start();
    logger.addAppender(log);
    try {
      run("DELETE FROM layer.emergency_team");
      assertThat(look()).isFalse();
      assertThat(look()).isFalse();
    } finally {
      logger.detachAppender(log);
    }
    assertThat(log.list)
        .singleElement()
        .extracting(ILoggingEvent::getFormattedMessage)
        .asString()
        .contains("fire_station");
    assertThat(text(GAPS)).isEqualTo("B F1");
    team("F3", InventedRoad.WEST);
    assertThat(look()).isTrue();
    assertThat(text(GAPS)).isEqualTo("B F3");
  }

  @Test
  void whatFailsInTheMiddleLeavesBothLayersAsTheyWereAndIsDoneNextTime() throws Exception {
    store();
    look();
    String areas = text("SELECT sum(area_km2) FROM layer.reach_area");
    run("ALTER TABLE layer.reach_area ADD CONSTRAINT shut CHECK (minutes < 30) NOT VALID");
    team("F2", InventedRoad.EAST);
    long version = database.dataVersion();
    assertThatThrownBy(this::look).hasMessageContaining("reach");
    assertThat(text(GAPS)).isEqualTo("B F1");
    assertThat(text("SELECT sum(area_km2) FROM layer.reach_area")).isEqualTo(areas);
    assertThat(database.dataVersion()).isEqualTo(version);
    run("ALTER TABLE layer.reach_area DROP CONSTRAINT shut");
    assertThat(look()).isTrue();
    assertThat(text(GAPS)).isNull();
  }

  private void store() {
    ReachQuestion usual = ReachQuestion.usual(database.catalog());
    new ReachRows(database, "test")
        .write(Reach.answer(ground, generation(), Scope.wholeProvince("test"), usual));
  }

  private void atRest(String what) {
    long version = database.dataVersion();
    for (int i = 0; i < 3; i++) {
      assertThat(look()).as(what).isFalse();
    }
    assertThat(database.dataVersion()).as(what).isEqualTo(version);
  }

  private boolean look() {
    return keeper.look(generation(), TODAY);
  }

  private Generation generation() {
    loader.loadInto(snapshots);
    return snapshots.current();
  }

  private void team(String code, double lon) {
    run(
        """
        INSERT INTO layer.emergency_team (code, name, kind, county_code, sigma_m, geom)
        VALUES ('%1$s', '试验队', 'fire_station', '360981', 10, 'SRID=4490;POINT(%2$s %3$s)')
        """
            .formatted(code, lon, InventedRoad.LAT));
  }

  private void point(String code, double lon) {
    run(
        """
        INSERT INTO layer.risk_point (code, name, sector, level, county_code, sigma_m, geom)
        VALUES ('%1$s', '试验点', 'fire', 1, '360981', 10, 'SRID=4490;POINT(%2$s %3$s)')
        """
            .formatted(code, lon, InventedRoad.LAT));
  }

  private void run(String sql) {
    database.inTransaction(
        "test",
        "test",
        connection -> {
          Sql.run(connection, sql);
          return null;
        });
  }

  private String text(String sql) throws Exception {
    try (Connection connection = database.reader().getConnection()) {
      return Sql.list(connection, sql, row -> row.getString(1)).get(0);
    }
  }
}
