package cn.anlan.geo.road.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.graph.RoadEdge;
import cn.anlan.geo.road.graph.RoadGraph;
import cn.anlan.geo.road.hazard.EdgeRisk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

/** Which ways are offered, and what they are worth. */
class RoutingTest extends OnTheGrid {
  private static double seconds(RoadEdge edge, double kmh) {
    return 3.6 * edge.lengthM() / MODEL.speeds().kmh(edge.roadClass(), kmh);
  }

  /** What the profile of a trade-off minimises, by Dijkstra's loop over all edges. */
  private double[] cheapest(int from, double k, EdgeRisk risk, double mean) {
    RoadGraph graph = network.graph();
    List<List<RoadEdge>> at = new ArrayList<>();
    for (int i = 0; i < graph.nodes(); i++) {
      at.add(new ArrayList<>());
    }
    graph.forEachEdge(
        e -> {
          at.get(e.fromNode()).add(e);
          at.get(e.toNode()).add(e);
        });
    double[] cost = new double[graph.nodes()];
    Arrays.fill(cost, Double.POSITIVE_INFINITY);
    cost[from] = 0;
    PriorityQueue<double[]> open = new PriorityQueue<>((a, b) -> Double.compare(a[0], b[0]));
    open.add(new double[] {0, from});
    while (!open.isEmpty()) {
      double[] top = open.poll();
      int node = (int) top[1];
      if (top[0] > cost[node]) {
        continue;
      }
      for (RoadEdge edge : at.get(node)) {
        boolean forward = edge.fromNode() == node;
        double kmh = forward ? edge.forwardKmh() : edge.backwardKmh();
        if (kmh == 0 || risk.isClosed(edge.id())) {
          continue;
        }
        double next = top[0] + cost(edge, kmh, k, risk, mean);
        int other = forward ? edge.toNode() : edge.fromNode();
        if (next < cost[other]) {
          cost[other] = next;
          open.add(new double[] {next, other});
        }
      }
    }
    return cost;
  }

  private static double cost(RoadEdge edge, double kmh, double k, EdgeRisk risk, double mean) {
    double both = Math.max(edge.forwardKmh(), edge.backwardKmh());
    double perSecond = risk.risk(edge, 0, edge.lengthM()) / seconds(edge, both);
    return seconds(edge, kmh) * (1 + k * perSecond / mean);
  }

  private double mean(EdgeRisk risk) {
    double[] sums = new double[2];
    network
        .graph()
        .forEachEdge(
            e -> {
              sums[0] += risk.risk(e, 0, e.lengthM());
              sums[1] += seconds(e, Math.max(e.forwardKmh(), e.backwardKmh()));
            });
    return sums[0] / sums[1];
  }

  @Test
  void theBestOfEveryTradeOffIsTheBestThatDijkstraFindsOnTheTables() {
    Random random = new Random(SEED);
    for (int hour : new int[] {NIGHT, NOON}) {
      EdgeRisk risk = risk(hour);
      double mean = mean(risk);
      int asked = 0;
      for (int q = 0; q < 25; q++) {
        int from = byTheRoadside(random);
        int to = byTheRoadside(random);
        Alternatives found;
        try {
          found = routing.tanker(between(from, to, hour));
        } catch (UserFault none) {
          double[] fastest = cheapest(from, 0, risk, mean);
          assertThat(from == to || Double.isInfinite(fastest[to]))
              .as("seed %d, %d → %d: %s", SEED, from, to, none.line())
              .isTrue();
          continue;
        }
        asked++;
        for (double k : MODEL.tradeOffs()) {
          double best = cheapest(from, k, risk, mean)[to];
          double ours =
              found.routes().stream()
                  .mapToDouble(c -> cost(c.trip(), k, risk, mean))
                  .min()
                  .orElseThrow();
          assertThat(ours)
              .as("seed %d, hour %d, %d → %d, trade-off %s", SEED, hour, from, to, k)
              .isCloseTo(best, within(2e-3 * best + 0.01));
        }
      }
      assertThat(asked).isGreaterThan(10);
    }
  }

  /** A junction that not only motorways meet at: others are no end of a way. */
  private int byTheRoadside(Random random) {
    Set<Integer> junctions = new HashSet<>();
    network
        .graph()
        .forEachEdge(
            e -> {
              if (!e.roadClass().equals("motorway")) {
                junctions.addAll(List.of(e.fromNode(), e.toNode()));
              }
            });
    int picked = random.nextInt(SIDE * SIDE);
    while (!junctions.contains(picked)) {
      picked = random.nextInt(SIDE * SIDE);
    }
    return picked;
  }

