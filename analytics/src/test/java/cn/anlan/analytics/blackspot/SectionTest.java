package cn.anlan.analytics.blackspot;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.analytics.blackspot.Route.Abreast;
import cn.anlan.analytics.blackspot.Route.Piece;
import cn.anlan.geo.road.linear.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long a road is and what traffic it has, however it was drawn. */
class SectionTest {
  private static final double NONE = Double.NaN;

  private static Piece piece(double fromM, double toM, Direction direction, double adt) {
    return new Piece(fromM, toM, direction, "motorway", adt);
  }

  private static Section section(double toM, List<Abreast> abreast, Piece... pieces) {
    return Section.of(new Route("G1", List.of(pieces), abreast, List.of()), 0, toM);
  }

  private static void expect(Section section, double lengthM, double adt) {
    assertThat(section.lengthM()).isEqualTo(lengthM);
    assertThat(section.adt()).isEqualTo(adt);
  }

  @Test
  void aRoadDrawnAsTwoCarriagewaysIsAsLongAndAsBusyAsDrawnOnce() {
    expect(section(1000, List.of(), piece(0, 5000, Direction.BOTH, 20_000)), 1000, 20_000);
    expect(
        section(
            1000,
            List.of(),
            piece(0, 5000, Direction.INCREASING, 11_000),
            piece(0, 5000, Direction.DECREASING, 9_000)),
        1000,
        20_000);
    expect(
        section(
            5000,
            List.of(),
            piece(0, 2000, Direction.INCREASING, 11_000),
            piece(2000, 5000, Direction.INCREASING, 11_000),
            piece(0, 3500, Direction.DECREASING, 9_000),
            piece(3500, 5000, Direction.DECREASING, 9_000)),
        5000,
        20_000);
  }

  @Test
  void whereOneCarriagewayWasCountedTheOtherIsTakenToHaveAsMuch() {
    expect(
        section(
            1000,
            List.of(),
            piece(0, 1000, Direction.INCREASING, 11_000),
            piece(0, 1000, Direction.DECREASING, NONE)),
        1000,
        22_000);
  }

  @Test
  void aRoadForOneDirectionOnlyIsAsLongAsItIs() {
    expect(section(1000, List.of(), piece(0, 1000, Direction.INCREASING, 4_000)), 1000, 4_000);
    Section half =
        section(
            2000,
            List.of(),
            piece(0, 2000, Direction.INCREASING, 4_000),
            piece(1000, 2000, Direction.DECREASING, 2_000));
    expect(half, 2000, (4_000 * 1000 + 6_000 * 1000) / 2000.0);
  }

  @Test
  void stakesThatOccurTwiceOneAfterTheOtherAreRoadTwice() {
    expect(
        section(
            2000,
            List.of(),
            piece(0, 1000, Direction.BOTH, 3_000),
            piece(0, 1000, Direction.BOTH, 5_000),
            piece(1000, 2000, Direction.BOTH, 4_000)),
        3000,
        4_000);
    expect(
        section(
            1000,
            List.of(),
            piece(0, 1000, Direction.INCREASING, 3_000),
            piece(0, 1000, Direction.INCREASING, 3_000),
            piece(0, 1000, Direction.DECREASING, 2_000),
            piece(0, 1000, Direction.DECREASING, 2_000)),
        2000,
        5_000);
  }

  @Test
  void aRoadDrawnTwiceWithoutItsDirectionsIsOneRoad() {
    expect(
        section(
            3000,
            List.of(new Abreast(1000, 2000)),
            piece(0, 2000, Direction.BOTH, 9_000),
            piece(1000, 3000, Direction.BOTH, 9_000)),
        3000,
        9_000);
  }

  @Test
  void itIsDrawnInToWhereThereIsRoadAndOfTheClassOfMostOfIt() {
    Route route =
        new Route(
            "G1",
            List.of(
                new Piece(300, 500, Direction.BOTH, "second", NONE),
                new Piece(700, 1200, Direction.BOTH, "third", NONE)),
            List.of(),
            List.of());
    Section section = Section.of(route, 0, 1000);
    assertThat(section).isEqualTo(new Section(300, 1000, 500, "third", NONE));
    assertThat(Section.of(route, 2000, 3000).lengthM()).isZero();
  }
}
