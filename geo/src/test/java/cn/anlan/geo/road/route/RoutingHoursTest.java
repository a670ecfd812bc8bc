package cn.anlan.geo.road.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.road.graph.RoadGraph;
import cn.anlan.geo.road.hazard.EdgeRisk;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the hour does in which a road is driven: who may be there, and who lives there. */
class RoutingHoursTest extends OnTheGrid {
  @Test
  void theClosedCentreIsGoneRoundByDayAndTheAnswerSaysWhy() {
    RoadGraph graph = network.graph();
    TankerQuestion through = new TankerQuestion(115.002, 28.082, 115.162, 28.082, CARGO, at(NOON));
    Alternatives byDay = routing.tanker(through);
    EdgeRisk risk = risk(NOON);
    for (Alternatives.Choice choice : byDay.routes()) {
      assertThat(choice.trip().legs()).noneMatch(leg -> risk.isClosed(leg.edge().id()));
    }
    boolean unruledIsClosed =
        byDay.unruled().legs().stream().anyMatch(leg -> risk.isClosed(leg.edge().id()));
    List<Avoided> avoided =
        routing.avoided(
            byDay.unruled(),
            byDay.routes().get(byDay.routes().size() - 1).trip(),
            routing.clock(through));
    assertThat(avoided.stream().anyMatch(a -> !a.closures().isEmpty())).isEqualTo(unruledIsClosed);
    assertThat(avoided).allMatch(a -> a.longest().lengthM() <= a.stretch().lengthM() + 1e-6);
    assertThat(graph.edges()).isGreaterThan(100);
  }

  @Test
  void aRoadThatIsClosedByTheTimeItIsReachedIsNotTaken() {
    double early = 6 * 3600.0;
    double late = early + 58 * 60; // two minutes before the centre closes
    Alternatives open = routing.tanker(through(LocalTime.of(6, 0)));
    assertThat(open.metClosures()).isZero();
    assertThat(open.routes()).anyMatch(c -> closedWhenReached(c.trip(), late));
    assertThat(open.routes()).noneMatch(c -> closedWhenReached(c.trip(), early));
    Alternatives closing = routing.tanker(through(LocalTime.of(6, 58)));
    assertThat(closing.metClosures()).isPositive();
    assertThat(closing.routes()).isNotEmpty();
    assertThat(closing.routes()).noneMatch(c -> closedWhenReached(c.trip(), late));
  }

  private static TankerQuestion through(LocalTime departure) {
    return new TankerQuestion(115.002, 28.082, 115.162, 28.082, CARGO, departure);
  }

  @Test
  void whatOpensBeforeItIsReachedMayBeTaken() {
    assertThatThrownBy(() -> routing.tanker(toTheCentre(LocalTime.of(21, 0))))
        .hasMessageContaining("禁行");
    double late = 22 * 3600.0 - 120; // two minutes before it opens
    assertThat(routing.tanker(toTheCentre(LocalTime.of(21, 58))).routes())
        .isNotEmpty()
        .noneMatch(c -> closedWhenReached(c.trip(), late));
  }

  private static TankerQuestion toTheCentre(LocalTime departure) {
    return new TankerQuestion(115.0, 28.0, 115.082, 28.082, CARGO, departure);
  }

  /** Nobody is in school at night: what is passed after seven counts as it is after seven. */
  @Test
  void everyRoadCountsInTheHourInWhichItIsDriven() {
    LocalTime departure = LocalTime.of(6, 58);
    Alternatives found = routing.tanker(through(departure));
    int early = 0;
    for (Alternatives.Choice choice : found.routes()) {
      double clockS = departure.toSecondOfDay();
      double sum = 0;
      for (Leg leg : choice.trip().legs()) {
        assertThat(leg.startS()).isCloseTo(clockS - departure.toSecondOfDay(), within(1e-6));
        int hour = (int) ((clockS + leg.timeS() / 2) / 3600);
        early += hour < 7 ? 1 : 0;
        double own = risk(hour).risk(leg.edge(), leg.fromM(), leg.toM());
        assertThat(leg.risk()).isCloseTo(own, within(1e-9));
        sum += own;
        clockS += leg.timeS();
      }
      assertThat(choice.trip().risk()).isCloseTo(sum, within(1e-6));
      double passed =
          routing.passed(choice.trip(), routing.clock(through(departure))).stream()
              .mapToDouble(Passed::risk)
              .sum();
      assertThat(passed).isCloseTo(sum, within(1e-6 * sum));
      assertThat(choice.trip().timeS()).isGreaterThan(120);
    }
    assertThat(early).isPositive();
  }

  private boolean closedWhenReached(Trip trip, double departureS) {
    double clockS = departureS;
    for (Leg leg : trip.legs()) {
      boolean before = risk((int) (clockS / 3600)).isClosed(leg.edge().id());
      clockS += leg.timeS();
      if (before || risk((int) (clockS / 3600)).isClosed(leg.edge().id())) {
        return true;
      }
    }
    return false;
  }
}
