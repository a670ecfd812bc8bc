package cn.anlan.web.blackspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.analytics.blackspot.BlackspotModel;
import cn.anlan.data.results.ResultRows;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.geo.text.Text;
import cn.anlan.web.blackspot.BlackspotReport.Segment;
import cn.anlan.web.blackspot.Registry.Registered;
import cn.anlan.web.blackspot.Screenings.Screened;
import cn.anlan.web.crash.CrashAnalyses;
import cn.anlan.web.crash.SmallRoads;
import cn.anlan.web.road.RoadLayer;
import cn.anlan.web.sheet.SheetTable;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The screening of a small county, its register, and before and after a treatment. */
class ScreeningsTest {
  private static final Scope SCOPE = Scope.wholeProvince("test");
  private static SmallRoads county;
  private static Generation generation;
  private static Screenings screenings;

  @BeforeAll
  static void lay() {
    county = new SmallRoads();
    county.run(
        """
        INSERT INTO layer.road_site (code, name, kind, route_no, from_stake_km, to_stake_km, cause,
          measure_kind, measure, due_on, completed_on, listing_level, road_chief_post, county_code,
          source_crs) VALUES
          ('RS1', '甲', 'accident_prone', 'G110', 9.5, 10.5, '视距不良', 'engineering', '改造交叉口',
           '2019-12-31', '2020-06-30', 'city', '县级路长岗位', '360100', 'EPSG:4490'),
          ('RS2', '乙', 'accident_prone', 'G115', 4, 3, '夜间无照明', 'temporary', '减速标线',
           '2019-12-31', NULL, 'none', NULL, '360100', 'EPSG:4490'),
          ('RS4', '丁', 'accident_prone', '110国道', 8, 10, '线形', NULL, NULL, NULL, NULL, NULL, NULL,
           '360100', 'EPSG:4490'),
          ('RS3', '丙', 'long_downgrade', 'G115', 4, 3, '坡长', NULL, NULL, NULL, NULL, NULL, NULL,
           '360100', 'EPSG:4490')
        """);
    // G130 as two carriageways, G131 drawn twice without its directions.
    road("R30-a", "G130", 0, 20, true, 4000, 0, 20, 20);
    road("R30-b", "G130", 20, 0, true, 5000, 20, 0, 20.05);
    road("R31-a", "G131", 0, 20, false, 9000, 0, 20, 21);
    road("R31-b", "G131", 0, 20, false, 9000, 0, 20, 21.05);
    // Towards lesser stakes only, with three deaths.
    road("R42", "G132", 20, 0, true, 4000, 20, 0, 20.5);
    for (int i = 0; i < 3; i++) {
      LocalDate day = LocalDate.of(2021, 7, 1 + i);
      county.accident(
          SmallRoads.lon(6.2 + 0.1 * i), SmallRoads.lat(20.5), null, Double.NaN, day, 1);
    }
    // Without stakes: a road of its own, and a spur of G130; three deaths on each.
    road("R40", "X900", 0, 0, false, 900, 5, 8, 22);
    road("R41", "G130", 0, 0, false, 900, 5, 8, -1);
    for (int i = 0; i < 3; i++) {
      LocalDate day = LocalDate.of(2021, 6, 1 + i);
      county.accident(SmallRoads.lon(6 + 0.1 * i), SmallRoads.lat(22), null, Double.NaN, day, 1);
      county.accident(SmallRoads.lon(6 + 0.1 * i), SmallRoads.lat(-1), null, Double.NaN, day, 1);
    }
    generation = county.generation();
    screenings =
        new Screenings(new CrashAnalyses(new RoadLayer(county.database)), BlackspotModel.shipped());
  }

  /** A road from west to east, or back; rows as of {@link SmallRoads#lat}. */
  private static void road(
      String code,
      String route,
      double fromKm,
      double toKm,
      boolean oneWay,
      int adt,
      double fromEast,
      double toEast,
      double row) {
    county.run(
        """
        INSERT INTO layer.road (code, name, route_no, road_class, admin_class, from_stake_km,
          to_stake_km, one_way, adt, county_code, source_crs, is_demo, geom) VALUES
          ('%s', '试验', '%s', 'class_1', 'national', %s, %s, %s, %d, '360100', 'EPSG:4490', true,
           'SRID=4490;MULTILINESTRING Z((%s %s 50,%s %s 50))')
        """
            .formatted(
                code,
                route,
                fromKm,
                toKm,
                oneWay,
                adt,
                SmallRoads.lon(fromEast),
                SmallRoads.lat(row),
                SmallRoads.lon(toEast),
                SmallRoads.lat(row)));
  }

