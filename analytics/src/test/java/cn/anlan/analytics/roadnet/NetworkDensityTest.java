package cn.anlan.analytics.roadnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NetworkDensityTest {
  private static final RoadNet STAR =
      RoadNet.of(4, new int[] {0, 0, 0}, new int[] {1, 2, 3}, new double[] {1000, 1000, 1000});

  private static double sum(NetworkDensity density, Lixels lixels) {
    double sum = density.lost();
    for (int i = 0; i < lixels.size(); i++) {
      sum += density.mass(i);
    }
    return sum;
  }

  @Test
  void noEventIsLostWhateverTheNetwork() {
    for (long seed = 1; seed <= 60; seed++) {
      Random random = new Random(seed);
      RoadNet net = RandomNet.of(random, 4 + random.nextInt(8), 4 + random.nextInt(8));
      Lixels lixels = new Lixels(net, 10 + random.nextInt(80));
      List<NetPlace> events = RandomNet.places(random, net, 5);
      LineKernel kernel = new LineKernel(50 + random.nextInt(300));
      for (Split split : Split.values()) {
        NetworkDensity density = NetworkDensity.of(net, lixels, events, kernel, split);
        assertThat(sum(density, lixels)).as("seed %d, %s", seed, split).isCloseTo(5, within(1e-9));
        assertThat(density.lost()).as("seed %d, %s", seed, split).isCloseTo(0, within(0.02));
      }
    }
  }

  @Test
  void inATownTheWayBackIsWalkedAsFarAsCanBeAndWhatIsGivenUpIsCounted() {
    RoadNet town = RandomNet.town(40);
    Lixels lixels = new Lixels(town, 100);
    List<NetPlace> event = List.of(new NetPlace(820, 30));
    LineKernel kernel = new LineKernel(2000);
    NetworkDensity smooth = NetworkDensity.of(town, lixels, event, kernel, Split.CONTINUOUS);
    assertThat(smooth.cutShort()).isEqualTo(1);
    assertThat(sum(smooth, lixels)).isCloseTo(1, within(1e-9));
    assertThat(smooth.missed()).isGreaterThanOrEqualTo(Math.abs(smooth.lost())).isPositive();
    NetworkDensity near =
        NetworkDensity.of(town, lixels, event, new LineKernel(300), Split.CONTINUOUS);
    assertThat(near.cutShort()).isZero();
    assertThat(near.missed()).isLessThan(0.02);
  }

  @Test
  void throughAJunctionEachRoadGetsItsShare() {
    LineKernel kernel = new LineKernel(500);
    Lixels lixels = new Lixels(STAR, 100);
    List<NetPlace> event = List.of(new NetPlace(0, 200));
    double beyond = kernel.within(300) - kernel.within(200);
    NetworkDensity jumps = NetworkDensity.of(STAR, lixels, event, kernel, Split.DISCONTINUOUS);
    assertThat(jumps.mass(lixels.first(1))).isCloseTo(beyond / 2, within(1e-12));
    assertThat(jumps.mass(lixels.first(0)))
        .isCloseTo(kernel.within(200) - kernel.within(100), within(1e-12));
    NetworkDensity smooth = NetworkDensity.of(STAR, lixels, event, kernel, Split.CONTINUOUS);
    assertThat(smooth.mass(lixels.first(1))).isCloseTo(beyond * 2 / 3, within(1e-12));
    assertThat(smooth.mass(lixels.first(0)))
        .as("a third of what arrives is taken off on the way back")
        .isCloseTo(kernel.within(200) - kernel.within(100) - beyond / 3, within(1e-12));
  }

  @Test
  void theContinuousEstimateHasNoJumpAtAJunctionAndTheOtherHas() {
    LineKernel kernel = new LineKernel(500);
    Lixels fine = new Lixels(STAR, 1);
    List<NetPlace> event = List.of(new NetPlace(0, 200));
    NetworkDensity smooth = NetworkDensity.of(STAR, fine, event, kernel, Split.CONTINUOUS);
    assertThat(smooth.perKm(0, 0)).isCloseTo(smooth.perKm(1, 0), within(0.01));
    assertThat(smooth.perKm(1, 0)).isCloseTo(smooth.perKm(2, 0), within(1e-9));
    NetworkDensity jumps = NetworkDensity.of(STAR, fine, event, kernel, Split.DISCONTINUOUS);
    assertThat(jumps.perKm(0, 0)).isGreaterThan(1.9 * jumps.perKm(1, 0));
  }

  /** The density at a spot is the sum over all ways to it; here each way is tried out. */
  @Test
  void aLixelHasTheIntegralOfTheDensityAtItsSpots() {
    for (long seed = 1; seed <= 25; seed++) {
      Random random = new Random(seed);
      RoadNet net = RandomNet.of(random, 4, 6);
      NetPlace event = RandomNet.places(random, net, 1).get(0);
      LineKernel kernel = new LineKernel(300);
      Lixels lixels = new Lixels(net, 20);
      for (Split split : Split.values()) {
        NetworkDensity density = NetworkDensity.of(net, lixels, List.of(event), kernel, split);
        int edge = random.nextInt(net.edges());
        int index = random.nextInt(lixels.count(edge));
        double each = lixels.lengthM(edge);
        double sum = 0;
        int steps = 400;
        for (int i = 0; i < steps; i++) {
          NetPlace spot = new NetPlace(edge, (index + (i + 0.5) / steps) * each);
          sum += Ways.density(net, event, spot, kernel, split) * each / steps;
        }
        assertThat(density.mass(lixels.first(edge) + index))
            .as("seed %d, %s", seed, split)
            .isCloseTo(sum, within(2e-3));
      }
    }
  }

  /** All ways from an event to a spot within a bandwidth, one after another. */
  private static final class Ways {
    static double density(
        RoadNet net, NetPlace event, NetPlace spot, LineKernel kernel, Split split) {
      double sum = 0;
      if (event.edge() == spot.edge()) {
        sum += kernel.density(Math.abs(event.offsetM() - spot.offsetM()));
      }
      double length = net.lengthM(event.edge());
      sum += from(net, event.edge(), true, length - event.offsetM(), 1, spot, kernel, split);
      return sum + from(net, event.edge(), false, event.offsetM(), 1, spot, kernel, split);
    }

    /** Having come along an edge to its last (or first) node after so many metres. */
    private static double from(
        RoadNet net,
        int edge,
        boolean last,
        double metres,
        double share,
        NetPlace spot,
        LineKernel kernel,
        Split split) {
      if (metres >= kernel.bandwidthM() || Math.abs(share) < 1e-4) {
        return 0;
      }
      int node = last ? net.to(edge) : net.from(edge);
      int degree = 0;
      for (int e = 0; e < net.edges(); e++) {
        degree += (net.from(e) == node ? 1 : 0) + (net.to(e) == node ? 1 : 0);
      }
      double sum = 0;
      for (int e = 0; e < net.edges(); e++) {
        for (boolean forward : new boolean[] {true, false}) {
          if ((forward ? net.from(e) : net.to(e)) != node) {
            continue;
          }
          boolean back = e == edge && forward != last;
          double next = share * (back ? split.back(degree) : split.ahead(degree));
          double onSpot = forward ? spot.offsetM() : net.lengthM(e) - spot.offsetM();
          if (e == spot.edge()) {
            sum += next * kernel.density(metres + onSpot);
          }
          double arrivedM = metres + net.lengthM(e);
          sum += from(net, e, forward, arrivedM, next, spot, kernel, split);
        }
      }
      return sum;
    }
  }
}
