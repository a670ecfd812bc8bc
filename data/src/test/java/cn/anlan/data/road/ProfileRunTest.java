package cn.anlan.data.road;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.geo.road.DowngradeSearch;
import cn.anlan.geo.road.GradeLimits;
import cn.anlan.geo.road.LongDowngrade;
import cn.anlan.geo.road.linear.Direction;
import cn.anlan.geo.road.linear.RouteIndex;
import cn.anlan.geo.road.linear.StakeRange;
import cn.anlan.geo.road.topology.RoadPiece;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Profiles of carriageways, of roads whose stakes break off, and of a ring. */
class ProfileRunTest {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private static Coordinate at(double lon, double lat, double heightM) {
    return new Coordinate(115 + lon, 28 + lat, heightM);
  }

  private static RoadPiece piece(
      String code, double fromKm, double toKm, boolean oneWay, Coordinate... line) {
    return new RoadPiece(
        code,
        0,
        null,
        "G60",
        "expressway",
        "national",
        fromKm,
        toKm,
        oneWay,
        null,
        100,
        2,
        Double.NaN,
        GEOMETRIES.createLineString(line));
  }

  private static List<ProfileRun> runs(RoadPiece... pieces) {
    StoredRoads roads = new StoredRoads(List.of(pieces), List.of(), 1, false);
    return StoredProfiles.of(roads, RouteIndex.of(roads.pieces()), null, List.of()).runs();
  }

  /** The stakes of everything found: direction, first, last, ranges. */
  private static List<String> found(List<ProfileRun> runs) {
    DowngradeSearch search = new DowngradeSearch(GradeLimits.shipped(), 12);
    List<String> found = new ArrayList<>();
    for (ProfileRun run : runs) {
      for (LongDowngrade downgrade : search.find(run.profile(), 0)) {
        ProfileRun.StakesMet met = run.stakes(downgrade.topKm(), downgrade.footKm());
        found.add(
            "%s %.1f–%.1f %s, %.1f km %.0f m"
                .formatted(
                    run.direction().code(),
                    met.fromKm(),
                    met.toKm(),
                    met.ranges().stream().map(StakeRange::text).toList(),
                    downgrade.lengthKm(),
                    downgrade.dropM()));
      }
    }
    return found;
  }

  /** A falls with rising stakes; B beside it, for the traffic with falling stakes, so climbs. */
  @Test
  void aDescentIsThatOfItsOwnCarriagewayAndDirection() {
    List<ProfileRun> runs =
        runs(
            piece("A1", 0, 5, true, at(0, 0, 900), at(0.05, 0, 700)),
            piece("A2", 5, 10, true, at(0.05, 0, 700), at(0.10, 0, 500)),
            piece("A3", 10, 15, true, at(0.10, 0, 500), at(0.15, 0, 300)),
            piece("B1", 5, 0, true, at(0.05, 0.001, 720), at(0, 0.001, 900)),
            piece("B2", 10, 5, true, at(0.10, 0.001, 510), at(0.05, 0.001, 720)),
            piece("B3", 15, 10, true, at(0.15, 0.001, 300), at(0.10, 0.001, 510)));
    assertThat(runs).hasSize(2);
    assertThat(runs.get(0).profile().heightM()).containsExactly(900, 700, 500, 300);
    assertThat(runs.get(1).direction()).isEqualTo(Direction.DECREASING);
    assertThat(runs.get(1).profile().heightM()).containsExactly(300, 510, 720, 900);
    assertThat(found(runs)).containsExactly("increasing 0.0–15.0 [K0+000–K15+000], 15.0 km 600 m");
  }

  @Test
  void aDescentRunsOnWhereTheStakesBreakOff() {
    List<ProfileRun> runs =
        runs(
            piece("A", 0, 6, false, at(0, 0, 900), at(0.06, 0, 660)),
            piece("B", 4, 10, false, at(0.06, 0, 660), at(0.12, 0, 420)),
            piece("C", 12.5, 10.5, false, at(0.14, 0, 340), at(0.12, 0, 420)));
    assertThat(found(runs))
        .containsExactly(
            "increasing 0.0–12.5 [K0+000–K6+000, K4+000–K10+000, K10+500–K12+500], 14.0 km 560 m");
    ProfileRun back = runs.get(1);
    ProfileRun.StakesMet met = back.stakes(13, 5);
    assertThat(met.fromKm()).isEqualTo(11.5);
    assertThat(met.toKm()).isEqualTo(5);
    assertThat(met.ranges())
        .containsExactly(new StakeRange(10.5, 11.5), new StakeRange(4, 10), new StakeRange(5, 6));
    assertThat(met.meets(10.1, 10.4)).as("no such stakes").isFalse();
    assertThat(met.meets(10, 10.4)).as("only touching").isFalse();
    assertThat(met.meets(9.9, 10.4)).isTrue();
  }

  /** 40 km round, down from K30 by K40, which is K0, to K10; each direction for itself. */
  @Test
  void aDescentOfARingRunsOnThroughItsFirstStake() {
    RoadPiece south = piece("S", 0, 10, true, at(0, 0, 500), at(0.1, 0, 100));
    RoadPiece east = piece("E", 10, 20, true, at(0.1, 0, 100), at(0.1, 0.1, 300));
    RoadPiece north = piece("N", 20, 30, true, at(0.1, 0.1, 300), at(0, 0.1, 900));
    RoadPiece west = piece("W", 30, 40, true, at(0, 0.1, 900), at(0, 0, 500));
    assertThat(found(runs(south, east, north, west)))
        .containsExactly("increasing 30.0–10.0 [K30+000–K40+000, K0+000–K10+000], 20.0 km 800 m");
  }

  @Test
  void aPieceWithoutHeightsOrOfAnotherClassEndsTheProfile() {
    List<ProfileRun> runs =
        runs(
            piece("A", 0, 5, false, at(0, 0, 900), at(0.05, 0, 700)),
            piece("B", 5, 10, false, at(0.05, 0, Double.NaN), at(0.10, 0, 500)),
            piece("C", 10, 15, false, at(0.10, 0, 500), at(0.15, 0, 300)));
    assertThat(runs).hasSize(4);
    assertThat(runs).allMatch(run -> run.profile().heightM().length == 2);
  }
}
