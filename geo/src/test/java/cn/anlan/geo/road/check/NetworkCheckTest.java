package cn.anlan.geo.road.check;

import static cn.anlan.geo.road.topology.Pieces.line;
import static cn.anlan.geo.road.topology.Pieces.piece;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.road.linear.ChainBreak;
import cn.anlan.geo.road.topology.RoadPiece;
import cn.anlan.geo.road.topology.Topology;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkCheckTest {
  private static NetworkCheck check(RoadPiece... pieces) {
    return NetworkCheck.of(Topology.of(List.of(pieces)));
  }

  @Test
  void soundRoadsHaveNothing() {
    NetworkCheck sound =
        check(
            piece("A", 0, 1, line(0, 0, 1000, 0)),
            piece("B", 2, 1, line(2000, 0, 1000, 0)),
            piece("C", "X1", 0, 0.5, line(1000, 0, 1000, 500)));
    assertThat(sound.components()).hasSize(1);
    assertThat(sound.lengthKm()).isCloseTo(2.5, within(1e-4));
    assertThat(sound.deadEnds()).isEqualTo(3);
    assertThat(sound.nearMisses()).isEmpty();
    assertThat(sound.crossings()).isEmpty();
    assertThat(sound.doubled()).isEmpty();
    assertThat(sound.odd()).isEmpty();
    assertThat(sound.breaks()).isEmpty();
    assertThat(sound.collapsed()).isEmpty();
  }

  @Test
  void anIslandIsAComponentOfItsOwnWithItsLengthAndPlace() {
    NetworkCheck split =
        check(
            piece("A", 0, 2, line(0, 0, 2000, 0)),
            piece("I", "Y1", 0, 0.3, line(0, 900, 300, 900)),
            piece("J", "Y1", 0.3, 0.5, line(300, 900, 500, 900)));
    assertThat(split.components()).hasSize(2);
    Component island = split.components().get(1);
    assertThat(island.lengthKm()).isCloseTo(0.5, within(1e-4));
    assertThat(island.pieces()).isEqualTo(2);
    assertThat(island.junctions()).isEqualTo(3);
    assertThat(island.sample()).isEqualTo("I");
  }

  @Test
  void aDeadEndNearAnotherRoadIsANearMissAndAStubOfThatRoadIsNone() {
    NetworkCheck missed =
        check(
            piece("A", 0, 2, line(0, 0, 2000, 0)),
            piece("B", "X1", 0, 0.5, line(500, 500, 500, 12)),
            piece("S", "Y1", 0, 0.04, line(1500, 0, 1500, 40)));
    assertThat(missed.nearMisses())
        .singleElement()
        .satisfies(
            miss -> {
              assertThat(miss.code()).isEqualTo("B");
              assertThat(miss.otherCode()).isEqualTo("A");
              assertThat(miss.distanceM()).isCloseTo(12, within(0.05));
              assertThat(miss.otherLevel()).isFalse();
            });
  }

  @Test
  void aCrossingWithoutJunctionIsSaidUnlessTheLevelsDiffer() {
    RoadPiece road = piece("A", 0, 2, line(0, 0, 2000, 0));
    NetworkCheck unknown = check(road, piece("B", "X1", 0, 1, line(500, -500, 500, 500)));
    assertThat(unknown.crossings())
        .singleElement()
        .satisfies(c -> assertThat(c.levelsKnown()).isFalse());
    assertThat(unknown.components()).hasSize(2);
    RoadPiece ground = piece("A", "G105", 0, 2, false, 0, line(0, 0, 2000, 0));
    RoadPiece same = piece("B", "X1", 0, 1, false, 0, line(500, -500, 500, 500));
    assertThat(check(ground, same).crossings())
        .singleElement()
        .satisfies(c -> assertThat(c.levelsKnown()).isTrue());
    RoadPiece bridge = piece("B", "X1", 0, 1, false, 1, line(500, -500, 500, 500));
    assertThat(check(ground, bridge).crossings()).isEmpty();
  }

  @Test
  void aRoadDrawnTwiceIsSaidAndTheTwoDirectionsOfOneAreNot() {
    NetworkCheck twice =
        check(
            piece("A", 0, 1, line(0, 0, 500, 30, 1000, 0)),
            piece("B", "X1", 0, 1, line(1000, 0.4, 500, 30.5, 0, 0)));
    assertThat(twice.doubled())
        .singleElement()
        .satisfies(d -> assertThat(d.lengthKm()).isCloseTo(1.002, within(0.001)));
    NetworkCheck directions =
        check(
            piece("A", "G60", 0, 1, true, null, line(0, 0, 1000, 0)),
            piece("B", "G60", 1, 0, true, null, line(1000, 0, 0, 0)));
    assertThat(directions.doubled()).isEmpty();
    NetworkCheck beside =
        check(
            piece("A", 0, 1, line(0, 0, 500, 30, 1000, 0)),
            piece("B", "X1", 0, 1, line(0, 0, 500, -30, 1000, 0)));
    assertThat(beside.doubled()).isEmpty();
  }

  @Test
  void reversedStakesAndStakesThatTheLineDoesNotBearAreSaid() {
    NetworkCheck odd =
        check(
            piece("A", 0, 1, line(0, 0, 1000, 0)),
            piece("R", 2, 1, line(1000, 0, 2000, 0)),
            piece("C", 2, 3, line(2000, 0, 3000, 0)),
            piece("L", 3, 5, line(3000, 0, 4000, 0)));
    assertThat(odd.odd()).extracting(OddStakes::code).containsExactly("R", "L");
    assertThat(odd.odd().get(0).isReversed()).isTrue();
    assertThat(odd.odd().get(1).isReversed()).isFalse();
    assertThat(odd.odd().get(1).metresPerStakeKm()).isCloseTo(500, within(0.1));
  }

  @Test
  void gapsOverlapsAndPiecesOfNothingAreSaid() {
    NetworkCheck broken =
        check(
            piece("A", 0, 1, line(0, 0, 1000, 0)),
            piece("B", 1.5, 2, line(1500, 0, 2000, 0)),
            piece("C", 1.8, 2.8, line(1500, 300, 2500, 300)),
            piece("N", 5, 5, line(0, 0, 0.5, 0)));
    assertThat(broken.breaks())
        .extracting(ChainBreak::kind)
        .containsExactly(ChainBreak.Kind.GAP, ChainBreak.Kind.OVERLAP);
    assertThat(broken.collapsed()).containsExactly("N");
  }
}
