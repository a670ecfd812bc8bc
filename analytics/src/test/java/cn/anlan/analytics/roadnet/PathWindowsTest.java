package cn.anlan.analytics.roadnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PathWindowsTest {
  /** Three arms of 1 km meet at node 0. */
  private static final RoadNet STAR =
      RoadNet.of(4, new int[] {0, 0, 0}, new int[] {1, 2, 3}, new double[] {1000, 1000, 1000});

  private static List<NetPlace> at(double... edgeAndOffset) {
    return IntStream.range(0, edgeAndOffset.length / 2)
        .mapToObj(i -> new NetPlace((int) edgeAndOffset[2 * i], edgeAndOffset[2 * i + 1]))
        .toList();
  }

  /** The groups, where every window was looked at. */
  private static List<PathWindows.Group> groups(
      RoadNet net, List<NetPlace> places, double windowM, int atLeast) {
    PathWindows.Found found = PathWindows.find(net, places, windowM, atLeast);
    assertThat(found.cutShort()).isZero();
    assertThat(found.groups()).allMatch(PathWindows.Group::isMostSure);
    return found.groups();
  }

  @Test
  void aWindowGoesThroughTheJunctionIntoOneOtherRoadOnly() {
    List<NetPlace> places = at(0, 100, 1, 100, 2, 100);
    assertThat(groups(STAR, places, 500, 2)).hasSize(1);
    assertThat(groups(STAR, places, 500, 2).get(0).members()).containsExactly(0, 1, 2);
    assertThat(groups(STAR, places, 500, 3)).as("no path passes all three arms").isEmpty();
  }

  @Test
  void aPlaceOnTheJunctionIsInEveryPathThroughIt() {
    List<NetPlace> places = at(2, 0.4, 0, 100, 1, 150);
    assertThat(groups(STAR, places, 250, 3).get(0).most()).isEqualTo(3);
    assertThat(groups(STAR, places, 249, 3)).as("both ends are held").isEmpty();
  }

  @Test
  void theSearchFindsWhatEveryPathTriedOutFinds() {
    for (long seed = 1; seed <= 150; seed++) {
      Random random = new Random(seed);
      RoadNet net = RandomNet.of(random, 3 + random.nextInt(6), 4 + random.nextInt(7));
      List<NetPlace> places = RandomNet.places(random, net, 3 + random.nextInt(9));
      double windowM = 100 + random.nextInt(700);
      int atLeast = 2 + random.nextInt(3);
      Map<TreeSet<Integer>, Integer> found =
          groups(net, places, windowM, atLeast).stream()
              .collect(Collectors.toMap(g -> new TreeSet<>(g.members()), PathWindows.Group::most));
      assertThat(found)
          .as("seed %d", seed)
          .isEqualTo(new EveryPath(net, places, windowM, atLeast).groups());
    }
  }

  @Test
  void inATownWhatCannotBeEnoughIsNotLookedForAndWhatIsEnoughIsFound() {
    RoadNet town = RandomNet.town(20);
    // Three in the south-west corner and three in the north-east, 4 km apart by the streets.
    List<NetPlace> few = at(0, 50, 1, 50, 420, 50, 419, 50, 418, 50, 839, 50);
    assertThat(groups(town, few, 2000, 4)).as("no four within 2 km").isEmpty();
    assertThat(groups(town, few, 2000, 3))
        .as("all that there is")
        .extracting(PathWindows.Group::members)
        .containsExactly(List.of(0, 1, 2), List.of(3, 4, 5));
  }

  @Test
  void whereATownHasMorePathsThanCanBeWalkedTheAnswerSaysSo() {
    RoadNet town = RandomNet.town(20);
    List<NetPlace> many = new ArrayList<>();
    Random random = new Random(20);
    for (int i = 0; i < 120; i++) {
      many.add(new NetPlace(random.nextInt(town.edges()), 2 + random.nextInt(96)));
    }
    PathWindows.Found found = PathWindows.find(town, many, 2000, 5);
    assertThat(found.groups()).as("they are one").hasSize(1);
    assertThat(found.groups().get(0).members()).hasSize(120);
    assertThat(found.groups().get(0).isMostSure()).isFalse();
    assertThat(found.groups().get(0).most()).isBetween(5, 120);
    assertThat(found.cutShort()).as("which of them belong together is certain").isZero();
    PathWindows.Found tooMuch = PathWindows.find(town, many.subList(0, 30), 2000, 14);
    assertThat(tooMuch.cutShort()).as("fourteen in one window may be or not").isPositive();
  }

  /** The same by a graph in which each place is a node of its own, and every simple path on it. */
  private static final class EveryPath {
    private record Arc(int to, double lengthM) {}

    private final List<List<Arc>> arcs = new ArrayList<>();
    private final List<Set<Integer>> standing = new ArrayList<>();
    private final double windowM;
    private final int atLeast;
    private final List<Set<Integer>> windows = new ArrayList<>();

    EveryPath(RoadNet net, List<NetPlace> places, double windowM, int atLeast) {
      this.windowM = windowM;
      this.atLeast = atLeast;
      for (int node = 0; node < net.nodes(); node++) {
        node();
      }
      for (int edge = 0; edge < net.edges(); edge++) {
        TreeMap<Double, Integer> cuts = new TreeMap<>();
        for (int p = 0; p < places.size(); p++) {
          NetPlace place = places.get(p);
          if (place.edge() != edge) {
            continue;
          }
          if (place.offsetM() == 0) {
            standing.get(net.from(edge)).add(p);
          } else if (place.offsetM() == net.lengthM(edge)) {
            standing.get(net.to(edge)).add(p);
          } else {
            standing.get(cuts.computeIfAbsent(place.offsetM(), any -> node())).add(p);
          }
        }
        int last = net.from(edge);
        double lastM = 0;
        cuts.put(net.lengthM(edge), net.to(edge));
        for (Map.Entry<Double, Integer> cut : cuts.entrySet()) {
          arcs.get(last).add(new Arc(cut.getValue(), cut.getKey() - lastM));
          arcs.get(cut.getValue()).add(new Arc(last, cut.getKey() - lastM));
          last = cut.getValue();
          lastM = cut.getKey();
        }
      }
    }

    private int node() {
      arcs.add(new ArrayList<>());
      standing.add(new HashSet<>());
      return arcs.size() - 1;
    }

    Map<TreeSet<Integer>, Integer> groups() {
      for (int node = 0; node < arcs.size(); node++) {
        go(node, 0, new HashSet<>(Set.of(node)), new HashSet<>(standing.get(node)));
      }
      Map<TreeSet<Integer>, Integer> groups = new java.util.HashMap<>();
      List<TreeSet<Integer>> merged = new ArrayList<>();
      for (Set<Integer> window : windows) {
        TreeSet<Integer> all = new TreeSet<>(window);
        merged.removeIf(
            group -> {
              boolean meets = group.stream().anyMatch(window::contains);
              if (meets) {
                all.addAll(group);
              }
              return meets;
            });
        merged.add(all);
      }
      for (TreeSet<Integer> group : merged) {
        int most =
            windows.stream().filter(group::containsAll).mapToInt(Set::size).max().orElseThrow();
        groups.put(group, most);
      }
      return groups;
    }

    private void go(int node, double walkedM, Set<Integer> path, Set<Integer> held) {
      if (held.size() >= atLeast) {
        windows.add(Set.copyOf(held));
      }
      for (Arc arc : arcs.get(node)) {
        if (walkedM + arc.lengthM <= windowM + 1e-9 && path.add(arc.to)) {
          Set<Integer> more = new HashSet<>(held);
          more.addAll(standing.get(arc.to));
          go(arc.to, walkedM + arc.lengthM, path, more);
          path.remove(arc.to);
        }
      }
    }
  }
}