  @AfterAll
  static void close() {
    county.close();
  }

  private static BlackspotReport report(int limit) {
    Screened screened = screenings.screen(generation, SCOPE, null);
    return BlackspotReport.of(screened, generation.get("road_site"), SCOPE, limit);
  }

  @Test
  void theCrossingIsFoundOnBothRoadsByAWindowThroughTheJunction() {
    BlackspotReport report = report(1000);
    assertThat(report.manifest().asOf()).isEqualTo("2021-12-31");
    assertThat(report.manifest().performance().fitted()).isTrue();
    for (String route : new String[] {"G110", "S9"}) {
      Segment there =
          report.segments().stream()
              .filter(s -> s.routeNo().equals(route))
              .filter(s -> s.reasons().stream().anyMatch(r -> r.zh().contains("经路口")))
              .findFirst()
              .orElseThrow();
      assertThat(there.fatal()).isPositive();
    }
    assertThat(screenings.screen(generation, SCOPE, null))
        .isSameAs(screenings.screen(generation, SCOPE, LocalDate.of(2021, 12, 31)));
  }

  @Test
  void theRegisterSaysCauseMeasureAndByHowManyDaysItIsLate() {
    BlackspotReport report = report(10);
    assertThat(report.registry()).extracting(Registered::code).containsExactly("RS1", "RS2", "RS4");
    Registered done = report.registry().get(0);
    assertThat(done.rank()).isNotNull();
    assertThat(done.overdueDays()).isEqualTo(182);
    assertThat(done.isDone()).isTrue();
    assertThat(done.effect()).isNotNull();
    assertThat(done.cause()).isEqualTo("视距不良");
    Registered open = report.registry().get(1);
    assertThat(open.fromStake()).isEqualTo("K3+000");
    assertThat(open.overdueDays()).isEqualTo(731);
    assertThat(open.effect()).isNull();
    assertThat(open.noEffect().zh()).isEqualTo("尚未完成治理");
    SheetTable register = (SheetTable) BlackspotSheet.of(report).parts().get(1);
    assertThat(register.rows().get(0))
        .extracting(Text::zh)
        .contains("视距不良", "工程：改造交叉口", "182", "市级", "县级路长岗位");
    assertThat(register.rows().get(1)).extracting(Text::zh).contains("731", "尚未完成治理");
  }

  @Test
  void aRegisteredStretchIsNotConfirmedByOneThatOnlyTouchesIt() {
    BlackspotReport report = report(1000);
    Segment crossing =
        report.segments().stream()
            .filter(s -> s.routeNo().equals("G110") && s.fromStake().equals("K10+000"))
            .findFirst()
            .orElseThrow();
    assertThat(crossing.registeredAs()).as("not RS4, which ends where it begins").isEqualTo("RS1");
    Registered touching = report.registry().get(2);
    assertThat(touching.code()).isEqualTo("RS4");
    assertThat(touching.routeNo()).as("whatever the register calls it").isEqualTo("G110");
    assertThat(touching.toStake()).isEqualTo(crossing.fromStake());
    assertThat(touching.rank()).isNotEqualTo(crossing.rank());
    if (touching.rank() != null) {
      assertThat(report.segments().get(touching.rank() - 1).fromStake()).isIn("K8+000", "K9+000");
    }
  }

  @Test
  void aTreatmentIsJudgedAgainstWhatWouldHaveCome() {
    Screened screened = screenings.screen(generation, SCOPE, null);
    LocalDate day = LocalDate.of(2020, 6, 30);
    Evaluation same =
        Evaluation.of(screened, new Evaluation.Question("115国道", 2, 18, day, null, null));
    assertThat(same.routeNo()).isEqualTo("G115");
    assertThat(same.adtBefore()).isEqualTo(9000);
    assertThat(same.lengthKm()).isEqualTo(16);
    assertThat(same.lower()).as("nothing was done there").isLessThan(1);
    assertThat(same.upper()).isGreaterThan(1);
    assertThat(same.verdict()).isEqualTo("not_told");
    assertThat(((SheetTable) EvaluationSheet.of(same, true).parts().get(0)).rows()).hasSize(5);
    Evaluation lessTraffic =
        Evaluation.of(screened, new Evaluation.Question("G115", 2, 18, day, null, 4500.0));
    assertThat(lessTraffic.withoutTreatment()).isLessThan(0.8 * same.withoutTreatment());
    assertThat(lessTraffic.effectiveness()).isGreaterThan(same.effectiveness());
    assertThatThrownBy(
            () -> Evaluation.of(screened, new Evaluation.Question("G900", 2, 18, day, null, null)))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("G900");
    assertThatThrownBy(
            () -> Evaluation.of(screened, new Evaluation.Question("G115", 30, 31, day, null, null)))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("K30+000")
        .isInstanceOfSatisfying(
            UserFault.class, fault -> assertThat(fault.remedy()).contains("K0+000—K20+000"));
    assertThatThrownBy(
            () ->
                Evaluation.of(
                    screened, new Evaluation.Question("G115", 2, 18, day.plusYears(9), null, null)))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("太短");
  }

