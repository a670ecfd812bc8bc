package cn.anlan.web.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.analytics.crash.Match.Reason;
import cn.anlan.analytics.roadnet.Split;
import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.crash.MatchReport.OnRoad;
import cn.anlan.web.crash.MatchReport.Status;
import cn.anlan.web.crash.MatchReport.Waiting;
import cn.anlan.web.road.RoadLayer;
import cn.anlan.web.sheet.SheetTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Accidents of a small county, from PostGIS onto its roads and back into the layers of results. */
class CrashesOnRoadsTest {
  private static final Scope SCOPE = Scope.wholeProvince("test");
  private static SmallRoads county;
  private static CrashAnalyses analyses;

  @BeforeAll
  static void lay() {
    county = new SmallRoads();
    String lat = SmallRoads.lat(4);
    county.accident("115.300000", lat, null, Double.NaN, SmallRoads.LAST, 0); // 7.8 km off
    county.accident(SmallRoads.lon(3), lat, "G105", 15.5, SmallRoads.LAST, 0);
    county.accident(SmallRoads.lon(3), lat, "G999", 3, SmallRoads.LAST, 0);
    county.accident(SmallRoads.lon(3), lat, "G105", 31, SmallRoads.LAST, 0);
    county.accident(null, null, "国道105线", 3.3, SmallRoads.LAST, 0);
    county.accident(null, null, null, 3.3, SmallRoads.LAST, 0);
    county.accident(SmallRoads.lon(4.4), lat, null, Double.NaN, SmallRoads.LAST, 0);
    analyses = new CrashAnalyses(new RoadLayer(county.database));
  }

  @AfterAll
  static void close() {
    county.close();
  }

  private static MatchedCrashes matched() {
    return analyses.matched(county.generation(), SCOPE);
  }

  @Test
  void eachReportThatCannotBePlacedWaitsWithItsReason() {
    MatchReport report = MatchReport.of(matched(), null, Status.QUEUED, null, 0, 100);
    assertThat(report.manifest().trafficAccidents()).isEqualTo(919);
    assertThat(report.manifest().asOf()).isEqualTo(SmallRoads.LAST);
    assertThat(report.manifest().waiting())
        .isEqualTo(
            Map.of(
                "off_road",
                1,
                "contradiction",
                1,
                "unknown_route",
                1,
                "stake_outside",
                1,
                "no_place",
                1));
    Waiting contradiction =
        report.queue().stream()
            .filter(w -> w.reason().equals("contradiction"))
            .findFirst()
            .orElseThrow();
    assertThat(contradiction.why().zh()).contains("G105 K15+500").contains("公里");
    assertThat(contradiction.best().routeNo()).isEqualTo("G105");
    assertThat(MatchReport.of(matched(), null, Status.QUEUED, Reason.OFF_ROAD, 0, 100).queue())
        .hasSize(1);
    MatchReport earlier =
        MatchReport.of(matched(), SmallRoads.LAST.minusDays(1), Status.QUEUED, null, 0, 9);
    assertThat(earlier.queue()).as("they are of the last day").isEmpty();
  }

  @Test
  void withoutAStakeOrAPositionAPlaceIsStillFound() {
    List<OnRoad> placed = MatchReport.of(matched(), null, Status.PLACED, null, 0, 1000).placed();
    OnRoad byStake =
        placed.stream().filter(p -> p.code().equals("A0917")).findFirst().orElseThrow();
    assertThat(byStake.basis()).isEqualTo("stake");
    assertThat(byStake.stake()).isEqualTo("K3+300");
    OnRoad byPosition =
        placed.stream().filter(p -> p.code().equals("A0919")).findFirst().orElseThrow();
    assertThat(byPosition.basis()).isEqualTo("position");
    assertThat(byPosition.routeNo()).isEqualTo("G105");
    assertThat(byPosition.roadCode()).isEqualTo("R4-0");
    assertThat(byPosition.stake()).isEqualTo("K4+400");
    assertThat(MatchReport.of(matched(), null, Status.PLACED, null, 5, 7).placed()).hasSize(7);
  }

