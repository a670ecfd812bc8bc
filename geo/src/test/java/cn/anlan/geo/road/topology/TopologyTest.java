package cn.anlan.geo.road.topology;

import static cn.anlan.geo.road.topology.Pieces.line;
import static cn.anlan.geo.road.topology.Pieces.piece;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.fault.UserFault;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopologyTest {
  @Test
  void endsWithinTheToleranceAreOneJunctionAndOthersAreNot() {
    Topology joined =
        Topology.of(
            List.of(
                piece("A", 0, 1, line(0, 0, 1000, 0)),
                piece("B", 1, 2, line(1000.9, 0, 2000, 0)),
                piece("C", 2, 3, line(2001.1, 0, 3000, 0))));
    assertThat(joined.parts()).hasSize(3);
    assertThat(joined.parts().get(0).toJunction()).isEqualTo(joined.parts().get(1).fromJunction());
    assertThat(joined.parts().get(1).toJunction())
        .isNotEqualTo(joined.parts().get(2).fromJunction());
    assertThat(joined.junctions()).hasSize(5);
  }

  @Test
  void anEndThatMeetsTheMiddleOfAPieceOfItsLevelCutsIt() {
    Topology joined =
        Topology.of(
            List.of(
                piece("A", 0, 1, line(0, 0, 400, 0, 1000, 0)),
                piece("B", "X1", 0, 1, line(600, -0.5, 600, -500))));
    assertThat(joined.parts()).hasSize(3);
    Topology.Part first = joined.parts().get(0);
    Topology.Part second = joined.parts().get(1);
    assertThat(first.toM()).isCloseTo(600, within(0.001)).isEqualTo(second.fromM());
    assertThat(second.toM()).isCloseTo(1000, within(0.001));
    assertThat(joined.parts().get(2).fromJunction())
        .isEqualTo(first.toJunction())
        .isEqualTo(second.fromJunction());
    // The junction stands on the line that goes through.
    assertThat(joined.junctions().get(first.toJunction()).y)
        .isCloseTo(Pieces.place(600, 0).y, within(1e-7));
  }

  @Test
  void anEndBelowABridgeMeetsNothing() {
    Topology joined =
        Topology.of(
            List.of(
                piece("A", "G60", 0, 1, false, 1, line(0, 0, 1000, 0)),
                piece("B", "X1", 0, 1, line(600, -0.5, 600, -500))));
    assertThat(joined.parts()).hasSize(2);
    assertThat(joined.junctions()).hasSize(4);
  }

  @Test
  void linesThatMerelyCrossAreNoJunctionAndThoseThatShareAVertexAreOne() {
    RoadPiece straight = piece("A", 0, 1, line(0, 0, 1000, 0));
    RoadPiece with = piece("A", 0, 1, line(0, 0, 500, 0, 1000, 0));
    RoadPiece across = piece("B", "X1", 0, 1, line(500, -500, 500, 0, 500, 500));
    RoadPiece above = piece("B", "X1", 0, 1, false, 1, line(500, -500, 500, 0, 500, 500));
    assertThat(Topology.of(List.of(straight, across)).parts()).hasSize(2);
    assertThat(Topology.of(List.of(with, across)).parts()).hasSize(4);
    assertThat(Topology.of(List.of(with, across)).junctions()).hasSize(5);
    assertThat(Topology.of(List.of(with, above)).parts()).hasSize(2);
  }

  @Test
  void endsOfDifferentLevelsMeetBecauseARampChangesTheLevelThere() {
    Topology joined =
        Topology.of(
            List.of(
                piece("A", "G60", 0, 1, false, 1, line(0, 0, 1000, 0)),
                piece("B", "G60", 1, 2, line(1000, 0, 2000, 0))));
    assertThat(joined.junctions()).hasSize(3);
  }

  @Test
  void aLineLikeASixMeetsItself() {
    Topology joined =
        Topology.of(List.of(piece("A", 0, 1, line(0, 0, 500, 0, 500, 200, 300, 200, 300, 0.4))));
    assertThat(joined.parts()).hasSize(2);
    assertThat(joined.parts().get(1).fromJunction()).isEqualTo(joined.parts().get(1).toJunction());
  }

  @Test
  void aClosedLineIsALoopAndAPieceOfNothingIsSaid() {
    Topology joined =
        Topology.of(
            List.of(
                piece("A", 0, 1, line(0, 0, 500, 0, 500, 500, 0, 0)),
                piece("B", 1, 1, line(0, 0, 0.4, 0))));
    assertThat(joined.parts()).hasSize(1);
    assertThat(joined.junctions()).hasSize(1);
    assertThat(joined.collapsed()).containsExactly(1);
  }

  @Test
  void aSecondLineOverTheFirstSharesAllItsJunctions() {
    RoadPiece once = piece("A", 0, 1, line(0, 0, 0.3, 0, 0.6, 0, 500, 10, 1000, 0));
    RoadPiece again = piece("B", 0, 1, line(0, 0, 0.3, 0, 0.6, 0, 500, 10, 1000, 0));
    Topology joined = Topology.of(List.of(once, again));
    assertThat(joined.junctions()).hasSize(5);
    assertThat(joined.parts()).hasSize(8);
  }

  @Test
  void measuresAreThoseOfTheDeliveredLine() {
    RoadPiece a = piece("A", 0, 1, line(0, 0, 1000, 0));
    RoadPiece b = piece("B", "X1", 0, 1, line(250, 0, 250, 100));
    WayTable ways = WayTable.of(Topology.of(List.of(a, b)));
    assertThat(ways.get(2).code()).isEqualTo("A");
    assertThat(ways.get(2).fromStakeKm()).isCloseTo(0.25, within(1e-6));
    assertThat(ways.get(3).code()).isEqualTo("B");
    assertThatThrownBy(() -> ways.get(4)).hasMessageContaining("no way 4");
  }

  @Test
  void aToleranceThatCannotBeIsRefused() {
    for (double wrong : new double[] {0, -1, 21, Double.NaN}) {
      assertThatThrownBy(() -> Topology.of(List.of(), wrong))
          .isInstanceOf(UserFault.class)
          .hasMessageContaining(String.valueOf(wrong));
    }
  }
}