  /** 2.5 years after, of which the ledger has one, must not look like two fifths of the crashes. */
  @Test
  void nothingIsSaidOfDaysThatTheLedgerDoesNotCover() {
    LocalDate day = LocalDate.of(2020, 6, 30);
    LocalDate after = LocalDate.of(2023, 6, 30);
    Screened late = screenings.screen(generation, SCOPE, after);
    assertThatThrownBy(
            () -> Evaluation.of(late, new Evaluation.Question("G115", 2, 18, day, null, null)))
        .isInstanceOfSatisfying(
            UserFault.class, fault -> assertThat(fault.remedy()).contains("2021-12-31"))
        .hasMessageContaining("2023-06-30")
        .hasMessageContaining("2021-12-31");
    BlackspotReport report = BlackspotReport.of(late, generation.get("road_site"), SCOPE, 10);
    assertThat(report.registry().get(0).effect()).isNull();
    assertThat(report.registry().get(0).noEffect().zh()).contains("2021-12-31");
    assertThat(report.manifest().yearsCovered()).isCloseTo(550 / 1096.0 * 3, within(0.01));
    assertThat(BlackspotSheet.of(report).lead()).anyMatch(t -> t.zh().contains("只覆盖其中 1.5"));
    Screened whole = screenings.screen(generation, SCOPE, null);
    double perYear = whole.result().performance().orElseThrow().perYear(5000, 1);
    assertThat(late.result().performance().orElseThrow().perYear(5000, 1))
        .as("a year has as many crashes whenever it is asked")
        .isCloseTo(perYear, within(0.25 * perYear));
  }

  @Test
  void aRoadDrawnAsTwoCarriagewaysOrTwiceIsAsLongAndAsBusyAsDrawnOnce() {
    Screened screened = screenings.screen(generation, SCOPE, null);
    LocalDate day = LocalDate.of(2020, 6, 30);
    for (String route : new String[] {"G130", "G131"}) {
      Evaluation twice =
          Evaluation.of(screened, new Evaluation.Question(route, 2, 18, day, null, null));
      assertThat(twice.lengthKm()).as(route).isEqualTo(16);
      assertThat(twice.adtBefore()).as(route).isEqualTo(9000);
    }
  }

  @Test
  void crashesOnRoadWithoutStakesAreInNoStretchAndAreCounted() {
    Screened screened = screenings.screen(generation, SCOPE, null);
    BlackspotReport.Manifest manifest = report(10).manifest();
    assertThat(manifest.withoutStake()).isEqualTo(6);
    assertThat(screened.routes().stream().mapToInt(r -> r.crashes().size()).sum())
        .as("the manifest adds up")
        .isEqualTo(manifest.trafficAccidents() - manifest.unplaced() - manifest.withoutStake());
    assertThat(screened.result().findings())
        .extracting(f -> f.stretch().routeNo())
        .as("no three deaths at K0")
        .doesNotContain("G130", "X900");
    assertThat(BlackspotSheet.of(report(10)).notes().get(0).zh()).contains("6 起所在道路没有桩号");
  }

  @Test
  void theWorstAreWrittenAsLinesAndAgainOnlyWhereTheyDiffer() {
    BlackspotReport report = report(SegmentRows.MOST);
    Screened screened = screenings.screen(generation, SCOPE, null);
    ResultRows.Outcome first =
        SegmentRows.write(county.database, screened.crashes().roads(), report, "test");
    assertThat(first.inserted()).isEqualTo(Math.min(SegmentRows.MOST, report.found())).isPositive();
    assertThat(
            SegmentRows.write(county.database, screened.crashes().roads(), report, "test")
                .changedAnything())
        .isFalse();
    assertThat(
            county.column(
                "SELECT count(*) FROM layer.accident_prone_segment WHERE geom IS NULL OR"
                    + " ST_Length(geom::geography) NOT BETWEEN 900 AND 1100 OR reasons = ''"))
        .containsExactly("0");
    assertThat(
            county.column(
                "SELECT DISTINCT route_no FROM layer.accident_prone_segment WHERE registered_as ="
                    + " 'RS1'"))
        .containsExactly("G110");
  }
}
