package cn.anlan.geo.road.linear;

import static cn.anlan.geo.road.topology.Pieces.line;
import static cn.anlan.geo.road.topology.Pieces.piece;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.geo.road.topology.RoadPiece;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the pieces of a route follow one another, by direction. */
class CarriagewayTest {
  private static List<String> ways(Direction direction, RoadPiece... pieces) {
    RouteIndex index = RouteIndex.of(List.of(pieces));
    return index.carriageways("G60", direction).stream()
        .map(
            way ->
                String.join(
                        " ", way.pieces().stream().map(number -> pieces[number].code()).toList())
                    + (way.isRing() ? " ring" : ""))
        .toList();
  }

  private static RoadPiece both(String code, double from, double to, double... line) {
    return piece(code, "G60", from, to, line(line));
  }

  private static RoadPiece oneWay(String code, double from, double to, double... line) {
    return piece(code, "G60", from, to, true, null, line(line));
  }

  @Test
  void twoCarriagewaysWithTheSameStakesAreTwoWays() {
    RoadPiece[] dual = {
      oneWay("A1", 0, 5, 0, -10, 5000, -10),
      oneWay("B1", 5, 0, 5000, 10, 0, 10),
      oneWay("A2", 5, 10, 5000, -10, 10000, -10),
      oneWay("B2", 10, 5, 10000, 10, 5000, 10),
    };
    assertThat(ways(Direction.INCREASING, dual)).containsExactly("A1 A2");
    assertThat(ways(Direction.DECREASING, dual)).containsExactly("B1 B2");
  }

  @Test
  void anUndividedRoadGoesOnInBothCarriageways() {
    RoadPiece[] parting = {
      both("U", 0, 5, 0, 0, 5000, 0),
      oneWay("A", 5, 10, 5000, -8, 10000, -8),
      oneWay("B", 10, 5, 10000, 8, 5000, 8),
      oneWay("far", 5, 10, 5000, -90, 10000, -90),
    };
    assertThat(ways(Direction.INCREASING, parting)).containsExactly("U A", "far");
    assertThat(ways(Direction.DECREASING, parting)).containsExactly("U B");
  }

  @Test
  void whereTheStakesBreakOffTheRoadGoesOn() {
    RoadPiece[] chains = {
      both("A", 0, 10, 0, 0, 10000, 0),
      both("B", 8, 14, 10000, 0, 16000, 0),
      both("C", 14.5, 16, 16000, 0, 17500, 0),
      both("elsewhere", 16, 18, 17500, 900, 19500, 900),
    };
    assertThat(ways(Direction.INCREASING, chains)).containsExactly("A B C", "elsewhere");
  }

  @Test
  void ofTwoThatBeginThereTheOneWithItsStakesGoesOn() {
    RoadPiece[] fork = {
      both("A", 0, 5, 0, 0, 5000, 0),
      both("spur", 1, 2, 5000, 0, 5000, 1000),
      both("B", 5, 9, 5000, 0, 9000, 0),
    };
    assertThat(ways(Direction.INCREASING, fork)).containsExactly("A B", "spur");
  }

  @Test
  void aRingBeginsWithItsLeastStake() {
    RoadPiece[] ring = {
      both("B", 2, 4, 1000, 1000, 0, 1000, 0, 0), both("A", 0, 2, 0, 0, 1000, 0, 1000, 1000),
    };
    assertThat(ways(Direction.DECREASING, ring)).containsExactly("A B ring");
  }
}