  @Test
  void placesAndQueueAreWrittenOnceAndAgainOnlyWhereTheyDiffer() {
    assertThat(PlaceRows.write(county.database, matched(), "test").inserted()).isEqualTo(919);
    assertThat(PlaceRows.write(county.database, matched(), "test").changedAnything()).isFalse();
    assertThat(
            county.column(
                "SELECT status || ' ' || coalesce(reason, basis) || ' ' || count(*) FROM"
                    + " layer.accident_place WHERE name > 'A0912' GROUP BY status, reason, basis"
                    + " ORDER BY 1"))
        .containsExactly(
            "placed position 1",
            "placed stake 1",
            "queued contradiction 1",
            "queued no_place 1",
            "queued off_road 1",
            "queued stake_outside 1",
            "queued unknown_route 1");
    assertThat(
            county.column(
                "SELECT max(ST_Distance(ST_Force2D(r.geom), p.geom)) < 1e-9 FROM layer.accident_place p"
                    + " JOIN layer.road r ON r.code = p.road_code"))
        .as("every place is on its road")
        .containsExactly("t");
  }

  @Test
  void theDensestStretchIsAtTheCrossingAndLiesOnItsRoad() {
    MatchedCrashes crashes = matched();
    CrashDensity density = CrashDensity.of(crashes, CrashDensity.Question.usual(null));
    assertThat(density.stretches())
        .as("twelve deaths within 200 m")
        .filteredOn(d -> d.band().equals("top_1"))
        .extracting(CrashDensity.Dense::routeNo)
        .contains("G110", "S9");
    assertThat(density.lengthKm()).isCloseTo(20 * 19.63 + 42.1, within(1.5));
    assertThat(((SheetTable) DensitySheet.of(density, 3, true).parts().get(0)).rows()).hasSize(3);
    assertThat(DensityRows.write(county.database, crashes, density, "test").inserted())
        .isEqualTo(density.stretches().size())
        .isPositive();
    assertThat(DensityRows.write(county.database, crashes, density, "test").changedAnything())
        .isFalse();
    assertThat(
            Double.parseDouble(
                county
                    .column(
                        "SELECT sum(ST_Length(geom::geography)) / 1000 FROM layer.crash_density")
                    .get(0)))
        .as("the densest twentieth of the roads")
        .isCloseTo(0.05 * density.lengthKm(), within(0.3));
    CrashDensity.Question smooth = new CrashDensity.Question(null, 3, 1000, 200, Split.CONTINUOUS);
    assertThat(CrashDensity.of(crashes, smooth).events()).isEqualTo(density.events());
  }

  /** One row whose road is delivered in two lines, each with as many crashes at its beginning. */
  @Test
  void theLinesOfOneRoadAreToldApart() {
    try (SmallRoads two = new SmallRoads()) {
      two.run(
          """
          INSERT INTO layer.road (code, name, route_no, road_class, admin_class, from_stake_km,
            to_stake_km, county_code, source_crs, is_demo, geom) VALUES
            ('R50', '试验', 'X50', 'class_2', 'county', 0, 0, '360100', 'EPSG:4490', true,
             'SRID=4490;MULTILINESTRING Z((%1$s %3$s 50,%2$s %3$s 50),(%1$s %4$s 50,%2$s %4$s 50))')
          """
              .formatted(
                  SmallRoads.lon(2), SmallRoads.lon(4), SmallRoads.lat(20), SmallRoads.lat(22)));
      for (int row = 20; row <= 22; row += 2) {
        for (int i = 0; i < 20; i++) {
          String lon = SmallRoads.lon(2.02 + 0.001 * i);
          two.accident(lon, SmallRoads.lat(row), null, Double.NaN, SmallRoads.LAST, 1);
        }
      }
      MatchedCrashes crashes =
          new CrashAnalyses(new RoadLayer(two.database)).matched(two.generation(), SCOPE);
      CrashDensity density = CrashDensity.of(crashes, CrashDensity.Question.usual(null));
      assertThat(density.stretches())
          .filteredOn(d -> d.roadCode().equals("R50") && d.fromM() == 0)
          .extracting(CrashDensity.Dense::name)
          .as("as dense at the beginning of both, and without stakes")
          .containsExactlyInAnyOrder("X50 R50#1", "X50 R50#2");
      assertThat(DensityRows.write(two.database, crashes, density, "test").inserted())
          .isEqualTo(density.stretches().size());
    }
  }

  @Test
  void theSameStateIsMatchedOnce() {
    Generation generation = county.generation();
    assertThat(analyses.matched(generation, SCOPE)).isSameAs(analyses.matched(generation, SCOPE));
  }
}
