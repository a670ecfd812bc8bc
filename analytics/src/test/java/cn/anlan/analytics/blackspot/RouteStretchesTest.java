package cn.anlan.analytics.blackspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.analytics.blackspot.Route.Piece;
import cn.anlan.geo.road.linear.Direction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Routes cut into stretches, and which stretch has a crash. */
class RouteStretchesTest {
  private static final LocalDate AS_OF = LocalDate.of(2021, 12, 31);
  private static final CrashWeights WEIGHTS = new CrashWeights(9.5, 3.5, 1);

  private static Piece piece(double fromM, double toM) {
    return new Piece(fromM, toM, Direction.BOTH, "third", 1000);
  }

  private static Route route(List<Piece> pieces, double... crashesM) {
    return new Route(
        "X1",
        pieces,
        List.of(),
        DoubleStream.of(crashesM).mapToObj(m -> new Crash(m, AS_OF, 1, 0, 0)).toList());
  }

  private static List<Stretch> cut(Route route) {
    return new RouteStretches(route, 1000).count(AS_OF.minusYears(3), AS_OF, WEIGHTS);
  }

  private static List<String> texts(Route route) {
    return cut(route).stream()
        .map(s -> "%.0f–%.0f: %d".formatted(s.fromM(), s.toM(), s.crashes()))
        .toList();
  }

  @Test
  void aStretchWithAGapHasTheLengthOfItsRoad() {
    Route gap =
        route(
            List.of(
                piece(250, 600),
                new Piece(800, 1000, Direction.BOTH, "third", 3000),
                piece(2000, 2500)));
    List<Stretch> stretches = cut(gap);
    assertThat(stretches).hasSize(2);
    assertThat(stretches.get(0).lengthM()).isEqualTo(550);
    assertThat(stretches.get(0).fromM()).isEqualTo(250);
    assertThat(stretches.get(0).adt()).isCloseTo((350 * 1000 + 200 * 3000) / 550.0, within(1e-9));
    assertThat(stretches.get(1).toM()).isEqualTo(2500);
  }

  @Test
  void aCrashWhereTheRoadEndsIsInTheStretchThatEnds() {
    assertThat(texts(route(List.of(piece(0, 2000)), 2000, 1000, 0)))
        .containsExactly("0–1000: 1", "1000–2000: 2");
    assertThat(texts(route(List.of(piece(0, 2000), piece(3000, 4000)), 2000, 3000)))
        .as("on both sides of a gap")
        .containsExactly("0–1000: 0", "1000–2000: 1", "3000–4000: 1");
    assertThat(texts(route(List.of(piece(0, 2000), piece(2300, 4000)), 2000, 2300, 2100)))
        .as("none where there is no road")
        .containsExactly("0–1000: 0", "1000–2000: 1", "2300–3000: 1", "3000–4000: 0");
  }

  @Test
  void aShortRemainderBelongsToItsNeighbour() {
    assertThat(texts(route(List.of(piece(0, 2010)), 2005, 1995)))
        .containsExactly("0–1000: 0", "1000–2010: 2");
    assertThat(texts(route(List.of(piece(990, 2500)), 995, 2200)))
        .containsExactly("990–2000: 1", "2000–2500: 1");
    assertThat(texts(route(List.of(piece(0, 1010), piece(1980, 3000)), 1005, 1990)))
        .as("before a gap to the one before, after it to the one after")
        .containsExactly("0–1010: 1", "1980–3000: 1");
    assertThat(texts(route(List.of(piece(0, 1000), piece(9000, 9010)), 9005)))
        .as("without a neighbour it stands alone")
        .containsExactly("0–1000: 0", "9000–9010: 1");
  }

  @Test
  void everyCrashOnARandomRouteIsInExactlyOneStretchThatReachesToIt() {
    for (long seed = 1; seed <= 300; seed++) {
      Random random = new Random(seed);
      List<Piece> pieces = new ArrayList<>();
      List<Crash> crashes = new ArrayList<>();
      double at = 10 * random.nextInt(200);
      for (int i = 1 + random.nextInt(8); i > 0; i--) {
        double to = at + 10 * (1 + random.nextInt(250));
        pieces.add(piece(at, to));
        for (double m : new double[] {at, to, at + random.nextInt((int) (to - at))}) {
          crashes.add(new Crash(m, AS_OF, 0, 0, 0));
        }
        at = to + (random.nextInt(3) == 0 ? 10 * random.nextInt(300) : 0);
      }
      Route route = new Route("X1", pieces, List.of(), crashes);
      RouteStretches stretches = new RouteStretches(route, 1000);
      List<Stretch> counted = stretches.count(AS_OF.minusYears(3), AS_OF, WEIGHTS);
      assertThat(counted.stream().mapToInt(Stretch::crashes).sum())
          .as("seed %d", seed)
          .isEqualTo(crashes.size());
      assertThat(counted.stream().mapToDouble(Stretch::lengthM).sum())
          .as("seed %d", seed)
          .isCloseTo(pieces.stream().mapToDouble(p -> p.toM() - p.fromM()).sum(), within(1e-6));
      for (Crash crash : crashes) {
        Stretch has = counted.get(stretches.find(crash.positionM()));
        assertThat(crash.positionM()).as("seed %d", seed).isBetween(has.fromM(), has.toM());
      }
      for (int i = 1; i < counted.size(); i++) {
        assertThat(counted.get(i).fromM())
            .as("seed %d", seed)
            .isGreaterThanOrEqualTo(counted.get(i - 1).toM());
      }
    }
  }
}