  @Test
  void aWayNeverBeginsOnAMotorwayWhereAnotherRoadIsNear() {
    List<RoadEdge> motorways = new ArrayList<>();
    network
        .graph()
        .forEachEdge(
            e -> {
              if (e.roadClass().equals("motorway")) {
                motorways.add(e);
              }
            });
    assertThat(motorways).hasSizeGreaterThan(10);
    for (RoadEdge motorway : motorways) {
      Coordinate beside = network.graph().line(motorway.id())[0];
      TankerQuestion question =
          new TankerQuestion(beside.x, beside.y, 115.16, 28.16, CARGO, at(NIGHT));
      try {
        Alternatives found = routing.tanker(question);
        assertThat(found.from().edge().roadClass()).isNotEqualTo("motorway");
      } catch (UserFault none) {
        assertThat(none.getMessage()).containsAnyOf("没有可行驶的路径", "同一处");
      }
    }
  }

  private static double cost(Trip trip, double k, EdgeRisk risk, double mean) {
    return trip.legs().stream()
        .mapToDouble(
            leg ->
                cost(
                    leg.edge(),
                    leg.forward() ? leg.edge().forwardKmh() : leg.edge().backwardKmh(),
                    k,
                    risk,
                    mean))
        .sum();
  }

  @Test
  void alternativesRiseInTimeAndFallInRiskAndAddUpFromTheirParts() {
    TankerQuestion question = between(0, SIDE * SIDE - 1, NIGHT);
    Alternatives found = routing.tanker(question);
    List<Alternatives.Choice> routes = found.routes();
    assertThat(routes.get(0).labels()).contains("fastest");
    assertThat(routes.get(routes.size() - 1).labels()).contains("safest");
    for (int i = 0; i < routes.size(); i++) {
      Trip trip = routes.get(i).trip();
      if (i > 0) {
        assertThat(trip.timeS()).isGreaterThan(routes.get(i - 1).trip().timeS());
        assertThat(trip.risk()).isLessThan(routes.get(i - 1).trip().risk());
      }
      Itinerary way = routing.itinerary(trip);
      assertThat(way.segments().stream().mapToDouble(Itinerary.Segment::lengthM).sum())
          .isCloseTo(trip.lengthM(), within(1e-6));
      assertThat(way.segments().stream().mapToDouble(Itinerary.Segment::risk).sum())
          .isCloseTo(trip.risk(), within(1e-6));
      double passed =
          routing.passed(trip, routing.clock(question)).stream().mapToDouble(Passed::risk).sum();
      assertThat(passed).isCloseTo(trip.risk(), within(1e-6 * trip.risk()));
      double[] last = way.profile().get(way.profile().size() - 1);
      assertThat(last[0]).isCloseTo(trip.lengthM(), within(0.2));
      double climbed = way.line().get(way.line().size() - 1).getZ() - way.line().get(0).getZ();
      assertThat(way.ascentM() - way.descentM()).isCloseTo(climbed, within(1e-6));
    }
  }

  @Test
  void wholeWaysAroundAreComparedWithWhatTheyReplace() {
    TankerQuestion question = between(0, SIDE * SIDE - 1, NIGHT);
    Alternatives found = routing.tanker(question);
    Trip safest = found.routes().get(found.routes().size() - 1).trip();
    List<Avoided> avoided = routing.avoided(found.unruled(), safest, routing.clock(question));
    double extra = avoided.stream().mapToDouble(Avoided::extraS).sum();
    double saved = avoided.stream().mapToDouble(Avoided::riskSaved).sum();
    assertThat(extra).isCloseTo(safest.timeS() - found.unruled().timeS(), within(1e-6));
    assertThat(saved).isCloseTo(found.unruled().risk() - safest.risk(), within(1e-6));
  }

  @Test
  void whatCannotBeAnsweredIsExplained() {
    assertThatThrownBy(() -> routing.tanker(new TankerQuestion(116, 28, 115, 28, CARGO, at(NIGHT))))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("116");
    assertThatThrownBy(
            () -> routing.car(new TankerQuestion(115.3, 28.0, 115, 28, CARGO, at(NIGHT))))
        .isInstanceOfSatisfying(
            UserFault.class,
            f -> {
              assertThat(f.getMessage()).contains("孤岛").contains("1 条边");
              assertThat(f.remedy()).contains("nearest place on the main network");
            });
    assertThatThrownBy(() -> routing.car(new TankerQuestion(115, 28, 115, 28, CARGO, at(NIGHT))))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("同一处");
    assertThatThrownBy(
            () -> routing.tanker(new TankerQuestion(115, 28, 115.1, 28.1, "toxic_gas", at(NIGHT))))
        .isInstanceOfSatisfying(UserFault.class, f -> assertThat(f.remedy()).contains(CARGO));
    assertThatThrownBy(
            () -> routing.tanker(new TankerQuestion(115.082, 28.082, 115.0, 28.0, CARGO, at(NOON))))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("禁行")
        .hasMessageContaining("示例city_centre");
  }

  @Test
  void aCarsWayIsTheFastestAndHasNoRisk() {
    Alternatives found = routing.car(between(0, SIDE * SIDE - 1, NIGHT));
    assertThat(found.routes()).hasSize(1);
    assertThat(found.routes().get(0).trip().risk()).isZero();
    assertThat(found.unruled()).isNull();
  }
}
