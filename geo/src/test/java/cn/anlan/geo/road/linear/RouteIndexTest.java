package cn.anlan.geo.road.linear;

import static cn.anlan.geo.road.topology.Pieces.line;
import static cn.anlan.geo.road.topology.Pieces.piece;
import static cn.anlan.geo.road.topology.Pieces.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.distance.Cgcs2000;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.topology.RoadPiece;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class RouteIndexTest {
  private static final double CM = 0.01;

  /** K10 to K12 eastwards, the second piece drawn against the stakes. */
  private static final RouteIndex PLAIN =
      RouteIndex.of(
          List.of(
              piece("A", 10, 11, line(0, 0, 400, 0, 1000, 0)),
              piece("B", 12, 11, line(2000, 0, 1000, 0))));

  private static void assertAt(RoutePlace found, Coordinate expected) {
    assertThat(Cgcs2000.distanceM(found.lonDeg(), found.latDeg(), expected.x, expected.y))
        .isLessThan(0.05); // edges of 2 km: the straight line in degrees is no geodesic
  }

  @Test
  void aStakeIsFoundInProportionAlsoOnAPieceDrawnAgainstTheStakes() {
    RoutePlace a = PLAIN.locate("g 105", 10.25, Direction.BOTH).get(0);
    assertAt(a, place(250, 0));
    assertThat(a.code()).isEqualTo("A");
    assertThat(a.bearingDeg()).isCloseTo(90, within(0.01));
    RoutePlace b = PLAIN.locate("国道105线", 11.3, Direction.BOTH).get(0);
    assertAt(b, place(1300, 0));
    assertThat(b.bearingDeg()).isCloseTo(90, within(0.01));
    assertThat(b.metresPerStakeKm()).isCloseTo(1000, within(0.01));
  }

  @Test
  void whereTwoPiecesMeetThereIsOnePlace() {
    assertThat(PLAIN.locate("G105", 11, Direction.BOTH)).hasSize(1);
  }

  @Test
  void aPlaceIsNamedWithItsDistanceAndSide() {
    Coordinate north = place(1300, 20);
    NamedPlace named = PLAIN.name(north.x, north.y, 100, null).get(0);
    assertThat(named.place().stakeKm()).isCloseTo(11.3, within(1e-6));
    assertThat(named.distanceM()).isCloseTo(20, within(2 * CM));
    assertThat(named.isRight()).isFalse();
    Coordinate south = place(300, -20);
    assertThat(PLAIN.name(south.x, south.y, 100, "G105").get(0).isRight()).isTrue();
    assertThat(PLAIN.name(south.x, south.y, 10, null)).isEmpty();
  }

  @Test
  void anUnknownRouteAndAStakeOutsideAreRefusedWithWhatIsKnown() {
    assertThatThrownBy(() -> PLAIN.locate("G106", 10, Direction.BOTH))
        .isInstanceOfSatisfying(
            UserFault.class, f -> assertThat(f.line()).contains("G106").contains("G105?"));
    assertThatThrownBy(() -> PLAIN.locate("G105", 12.3, Direction.BOTH))
        .isInstanceOfSatisfying(
            UserFault.class,
            f -> assertThat(f.line()).contains("K12+300").contains("K10+000–K12+000"));
    assertThat(PLAIN.find("G106", 10, Direction.BOTH)).isEmpty();
    assertThat(PLAIN.find("G105", 12.3, Direction.BOTH)).isEmpty();
    assertAt(PLAIN.locate("G105", 12.0004, Direction.BOTH).get(0), place(2000, 0));
  }

  @Test
  void theEndOfThePieceBesideIsNoSecondPlace() {
    Coordinate near = place(900, 30);
    assertThat(PLAIN.name(near.x, near.y, 500, null))
        .singleElement()
        .satisfies(n -> assertThat(n.place().stakeKm()).isCloseTo(10.9, within(1e-6)));
    // Of three in a row: the end of the third, where the second ends, whose own end is nearer.
    RouteIndex row =
        RouteIndex.of(
            List.of(
                piece("A", 0, 1, line(0, 0, 1000, 0)),
                piece("B", 1, 1.1, line(1000, 0, 1100, 0)),
                piece("C", 1.1, 2, line(1100, 0, 2000, 0)),
                piece("D", 3, 4, line(0, 80, 1000, 80))));
    assertThat(row.name(near.x, near.y, 500, null))
        .extracting(n -> n.place().code())
        .as("another leg of the route is another place")
        .containsExactly("A", "D");
  }

  @Test
  void aRouteIsFoundByItsNumberHoweverTheRegisterPadsIt() {
    RouteIndex padded =
        RouteIndex.of(
            List.of(
                piece("A", "X012", 0, 1, line(0, 0, 1000, 0)),
                piece("B", "G0321", 0, 1, line(0, 100, 1000, 100)),
                piece("C", "G321", 0, 1, line(0, 200, 1000, 200)),
                piece("D", "Y007", 0, 1, line(0, 300, 1000, 300)),
                piece("E", "Y7", 0, 1, line(0, 400, 1000, 400))));
    for (String words : new String[] {"县道X012", "012县道", "X12", "x012"}) {
      assertThat(padded.locate(words, 0.5, Direction.BOTH).get(0).code()).as(words).isEqualTo("A");
    }
    assertThat(padded.locate("G0321德上高速", 0.5, Direction.BOTH).get(0).code()).isEqualTo("B");
    assertThat(padded.locate("321国道", 0.5, Direction.BOTH).get(0).code()).isEqualTo("C");
    assertThat(padded.locate("Y7", 0.5, Direction.BOTH).get(0).code()).isEqualTo("E");
    assertThatThrownBy(() -> padded.locate("7乡道", 0.5, Direction.BOTH))
        .isInstanceOfSatisfying(
            UserFault.class, f -> assertThat(f.line()).contains("Y007、Y7").contains("may mean"));
  }

  @Test
  void carriagewaysAreToldByDirection() {
    RouteIndex dual =
        RouteIndex.of(
            List.of(
                piece("E", "G60", 0, 1, true, null, line(0, -10, 1000, -10)),
                piece("W", "G60", 1, 0, true, null, line(1000, 10, 0, 10))));
    assertThat(dual.locate("G60", 0.5, Direction.BOTH)).hasSize(2);
    RoutePlace east = dual.locate("G60", 0.5, Direction.INCREASING).get(0);
    assertAt(east, place(500, -10));
    assertThat(east.bearingDeg()).isCloseTo(90, within(0.01));
    RoutePlace west = dual.locate("G60", 0.5, Direction.DECREASING).get(0);
    assertAt(west, place(500, 10));
    assertThat(west.bearingDeg()).isCloseTo(270, within(0.01));
    assertThat(dual.cut("G60", 0.8, 0.2, Direction.BOTH).lines().get(0).codes())
        .containsExactly("W");
    assertThat(dual.breaks("G60")).isEmpty();
    RouteIndex half =
        RouteIndex.of(List.of(piece("E", "G60", 0, 1, true, null, line(0, 0, 1000, 0))));
    assertThatThrownBy(() -> half.locate("G60", 0.5, Direction.DECREASING))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("decreasing");
  }

  @Test
  void aStakeOfALongChainIsAnsweredWithBothPlaces() {
    RouteIndex index =
        RouteIndex.of(
            List.of(
                piece("A", 10, 12, line(0, 0, 2000, 0)),
                piece("B", 11.5, 14, line(2000, 0, 4500, 0))));
    List<RoutePlace> places = index.locate("G105", 11.7, Direction.BOTH);
    assertThat(places).hasSize(2);
    assertAt(places.get(0), place(1700, 0));
    assertAt(places.get(1), place(2200, 0));
    assertThat(index.breaks("G105"))
        .singleElement()
        .satisfies(
            b -> {
              assertThat(b.kind()).isEqualTo(ChainBreak.Kind.LONG_CHAIN);
              assertThat(b.fromKm()).isEqualTo(12);
              assertThat(b.toKm()).isEqualTo(11.5);
              assertThat(b.lonDeg()).isCloseTo(place(2000, 0).x, within(1e-9));
            });
    RouteCut cut = index.cut("G105", 11, 13, Direction.BOTH);
    assertThat(cut.repeated()).hasSize(1);
    assertThat(cut.lengthM()).isCloseTo(2500, within(2 * CM));
  }

  /** K8 to K10 twice, a piece a kilometre: the middle of what occurs twice is a piece's end. */
  @Test
  void aLongChainIsFoundWhereverThePiecesAreCut() {
    List<RoadPiece> pieces = new ArrayList<>();
    for (int km = 6; km < 14; km++) {
      int stake = km < 10 ? km : km - 2;
      pieces.add(piece("P" + km, stake, stake + 1, line(1000 * km, 0, 1000 * (km + 1), 0)));
    }
    RouteIndex index = RouteIndex.of(pieces);
    assertThat(index.breaks("G105"))
        .singleElement()
        .satisfies(
            b -> {
              assertThat(b.kind()).isEqualTo(ChainBreak.Kind.LONG_CHAIN);
              assertThat(b.fromKm()).isEqualTo(10);
              assertThat(b.toKm()).isEqualTo(8);
            });
    assertThat(index.cut("G105", 7, 11, Direction.BOTH).repeated()).hasSize(1);
    assertThat(index.cut("G105", 10.2, 11, Direction.BOTH).repeated()).isEmpty();
  }

  @Test
  void aRingOfTwoCarriagewaysHasNoBreakAndItsStakesOccurOnceEachWay() {
    RouteIndex ring =
        RouteIndex.of(
            List.of(
                piece("A", "G60", 0, 1.5, true, null, line(0, 0, 1000, 0, 1000, 500)),
                piece("B", "G60", 1.5, 4, true, null, line(1000, 500, 1000, 1000, 0, 1000, 0, 0)),
                piece("C", "G60", 1.5, 0, true, null, line(1010, 500, 1010, -10, -10, -10)),
                piece(
                    "D",
                    "G60",
                    4,
                    1.5,
                    true,
                    null,
                    line(-10, -10, -10, 1010, 1010, 1010, 1010, 500))));
    assertThat(ring.breaks("G60")).isEmpty();
    assertThat(ring.cut("G60", 1, 3, Direction.BOTH).repeated()).isEmpty();
  }

  @Test
  void aStakeLeftOutByAShortChainIsExplained() {
    RouteIndex index =
        RouteIndex.of(
            List.of(
                piece("A", 10, 12, line(0, 0, 2000, 0)),
                piece("B", 12.5, 14, line(2000, 0, 3500, 0))));
    assertThatThrownBy(() -> index.locate("G105", 12.2, Direction.BOTH))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("断链")
        .hasMessageContaining("K12+500");
    RouteCut cut = index.cut("G105", 11, 13, Direction.BOTH);
    assertThat(cut.gaps())
        .extracting(ChainBreak::kind)
        .containsExactly(ChainBreak.Kind.SHORT_CHAIN);
    assertThat(cut.lengthM()).isCloseTo(1500, within(2 * CM));
  }

  @Test
  void aCutRunsAsAskedAndSaysItsGaps() {
    RouteIndex index =
        RouteIndex.of(
            List.of(
                piece("A", 10, 11, line(0, 0, 400, 0, 1000, 0)),
                piece("B", 12, 11, line(2000, 0, 1000, 0)),
                piece("C", 13, 14, line(3000, 0, 4000, 0))));
    RouteCut cut = index.cut("G105", 13.5, 10.7, Direction.BOTH);
    assertThat(cut.lines()).hasSize(2);
    assertThat(cut.lines().get(0).fromKm()).isEqualTo(13.5);
    assertThat(cut.lines().get(1).codes()).containsExactly("B", "A");
    assertThat(cut.lines().get(1).toKm()).isEqualTo(10.7);
    Coordinate[] points = cut.lines().get(1).points();
    assertThat(points[0].x).isGreaterThan(points[points.length - 1].x);
    assertThat(cut.lengthM()).isCloseTo(500 + 1300, within(2 * CM));
    assertThat(cut.gaps())
        .singleElement()
        .satisfies(
            g -> {
              assertThat(g.kind()).isEqualTo(ChainBreak.Kind.GAP);
              assertThat(g.fromKm()).isEqualTo(12);
              assertThat(g.toKm()).isEqualTo(13);
            });
    assertThat(index.cut("G105", 9, 20, Direction.BOTH).gaps()).hasSize(3);
    assertThatThrownBy(() -> index.cut("G105", 12.2, 12.8, Direction.BOTH))
        .isInstanceOf(UserFault.class);
    assertThatThrownBy(() -> index.cut("G105", 12, 12, Direction.BOTH))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("K12+000");
  }

  @Test
  void aRingHasNoBreakAndTwoRoadsWithTheSameStakesHaveOne() {
    RouteIndex ring =
        RouteIndex.of(
            List.of(
                piece("A", 0, 2, line(0, 0, 1000, 0, 1000, 1000)),
                piece("B", 2, 4, line(1000, 1000, 0, 1000, 0, 0))));
    assertThat(ring.breaks("G105")).isEmpty();
    RouteIndex twice =
        RouteIndex.of(
            List.of(
                piece("A", 0, 2, line(0, 0, 2000, 0)), piece("B", 1, 3, line(0, 500, 2000, 500))));
    assertThat(twice.breaks("G105"))
        .extracting(ChainBreak::kind)
        .containsExactly(ChainBreak.Kind.OVERLAP);
    assertThat(twice.locate("G105", 1.5, Direction.BOTH)).hasSize(2);
  }

  @Test
  void piecesWithoutARangeOfStakesAreInNoRoute() {
    RoadPiece none = piece("N", "Y9", 3, 3, line(0, 0, 100, 0));
    assertThat(RouteIndex.of(List.of(none)).routes()).isEmpty();
  }
}
