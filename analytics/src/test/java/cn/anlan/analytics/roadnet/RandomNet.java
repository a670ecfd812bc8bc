package cn.anlan.analytics.roadnet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Small networks with loops, doubled roads, dead ends and parts of their own; and towns. */
final class RandomNet {
  private RandomNet() {}

  static RoadNet of(Random random, int nodes, int edges) {
    int[] from = new int[edges];
    int[] to = new int[edges];
    double[] lengthM = new double[edges];
    for (int e = 0; e < edges; e++) {
      from[e] = random.nextInt(nodes);
      to[e] = random.nextInt(nodes);
      lengthM[e] = 50 + random.nextInt(400);
    }
    return RoadNet.of(nodes, from, to, lengthM);
  }

  /** Streets of a town: a square of blocks of 100 m; numbered by rows. */
  static RoadNet town(int blocks) {
    int side = blocks + 1;
    int streets = side * blocks;
    int[] from = new int[2 * streets];
    int[] to = new int[2 * streets];
    double[] lengthM = new double[2 * streets];
    Arrays.fill(lengthM, 100);
    for (int i = 0; i < streets; i++) {
      from[i] = i / blocks * side + i % blocks;
      to[i] = from[i] + 1;
      from[streets + i] = i;
      to[streets + i] = i + side;
    }
    return RoadNet.of(side * side, from, to, lengthM);
  }

  /** Some of them at nodes, some at the same spot. */
  static List<NetPlace> places(Random random, RoadNet net, int count) {
    List<NetPlace> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int edge = random.nextInt(net.edges());
      double length = net.lengthM(edge);
      int kind = random.nextInt(12);
      if (kind == 0) {
        places.add(new NetPlace(edge, random.nextBoolean() ? 0 : length));
      } else if (kind == 1 && !places.isEmpty()) {
        places.add(places.get(random.nextInt(places.size())));
      } else {
        places.add(new NetPlace(edge, 2 + random.nextDouble() * (length - 4)));
      }
    }
    return places;
  }
}
