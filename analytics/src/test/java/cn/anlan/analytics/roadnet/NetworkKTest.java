package cn.anlan.analytics.roadnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Distances along the roads, K and nearest neighbours against brute force and plain reasoning. */
class NetworkKTest {
  /**
   * All pairs of nodes by Floyd and Warshall, then places by their four ways and the direct one.
   */
  private static double[][] everyDistance(RoadNet net, List<NetPlace> places) {
    double[][] d = new double[net.nodes()][net.nodes()];
    for (int i = 0; i < d.length; i++) {
      Arrays.fill(d[i], Double.POSITIVE_INFINITY);
      d[i][i] = 0;
    }
    for (int e = 0; e < net.edges(); e++) {
      int a = net.from(e);
      int b = net.to(e);
      d[a][b] = Math.min(d[a][b], net.lengthM(e));
      d[b][a] = Math.min(d[b][a], net.lengthM(e));
    }
    for (int k = 0; k < d.length; k++) {
      for (int i = 0; i < d.length; i++) {
        for (int j = 0; j < d.length; j++) {
          d[i][j] = Math.min(d[i][j], d[i][k] + d[k][j]);
        }
      }
    }
    double[][] out = new double[places.size()][places.size()];
    for (int i = 0; i < out.length; i++) {
      for (int j = 0; j < out.length; j++) {
        NetPlace p = places.get(i);
        NetPlace q = places.get(j);
        double pq = p.edge() == q.edge() ? Math.abs(p.offsetM() - q.offsetM()) : 1 / 0.0;
        double[] pm = {p.offsetM(), net.lengthM(p.edge()) - p.offsetM()};
        double[] qm = {q.offsetM(), net.lengthM(q.edge()) - q.offsetM()};
        int[] pn = {net.from(p.edge()), net.to(p.edge())};
        int[] qn = {net.from(q.edge()), net.to(q.edge())};
        for (int a = 0; a < 2; a++) {
          for (int b = 0; b < 2; b++) {
            pq = Math.min(pq, pm[a] + d[pn[a]][qn[b]] + qm[b]);
          }
        }
        out[i][j] = pq;
      }
    }
    return out;
  }

  @Test
  void distancesNearestNeighboursAndKAreThoseOfBruteForce() {
    double[] radii = {0, 60, 150, 333, 700};
    for (long seed = 1; seed <= 80; seed++) {
      Random random = new Random(seed);
      RoadNet net = RandomNet.of(random, 3 + random.nextInt(15), 5 + random.nextInt(20));
      List<NetPlace> places = RandomNet.places(random, net, 12);
      double[][] every = everyDistance(net, places);
      NetDistances distances = new NetDistances(net);
      for (int i = 0; i < every.length; i++) {
        distances.from(places.get(i), 1e9);
        for (int j = 0; j < every.length; j++) {
          double found = distances.toM(places.get(j));
          assertThat(found == every[i][j] || Math.abs(found - every[i][j]) < 1e-6)
              .as("seed %d, %d to %d: %f, %f", seed, i, j, found, every[i][j])
              .isTrue();
        }
      }
      double[] nearest = NetworkK.nearestM(net, places);
      double scale = net.totalM() / (12 * 11.0);
      NetworkK k = NetworkK.of(net, places, radii);
      for (int i = 0; i < every.length; i++) {
        int self = i;
        double least =
            IntStream.range(0, 12)
                .filter(j -> j != self)
                .mapToDouble(j -> every[self][j])
                .min()
                .orElseThrow();
        assertThat(nearest[i] == least || Math.abs(nearest[i] - least) < 1e-6)
            .as("seed %d, place %d", seed, i)
            .isTrue();
      }
      for (int r = 0; r < radii.length; r++) {
        int pairs = 0;
        for (int i = 0; i < 12; i++) {
          for (int j = 0; j < 12; j++) {
            pairs += i != j && every[i][j] <= radii[r] ? 1 : 0;
          }
        }
        assertThat(k.uncorrectedM()[r]).as("seed %d", seed).isCloseTo(pairs * scale, within(1e-6));
      }
    }
  }

  @Test
  void theCorrectionCountsThePlacesThatLieEquallyFar() {
    // Three arms of 100 m; from 40 m out on one, 60 m away lie three places: 20 m out on the other
    // two, and the arm's own end.
    RoadNet star =
        RoadNet.of(4, new int[] {0, 0, 0}, new int[] {1, 2, 3}, new double[] {100, 100, 100});
    List<NetPlace> two = List.of(new NetPlace(0, 40), new NetPlace(1, 20));
    NetworkK k = NetworkK.of(star, two, 59.9, 60);
    assertThat(k.uncorrectedM()).containsExactly(0, 300);
    // From the other one, 60 m away are 80 m out on its own arm and 40 m on two.
    assertThat(k.correctedM()[1]).isCloseTo(150 * (1 / 3.0 + 1 / 3.0), within(1e-9));
    // Nearer than the junction there are two places, on either side.
    NetworkK near = NetworkK.of(star, List.of(new NetPlace(0, 40), new NetPlace(0, 60)), 10, 30);
    assertThat(near.correctedM()[1]).isCloseTo(150 * (1 / 2.0 + 1 / 2.0), within(1e-9));
  }

  @Test
  void ofPointsThrownByChanceTheCorrectedFunctionIsTheRadius() {
    long seed = 8;
    Random random = new Random(seed);
    RoadNet net = RandomNet.of(random, 60, 100);
    double[] radii = {100, 300, 600};
    double[] mean = new double[3];
    int runs = 30;
    for (int run = 0; run < runs; run++) {
      NetPlace[] places = new NetPlace[150];
      for (int i = 0; i < places.length; i++) {
        double metres = random.nextDouble() * net.totalM();
        int edge = 0;
        while (metres > net.lengthM(edge)) {
          metres -= net.lengthM(edge++);
        }
        places[i] = new NetPlace(edge, metres);
      }
      double[] k = NetworkK.of(net, List.of(places), radii).correctedM();
      for (int r = 0; r < 3; r++) {
        mean[r] += k[r] / runs;
      }
    }
    for (int r = 0; r < 3; r++) {
      assertThat(mean[r]).as("seed %d", seed).isCloseTo(radii[r], within(0.04 * radii[r]));
    }
  }
}
